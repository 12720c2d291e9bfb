import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";
import { type Page, type PageRequest, toPage } from "@/lib/shared/page";
import { type ThreatModel, threatModelSchema } from "@/lib/threats/threat-model";
import { authorize } from "./authorize";
import { pool } from "./client";
import type { Sql } from "./transaction";

/** A threat model at its present version. */
export interface StoredModel {
  readonly id: number;
  readonly version: number;
  /** One of those that come with the program. */
  readonly shipped: boolean;
  /** A shipped model that a person changed. */
  readonly edited: boolean;
  readonly updatedAt: Date;
  readonly updatedBy: string;
  readonly model: ThreatModel;
}

type Row = Omit<StoredModel, "model">;

const COLUMNS = `id, version, shipped, edited, updated_at as "updatedAt", updated_by as "updatedBy"`;

/** Documents by model and version, oldest use first: a version never changes, so each is parsed once. */
const parsed = new Map<string, ThreatModel>();
const MOST_PARSED = 20;

async function documentOf(sql: Pick<Sql, "query">, { id, version }: Pick<Row, "id" | "version">): Promise<ThreatModel> {
  const key = `${id}/${version}`;
  const known = parsed.get(key);
  if (known !== undefined) {
    parsed.delete(key);
    parsed.set(key, known);
    return known;
  }
  const { rows } = await sql.query<{ document: unknown }>(
    "select document from threat_model_revision where model_id = $1 and version = $2",
    [id, version],
  );
  const model: ThreatModel = threatModelSchema.parse(rows[0]?.document);
  parsed.set(key, model);
  for (const oldest of parsed.keys()) if (parsed.size > MOST_PARSED) parsed.delete(oldest);
  return model;
}

/** All models by title, the shipped ones first. */
export async function listThreatModels(viewer: Viewer): Promise<StoredModel[]> {
  authorize(viewer, "model:read");
  const { rows } = await pool().query<Row>(`select ${COLUMNS} from threat_model where deleted_at is null order by shipped desc, title, id`);
  return Promise.all(rows.map(async (row) => ({ ...row, model: await documentOf(pool(), row) })));
}

/** A page of models by their age, oldest first. */
export async function pageThreatModels(viewer: Viewer, { cursor, limit }: PageRequest): Promise<Page<StoredModel>> {
  authorize(viewer, "model:read");
  const after = cursor === null ? 0 : Number(cursor);
  if (!Number.isSafeInteger(after)) throw new AppError("invalid-input", "This cursor is not from here.", { detail: { field: "cursor" } });
  const { rows } = await pool().query<Row>(
    `select ${COLUMNS} from threat_model where deleted_at is null and id > $1 order by id limit $2`,
    [after, limit + 1],
  );
  const page = toPage(
    rows,
    limit,
    ({ id }) => String(id),
    (row) => row,
  );
  return { ...page, items: await Promise.all(page.items.map(async (row) => ({ ...row, model: await documentOf(pool(), row) }))) };
}

/** The model with that slug; refuses when there is none. */
export async function requireThreatModel(viewer: Viewer, slug: string): Promise<StoredModel> {
  const stored = await getThreatModel(viewer, slug);
  if (stored === null) throw new AppError("not-found", `There is no threat model called ${slug}.`);
  return stored;
}

/** The model with that slug, or null. */
export async function getThreatModel(viewer: Viewer, slug: string): Promise<StoredModel | null> {
  authorize(viewer, "model:read");
  return readModel(pool(), slug);
}

/** The same inside a transaction, for writers who have closed the models. */
export async function readModel(sql: Pick<Sql, "query">, slug: string): Promise<StoredModel | null> {
  const { rows } = await sql.query<Row>(`select ${COLUMNS} from threat_model where slug = $1 and deleted_at is null`, [slug]);
  const row = rows[0];
  return row === undefined ? null : { ...row, model: await documentOf(sql, row) };
}

/** One step in the history of a model, newest first. */
export interface ModelRevision {
  readonly version: number;
  readonly summary: string;
  readonly at: Date;
  readonly actor: string;
}

/** What was done to a model: the newest `limit` versions before `before`. */
export async function listModelRevisions(
  viewer: Viewer,
  modelId: number,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<ModelRevision[]> {
  authorize(viewer, "model:read");
  const { rows } = await pool().query<ModelRevision>(
    `select version, summary, at, actor from threat_model_revision
     where model_id = $1 and ($2::int is null or version < $2) order by version desc limit $3`,
    [modelId, before, limit],
  );
  return rows;
}

/** The document as it was at a version, or null. */
export async function getModelVersion(viewer: Viewer, modelId: number, version: number): Promise<ThreatModel | null> {
  authorize(viewer, "model:read");
  const { rows } = await pool().query("select 1 from threat_model_revision where model_id = $1 and version = $2", [modelId, version]);
  return rows.length === 0 ? null : documentOf(pool(), { id: modelId, version });
}
