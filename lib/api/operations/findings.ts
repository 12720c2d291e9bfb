import { z } from "zod";
import { SEVERITIES } from "@/lib/catalogue/judgement";
import { LATE_STANDINGS } from "@/lib/hardening/service-levels";
import { STRIDE_LETTERS } from "@/lib/stride/categories";
import { decisionEnd, decisionItems, decisionReason } from "../decision-schemas";
import { operation } from "../operation";
import { control, controlDetail, finding, findingState, idParams, level, pageOf, pageQuery } from "../schemas";

export const listFindings = operation({
  method: "get",
  path: "/findings",
  summary: "Findings across hosts",
  permission: "finding:read",
  query: pageQuery.extend({
    state: z
      .string()
      .max(200)
      .optional()
      .describe(`Comma-separated: ${findingState.options.join(", ")}`),
    stride: z.string().max(20).optional().describe("Comma-separated letters; matches any letter of a finding"),
    primary: z.string().max(20).optional().describe("Comma-separated letters; matches the primary letter only, as totals count it"),
    severity: z
      .string()
      .max(60)
      .optional()
      .describe(`Comma-separated: ${SEVERITIES.join(", ")}`),
    control: z.string().max(2_000).optional().describe("Comma-separated keys of controls or of unmapped titles"),
    host: z.string().max(200).optional(),
    env: z.string().max(200).optional().describe("Environment of the host"),
    label: z.string().max(200).optional().describe("A label of the host"),
    section: z.string().max(200).optional().describe("Comma-separated sections of the newest numbering, or `unmapped`"),
    q: z.string().max(200).optional().describe("A number of any edition, or words of a title"),
    level: z
      .string()
      .max(40)
      .optional()
      .describe(`Comma-separated: ${level.options.join(", ")}`),
    sla: z
      .string()
      .max(40)
      .optional()
      .describe(`Comma-separated standings against the service levels: ${LATE_STANDINGS.join(", ")}`),
    assignee: z.string().max(320).optional().describe("An e-mail address, `me`, or `none`"),
  }),
  answers: { 200: { description: "A page of findings", schema: pageOf(finding) } },
});

export const getFinding = operation({
  method: "get",
  path: "/findings/{id}",
  summary: "One finding",
  permission: "finding:read",
  params: idParams,
  answers: { 200: { description: "The finding", schema: finding } },
});

export const actOnFinding = operation({
  method: "patch",
  path: "/findings/{id}",
  summary: "Start work, say that it is fixed, reopen, accept, exclude or attest. Nobody sets `hardened`: only a scan does",
  permission: "task:work",
  params: idParams,
  body: z.discriminatedUnion("act", [
    z.strictObject({ act: z.literal("start") }),
    z.strictObject({ act: z.literal("says_fixed") }),
    z.strictObject({ act: z.literal("reopen"), reason: decisionReason }),
    z.strictObject({ act: z.literal("accept"), reason: decisionReason, until: decisionEnd, items: decisionItems.optional() }),
    z.strictObject({ act: z.literal("not_applicable"), reason: decisionReason }),
    z.strictObject({ act: z.literal("attest_pass"), reason: decisionReason, until: decisionEnd }),
    z.strictObject({ act: z.literal("attest_fail"), reason: decisionReason, until: decisionEnd }),
  ]),
  answers: {
    200: {
      description:
        "The finding as it is now. `decision` is the number of what was decided; where `requested` is true a lead has to approve it",
      schema: finding.extend({ decision: z.int().nullable(), requested: z.boolean() }),
    },
    409: { description: "It has no effect there; `detail` says why" },
  },
});

export const listControls = operation({
  method: "get",
  path: "/controls",
  summary: "The catalogue: what checks test, whatever their number",
  permission: "finding:read",
  query: pageQuery.extend({
    q: z.string().trim().min(1).max(200).optional().describe("A number of any edition, or words of any title"),
    family: z.enum(["docker", "kubernetes"]).optional(),
    stride: z.enum(STRIDE_LETTERS).optional().describe("Any letter of a control"),
    severity: z.enum(SEVERITIES).optional(),
  }),
  answers: { 200: { description: "A page of controls", schema: pageOf(control) } },
});

export const getControl = operation({
  method: "get",
  path: "/controls/{slug}",
  summary: "One control: STRIDE links with reasons, numbers per edition, failing hosts",
  permission: "finding:read",
  params: z.object({ slug: z.string().max(200) }),
  answers: { 200: { description: "The control", schema: controlDetail } },
});
