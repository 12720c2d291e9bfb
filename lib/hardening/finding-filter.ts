import { z } from "zod";
import type { FilterReader } from "@/lib/shared/read-filters";
import { LEVELS, type Level } from "../bench/report";
import { SEVERITIES, type Severity } from "../catalogue/judgement";
import { STRIDE_LETTERS, type StrideLetter } from "../stride/categories";
import { LATE_STANDINGS, type LateStanding } from "./service-levels";
import { FAILING_STATES, FINDING_STATES, type FindingState } from "./states";

/** Which findings of the fleet are meant. Null asks for nothing; an empty list is met by nothing. */
export interface FindingFilter {
  readonly states: "failing" | "all" | readonly FindingState[];
  readonly levels: readonly Level[] | null;
  /** Any of these letters, primary or not. */
  readonly stride: readonly StrideLetter[] | null;
  /** Any of these as the primary one: how totals count. */
  readonly primary: readonly StrideLetter[] | null;
  readonly severities: readonly Severity[] | null;
  /** Sections of the newest numbering, or the one of what no catalogue knows. */
  readonly sections: readonly string[] | null;
  /** Keys of controls or of unmapped titles. */
  readonly controls: readonly string[] | null;
  /** A number of any edition, or words of a title. */
  readonly q: string | null;
  readonly hosts: readonly string[] | null;
  readonly environments: readonly string[] | null;
  readonly labels: readonly string[] | null;
  /** "me", "none" or an e-mail address. */
  readonly assignee: string | null;
  /** Any of these standings against the service levels, now. */
  readonly sla: readonly LateStanding[] | null;
}

/** Every finding. */
export const ALL_FINDINGS: FindingFilter = {
  states: "all",
  levels: null,
  stride: null,
  primary: null,
  severities: null,
  sections: null,
  controls: null,
  q: null,
  hosts: null,
  environments: null,
  labels: null,
  assignee: null,
  sla: null,
};

const Name = z.string().trim().min(1).max(200);

/** Reads the filter of an address; without a word about states it means what fails. */
export function readFindingFilter(reader: FilterReader): FindingFilter {
  return {
    states: statesOf(reader.many("state", z.enum(["failing", "all", ...FINDING_STATES]))),
    levels: reader.many("level", z.enum(LEVELS)),
    stride: reader.many("stride", z.enum(STRIDE_LETTERS)),
    primary: reader.many("primary", z.enum(STRIDE_LETTERS)),
    severities: reader.many("severity", z.enum(SEVERITIES)),
    sections: reader.many("section", z.string().regex(/^[\w.:-]{1,40}$/)),
    controls: reader.many("control", z.string().regex(/^[\w.-]{1,200}$/)),
    q: reader.text("q", 200),
    hosts: reader.each("host", Name),
    environments: reader.each("env", Name),
    labels: reader.each("label", Name),
    assignee: reader.one("assignee", z.union([z.enum(["me", "none"]), z.email().max(320).toLowerCase()])),
    sla: reader.many("sla", z.enum(LATE_STANDINGS)),
  };
}

/** "failing,accepted" is a list like any other; "all" swallows the rest. */
function statesOf(given: readonly ("failing" | "all" | FindingState)[] | null): FindingFilter["states"] {
  if (given === null) return "failing";
  if (given.includes("all")) return "all";
  const named = new Set(given.flatMap((state) => (state === "failing" || state === "all" ? FAILING_STATES : [state])));
  const states = FINDING_STATES.filter((state) => named.has(state));
  return states.join() === FAILING_STATES.join() ? "failing" : states;
}

/** The parameters that say the same as the filter, in one order; values that may hold a comma are repeated. */
export function filterParams(filter: FindingFilter): (readonly [name: string, value: string])[] {
  const { states, levels, stride, primary, severities, sections, controls, q, hosts, environments, labels, assignee, sla } = filter;
  const list = (name: string, values: readonly string[] | null) => (values === null ? [] : [[name, values.join(",")] as const]);
  const each = (name: string, values: readonly string[] | null) => (values ?? []).map((value) => [name, value] as const);
  return [
    ...(states === "failing" ? [] : list("state", typeof states === "string" ? [states] : states)),
    ...list("level", levels),
    ...list("stride", stride),
    ...list("primary", primary),
    ...list("severity", severities),
    ...list("section", sections),
    ...list("sla", sla),
    ...list("control", controls),
    ...each("host", hosts),
    ...each("assignee", assignee === null ? null : [assignee]),
    ...each("env", environments),
    ...each("label", labels),
    ...each("q", q === null ? null : [q]),
  ];
}

/** The states meant, each by name. */
export const statesIn = ({ states }: Pick<FindingFilter, "states">): readonly FindingState[] =>
  states === "failing" ? FAILING_STATES : states === "all" ? FINDING_STATES : states;

/** Which of a host, its labels, the people at work or the time are asked for: what the tally of the fleet does not know. */
export const asksAboutRows = ({ hosts, environments, labels, assignee, sla }: FindingFilter): boolean =>
  [hosts, environments, labels, assignee, sla].some((value) => value !== null);
