import type { Severity } from "../catalogue/judgement";
import { DECISION_LABELS, type DecisionKind, type DecisionStanding, STANDING_FACTS } from "../hardening/decision";
import { type FindingState, STATE_FACTS } from "../hardening/states";
import type { StrideLetter } from "../stride/categories";
import { type CsvCell, csvLine } from "./csv";

/** A decision on one of its hosts, as the file tells it. */
export interface ReportedDecision {
  readonly id: number;
  readonly kind: DecisionKind;
  readonly key: string;
  readonly number: string | null;
  readonly title: string;
  readonly severity: Severity | null;
  readonly stride: readonly StrideLetter[];
  readonly items: readonly string[] | null;
  readonly reason: string;
  readonly until: Date | null;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly note: string | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
  readonly host: string;
  readonly standing: DecisionStanding;
  readonly state: FindingState | null;
}

const COLUMNS: readonly (readonly [head: string, cell: (decision: ReportedDecision) => CsvCell])[] = [
  ["decision", ({ id }) => id],
  ["kind", ({ kind }) => DECISION_LABELS[kind]],
  ["host", ({ host }) => host],
  ["standing", ({ standing }) => STANDING_FACTS[standing].label],
  ["finding", ({ state }) => (state === null ? null : STATE_FACTS[state].label)],
  ["control", ({ key }) => key],
  ["number", ({ number }) => number],
  ["title", ({ title }) => title],
  ["severity", ({ severity }) => severity],
  ["stride", ({ stride }) => stride.join(" ")],
  ["items", ({ items }) => items?.join("\n") ?? null],
  ["reason", ({ reason }) => reason],
  ["until", ({ until }) => until],
  ["asked by", ({ requestedBy }) => requestedBy],
  ["asked at", ({ requestedAt }) => requestedAt],
  ["decided by", ({ decidedBy }) => decidedBy],
  ["decided at", ({ decidedAt }) => decidedAt],
  ["note", ({ note }) => note],
  ["withdrawn by", ({ withdrawnBy }) => withdrawnBy],
  ["withdrawn at", ({ withdrawnAt }) => withdrawnAt],
  ["withdrawn because", ({ withdrawnReason }) => withdrawnReason],
];

/** The first record of the file: what its columns are called. */
export const DECISIONS_CSV_HEAD = csvLine(COLUMNS.map(([head]) => head));

/** One record per decision and host. */
export const decisionCsvLine = (decision: ReportedDecision): string => csvLine(COLUMNS.map(([, cell]) => cell(decision)));
