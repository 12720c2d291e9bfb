import "server-only";
import type { ThreatRule } from "@/lib/threats/host-exposure";
import type { Sql } from "./transaction";

/** A threat model as far as computing exposures needs it. */
export interface ModelRules {
  readonly id: number;
  readonly slug: string;
  /** Families of tools whose scans bring a host under the model. */
  readonly evidence: readonly string[];
  readonly threats: readonly ThreatRule[];
}

interface ModelVersion {
  readonly id: number;
  readonly slug: string;
  readonly version: number;
  readonly evidence: readonly string[];
}

/** Rules by model and version: a version never changes, so it is read once by each process. */
const known = new Map<string, readonly ThreatRule[]>();
const MOST_KNOWN = 200;

/** The models at work now, with their rules. The caller holds them, so that they stay. */
export async function modelsAtWork(sql: Sql): Promise<ModelRules[]> {
  const models = await listVersions(sql);
  const keyOf = ({ id, version }: ModelVersion) => `${id}/${version}`;
  const missing = models.filter((model) => !known.has(keyOf(model)));
  if (missing.length > 0) {
    if (known.size > MOST_KNOWN) known.clear();
    const read = await readRules(
      sql,
      missing.map(({ id }) => id),
    );
    for (const model of missing) known.set(keyOf(model), read.get(model.id) ?? []);
  }
  return models.map((model) => ({ ...model, threats: known.get(keyOf(model)) ?? [] }));
}

/** The same, read anew and not remembered: for a transaction that changes models and may yet be undone. */
export async function modelsBeingChanged(sql: Sql): Promise<ModelRules[]> {
  const models = await listVersions(sql);
  const rules = await readRules(
    sql,
    models.map(({ id }) => id),
  );
  return models.map((model) => ({ ...model, threats: rules.get(model.id) ?? [] }));
}

async function listVersions(sql: Sql): Promise<ModelVersion[]> {
  const { rows } = await sql.query<ModelVersion>({
    name: "models-at-work",
    text: "select id, slug, version, evidence from threat_model where deleted_at is null order by id",
    values: [],
  });
  return rows;
}

async function readRules(sql: Sql, modelIds: readonly number[]): Promise<Map<number, ThreatRule[]>> {
  const { rows } = await sql.query<{ modelId: number; threatId: number; required: string[] }>(
    `select t.model_id as "modelId", t.id as "threatId",
       coalesce(array_agg(c.control order by c.control) filter (where c.required), '{}') as required
     from threat t left join threat_control c on c.threat_id = t.id
     where t.model_id = any($1::int[]) and t.deleted_at is null
     group by t.model_id, t.id order by t.id`,
    [modelIds],
  );
  const rules = new Map<number, ThreatRule[]>();
  for (const { modelId, threatId, required } of rows) rules.set(modelId, [...(rules.get(modelId) ?? []), { threatId, required }]);
  return rules;
}
