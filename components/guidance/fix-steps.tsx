import { CodeBlock } from "@/components/ui/code-block";
import { InlineCode } from "@/components/ui/inline-code";
import type { FixStep } from "@/lib/catalogue/guidance";

export interface FixStepsProps {
  readonly steps: readonly FixStep[];
  /** Number of the first of them. */
  readonly from?: number;
}

/** How to put a control in place, step by step; code can be copied as it stands. */
export function FixSteps({ steps, from = 1 }: FixStepsProps) {
  return (
    <ol className="flex flex-col gap-3" start={from}>
      {steps.map(({ place, text, code }, index) => (
        <li key={`${place} ${text}`} className="min-w-0">
          <p className="wrap-anywhere">
            <span className="mr-2 rounded-tag border border-border px-1.5 py-0.5 text-small font-medium whitespace-nowrap text-fg-muted">
              {place}
            </span>
            <InlineCode text={text} />
          </p>
          {code !== undefined && <CodeBlock code={code} label={`Fix, step ${from + index}: ${place}`} copy wrap className="mt-1.5" />}
        </li>
      ))}
    </ol>
  );
}
