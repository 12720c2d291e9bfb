import "server-only";
import { SHIPPED_MODELS } from "@/lib/threats/shipped-models";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { closeThreatModels } from "./threat-models-gate";
import { type Sql, transaction } from "./transaction";
import { insertModel, updateModel } from "./write-threat-model";

/** Who stands in the history for what the program did by itself. */
export const PROGRAM = "Bulkhead";

interface Stored {
  readonly id: number;
  readonly version: number;
  readonly edited: boolean;
  readonly deleted: boolean;
  readonly same: boolean;
}

/**
 * Brings the shipped threat models into the database and up to the program's state. A model that a person edited or deleted stays
 * as it is. Safe to call at every start, and by two instances at once.
 */
export async function loadThreatModels(): Promise<void> {
  for (const model of SHIPPED_MODELS) {
    await transaction(async (sql) => {
      await closeThreatModels(sql);
      await loadShipped(sql, model);
    });
  }
}

async function loadShipped(sql: Sql, document: ThreatModel): Promise<void> {
  const { rows } = await sql.query<Stored>(
    `select id, version, edited, deleted_at is not null as deleted, document = $2::jsonb as same from threat_model where slug = $1`,
    [document.slug, JSON.stringify(document)],
  );
  const stored = rows[0];
  const version = { document, actor: PROGRAM, shipped: true, edited: false };
  if (stored === undefined) await insertModel(sql, { ...version, summary: "Shipped with the program" });
  else if (!stored.edited && !stored.deleted && !stored.same) {
    await updateModel(sql, stored.id, { ...version, version: stored.version + 1, summary: "Brought up to date with the program" });
  }
}
