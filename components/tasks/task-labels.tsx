import { Tag } from "lucide-react";
import { AppLink } from "@/components/ui/app-link";

/** The labels of a task, each leading to all tasks that have it. Nothing where there is none. */
export function TaskLabels({ labels }: { readonly labels: readonly string[] }) {
  if (labels.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1" aria-label="Labels">
      {labels.map((label) => (
        <li key={label} className="max-w-full">
          <AppLink
            kind="bare"
            href={`/tasks?label=${encodeURIComponent(label)}`}
            className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-control border border-border-soft px-1.5 text-small wrap-anywhere text-fg-muted hover:text-fg"
          >
            <Tag size={12} className="flex-none" />
            {label}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
