import { Callout } from "@/components/ui/callout";
import { CodeBlock } from "@/components/ui/code-block";

export interface ShownOnceProps {
  readonly title: string;
  /** Why it is worth copying now. */
  readonly children: string;
  readonly secrets: readonly { readonly label: string; readonly text: string }[];
}

/** A secret that was just made: the server keeps no copy that could be shown again. */
export function ShownOnce({ title, children, secrets }: ShownOnceProps) {
  return (
    <Callout kind="success" title={title} live>
      <p>{children}</p>
      {secrets.map(({ label, text }) => (
        <div key={label} className="mt-2">
          <p className="mb-1 text-meta text-fg-muted">{label}</p>
          <CodeBlock code={text} label={label} copy />
        </div>
      ))}
    </Callout>
  );
}
