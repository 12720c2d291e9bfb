import { CodeBlock } from "@/components/ui/code-block";
import { InlineCode } from "@/components/ui/inline-code";
import type { Verification } from "@/lib/catalogue/guidance";

/** How to prove a fix on the host, without the scanner. */
export function VerifySteps({ steps }: { readonly steps: readonly Verification[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {steps.map(({ text, code }, index) => (
        <li key={code} className="min-w-0">
          <CodeBlock code={code} label={`Verify, command ${index + 1}`} copy wrap />
          <p className="mt-1 text-meta text-fg-muted wrap-anywhere">
            <InlineCode text={text} />
          </p>
        </li>
      ))}
    </ul>
  );
}
