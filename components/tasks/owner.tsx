import { AppLink } from "@/components/ui/app-link";

/** Who has a task, leading to all they have. "No owner" is the only rendering of nobody. */
export function Owner({ assignee }: { readonly assignee: { readonly name: string; readonly email: string } | null }) {
  if (assignee === null) return <span className="text-fg-subtle">No owner</span>;
  return (
    <AppLink
      kind="bare"
      href={`/tasks?assignee=${encodeURIComponent(assignee.email)}`}
      className="inline-block min-h-6 leading-6 wrap-anywhere underline-offset-3 hover:underline"
    >
      {assignee.name}
    </AppLink>
  );
}
