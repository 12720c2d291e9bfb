import "server-only";
import type { Finding } from "@/lib/hardening/finding";
import type { Covering, HostState } from "@/lib/hardening/host-state";
import type { Position } from "@/lib/hardening/steps";
import { holdThreatModels } from "./threat-models-gate";
import type { Sql } from "./transaction";

/** The host row that every write to a host holds locked, so that uploads and acts on one host queue up. */
export interface LockedHost {
  readonly id: number;
  readonly name: string;
  readonly timeZone: string | null;
  readonly cursor: Position | null;
  /** Null for a host in service. */
  readonly retiredAt: Date | null;
  /** Of the sample fleet. */
  readonly sample: boolean;
}

const HOST_COLUMNS = 'id, name, time_zone as "timeZone", cursor, retired_at as "retiredAt", sample';

/** Locks the host that has this name, or had it, until the transaction ends, and makes it first if nobody knows it yet. */
export async function lockHostByName(sql: Sql, name: string): Promise<LockedHost> {
  await holdThreatModels(sql);
  const find = () =>
    sql.query<LockedHost>({ name: "lock-host", text: `select ${HOST_COLUMNS} from host where name = $1 for update`, values: [name] });
  const known = (await find()).rows[0] ?? (await lockByAlias(sql, name));
  if (known !== undefined) return known;
  // Two first uploads of one host: the second waits here for the first and then finds its row.
  await sql.query("insert into host (name) values ($1) on conflict (name) do nothing", [name]);
  const made = (await find()).rows[0];
  if (made === undefined) throw new Error("the host went away while it was being made");
  return made;
}

async function lockByAlias(sql: Sql, name: string): Promise<LockedHost | undefined> {
  const { rows } = await sql.query<LockedHost>(
    `select ${HOST_COLUMNS} from host where id = (select host_id from host_alias where name = $1) for update`,
    [name],
  );
  return rows[0];
}

/** Locks hosts in the order of their ids: two writers that lock several never wait for each other in a circle. */
export async function lockHosts(sql: Sql, ids: readonly number[]): Promise<LockedHost[]> {
  await holdThreatModels(sql);
  const { rows } = await sql.query<LockedHost>(`select ${HOST_COLUMNS} from host where id = any($1::int[]) order by id for update`, [ids]);
  return rows;
}

interface StoredCovering {
  readonly scanId: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly tool: string;
  readonly edition: string | null;
  readonly keys: readonly string[];
}

/**
 * What the fold needs to take the next step on a locked host; of a host that is not locked, how it stood a moment ago. One statement, and
 * two texts to parse instead of many rows.
 */
export async function loadHostState(sql: Pick<Sql, "query">, host: Pick<LockedHost, "id" | "cursor">): Promise<HostState> {
  const { rows } = await sql.query<{ findings: readonly Finding[] | null; coverings: readonly StoredCovering[] | null }>({
    name: "load-host-state",
    text: `select (select json_agg(fold) from finding where host_id = $1) as findings,
      (select json_agg(json_build_object('scanId', h.scan_id, 'at', (extract(epoch from h.ran_at) * 1000)::bigint, 'tool', h.tool,
         'edition', h.edition, 'keys', to_json(c.keys)) order by h.ran_at, h.scan_id)
       from host_coverage h join coverage_set c on c.id = h.coverage_id where h.host_id = $1) as coverings`,
    values: [host.id],
  });
  return {
    findings: new Map((rows[0]?.findings ?? []).map((finding) => [finding.key, finding])),
    coverings: (rows[0]?.coverings ?? []).map((covering): Covering => ({ ...covering, keys: new Set(covering.keys) })),
    cursor: host.cursor,
  };
}
