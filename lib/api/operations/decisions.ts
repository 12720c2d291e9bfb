import { z } from "zod";
import {
  decision,
  decisionDetail,
  decisionEnd,
  decisionItems,
  decisionKind,
  decisionReason,
  decisionStanding,
  refusedFinding,
} from "../decision-schemas";
import { operation } from "../operation";
import { idParams, pageOf, pageQuery } from "../schemas";

const hostName = z.string().trim().min(1).max(200);

export const listDecisions = operation({
  method: "get",
  path: "/decisions",
  summary: "Accepted risks, attestations and what is not applicable: what is asked for first, then what ends first",
  permission: "finding:read",
  query: pageQuery.extend({
    kind: decisionKind.optional(),
    standing: decisionStanding.optional(),
    control: z.string().max(200).optional(),
    host: z.string().max(200).optional(),
  }),
  answers: { 200: { description: "A page of decisions", schema: pageOf(decision) } },
});

const made = z.object({
  items: z.array(decision),
  requested: z.boolean().describe("True where nothing is in force until a lead approves"),
  refused: z.array(refusedFinding).describe("Findings on which it has no effect"),
  bulkAction: z.int().nullable().describe("What `POST /bulk-actions/{id}/undo` takes back; null when nothing was made"),
});

export const makeDecisions = operation({
  method: "post",
  path: "/decisions",
  summary: "Accept, attest or exclude findings: one decision per control, one reason for all. An engineer's acceptance is a request",
  permission: "risk:request",
  body: z
    .strictObject({
      kind: decisionKind,
      findings: z.array(z.int().min(1)).min(1).max(1_000).optional().describe("Ids of findings"),
      control: z.string().trim().min(1).max(200).optional().describe("Instead of `findings`: the control's slug"),
      hosts: z.array(hostName).min(1).max(1_000).optional().describe("With `control`; left out, all hosts on which it fails now"),
      items: decisionItems.optional(),
      reason: decisionReason,
      until: decisionEnd.optional().describe("Required unless the kind is not_applicable"),
      requestedBy: z.string().trim().max(320).optional().describe("E-mail address of who asks, if it is not who sends this"),
    })
    .refine((body) => (body.findings === undefined) !== (body.control === undefined), "Give either `findings` or `control`.")
    .refine((body) => body.hosts === undefined || body.control !== undefined, "`hosts` goes with `control`."),
  answers: {
    200: { description: "Nothing was decided: it has no effect on any of them", schema: made },
    201: { description: "The decisions made; findings left out are listed with the reason", schema: made },
  },
});

export const getDecision = operation({
  method: "get",
  path: "/decisions/{id}",
  summary: "One decision with where it stands on each of its hosts (the first 1,000)",
  permission: "finding:read",
  params: idParams,
  answers: { 200: { description: "The decision", schema: decisionDetail } },
});

export const reviewDecision = operation({
  method: "patch",
  path: "/decisions/{id}",
  summary: "Approve or decline what was asked for, or take a decision back before its day",
  permission: "risk:request",
  params: idParams,
  body: z.discriminatedUnion("status", [
    z.strictObject({ status: z.literal("approved"), note: z.string().trim().max(4_000).default("") }),
    z.strictObject({ status: z.literal("declined"), note: decisionReason }),
    z.strictObject({ status: z.literal("withdrawn"), reason: decisionReason }),
  ]),
  answers: {
    200: { description: "The decision as it is now", schema: decisionDetail },
    409: { description: "It was decided already, its day is past, or it has no effect any more" },
  },
});
