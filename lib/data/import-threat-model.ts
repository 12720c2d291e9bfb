import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";
import { readThreatModelFile } from "@/lib/threats/exchange/read-exchange";
import { authorize } from "./authorize";
import { addThreatModel } from "./change-threat-model";

/** A model that was imported. */
export interface ImportedThreatModel {
  readonly slug: string;
  readonly format: string;
  /** What the file held that somebody should look at. */
  readonly remarks: readonly string[];
}

/** Stores a file of another tool as a new model, or refuses it with the path of the wrong field; then nothing is stored. */
export async function importThreatModel(viewer: Viewer, text: string): Promise<ImportedThreatModel> {
  authorize(viewer, "model:edit");
  const read = readThreatModelFile(text);
  if (!read.ok) throw new AppError("invalid-input", `${read.error.message} Nothing was stored.`, { detail: { ...read.error } });
  const { model, remarks, format } = read.value;
  const { slug } = await addThreatModel(viewer, model, `Imported from ${format}`);
  return { slug, format, remarks };
}
