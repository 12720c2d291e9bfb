import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { type DecisionKind, deedOf } from "@/lib/hardening/decision";
import { groupBy } from "@/lib/shared/group-by";
import { authorize } from "./authorize";
import { pool } from "./client";
import type { RefusedFinding } from "./decide";
import { limitOf, type PlannedTask, readSelection, type SelectedFinding, subjectOf, type TaskSelection } from "./task-selection";
import { tryActs } from "./try-acts";

/** Items that can be accepted one by one. */
export interface NamedItem {
  readonly key: string;
  readonly name: string;
}

interface PlannedControl extends Omit<PlannedTask, "findings"> {
  /** By the host's name. */
  readonly findings: readonly SelectedFinding[];
}

export interface PlannedDecisions {
  /** One per control over the findings that take it. */
  readonly controls: readonly PlannedControl[];
  readonly left: readonly RefusedFinding[];
  /** Of a single control, what its findings name now; null where only the check as a whole can be accepted. */
  readonly items: readonly NamedItem[] | null;
  /** As many findings as the selection holds, those left out among them. */
  readonly selected: number;
  /** True when more were selected than one request may take; then nothing else is told. */
  readonly cut: boolean;
}

const LATER_MS = 86_400_000;

/** What a decision would come to on a selection now, asked of the very rule that will take it. Nothing is written. */
export async function previewDecision(viewer: Viewer, selection: TaskSelection, kind: DecisionKind): Promise<PlannedDecisions> {
  authorize(viewer, "risk:request");
  const found = await readSelection(pool(), viewer, selection);
  if (found.length > limitOf(selection)) return { controls: [], left: [], items: null, selected: found.length, cut: true };
  const at = Date.now();
  const deed = deedOf({ id: 0, kind, items: null, until: at + LATER_MS, reason: "a trial" });
  const refusals = new Map<number, string>();
  const items = new Map<string, NamedItem>();
  let whole = true;
  for (const { act, host, refusal } of await tryActs(
    pool(),
    found.map((finding) => ({ ...finding, deed })),
    at,
  )) {
    if (refusal !== null) {
      refusals.set(act.id, refusal);
      continue;
    }
    const finding = host.findings.get(act.key);
    whole &&= finding?.itemsWhole === true && finding.items.length > 0;
    for (const item of finding?.items ?? []) items.set(item.key, { key: item.key, name: item.name });
  }
  const controls = [
    ...groupBy(
      found.filter(({ id }) => !refusals.has(id)),
      (finding) => finding.key,
    ).values(),
  ].flatMap(planned);
  const left = found.flatMap(({ id, host, title }) => {
    const reason = refusals.get(id);
    return reason === undefined ? [] : [{ findingId: id, host, title, reason }];
  });
  const named = kind === "accept" && controls.length === 1 && whole && items.size > 0 ? [...items.values()] : null;
  return { controls, left, items: named, selected: found.length, cut: false };
}

function planned(findings: readonly SelectedFinding[]): PlannedControl[] {
  const [first] = findings;
  return first === undefined ? [] : [{ ...subjectOf(first), findings }];
}
