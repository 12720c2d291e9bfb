import "server-only";
import { type ThreatModel, threatRef } from "@/lib/threats/threat-model";
import { recomputeExposures } from "./recompute-exposures";
import type { Sql } from "./transaction";

/** A new version of a model. The caller has closed the models to everybody else. */
export interface NewVersion {
  readonly version: number;
  readonly document: ThreatModel;
  /** What was done, in one line, for the history. */
  readonly summary: string;
  readonly actor: string;
  readonly shipped: boolean;
  /** A person's work, which loading the program's own models must not overwrite. */
  readonly edited: boolean;
}

/** Stores a model's first version and answers its id; null when the slug is taken. */
export async function insertModel(sql: Sql, first: Omit<NewVersion, "version">): Promise<number | null> {
  const { document, actor, shipped, edited } = first;
  const { rows } = await sql.query<{ id: number }>(
    `insert into threat_model (slug, title, version, shipped, edited, evidence, document, updated_by) values ($1, $2, 1, $3, $4, $5, $6, $7)
     on conflict (slug) do nothing returning id`,
    [document.slug, document.title, shipped, edited, document.evidence, JSON.stringify(document), actor],
  );
  const id = rows[0]?.id ?? null;
  if (id !== null) await settleVersion(sql, id, { ...first, version: 1 }, null);
  return id;
}

/** Stores the next version of a model that is there, and takes it back if it was deleted. */
export async function updateModel(sql: Sql, id: number, next: NewVersion): Promise<void> {
  const { document, version, actor, edited } = next;
  const before = await fingerprint(sql, id);
  await sql.query(
    `update threat_model set title = $2, version = $3, edited = $4, evidence = $5, document = $6, updated_at = now(), updated_by = $7,
       deleted_at = null where id = $1`,
    [id, document.title, version, edited, document.evidence, JSON.stringify(document), actor],
  );
  await settleVersion(sql, id, next, before);
}

/** Takes a model out of use; its history and what was attested stay. */
export async function deleteModel(sql: Sql, id: number, actor: string): Promise<void> {
  await sql.query("update threat_model set deleted_at = now(), updated_at = now(), updated_by = $2 where id = $1", [id, actor]);
  await recomputeExposures(sql, null);
}

/** The history, the rows made of the document, and what follows from them on every host. `before`: what exposures followed from. */
async function settleVersion(
  sql: Sql,
  id: number,
  { version, document, summary, actor }: NewVersion,
  before: string | null,
): Promise<void> {
  await sql.query("insert into threat_model_revision (model_id, version, document, summary, actor) values ($1, $2, $3, $4, $5)", [
    id,
    version,
    JSON.stringify(document),
    summary,
    actor,
  ]);
  await writeThreats(sql, id, document);
  if (before !== (await fingerprint(sql, id))) await recomputeExposures(sql, null);
}

async function writeThreats(sql: Sql, id: number, model: ThreatModel): Promise<void> {
  const threats = model.threats.map((threat) => ({
    slug: threat.slug,
    ref: threatRef(model, threat),
    title: threat.title,
    stride: threat.stride,
  }));
  await sql.query(
    `with input as (select * from json_to_recordset($2::json) as t(slug text, ref text, title text, stride char(1))),
     gone as (update threat set deleted_at = now() where model_id = $1 and deleted_at is null and slug not in (select slug from input))
     insert into threat (model_id, slug, ref, title, stride) select $1, slug, ref, title, stride from input
     on conflict (model_id, slug) do update set ref = excluded.ref, title = excluded.title, stride = excluded.stride, deleted_at = null`,
    [id, JSON.stringify(threats)],
  );
  const links = model.threats.flatMap(({ slug, controls }) =>
    controls.map(({ control, kind, role }) => ({ slug, control, kind, required: role === "required" })),
  );
  await sql.query("delete from threat_control c using threat t where t.id = c.threat_id and t.model_id = $1", [id]);
  await sql.query(
    `insert into threat_control (threat_id, control, kind, required)
     select t.id, l.control, l.kind, l.required
     from json_to_recordset($2::json) as l(slug text, control text, kind text, required boolean)
     join threat t on t.model_id = $1 and t.slug = l.slug
     on conflict (threat_id, control) do nothing`,
    [id, JSON.stringify(links)],
  );
}

/** All that exposures follow from: whose evidence counts, which threats there are and which controls they require. */
async function fingerprint(sql: Sql, id: number): Promise<string | null> {
  const { rows } = await sql.query<{ print: string | null }>(
    `select md5(json_build_object('models', (select json_agg(json_build_array(evidence, deleted_at is null)) from threat_model where id = $1),
        'threats', (select json_agg(json_build_array(t.id, t.deleted_at is null,
          (select json_agg(c.control order by c.control) from threat_control c where c.threat_id = t.id and c.required)) order by t.id)
        from threat t where t.model_id = $1))::text) as print`,
    [id],
  );
  return rows[0]?.print ?? null;
}
