import { FindingPanel } from "@/components/findings/finding-panel";
import type { FindingEntry } from "@/components/findings/finding-table";
import { threatHref } from "@/components/threats/threat-href";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { getControl } from "@/lib/catalogue/controls";
import { getGuidance } from "@/lib/catalogue/guidances";
import type { FindingMark } from "@/lib/data/finding-detail";
import type { FindingRow } from "@/lib/data/findings";
import { listThreatsOfControl } from "@/lib/data/threat-ids";
import { isFailing } from "@/lib/hardening/states";
import { hrefWith } from "@/lib/shared/read-filters";
import { TASK_STATUS_LABELS } from "@/lib/tasks/task-status";
import { decisionsOf, loadFinding, remarksOf } from "./load-finding";

/** A finding as tables and the panel take it. */
export function entryOf(finding: FindingRow, mark: FindingMark | undefined): Omit<FindingEntry, "href"> {
  const { id, state, number, title, stride, since, assignee, items } = finding;
  const { unconfirmed, acceptedUntil } = mark ?? { unconfirmed: null, acceptedUntil: null };
  return { id, state, number, title, stride, since, items, owner: assignee?.name ?? null, unconfirmed, acceptedUntil };
}

export interface OpenFindingProps {
  readonly viewer: Viewer;
  readonly finding: FindingRow;
  readonly closeHref: string;
  readonly now: Date;
}

/** The panel of a finding beside the list it was opened from. */
export async function OpenFinding({ viewer, finding, closeHref, now }: OpenFindingProps) {
  const [loaded, threats] = await Promise.all([
    loadFinding(viewer, finding),
    finding.control === null ? [] : listThreatsOfControl(viewer, finding.control),
  ]);
  if (loaded === null) return null;
  const { detail, evidence, history } = loaded;
  const assignable = detail.task === null && isFailing(finding.state) && may(viewer, "task:create");
  return (
    <FindingPanel
      finding={entryOf(finding, detail)}
      control={finding.control === null ? null : getControl(finding.control)}
      guidance={finding.control === null ? null : getGuidance(finding.control)}
      decisions={decisionsOf(detail)}
      remarks={remarksOf(detail)}
      evidence={evidence}
      threats={threats.map(({ model, threat, ref, title, required }) => ({ ref, title, required, href: threatHref(model, threat) }))}
      due={finding.dueOn}
      task={detail.task && { ...detail.task, status: TASK_STATUS_LABELS[detail.task.status] }}
      history={history}
      assignHref={assignable ? hrefWith("/tasks/new", { finding: finding.id }) : undefined}
      controlHref={`/controls/${encodeURIComponent(finding.key)}`}
      closeHref={closeHref}
      now={now}
    />
  );
}
