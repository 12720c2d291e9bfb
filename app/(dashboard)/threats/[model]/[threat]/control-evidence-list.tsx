import { Ban, CircleDashed, CircleSlash, type LucideIcon, NotebookPen, Scale, ShieldCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { type Evidence, PrintedEvidence } from "@/components/findings/printed-evidence";
import { CheckTitle } from "@/components/marks/check-title";
import { StatePill } from "@/components/marks/state-pill";
import { controlHref } from "@/components/threats/control-names";
import { AppLink } from "@/components/ui/app-link";
import { Badge, StatusText } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { Tone } from "@/components/ui/tone";
import type { FindingState } from "@/lib/hardening/states";
import { CONTROL_STANDING_WORDS, type ControlStanding } from "@/lib/threats/control-standing";
import type { NamedControl } from "@/lib/threats/rule-words";
import type { Decision } from "./decisions-of";

/** A control of the threat on one host, with what its standing rests on. */
export interface ShownEvidence extends NamedControl {
  readonly role: "required" | "supporting";
  readonly standing: ControlStanding;
  /** Null where nothing is known of the control on this host. */
  readonly finding: { readonly state: FindingState; readonly href: string; readonly taskId: number | null } | null;
  readonly evidence: Evidence | null;
  readonly confirmed: boolean;
  readonly decisions: readonly Decision[];
}

const LOOK: Readonly<Record<ControlStanding, { readonly icon: LucideIcon; readonly tone: Tone }>> = {
  fail: { icon: TriangleAlert, tone: "red" },
  accepted: { icon: Scale, tone: "amber" },
  unassessed: { icon: CircleDashed, tone: "grey" },
  attestable: { icon: NotebookPen, tone: "amber" },
  pass: { icon: ShieldCheck, tone: "green" },
  cannot_pass: { icon: CircleSlash, tone: "grey" },
  not_applicable: { icon: Ban, tone: "grey" },
};

export interface ControlEvidenceListProps {
  readonly controls: readonly ShownEvidence[];
  /** Before the list: what is said of the host as a whole. */
  readonly children?: ReactNode;
  readonly now: Date;
}

/** What decided a threat on a host, control by control, down to the line of the log. Those that fail come first. */
export function ControlEvidenceList({ controls, children, now }: ControlEvidenceListProps) {
  const required = controls.filter(({ role }) => role === "required");
  const supporting = controls.filter(({ role }) => role === "supporting");
  const supportingWords = supporting.length === 1 ? "1 supporting control" : `${supporting.length} supporting controls`;
  return (
    <div id="decided" className="scroll-mt-24 border-l-2 border-border-soft pl-4">
      {children}
      <Controls controls={required} now={now} />
      {supporting.length > 0 && (
        <details className="border-t border-border pt-2">
          <summary className="flex min-h-6 cursor-pointer items-center text-meta font-medium text-accent hover:underline">
            {required.length === 0 ? supportingWords : `${supportingWords} beside them`}
          </summary>
          <Controls controls={supporting} now={now} />
        </details>
      )}
    </div>
  );
}

const Controls = ({ controls, now }: { readonly controls: readonly ShownEvidence[]; readonly now: Date }) => (
  <ul className="flex flex-col">
    {controls.map((control) => (
      <li key={control.slug} className="border-t border-border py-3 first:border-0">
        <ControlHead control={control} />
        <Basis control={control} now={now} />
      </li>
    ))}
  </ul>
);

function ControlHead({ control }: { readonly control: ShownEvidence }) {
  const { slug, number, title, role, standing, finding } = control;
  const { icon, tone } = LOOK[standing];
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <StatusText tone={tone} icon={icon}>
        {CONTROL_STANDING_WORDS[standing].label}
      </StatusText>
      <h3 className="min-w-0 text-body font-medium max-md:order-1 max-md:basis-full md:flex-1">
        <AppLink kind="row" href={controlHref(slug)}>
          <span className="mr-2 text-fg-subtle">{number}</span>
          <CheckTitle title={title} />
        </AppLink>
      </h3>
      <span className="flex gap-1">
        {finding !== null && (
          <AppLink kind="bare" href={finding.href} aria-label={`The finding of ${number} on this host`}>
            <StatePill state={finding.state} />
          </AppLink>
        )}
        <Badge tone={role === "required" ? "blue" : "grey"}>{role === "required" ? "Required" : "Supporting"}</Badge>
      </span>
    </div>
  );
}

function Basis({
  control: { standing, finding, evidence, confirmed, decisions },
  now,
}: {
  readonly control: ShownEvidence;
  readonly now: Date;
}) {
  const silent = standing === "unassessed" || standing === "cannot_pass";
  return (
    <div className="mt-1 text-meta">
      {silent && <p className="text-fg-muted">{CONTROL_STANDING_WORDS[standing].meaning}</p>}
      {!confirmed && <p className="text-fg-muted">The newest scan did not decide it; what an earlier one said holds.</p>}
      {decisions.map(({ what, until, reason }) => (
        <p key={`${what} ${reason}`} className="wrap-anywhere">
          {what}
          {until && (
            <>
              {" "}
              until <Time at={until} now={now} as="day" />
            </>
          )}
          : <span className="text-fg-muted">“{reason}”</span>
        </p>
      ))}
      {finding?.taskId && (
        <p>
          Open task: <AppLink href={`/tasks/${finding.taskId}`}>TSK-{finding.taskId}</AppLink>
        </p>
      )}
      {evidence !== null && (
        <div className="mt-2">
          <PrintedEvidence evidence={evidence} now={now} />
        </div>
      )}
    </div>
  );
}
