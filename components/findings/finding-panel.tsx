import { UserPlus } from "lucide-react";
import type { ReactNode } from "react";
import { DefectNotes } from "@/components/guidance/defect-notes";
import { StatePill } from "@/components/marks/state-pill";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { PanelBlock, SidePanel } from "@/components/ui/side-panel";
import { Time } from "@/components/ui/time";
import type { Control } from "@/lib/catalogue/control";
import type { Guidance } from "@/lib/catalogue/guidance";
import { STATE_FACTS } from "@/lib/hardening/states";
import { EditionNumbers } from "./edition-numbers";
import { FindingHistory } from "./finding-history";
import { type FindingEntry, OwnerName } from "./finding-table";
import type { HistoryStep } from "./finding-words";
import { PanelAdvice } from "./panel-advice";
import { type Evidence, PrintedEvidence } from "./printed-evidence";
import { StrideReasons } from "./stride-reasons";
import { UnconfirmedBadge } from "./unconfirmed-badge";

export interface FindingPanelProps {
  readonly finding: Omit<FindingEntry, "href">;
  /** Null for a check that no catalogue knows. */
  readonly control: Pick<Control, "judgement" | "numbers" | "note"> | null;
  readonly guidance: Guidance | null;
  /** What can be done now, as forms; null for people who may do nothing. */
  readonly acts: ReactNode;
  /** What people decided about it; null for nothing. */
  readonly decisions: ReactNode;
  /** Remarks on the state: "Its pass before had never failed". */
  readonly remarks: readonly string[];
  readonly evidence: Evidence | null;
  readonly due: Date | null;
  /** By when its service level has it fixed, and how late it is; null where no level speaks of it. */
  readonly target?: ReactNode;
  readonly task: { readonly id: number; readonly title: string; readonly status: string } | null;
  readonly history: { readonly steps: readonly HistoryStep[]; readonly cut: boolean };
  /** Threats the control bears on, required ones first. */
  readonly threats: readonly { readonly ref: string; readonly title: string; readonly href: string; readonly required: boolean }[];
  /** To make a task of it; absent for people who may not, and where there is one. */
  readonly assignHref: string | undefined;
  readonly controlHref: string;
  readonly closeHref: string;
  readonly now: Date;
}

/** A finding in depth, in the order in which one decides: what, why, who, on what evidence, how to mend it, what happened before. */
export function FindingPanel(props: FindingPanelProps) {
  const { finding, control, guidance, acts, decisions, remarks, evidence, history, assignHref, controlHref, closeHref, now } = props;
  return (
    <SidePanel
      label="Finding"
      title={
        <span tabIndex={-1} data-panel-title className="outline-none">
          {finding.title}
        </span>
      }
      head={
        <>
          <StatePill state={finding.state} />
          {finding.number && <span className="text-meta text-fg-muted">{finding.number}</span>}
        </>
      }
      closeHref={closeHref}
    >
      <p className="mt-1 text-meta text-fg-muted">{STATE_FACTS[finding.state].meaning}</p>
      {finding.unconfirmed && (
        <p className="mt-1">
          <UnconfirmedBadge why={finding.unconfirmed} />
        </p>
      )}
      {remarks.map((remark) => (
        <p key={remark} className="mt-1 text-meta text-fg-muted">
          {remark}
        </p>
      ))}
      <PanelBlock title="Why it matters">
        {control === null ? (
          <p className="text-meta text-fg-muted">
            No catalogue knows this check, so it takes no STRIDE letter and no severity. It is kept and counted all the same.
          </p>
        ) : (
          <StrideReasons judgement={control.judgement} />
        )}
      </PanelBlock>
      {props.threats.length > 0 && (
        <PanelBlock title="Bears on">
          <ul className="flex flex-wrap gap-x-3 gap-y-1 text-meta">
            {props.threats.map(({ ref, title, href, required }) => (
              <li key={href}>
                <AppLink href={href} title={title} aria-label={`${ref}, ${title}`}>
                  {ref}
                </AppLink>
                {!required && <span className="text-fg-subtle"> supporting</span>}
              </li>
            ))}
          </ul>
        </PanelBlock>
      )}
      <PanelBlock
        title="Owner and date"
        action={
          assignHref && (
            <ButtonLink href={assignHref} variant="primary" size="sm" icon={UserPlus}>
              Assign
            </ButtonLink>
          )
        }
      >
        <Ownership {...props} />
      </PanelBlock>
      {acts && <PanelBlock title="What to do">{acts}</PanelBlock>}
      {decisions && <PanelBlock title="Decisions">{decisions}</PanelBlock>}
      <PanelBlock title="Evidence">
        {evidence === null ? (
          <p className="text-meta text-fg-muted">No scan has tested it on this host; what is known of it was said by people.</p>
        ) : (
          <PrintedEvidence evidence={evidence} now={now} />
        )}
      </PanelBlock>
      {evidence !== null && evidence.defects.length > 0 && (
        <PanelBlock title="What the scanner gets wrong here">
          <DefectNotes defects={evidence.defects} />
        </PanelBlock>
      )}
      {control !== null && <PanelAdvice mitigation={control.judgement.mitigation} guidance={guidance} />}
      <PanelBlock title="History">
        <FindingHistory {...history} now={now} />
      </PanelBlock>
      {control !== null && <EditionNumbers numbers={control.numbers} note={control.note} />}
      <p className="pt-2 text-meta">
        <AppLink href={controlHref}>This check on all hosts</AppLink>
      </p>
    </SidePanel>
  );
}

function Ownership({ finding, task, due, target, now }: FindingPanelProps) {
  const rows: { term: string; description: ReactNode }[] = [
    { term: "Owner", description: <OwnerName name={finding.owner} /> },
    {
      term: "Due",
      description: due ? (
        <>
          <Time at={due} now={now} as="day" />{" "}
          <span className="text-fg-subtle">
            {due < now ? "(" : ""}
            <Time at={due} now={now} />
            {due < now ? ")" : ""}
          </span>
        </>
      ) : (
        <span className="text-fg-subtle">No date</span>
      ),
    },
    {
      term: "Task",
      description: task ? (
        <>
          <AppLink href={`/tasks/${task.id}`}>TSK-{task.id}</AppLink> <span className="text-fg-muted">{task.status.toLowerCase()}</span>
        </>
      ) : (
        <span className="text-fg-subtle">None open</span>
      ),
    },
    ...(target === undefined || target === null ? [] : [{ term: "Target", description: target }]),
    { term: "Since", description: <Time at={finding.since} now={now} as="stamp" /> },
  ];
  return <DescriptionList items={rows} />;
}
