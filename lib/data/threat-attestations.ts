import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";
import { actorName, recordAudit } from "./audit";
import { authorize } from "./authorize";
import { pool } from "./client";
import { lockAllHosts } from "./host-names";
import { recomputeExposures } from "./recompute-exposures";
import { type Sql, transaction } from "./transaction";

/** Longest time a statement holds; after it somebody must look again. */
const MOST_ATTESTED_DAYS = 366;
const DAY_MS = 86_400_000;

/** What a person states on a threat of a host. */
export interface NewAttestation {
  readonly says: "mitigated" | "unmitigated";
  readonly statement: string;
  /** http(s) address of the evidence; null for none. */
  readonly link: string | null;
  readonly file: { readonly name: string; readonly data: Buffer } | null;
  readonly until: Date;
}

/** A statement as lists show it; the file itself is asked for on its own. */
export interface Attestation {
  readonly id: number;
  readonly host: string;
  readonly says: "mitigated" | "unmitigated";
  readonly statement: string;
  readonly link: string | null;
  readonly fileName: string | null;
  readonly at: Date;
  readonly until: Date;
  readonly actor: string;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
}

/**
 * Attests a threat on hosts. It counts only where nothing decides the threat there, never against a fail, and ends at `until`.
 * Refuses a host that is not under the threat's model.
 */
export async function attestThreat(
  viewer: Viewer,
  threatId: number,
  hostIds: readonly number[],
  { says, statement, link, file, until }: NewAttestation,
): Promise<void> {
  authorize(viewer, "finding:attest");
  const now = Date.now();
  if (statement.trim() === "")
    throw new AppError("invalid-input", "Say what you looked at and what you found.", { detail: { field: "statement" } });
  if (until.getTime() <= now || until.getTime() > now + MOST_ATTESTED_DAYS * DAY_MS)
    throw new AppError("invalid-input", "Give a day within the next year; then somebody looks again.", { detail: { field: "until" } });
  if (link !== null && !/^https?:\/\/\S+$/.test(link))
    throw new AppError("invalid-input", "Give an address that begins with http:// or https://.", { detail: { field: "link" } });
  await transaction(async (sql) => {
    const hosts = await lockAllHosts(sql, hostIds);
    const { title, under } = await requireThreat(sql, threatId, hostIds);
    for (const host of hosts) {
      if (!under.has(host.id))
        throw new AppError("invalid-input", `${host.name} is not under this threat model.`, { detail: { field: "host" } });
      await sql.query(
        `insert into threat_attestation (threat_id, host_id, says, statement, link, file_name, file, at, until, actor)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [threatId, host.id, says, statement.trim(), link, file?.name ?? null, file?.data ?? null, new Date(now), until, actorName(viewer)],
      );
      await recordAudit(sql, viewer, {
        action: "threat.attest",
        object: `host ${host.name}`,
        after: { threat: title, says, statement, until },
      });
    }
    await recomputeExposures(sql, hostIds);
  });
}

async function requireThreat(
  sql: Sql,
  threatId: number,
  hostIds: readonly number[],
): Promise<{ title: string; under: ReadonlySet<number> }> {
  const { rows } = await sql.query<{ title: string; under: number[] | null }>(
    `select t.title, (select array_agg(host_id) from host_model m where m.model_id = t.model_id and m.host_id = any($2::int[])) as under
     from threat t where t.id = $1 and t.deleted_at is null`,
    [threatId, hostIds],
  );
  if (rows[0] === undefined) throw new AppError("not-found", "This threat is gone from its model.");
  return { title: rows[0].title, under: new Set(rows[0].under ?? []) };
}

/** Takes a statement back. It stays in the history. */
export async function withdrawAttestation(viewer: Viewer, id: number): Promise<void> {
  authorize(viewer, "finding:attest");
  await transaction(async (sql) => {
    const found = await sql.query<{ hostId: number }>('select host_id as "hostId" from threat_attestation where id = $1', [id]);
    const hostId = found.rows[0]?.hostId;
    if (hostId === undefined) throw new AppError("not-found", "There is no such attestation.");
    const [host] = await lockAllHosts(sql, [hostId]);
    const { rowCount } = await sql.query(
      "update threat_attestation set withdrawn_at = now(), withdrawn_by = $2 where id = $1 and withdrawn_at is null",
      [id, actorName(viewer)],
    );
    if (rowCount === 0) throw new AppError("conflict", "Somebody took this attestation back already.");
    await recordAudit(sql, viewer, {
      action: "threat.attest.withdraw",
      object: `host ${host?.name ?? hostId}`,
      before: { attestation: id },
    });
    await recomputeExposures(sql, [hostId]);
  });
}

/** Statements on a threat, newest first, those that ended or were taken back too; of one host when it is given. */
export async function listAttestations(viewer: Viewer, threatId: number, hostId: number | null, limit: number): Promise<Attestation[]> {
  authorize(viewer, "model:read");
  const { rows } = await pool().query<Attestation>(
    `select a.id, h.name as host, a.says, a.statement, a.link, a.file_name as "fileName", a.at, a.until, a.actor,
       a.withdrawn_at as "withdrawnAt", a.withdrawn_by as "withdrawnBy"
     from threat_attestation a join host h on h.id = a.host_id
     where a.threat_id = $1 and ($2::int is null or a.host_id = $2) order by a.at desc, a.id desc limit $3`,
    [threatId, hostId, limit],
  );
  return rows;
}

/** The file that was given as evidence, or null. */
export async function getAttestedFile(viewer: Viewer, id: number): Promise<{ readonly name: string; readonly data: Buffer } | null> {
  authorize(viewer, "model:read");
  const { rows } = await pool().query<{ name: string | null; data: Buffer | null }>(
    "select file_name as name, file as data from threat_attestation where id = $1",
    [id],
  );
  const row = rows[0];
  return row === undefined || row.name === null || row.data === null ? null : { name: row.name, data: row.data };
}
