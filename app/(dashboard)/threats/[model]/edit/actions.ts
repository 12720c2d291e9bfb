"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { deleteThreatModel } from "@/lib/data/change-threat-model";
import { formAction } from "@/lib/http/form-action";
import { AppError } from "@/lib/shared/app-error";
import { changedFields, unlessEmpty } from "@/lib/threats/edit/changed-fields";
import type { ModelEdit } from "@/lib/threats/edit/edit-schema";
import { boundaryEdits, elementEdits, flowEdits, noteEdits } from "@/lib/threats/edit/form-edits";
import { ELEMENT_KINDS } from "@/lib/threats/scales";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { idOrNull, lines, MODEL_TARGET, neededWords, ticked, words, wordsOrNull, yesNoUnknown } from "../../form-fields";
import { modelOf, type SentForm, savedWords, saveEdits } from "../../save-edits";
import { PART_KINDS, PART_LISTS } from "./read-part";

const Facts = z.object({
  ...MODEL_TARGET,
  title: neededWords(200, "Give it a title."),
  prefix: words(5).pipe(z.string().regex(/^[A-Z][A-Z0-9]{0,4}$/, "One to five capital letters or digits, a letter first.")),
  description: words(20_000),
  owner: words(300),
  reviewer: words(300),
  contributors: lines(200, 300),
  evidence: z.array(z.enum(["docker", "kubernetes"])).default([]),
});

export const submitFacts = formAction(Facts, async (viewer, { model, version, ...wanted }) => {
  const stored = await modelOf(viewer, { model, version });
  const facts = changedFields(stored.model, wanted);
  const after = await saveEdits(viewer, { model, version, ...wanted }, unlessEmpty(facts, { op: "set-facts", facts }));
  return { message: savedWords(version, after) };
});

/** Goes back to the list that was changed. */
async function back({ model }: SentForm, list: string, saved: number): Promise<never> {
  redirect(`/threats/${model}/edit?saved=${saved}#${list}` as Route);
}

const PART = { ...MODEL_TARGET, id: idOrNull } as const;
const name = neededWords(300, "Give it a name.");
const description = words(20_000);
const outOfScope = wordsOrNull(20_000);
const diagram = z.string().max(200).default("");

interface PartForm extends SentForm {
  /** Null for something new. */
  readonly id: string | null;
}

/** The action of a form for one thing on a diagram: adds it or changes it, and goes back to the list it stands in. */
const partAction = <Form extends PartForm>(
  schema: z.ZodType<Form>,
  list: string,
  editsOf: (model: ThreatModel, id: string | null, fields: Omit<Omit<Form, "id">, keyof SentForm>) => readonly ModelEdit[],
) =>
  formAction(schema, async (viewer, { id, ...form }) => {
    const { model: _, version: __, ...fields } = form;
    const { model } = await modelOf(viewer, form);
    return back(form, list, await saveEdits(viewer, form, editsOf(model, id, fields)));
  });

const Element = z.object({ ...PART, diagram, kind: z.enum(ELEMENT_KINDS), name, description, boundary: idOrNull, outOfScope });

export const submitElement = partAction(Element, PART_LISTS.element, elementEdits);

const Boundary = z.object({
  ...PART,
  diagram,
  name,
  description,
  parent: idOrNull,
  trust: z
    .literal("")
    .transform(() => null)
    .or(z.coerce.number("A number from 0 to 100, or nothing.").min(0, "At least 0.").max(100, "At most 100.")),
});

export const submitBoundary = partAction(Boundary, PART_LISTS.boundary, boundaryEdits);

const Flow = z.object({
  ...PART,
  name: words(300),
  description,
  from: idOrNull,
  to: idOrNull,
  bidirectional: ticked,
  protocol: words(100),
  encrypted: yesNoUnknown,
  publicNetwork: yesNoUnknown,
  outOfScope,
});

export const submitFlow = partAction(Flow, PART_LISTS.flow, (model, id, fields) => {
  if (id === null && (fields.from === null || fields.to === null)) {
    throw new AppError("invalid-input", "Choose where it begins and ends.", { detail: { field: fields.from === null ? "from" : "to" } });
  }
  return flowEdits(model, id, fields);
});

const Note = z.object({ ...PART, diagram, text: neededWords(20_000, "Write something first.") });

export const submitNote = partAction(Note, PART_LISTS.note, noteEdits);

const Removal = z.object({ ...MODEL_TARGET, kind: z.enum(PART_KINDS), id: z.string().min(1).max(200) });

export const submitRemovePart = formAction(Removal, async (viewer, { kind, id, ...form }) =>
  back(form, PART_LISTS[kind], await saveEdits(viewer, form, [{ op: `remove-${kind}`, id }])),
);

const Deletion = z.object({ model: MODEL_TARGET.model, typedTitle: z.string().max(300) });

export const submitDeleteModel = formAction(Deletion, async (viewer, { model: slug, typedTitle }) => {
  const { model } = await modelOf(viewer, { model: slug, version: 0 });
  if (typedTitle.trim() !== model.title) {
    throw new AppError("invalid-input", "This is not its title. Type it as it stands above.", { detail: { field: "typedTitle" } });
  }
  await deleteThreatModel(viewer, slug);
  revalidatePath("/", "layout");
  redirect("/threats" as Route);
});
