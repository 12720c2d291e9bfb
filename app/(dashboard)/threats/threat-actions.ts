"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { getModelVersion } from "@/lib/data/threat-models";
import { formAction } from "@/lib/http/form-action";
import { STRIDE_LETTERS } from "@/lib/stride/categories";
import { changedFields, unlessEmpty } from "@/lib/threats/edit/changed-fields";
import type { ModelEdit } from "@/lib/threats/edit/edit-schema";
import { freshMitigationId } from "@/lib/threats/edit/form-edits";
import { CONFIDENCES, LINK_ROLES, RATINGS, REFERENCE_SOURCES } from "@/lib/threats/scales";
import { choiceOrNull, idOrNull, lines, MODEL_TARGET, neededWords, words, wordsOrNull } from "./form-fields";
import { modelOf, type SentForm, savedWords, saveEdits, threatOf } from "./save-edits";

const THREAT_FIELDS = {
  title: neededWords(300, "Give it a title."),
  stride: choiceOrNull(STRIDE_LETTERS),
  description: words(20_000),
  attackPath: lines(30, 2_000),
  elements: z.array(z.string().max(200)).max(200).default([]),
  likelihood: choiceOrNull(RATINGS),
  impact: choiceOrNull(RATINGS),
  uncovered: wordsOrNull(20_000),
} as const;

const NewThreat = z.object({ ...MODEL_TARGET, ...THREAT_FIELDS, stride: z.enum(STRIDE_LETTERS, "Choose a letter.") });

/** Adds a threat and goes on to its mitigations and controls. */
export const submitNewThreat = formAction(NewThreat, async (viewer, form) => {
  const { model, version: _, ...threat } = form;
  const version = await saveEdits(viewer, form, [{ op: "add-threat", threat }]);
  const stored = await modelOf(viewer, form);
  const added = (await getModelVersion(viewer, stored.id, version))?.threats.at(-1);
  redirect((added === undefined ? `/threats/${model}` : `${editHref(form, added.slug)}?saved=${version}`) as Route);
});

const OF_THREAT = { ...MODEL_TARGET, threat: z.string().min(1).max(80) } as const;

export const submitThreat = formAction(z.object({ ...OF_THREAT, ...THREAT_FIELDS }), async (viewer, form) => {
  const { model: _, version, threat: slug, ...wanted } = form;
  const { threat } = await threatOf(viewer, form, slug);
  const changes = changedFields(threat, wanted);
  const edits = unlessEmpty(changes, { op: "change-threat", threat: slug, changes });
  return { message: savedWords(version, await saveEdits(viewer, form, edits)) };
});

export const submitRemoveThreat = formAction(z.object(OF_THREAT), async (viewer, form) => {
  const version = await saveEdits(viewer, form, [{ op: "remove-threat", threat: form.threat }]);
  redirect(`/threats/${form.model}/edit?saved=${version}#threats` as Route);
});

const Mitigation = z.object({ ...OF_THREAT, id: idOrNull, text: neededWords(20_000, "Say what is to be done.") });

/** Adds a mitigation, or changes the words of one. */
export const submitMitigation = formAction(Mitigation, async (viewer, { id, ...form }) => {
  const { threat } = await threatOf(viewer, form, form.threat);
  const { text } = form;
  const before = threat.mitigations.find((mitigation) => mitigation.id === id);
  const edit: ModelEdit =
    id === null
      ? { op: "add-mitigation", threat: threat.slug, mitigation: { id: freshMitigationId(threat.mitigations), text } }
      : { op: "change-mitigation", threat: threat.slug, id, changes: { text } };
  return back(form, "mitigations", await saveEdits(viewer, form, before?.text === text ? [] : [edit]));
});

const MitigationId = z.object({ ...OF_THREAT, id: z.string().min(1).max(200) });

export const submitRemoveMitigation = formAction(MitigationId, async (viewer, { id, ...form }) =>
  back(form, "mitigations", await saveEdits(viewer, form, [{ op: "remove-mitigation", threat: form.threat, id }])),
);

const Link = z.object({
  ...OF_THREAT,
  control: z.string().min(1).max(200),
  kind: z.enum(["mitigates", "detects"], "Choose what it does."),
  role: z.enum(LINK_ROLES, "Choose whether it decides."),
  reason: neededWords(1_000, "Say in a sentence why it bears on this threat."),
  confidence: z.enum(CONFIDENCES, "Choose how sure you are."),
  mitigation: idOrNull,
});

/** Links a control to a threat, or changes how it bears on it. */
export const submitLink = formAction(Link, async (viewer, form) => {
  const { model: _, version: __, threat: slug, control, ...wanted } = form;
  const { threat } = await threatOf(viewer, form, slug);
  const before = threat.controls.find((link) => link.control === control);
  const changes = before === undefined ? wanted : changedFields(before, wanted);
  const edit: ModelEdit =
    before === undefined
      ? { op: "add-link", threat: slug, link: { control, ...wanted } }
      : { op: "change-link", threat: slug, control, changes };
  return back(form, "controls", await saveEdits(viewer, form, unlessEmpty(changes, edit)));
});

export const submitRemoveLink = formAction(z.object({ ...OF_THREAT, control: Link.shape.control }), async (viewer, { control, ...form }) =>
  back(form, "controls", await saveEdits(viewer, form, [{ op: "remove-link", threat: form.threat, control }])),
);

const Reference = z.object({
  ...OF_THREAT,
  source: z.enum(REFERENCE_SOURCES),
  id: words(100),
  title: neededWords(300, "Give it a title."),
  url: words(2_000).pipe(
    z.literal("").or(z.url({ protocol: /^https?$/, error: "An address that begins with https:// or http://, or nothing." })),
  ),
});

export const submitReference = formAction(Reference, async (viewer, form) => {
  const { source, id, title, url } = form;
  const { threat } = await threatOf(viewer, form, form.threat);
  const references = [...threat.references, { source, id, title, url }];
  const edit = { op: "change-threat", threat: threat.slug, changes: { references } } as const;
  return back(form, "references", await saveEdits(viewer, form, [edit]));
});

const Place = z.object({ ...OF_THREAT, place: z.coerce.number().int().min(0).max(99) });

export const submitRemoveReference = formAction(Place, async (viewer, { place, ...form }) => {
  const { threat } = await threatOf(viewer, form, form.threat);
  const references = threat.references.filter((_, index) => index !== place);
  const edit = { op: "change-threat", threat: threat.slug, changes: { references } } as const;
  return back(form, "references", await saveEdits(viewer, form, [edit]));
});

const editHref = ({ model }: SentForm, threat: string): string => `/threats/${model}/${threat}/edit`;

/** Goes back to the list on the threat's page that was changed. */
async function back(form: SentForm & { readonly threat: string }, list: string, saved: number): Promise<never> {
  redirect(`${editHref(form, form.threat)}?saved=${saved}#${list}` as Route);
}
