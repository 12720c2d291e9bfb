import { type ActOffer, FindingActs } from "@/components/decisions/finding-acts";
import { FindingDecisions } from "@/components/decisions/finding-decisions";
import { FindingPanel } from "@/components/findings/finding-panel";
import type { FindingEntry } from "@/components/findings/finding-table";
import { LateMark } from "@/components/marks/late-mark";
import { threatHref } from "@/components/threats/threat-href";
import { Time } from "@/components/ui/time";
import { may, type Permission } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { getControl } from "@/lib/catalogue/controls";
import { getGuidance } from "@/lib/catalogue/guidances";
import { DECISION_PERMISSION } from "@/lib/data/decision-permission";
import type { FindingDetail, FindingMark } from "@/lib/data/finding-detail";
import type { FindingRow } from "@/lib/data/findings";
import { getServiceClock } from "@/lib/data/service-levels";
import { listThreatsOfControl } from "@/lib/data/threat-ids";
import { listPeople } from "@/lib/data/users";
import type { OfferedAct } from "@/lib/hardening/offered-acts";
import { type ServiceClock, targetOf } from "@/lib/hardening/service-levels";
import { isFailing } from "@/lib/hardening/states";
import { hrefWith } from "@/lib/shared/read-filters";
import { TASK_STATUS_LABELS } from "@/lib/tasks/task-status";
import { submitFindingAct } from "./actions";
import { loadFinding, remarksOf } from "./load-finding";

/** A finding as tables and the panel take it. */
export function entryOf(finding: FindingRow, mark: FindingMark | undefined): Omit<FindingEntry, "href"> {
  const { id, state, number, title, stride, since, assignee, items } = finding;
  const { unconfirmed, acceptedUntil } = mark ?? { unconfirmed: null, acceptedUntil: null };
  return { id, state, number, title, stride, since, items, owner: assignee?.name ?? null, unconfirmed, acceptedUntil };
}

/** By when its service level has it fixed, and how late it is. */
function targetMark(finding: FindingRow, clock: ServiceClock) {
  const target = targetOf(finding, clock.levels);
  return (
    target && (
      <>
        <Time at={target} now={clock.now} as="day" /> <LateMark finding={finding} clock={clock} />
      </>
    )
  );
}

export interface OpenFindingProps {
  readonly viewer: Viewer;
  readonly finding: FindingRow;
  readonly closeHref: string;
  readonly now: Date;
}

/** The panel of a finding beside the list it was opened from. */
export async function OpenFinding({ viewer, finding, closeHref, now }: OpenFindingProps) {
  const [loaded, threats, people, clock] = await Promise.all([
    loadFinding(viewer, finding, now),
    finding.control === null ? [] : listThreatsOfControl(viewer, finding.control),
    may(viewer, "risk:accept") ? listPeople(viewer) : null,
    getServiceClock(viewer, now),
  ]);
  if (loaded === null) return null;
  const { detail, evidence, history, decisions } = loaded;
  const offers = loaded.offers.flatMap((act) => offerFor(viewer, act));
  const assignable = detail.task === null && isFailing(finding.state) && may(viewer, "task:create");
  return (
    <FindingPanel
      finding={entryOf(finding, detail)}
      control={finding.control === null ? null : getControl(finding.control)}
      guidance={finding.control === null ? null : getGuidance(finding.control)}
      acts={
        offers.length > 0 && (
          <FindingActs
            key={finding.id}
            finding={finding}
            offers={offers}
            items={choosable(detail)}
            people={people?.filter(({ id }) => id !== viewer.userId).map(({ id, name }) => ({ id, name })) ?? null}
            today={now.toISOString().slice(0, 10)}
            action={submitFindingAct}
          />
        )
      }
      decisions={decisions.length > 0 && <FindingDecisions decisions={decisions} partly={partly(detail)} now={now} />}
      remarks={remarksOf(detail)}
      evidence={evidence}
      threats={threats.map(({ model, threat, ref, title, required }) => ({ ref, title, required, href: threatHref(model, threat) }))}
      due={finding.dueOn}
      target={targetMark(finding, clock)}
      task={detail.task && { ...detail.task, status: TASK_STATUS_LABELS[detail.task.status] }}
      history={history}
      assignHref={assignable ? hrefWith("/tasks/new", { finding: finding.id }) : undefined}
      controlHref={`/controls/${encodeURIComponent(finding.key)}`}
      closeHref={closeHref}
      now={now}
    />
  );
}

/** How somebody may do something: by themselves, by asking a lead, or not at all. */
function offerFor(viewer: Viewer, act: OfferedAct): ActOffer[] {
  const own = may(viewer, PERMISSION[act]);
  if (own) return [{ act, ask: false }];
  const askable = act === "accept" || act === "notApplicable";
  return askable && may(viewer, "risk:request") ? [{ act, ask: true }] : [];
}

const PERMISSION: Readonly<Record<OfferedAct, Permission>> = {
  start: "task:work",
  saysFixed: "task:work",
  accept: DECISION_PERMISSION.accept,
  attest: DECISION_PERMISSION.attest_pass,
  notApplicable: DECISION_PERMISSION.not_applicable,
  reopen: "finding:reopen",
};

/** What is not seen whole cannot be accepted one by one. */
const choosable = ({ items, itemsWhole }: FindingDetail) => {
  const open = items.filter(({ accepted }) => !accepted);
  return itemsWhole && open.length > 0 ? open : null;
};

/** The items, where some are accepted and others are not. */
function partly({ items }: FindingDetail) {
  const accepted = items.filter((item) => item.accepted).length;
  return accepted > 0 && accepted < items.length ? items : null;
}
