"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { deleteThreatModel } from "@/lib/data/change-threat-model";
import { formAction } from "@/lib/http/form-action";
import { AppError } from "@/lib/shared/app-error";
import { changedFields } from "@/lib/threats/edit/changed-fields";
import type { ModelEdit } from "@/lib/threats/edit/edit-schema";
import { boundaryEdits, defaultDiagram, elementEdits, flowEdits, noteEdits } from "@/lib/threats/edit/form-edits";
import { ELEMENT_KINDS } from "@/lib/threats/scales";
import { idOrNull, lines, MODEL_TARGET, neededWords, ticked, words, wordsOrNull, yesNoUnknown } from "../../form-fields";
import { modelOf, type SentForm, savedWords, saveEdits } from "../../save-edits";

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
  const edits: readonly ModelEdit[] = Object.keys(facts).length === 0 ? [] : [{ op: "set-facts", facts }];
  const after = await saveEdits(viewer, { model, version, ...wanted }, edits);
  return { message: savedWords(version, after) };
});

/** Saves something on a diagram and goes back to the list it stands in. */
async function back({ model }: SentForm, list: string, saved: number): Promise<never> {
  redirect(`/threats/${model}/edit?saved=${saved}#${list}` as Route);
}

const PART = { ...MODEL_TARGET, id: idOrNull } as const;
const name = neededWords(300, "Give it a name.");
const description = words(20_000);
const outOfScope = wordsOrNull(20_000);
const diagram = z.string().max(200).default("");

const Element = z.object({ ...PART, diagram, kind: z.enum(ELEMENT_KINDS), name, description, boundary: idOrNull, outOfScope });

export const submitElement = formAction(Element, async (viewer, { id, ...form }) => {
  const { model } = await modelOf(viewer, form);
  const { model: _, version: __, ...fields } = form;
  const edits = elementEdits(model, id, { ...fields, diagram: fields.diagram || defaultDiagram(model) });
  return back(form, "elements", await saveEdits(viewer, form, edits));
});

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

export const submitBoundary = formAction(Boundary, async (viewer, { id, ...form }) => {
  const { model } = await modelOf(viewer, form);
  const { model: _, version: __, ...fields } = form;
  const edits = boundaryEdits(model, id, { ...fields, diagram: fields.diagram || defaultDiagram(model) });
  return back(form, "boundaries", await saveEdits(viewer, form, edits));
});

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

export const submitFlow = formAction(Flow, async (viewer, { id, ...form }) => {
  if (id === null && (form.from === null || form.to === null)) {
    throw new AppError("invalid-input", "Choose where it begins and ends.", { detail: { field: form.from === null ? "from" : "to" } });
  }
  const { model } = await modelOf(viewer, form);
  const { model: _, version: __, ...fields } = form;
  return back(form, "flows", await saveEdits(viewer, form, flowEdits(model, id, fields)));
});

const Note = z.object({ ...PART, diagram, text: neededWords(20_000, "Write something first.") });

export const submitNote = formAction(Note, async (viewer, { id, ...form }) => {
  const { model } = await modelOf(viewer, form);
  const edits = noteEdits(model, id, { text: form.text, diagram: form.diagram || defaultDiagram(model) });
  return back(form, "notes", await saveEdits(viewer, form, edits));
});

const LISTS = { element: "elements", boundary: "boundaries", flow: "flows", note: "notes" } as const;
const Removal = z.object({ ...MODEL_TARGET, kind: z.enum(["element", "boundary", "flow", "note"]), id: z.string().min(1).max(200) });

export const submitRemovePart = formAction(Removal, async (viewer, { kind, id, ...form }) =>
  back(form, LISTS[kind], await saveEdits(viewer, form, [{ op: `remove-${kind}`, id }])),
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
