"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { editThreatModel } from "@/lib/data/edit-threat-model";
import { formAction } from "@/lib/http/form-action";
import { type ModelEdit, modelEditSchema } from "@/lib/threats/edit/edit-schema";

/** One sitting at the editor; far more than a person makes. */
const MOST_EDITS = 5_000;

const Diagram = z.object({
  model: z.string().max(80),
  version: z.coerce.number().int().min(1),
  edits: z
    .string()
    .max(900_000, "These are too many changes for one save.")
    .transform((text, context): readonly ModelEdit[] => {
      const read = z.array(modelEditSchema).min(1).max(MOST_EDITS).safeParse(fromJson(text));
      if (read.success) return read.data;
      const [issue] = read.error.issues;
      context.addIssue({ code: "custom", message: `A change is not as it should be at ${issue?.path.join(".")}: ${issue?.message}` });
      return z.NEVER;
    }),
});

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Stores what was drawn as one new version, and answers its number. */
export const saveDiagram = formAction(Diagram, async (viewer, { model, version, edits }) => {
  const saved = await editThreatModel(viewer, model, { version, edits });
  revalidatePath(`/threats/${model}`, "layout");
  return { result: { version: String(saved.version) } };
});
