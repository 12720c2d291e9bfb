import "server-only";
import type { HostState } from "@/lib/hardening/host-state";
import { tryAct } from "@/lib/hardening/refuse-act";
import { groupBy } from "@/lib/shared/group-by";
import { loadHostState } from "./host-state";
import type { FindingAct } from "./record-acts";
import type { Sql } from "./transaction";

/** What an act would come to. */
export interface TriedAct<Act> {
  readonly act: Act;
  /** The host as it stands, without the act. */
  readonly host: HostState;
  /** Why it would have no effect, for people; null where it has one. */
  readonly refusal: string | null;
}

/** Asks of acts at an instant (epoch milliseconds) the very rule that will take them, each by itself. Nothing is written. */
export async function tryActs<Act extends FindingAct>(
  sql: Pick<Sql, "query">,
  acts: readonly Act[],
  at: number,
): Promise<readonly TriedAct<Act>[]> {
  const tried: TriedAct<Act>[] = [];
  for (const [hostId, own] of groupBy(acts, (act) => act.hostId)) {
    const host = await loadHostState(sql, { id: hostId, cursor: null });
    for (const act of own) {
      const { key, control, deed } = act;
      const { refusal } = tryAct(host, { ...deed, actId: Number.MAX_SAFE_INTEGER, at, key, control });
      tried.push({ act, host, refusal });
    }
  }
  return tried;
}
