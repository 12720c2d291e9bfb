import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "@/lib/shared/app-error";
import { type ExchangeFormat, readThreatModelFile } from "@/lib/threats/exchange/read-exchange";
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
  const { slug } = await addThreatModel(viewer, model, importSummary(format, remarks));
  return { slug, format, remarks };
}

const FORMAT_NAMES: Readonly<Record<ExchangeFormat, string>> = { "threat-dragon": "Threat Dragon", otm: "an Open Threat Model" };
const MOST_REMARKS = 100;

/** What the history keeps of an import: one line, then one for each remark, so that they can be read later too. */
function importSummary(format: ExchangeFormat, remarks: readonly string[]): string {
  const kept = remarks.slice(0, MOST_REMARKS).map((remark) => remark.replace(/\s+/g, " ").slice(0, 500));
  const more = remarks.length > MOST_REMARKS ? [`And ${remarks.length - MOST_REMARKS} more remarks.`] : [];
  return [`Imported from ${FORMAT_NAMES[format]}`, ...kept, ...more].join("\n");
}
