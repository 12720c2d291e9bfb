import { z } from "zod";
import { SEVERITIES } from "@/lib/catalogue/judgement";
import { DECISION_KINDS, DECISION_STANDINGS, LONGEST_DECISION_DAYS, STANDING_FACTS } from "@/lib/hardening/decision";
import { FINDING_STATES } from "@/lib/hardening/states";
import { STRIDE_LETTERS } from "@/lib/stride/categories";

const instant = z.iso.datetime({ offset: true });
export const decisionKind = z.enum(DECISION_KINDS);
export const decisionStanding = z
  .enum(DECISION_STANDINGS)
  .describe(DECISION_STANDINGS.map((standing) => `${standing}: ${STANDING_FACTS[standing].meaning}`).join(" "));

export const decisionReason = z.string().trim().min(1).max(4_000).describe("Words that still make sense in a year");
export const decisionEnd = z
  .union([instant, z.iso.date()])
  .describe(`An instant, or a day that is the last one (UTC); at most ${LONGEST_DECISION_DAYS} days ahead. Nothing is decided for ever`);
export const decisionItems = z
  .array(z.string().trim().min(1).max(1_000))
  .min(1)
  .max(1_000)
  .describe("Names of failing items; left out, the check as a whole. A new item is never covered");

const decisionPlace = z.object({
  host: z.string(),
  finding: z.int().nullable(),
  standing: decisionStanding,
  state: z.enum(FINDING_STATES).nullable(),
  uncovered: z.array(z.string()).describe("Failing items that it does not cover"),
  refusal: z.string().nullable().describe("Why it never took effect there"),
  endedBy: z.object({ kind: z.string(), at: instant, scanId: z.int().nullable() }).nullable(),
});

export const decision = z
  .object({
    id: z.int(),
    kind: decisionKind,
    status: z.enum(["requested", "approved", "declined", "withdrawn"]),
    control: z.string().describe("Slug of the control, or local slug of an unmapped title"),
    number: z.string().nullable(),
    title: z.string(),
    severity: z.enum(SEVERITIES).nullable(),
    stride: z.array(z.enum(STRIDE_LETTERS)),
    items: z.array(z.string()).nullable().describe("Null: the check as a whole"),
    reason: z.string(),
    until: instant.nullable().describe("Null only for not_applicable, which a new failing item ends"),
    requestedBy: z.string(),
    requestedAt: instant,
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    note: z.string().nullable(),
    withdrawnBy: z.string().nullable(),
    withdrawnAt: instant.nullable(),
    withdrawnReason: z.string().nullable(),
    hosts: z.int(),
    standings: z.partialRecord(decisionStanding, z.int()).describe("Hosts by where it stands there"),
    url: z.string(),
  })
  .meta({ id: "Decision" });

export const decisionDetail = decision.extend({ places: z.array(decisionPlace) }).meta({ id: "DecisionDetail" });

export const refusedFinding = z.object({ finding: z.int(), host: z.string(), title: z.string(), reason: z.string() });
