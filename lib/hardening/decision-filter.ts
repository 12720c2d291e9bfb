import { z } from "zod";
import type { FilterReader } from "@/lib/shared/read-filters";
import { DECISION_STANDINGS, type DecisionKind, type DecisionStanding } from "./decision";

/** Kinds as people tell them apart: what an attestation says is a detail of it. */
export const DECISION_GROUPS = ["accept", "attest", "not_applicable"] as const;
export type DecisionGroup = (typeof DECISION_GROUPS)[number];

export const GROUP_FACTS: Readonly<Record<DecisionGroup, { readonly label: string; readonly kinds: readonly DecisionKind[] }>> = {
  accept: { label: "Accepted risks", kinds: ["accept"] },
  attest: { label: "Attestations", kinds: ["attest_pass", "attest_fail"] },
  not_applicable: { label: "Not applicable", kinds: ["not_applicable"] },
};

/** Which decisions are meant; null asks for nothing. */
export interface DecisionQuery {
  readonly standing: DecisionStanding | null;
  readonly group: DecisionGroup | null;
  readonly host: string | null;
  /** Key of a control or of an unmapped title. */
  readonly control: string | null;
}

export const readDecisionQuery = (reader: FilterReader): DecisionQuery => ({
  standing: reader.one("standing", z.enum(DECISION_STANDINGS)),
  group: reader.one("kind", z.enum(DECISION_GROUPS)),
  host: reader.one("host", z.string().trim().min(1).max(200)),
  control: reader.one("control", z.string().regex(/^[\w.-]{1,200}$/)),
});

/** The same as `lib/data` asks for it. */
export const decisionFilterOf = ({ standing, group, host, control }: DecisionQuery) => ({
  standing,
  kind: group === null ? null : GROUP_FACTS[group].kinds,
  host,
  key: control,
});

/** The parameters that say the same, in one order. */
export const decisionParams = ({ standing, group, host, control }: DecisionQuery) => ({ standing, kind: group, host, control });
