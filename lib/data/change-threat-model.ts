import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";
import { RESERVED_MODEL_SLUGS } from "@/lib/threats/reserved-slugs";
import { SHIPPED_MODELS } from "@/lib/threats/shipped-models";
import { type ThreatModel, threatModelSchema } from "@/lib/threats/threat-model";
import { actorName, recordAudit } from "./audit";
import { authorize } from "./authorize";
import { storable } from "./storable";
import { getModelVersion, getThreatModel, readModel, type StoredModel } from "./threat-models";
import { closeThreatModels } from "./threat-models-gate";
import { type Sql, transaction } from "./transaction";
import { deleteModel, insertModel, updateModel } from "./write-threat-model";

/** What a change makes of a model, and how the history tells it. */
export interface ModelChangeMade {
  readonly model: ThreatModel;
  readonly summary: string;
}

/**
 * Changes a model in one transaction: the document, its history, and every exposure that follows. `read` is the version the editor
 * saw; where somebody saved another since, nothing is stored.
 */
export async function changeThreatModel(
  viewer: Viewer,
  slug: string,
  read: number,
  change: (model: ThreatModel) => ModelChangeMade,
): Promise<{ readonly version: number }> {
  authorize(viewer, "model:edit");
  return transaction(async (sql) => {
    const stored = await openForChange(sql, slug);
    refuseOvertaken(stored, read);
    const { model, summary } = change(stored.model);
    const document: ThreatModel = storable(threatModelSchema.parse({ ...model, slug }));
    return saveNext(sql, viewer, stored, { document, summary, edited: true });
  });
}

/** Makes a model again what it was at `version`, as a new version. What came in between stays in the history. */
export async function restoreModelVersion(
  viewer: Viewer,
  slug: string,
  read: number,
  version: number,
): Promise<{ readonly version: number }> {
  const stored = await getThreatModel(viewer, slug);
  const model = stored === null ? null : await getModelVersion(viewer, stored.id, version);
  if (model === null) throw new AppError("not-found", `There is no version ${version} of this model.`);
  return changeThreatModel(viewer, slug, read, () => ({ model, summary: `Restored version ${version}` }));
}

/** Makes a shipped model again what the program ships. What people had made of it stays in the history. */
export async function resetThreatModel(viewer: Viewer, slug: string, read: number): Promise<{ readonly version: number }> {
  authorize(viewer, "model:edit");
  const document = SHIPPED_MODELS.find((model) => model.slug === slug);
  if (document === undefined) throw new AppError("invalid-input", "Only a model that comes with the program can be reset to it.");
  return transaction(async (sql) => {
    const stored = await openForChange(sql, slug);
    refuseOvertaken(stored, read);
    return saveNext(sql, viewer, stored, { document, summary: "Reset to the model that comes with the program", edited: false });
  });
}

/** Adds a model, made here or imported. The slug gets a number when it is taken, also by a deleted one or by a page. */
export async function addThreatModel(viewer: Viewer, model: ThreatModel, summary: string): Promise<{ readonly slug: string }> {
  authorize(viewer, "model:edit");
  return transaction(async (sql) => {
    await closeThreatModels(sql);
    for (let n = 1; ; n++) {
      const slug = n === 1 ? model.slug : `${model.slug.slice(0, 70).replace(/-$/, "")}-${n}`;
      if (RESERVED_MODEL_SLUGS.has(slug)) continue;
      const document: ThreatModel = storable(threatModelSchema.parse({ ...model, slug }));
      const first = { document, summary, actor: actorName(viewer), shipped: false, edited: true };
      if ((await insertModel(sql, first)) === null) continue;
      await recordAudit(sql, viewer, { action: "model.add", object: `threat model ${slug}`, after: { title: model.title, summary } });
      return { slug };
    }
  });
}

/** Takes a model out of use. Its history stays. */
export async function deleteThreatModel(viewer: Viewer, slug: string): Promise<void> {
  authorize(viewer, "model:edit");
  await transaction(async (sql) => {
    const stored = await openForChange(sql, slug);
    await deleteModel(sql, stored.id, actorName(viewer));
    await recordAudit(sql, viewer, { action: "model.delete", object: `threat model ${slug}`, before: { version: stored.version } });
  });
}

function refuseOvertaken({ version, updatedBy }: StoredModel, read: number): void {
  if (version === read) return;
  throw new AppError(
    "conflict",
    `${updatedBy} saved version ${version} of this model in the meantime; yours began from version ${read}. Nothing was stored.`,
    { detail: { version } },
  );
}

async function openForChange(sql: Sql, slug: string): Promise<StoredModel> {
  await closeThreatModels(sql);
  const stored = await readModel(sql, slug);
  if (stored === null) throw new AppError("not-found", "There is no such threat model any more.");
  return stored;
}

async function saveNext(
  sql: Sql,
  viewer: Viewer,
  stored: StoredModel,
  { document, summary, edited }: { readonly document: ThreatModel; readonly summary: string; readonly edited: boolean },
): Promise<{ readonly version: number }> {
  const version = stored.version + 1;
  await updateModel(sql, stored.id, { document, version, summary, actor: actorName(viewer), shipped: stored.shipped, edited });
  await recordAudit(sql, viewer, {
    action: "model.edit",
    object: `threat model ${stored.model.slug}`,
    before: { version: stored.version },
    after: { version, summary },
  });
  return { version };
}
