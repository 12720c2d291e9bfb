import { FixSteps } from "@/components/guidance/fix-steps";
import { VerifySteps } from "@/components/guidance/verify-steps";
import { StrideName } from "@/components/marks/stride-chips";
import { AppLink } from "@/components/ui/app-link";
import { InlineCode } from "@/components/ui/inline-code";
import type { Guidance } from "@/lib/catalogue/guidance";
import type { Judgement } from "@/lib/catalogue/judgement";

export interface TaskFixProps {
  readonly control: { readonly slug: string; readonly title: string; readonly note: string | null; readonly judgement: Judgement } | null;
  readonly guidance: Guidance | null;
}

/** What to put in place, and what it is good for. */
export function TaskFix({ control, guidance }: TaskFixProps) {
  if (control === null) {
    return <p className="text-fg-muted">No catalogue knows this check, so there is no advice. The scan's lines say what was tested.</p>;
  }
  const { mitigation, stride } = control.judgement;
  return (
    <div className="max-w-prose">
      <p className="wrap-anywhere">
        <InlineCode text={mitigation} />
      </p>
      {guidance !== null && (
        <div className="mt-3">
          <FixSteps steps={guidance.fix} />
          <p className="mt-3 text-meta text-fg-muted">
            <span className="font-medium text-fg">Side effects. </span>
            <InlineCode text={guidance.sideEffects} />
          </p>
          <h3 className="mt-4 mb-1">Verify on the host</h3>
          <VerifySteps steps={guidance.verify} />
        </div>
      )}
      {control.note && (
        <p className="mt-2 text-meta text-fg-muted">
          <InlineCode text={control.note} />
        </p>
      )}
      <ul className="mt-3 flex flex-col gap-2">
        {stride.map(({ letter, kind, reason }) => (
          <li key={letter}>
            <span className="font-medium">
              <StrideName letter={letter} />
            </span>
            <span className="text-meta text-fg-subtle"> {kind === "mitigates" ? "limited by this check" : "only shown by this check"}</span>
            <p className="text-meta text-fg-muted">
              <InlineCode text={reason} />
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-2">
        <AppLink kind="action" href={`/controls/${encodeURIComponent(control.slug)}`} className="text-meta">
          This check on every host
        </AppLink>
      </p>
    </div>
  );
}
