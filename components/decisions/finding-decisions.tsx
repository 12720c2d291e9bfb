import { STATE_LOOK } from "@/components/marks/state-pill";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import { Time } from "@/components/ui/time";
import { toneClass } from "@/components/ui/tone";
import { DECISION_LABELS, type DecisionKind, type DecisionStanding } from "@/lib/hardening/decision";
import { scopeWords } from "@/lib/hardening/decision-scope";
import { counted } from "@/lib/shared/counted";
import { decisionHref } from "./decision-href";
import { StandingPill } from "./standing-pill";

/** A decision as the panel of a finding shows it. */
export interface DecisionLine {
  readonly id: number;
  readonly kind: DecisionKind;
  readonly standing: DecisionStanding;
  readonly items: readonly string[] | null;
  readonly hosts: number;
  readonly reason: string;
  readonly until: Date | null;
  readonly requestedBy: string;
  readonly decidedBy: string | null;
}

/** An item that fails. */
interface ItemStanding {
  readonly key: string;
  readonly name: string;
  readonly accepted: boolean;
}

export interface FindingDecisionsProps {
  readonly decisions: readonly DecisionLine[];
  /** The items that fail, where some are accepted and others are not; else null. */
  readonly partly: readonly ItemStanding[] | null;
  readonly now: Date;
}

/** What people decided about a finding: what, how long, by whom, why. */
export function FindingDecisions({ decisions, partly, now }: FindingDecisionsProps) {
  return (
    <>
      {partly && <PartlyAccepted items={partly} />}
      <ul className="flex flex-col gap-3 text-meta">
        {decisions.map((decision) => (
          <li key={decision.id}>
            <Line decision={decision} now={now} />
          </li>
        ))}
      </ul>
    </>
  );
}

const SHOWN_ITEMS = 20;

/** "Accepted for 2 of 4 items, 2 open", and which. What is open comes first. */
function PartlyAccepted({ items }: { readonly items: readonly ItemStanding[] }) {
  const open = items.filter(({ accepted }) => !accepted);
  const shown = [...open, ...items.filter(({ accepted }) => accepted)].slice(0, SHOWN_ITEMS);
  return (
    <div className="mb-3 text-meta">
      <p className="font-medium">
        Accepted for {items.length - open.length} of {items.length} items, {open.length} open
      </p>
      <ul className="mt-1">
        {shown.map(({ key, name, accepted }) => {
          const { icon: Icon, tone } = STATE_LOOK[accepted ? "accepted" : "open"];
          return (
            <li key={key} className={classNames("flex gap-2", toneClass(tone))}>
              <Icon size={14} className="mt-0.75 flex-none text-tone" />
              <span className="min-w-0 wrap-anywhere">
                <bdi>{name}</bdi> <span className="text-fg-subtle">{accepted ? "accepted" : "open"}</span>
              </span>
            </li>
          );
        })}
      </ul>
      {items.length > SHOWN_ITEMS && <p className="text-fg-subtle">and {items.length - SHOWN_ITEMS} more</p>}
    </div>
  );
}

function Line({ decision, now }: { readonly decision: DecisionLine; readonly now: Date }) {
  const { id, kind, standing, items, hosts, reason, until, requestedBy, decidedBy } = decision;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2">
        <AppLink kind="title" href={decisionHref(id)}>
          {DECISION_LABELS[kind]}
        </AppLink>
        <StandingPill standing={standing} />
      </p>
      <p className="text-fg-muted wrap-anywhere">
        {kind === "accept" && `For ${scopeWords(items)}. `}
        {until && (
          <>
            Until <Time at={until} now={now} as="day" /> (<Time at={until} now={now} />
            ).{" "}
          </>
        )}
        {decidedBy === null ? `Asked for by ${requestedBy}` : `By ${decidedBy}`}
        {decidedBy !== null && decidedBy !== requestedBy && `, asked for by ${requestedBy}`}
        {hosts > 1 && `, on ${counted(hosts, "host")}`}.
      </p>
      <p className="text-fg-muted wrap-anywhere">“{reason}”</p>
    </>
  );
}
