import "server-only";
import { itemKey } from "@/lib/catalogue/item-key";
import type { Sql } from "./transaction";

/** The scan after which the last of some items was named no more. */
export interface CuringScan {
  readonly scanId: number;
  readonly at: Date;
}

/** Longer histories of one finding than this are looked at from their newest end only. */
const MOST_EVENTS = 1_000;

/** The newest scan of a host that cured one of these items of a control; null when the finding's history tells of none. */
export async function scanThatCured(sql: Sql, hostId: number, key: string, items: readonly string[]): Promise<CuringScan | null> {
  const { rows } = await sql.query<CuringScan & { readonly lost: readonly string[] }>(
    `select e.scan_id as "scanId", e.at, to_json(e.items_lost) as lost from finding_event e join finding f on f.id = e.finding_id
     where f.host_id = $1 and f.key = $2 and e.scan_id is not null and cardinality(e.items_lost) > 0 order by e.seq desc limit $3`,
    [hostId, key, MOST_EVENTS],
  );
  const found = rows.find(({ lost }) => lost.some((name) => items.includes(itemKey(name))));
  return found === undefined ? null : { scanId: found.scanId, at: found.at };
}
