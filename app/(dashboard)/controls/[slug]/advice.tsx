import { FixSteps } from "@/components/guidance/fix-steps";
import { VerifySteps } from "@/components/guidance/verify-steps";
import { Section } from "@/components/layout/section";
import { InlineCode } from "@/components/ui/inline-code";
import type { Control } from "@/lib/catalogue/control";
import type { Effort, Guidance } from "@/lib/catalogue/guidance";
import type { Judgement } from "@/lib/catalogue/judgement";

/** For one host, by somebody who knows it. */
const EFFORT_WORDS: Readonly<Record<Effort, string>> = {
  minutes: "takes minutes on a host",
  hours: "takes hours on a host",
  days: "takes days, with tests and owners",
};

interface MeaningProps {
  readonly control: Pick<Control, "note">;
  readonly guidance: Guidance | null;
}

/** What the check looks at. */
export function Meaning({ control, guidance }: MeaningProps) {
  if (guidance === null && control.note === null) return null;
  return (
    <Section title="What it means">
      {guidance !== null && (
        <p className="max-w-prose">
          <InlineCode text={guidance.meaning} />
        </p>
      )}
      {control.note !== null && (
        <p className="mt-2 max-w-prose text-meta text-fg-muted">
          <InlineCode text={control.note} />
        </p>
      )}
    </Section>
  );
}

interface AdviceProps {
  readonly judgement: Pick<Judgement, "mitigation">;
  readonly guidance: Guidance | null;
}

/** How to mend it, what that may break, and how to prove it. */
export function Advice({ judgement, guidance }: AdviceProps) {
  if (guidance === null) {
    return (
      <Section title="Fix">
        <p className="max-w-prose">
          <InlineCode text={judgement.mitigation} />
        </p>
      </Section>
    );
  }
  return (
    <>
      <Section title="Fix" remark={EFFORT_WORDS[guidance.effort]}>
        <p className="mb-3 max-w-prose font-medium">
          <InlineCode text={judgement.mitigation} />
        </p>
        <FixSteps steps={guidance.fix} />
        <p className="mt-3 max-w-prose text-meta text-fg-muted">
          <span className="font-medium text-fg">Side effects. </span>
          <InlineCode text={guidance.sideEffects} />
        </p>
      </Section>
      <Section title="Verify" remark="on the host, without waiting for a scan; only a scan closes the finding">
        <div className="mt-2">
          <VerifySteps steps={guidance.verify} />
        </div>
      </Section>
    </>
  );
}
