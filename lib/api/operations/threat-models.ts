import { z } from "zod";
import { STRIDE_LETTERS } from "@/lib/stride/categories";
import { modelEditSchema } from "@/lib/threats/edit/edit-schema";
import { EXPOSURES } from "@/lib/threats/exposure-words";
import { operation } from "../operation";
import { pageOf, pageQuery } from "../schemas";
import { addedModel, modelCoverage, threatExposure, threatModel } from "../threat-schemas";

const params = z.object({ slug: z.string().min(1).max(200) });

export const listThreatModels = operation({
  method: "get",
  path: "/threat-models",
  summary: "All threat models with their threats and how many hosts each is open on",
  permission: "model:read",
  query: pageQuery,
  answers: { 200: { description: "A page of threat models", schema: pageOf(threatModel) } },
});

export const getThreatModel = operation({
  method: "get",
  path: "/threat-models/{slug}",
  summary: "One threat model; with `format` as a file of OWASP Threat Dragon 2 or Open Threat Model 0.2.0",
  permission: "model:read",
  params,
  query: z.object({ format: z.enum(["threat-dragon", "otm"]).optional() }),
  answers: { 200: { description: "The threat model", schema: threatModel } },
});

export const listExposure = operation({
  method: "get",
  path: "/threat-models/{slug}/exposure",
  summary: "Every threat on every host under the model, with the required controls that decide it",
  permission: "model:read",
  params,
  query: pageQuery.extend({
    host: z.string().max(200).optional(),
    threat: z.string().max(200).optional().describe("Slug of a threat"),
    stride: z.enum(STRIDE_LETTERS).optional(),
    exposure: z
      .string()
      .max(200)
      .optional()
      .describe(`Comma-separated: ${EXPOSURES.join(", ")}`),
  }),
  answers: { 200: { description: "A page of threats on hosts", schema: pageOf(threatExposure) } },
});

export const getCoverage = operation({
  method: "get",
  path: "/threat-models/{slug}/coverage",
  summary: "What checks cover: threats by letter, threats by element and letter, and controls that bear on no threat",
  permission: "model:read",
  params,
  answers: { 200: { description: "The coverage", schema: modelCoverage } },
});

export const addThreatModel = operation({
  method: "post",
  path: "/threat-models",
  summary: "Import a threat model. A file that does not fit is refused with the path of the wrong field, and nothing is stored",
  permission: "model:edit",
  rawBody: { description: "OWASP Threat Dragon 2 (or 1) or Open Threat Model 0.2.0, at most 5 MB", mediaTypes: ["application/json"] },
  answers: { 201: { description: "Imported", schema: addedModel } },
});

export const updateThreatModel = operation({
  method: "patch",
  path: "/threat-models/{slug}",
  summary: "Edit a threat model: all edits or none, as one new version. Refused with 409 when `version` is not the newest",
  permission: "model:edit",
  params,
  body: z.strictObject({ version: z.int().min(1), edits: z.array(modelEditSchema).min(1).max(500) }),
  answers: { 200: { description: "Stored", schema: z.object({ version: z.int() }) } },
});

export const deleteThreatModel = operation({
  method: "delete",
  path: "/threat-models/{slug}",
  summary: "Take a threat model out of use. Its history stays",
  permission: "model:edit",
  params,
  answers: { 204: { description: "Gone" } },
});
