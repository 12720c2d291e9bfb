import "server-only";
import { wallClockToEpoch } from "@/lib/bench/wall-clock";
import type { LockedHost } from "./host-state";
import type { Sql } from "./transaction";

interface ScanToPlace {
  readonly id: number;
  readonly ranAt: Date;
  readonly digest: string;
  readonly wallClock: string | null;
  /** The scan of the host that came from the same run of the same bytes. */
  readonly sameBytes: number | null;
}

/** What became of scans: those that stand by themselves, and those that the host had already, by the scan that they are now. */
export interface PlacedScans {
  readonly placed: readonly number[];
  readonly united: ReadonlyMap<number, number>;
}

/**
 * Puts scans on a host, at the times its zone gives them; they may be its own already, when only the zone is another. One that the host
 * has (rules of evidence 1.5) is united with it. All hosts concerned are locked, and fold again after this.
 */
export async function placeScans(sql: Sql, host: Pick<LockedHost, "id" | "timeZone">, ids: readonly number[]): Promise<PlacedScans> {
  const taken = await residents(sql, host.id, ids);
  const united = new Map<number, number>();
  const placed = new Map<number, Date>();
  for (const scan of await toPlace(sql, host.id, ids)) {
    const ranAt = scan.wallClock === null ? scan.ranAt : new Date(wallClockToEpoch(scan.wallClock, host.timeZone ?? "UTC") ?? scan.ranAt);
    const twin = scan.sameBytes ?? taken.get(identity(ranAt, scan.digest));
    if (twin === undefined) {
      taken.set(identity(ranAt, scan.digest), scan.id);
      placed.set(scan.id, ranAt);
    } else united.set(scan.id, twin);
  }
  await unite(sql, host.id, united);
  await put(sql, host.id, placed);
  return { placed: [...placed.keys()], united };
}

const identity = (ranAt: Date, digest: string): string => `${ranAt.getTime()}-${digest}`;

/** The scans of the host that stay as they are, by their identity. */
async function residents(sql: Sql, hostId: number, ids: readonly number[]): Promise<Map<string, number>> {
  const { rows } = await sql.query<{ id: number; ranAt: Date; digest: string }>(
    `select id, ran_at as "ranAt", results_digest as digest from scan where host_id = $1 and not id = any($2::int[])
       and results_digest in (select results_digest from scan where id = any($2::int[]))`,
    [hostId, ids],
  );
  return new Map(rows.map(({ id, ranAt, digest }) => [identity(ranAt, digest), id]));
}

async function toPlace(sql: Sql, hostId: number, ids: readonly number[]): Promise<ScanToPlace[]> {
  const { rows } = await sql.query<ScanToPlace>(
    `select s.id, s.ran_at as "ranAt", s.results_digest as digest, s.wall_clock as "wallClock", (
       select min(there.scan_id) from scan_log own
         join scan_log there on there.host_id = $1 and there.digest = own.digest and there.run = own.run
       where own.scan_id = s.id and not there.scan_id = any($2::int[])
     ) as "sameBytes"
     from scan s where s.id = any($2::int[]) order by s.id`,
    [hostId, ids],
  );
  return rows;
}

/** Lets the uploads of united scans, and what refers to them, belong to the scan that stays. */
async function unite(sql: Sql, hostId: number, united: ReadonlyMap<number, number>): Promise<void> {
  if (united.size === 0) return;
  const pairs = [[...united.keys()], [...united.values()]];
  const twins = "unnest($1::int[], $2::int[]) as twin(gone, kept)";
  // One by one: two of the scans may bring the same bytes.
  for (const [gone, kept] of united) {
    await sql.query(
      `update scan_log l set scan_id = $2, host_id = $3 where scan_id = $1 and not exists (
         select 1 from scan_log o where o.digest = l.digest and o.scan_id <> l.scan_id
           and (o.scan_id = $2 or (o.host_id = $3 and o.run = l.run)))`,
      [gone, kept, hostId],
    );
  }
  await sql.query(`update task_target set verified_scan_id = kept from ${twins} where verified_scan_id = gone`, pairs);
  await sql.query(`update task_target set reopened_scan_id = kept from ${twins} where reopened_scan_id = gone`, pairs);
  await sql.query(`update unmapped_title set first_scan_id = kept from ${twins} where first_scan_id = gone`, pairs);
  await sql.query("delete from scan where id = any($1::int[])", [pairs[0]]);
}

async function put(sql: Sql, hostId: number, placed: ReadonlyMap<number, Date>): Promise<void> {
  if (placed.size === 0) return;
  const ids = [...placed.keys()];
  // A newest scan is of one host only, and the fold that follows writes it anew.
  await sql.query("update host set latest_scan_id = null where latest_scan_id = any($1::int[])", [ids]);
  // Out of the way first: on the way to its new time, a scan must not meet one that has yet to leave.
  await sql.query("update scan set ran_at = ran_at - interval '4000 years' where id = any($1::int[])", [ids]);
  await sql.query(
    `update scan set host_id = $3, ran_at = p.ran_at from unnest($1::int[], $2::timestamptz[]) as p(id, ran_at) where scan.id = p.id`,
    [ids, [...placed.values()], hostId],
  );
  await sql.query("update scan_log set host_id = $2 where scan_id = any($1::int[])", [ids, hostId]);
}
