import "server-only";
import { revalidatePath } from "next/cache";
import type { Viewer } from "@/lib/access/viewer";
import { editThreatModel } from "@/lib/data/edit-threat-model";
import { getThreatModel, type StoredModel } from "@/lib/data/threat-models";
import { AppError } from "@/lib/shared/app-error";
import type { ModelEdit } from "@/lib/threats/edit/edit-schema";
import type { Threat } from "@/lib/threats/threat-model";

/** What a form sent: the model, the version it was drawn from, and its own fields. */
export interface SentForm {
  readonly model: string;
  readonly version: number;
}

/** The model that a form is about. */
export async function modelOf(viewer: Viewer, { model }: SentForm): Promise<StoredModel> {
  const stored = await getThreatModel(viewer, model);
  if (stored === null) throw new AppError("not-found", "There is no such threat model any more.");
  return stored;
}

/** The threat that a form is about, with its model. */
export async function threatOf(
  viewer: Viewer,
  form: SentForm,
  slug: string,
): Promise<{ readonly stored: StoredModel; readonly threat: Threat }> {
  const stored = await modelOf(viewer, form);
  const threat = stored.model.threats.find((each) => each.slug === slug);
  if (threat === undefined) throw new AppError("not-found", "Somebody took this threat out of the model in the meantime.");
  return { stored, threat };
}

/**
 * Saves what a form asks for and answers the version that holds it: the same as before when nothing changes. What is refused is said at
 * the field of the form where it has one of that name.
 */
export async function saveEdits(viewer: Viewer, form: SentForm, edits: readonly ModelEdit[]): Promise<number> {
  if (edits.length === 0) return form.version;
  try {
    const { version } = await editThreatModel(viewer, form.model, { version: form.version, edits });
    revalidatePath("/", "layout");
    return version;
  } catch (error) {
    throw atFormField(error, form);
  }
}

/** Edits name their fields with dots ("link.role"); forms by the last word. */
function atFormField(error: unknown, form: object): unknown {
  if (!(error instanceof AppError) || typeof error.detail.field !== "string") return error;
  const { field, ...detail } = error.detail;
  const name = String(field).split(".").at(-1) ?? "";
  return new AppError(error.code, error.message, { cause: error, detail: name in form ? { ...detail, field: name } : detail });
}

/** What a form that stays says after it was saved. */
export const savedWords = (before: number, after: number): string =>
  before === after ? "Nothing was changed." : `Saved as version ${after}.`;
