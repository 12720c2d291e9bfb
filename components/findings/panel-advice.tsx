import { ChevronRight } from "lucide-react";
import { FixSteps } from "@/components/guidance/fix-steps";
import { VerifySteps } from "@/components/guidance/verify-steps";
import { InlineCode } from "@/components/ui/inline-code";
import { PanelBlock } from "@/components/ui/side-panel";
import type { Guidance } from "@/lib/catalogue/guidance";

export interface PanelAdviceProps {
  /** What to put in place, in one line. */
  readonly mitigation: string;
  readonly guidance: Guidance | null;
}

/** Fix, verify and side effects beside a finding. The first step is open; what is long opens on demand. */
export function PanelAdvice({ mitigation, guidance }: PanelAdviceProps) {
  if (guidance === null) {
    return (
      <PanelBlock title="Fix">
        <p>
          <InlineCode text={mitigation} />
        </p>
      </PanelBlock>
    );
  }
  const [first, ...more] = guidance.fix;
  return (
    <>
      <PanelBlock title="Fix" remark={`${guidance.effort} of work`}>
        <p className="mb-2">
          <InlineCode text={mitigation} />
        </p>
        <FixSteps steps={[first]} />
        {more.length > 0 && (
          <details className="group mt-2">
            <summary className="inline-flex min-h-6 items-center gap-1 text-meta text-accent hover:underline">
              <ChevronRight size={14} className="group-open:rotate-90" />
              {more.length} more {more.length === 1 ? "step" : "steps"}
            </summary>
            <div className="mt-2">
              <FixSteps steps={more} from={2} />
            </div>
          </details>
        )}
      </PanelBlock>
      <PanelBlock title="Side effects">
        <p className="text-meta text-fg-muted">
          <InlineCode text={guidance.sideEffects} />
        </p>
      </PanelBlock>
      <PanelBlock title="Verify">
        <VerifySteps steps={guidance.verify} />
      </PanelBlock>
    </>
  );
}
