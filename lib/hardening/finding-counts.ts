import type { Level } from "../bench/report";
import { compareNumbers } from "../catalogue/controls";
import { type FindingSubject, isNamedBy } from "../catalogue/finding-subject";
import { SEVERITIES, type Severity } from "../catalogue/judgement";
import type { StrideLetter } from "../stride/categories";
import { type FindingFilter, statesIn } from "./finding-filter";
import type { FindingState } from "./states";

/** How many findings have this key, state and level. Never zero or less. */
export interface TallyRow {
  readonly key: string;
  readonly state: FindingState;
  /** Null while only people have spoken of them. */
  readonly level: Level | null;
  readonly findings: number;
}

type Test = (row: TallyRow, subject: FindingSubject, filter: FindingFilter) => boolean;

/** What a filter asks of a finding that its key, state and level answer. */
const TESTS = {
  states: ({ state }, _, filter) => statesIn(filter).includes(state),
  levels: ({ level }, _, { levels }) => levels === null || (level !== null && levels.includes(level)),
  stride: (_, { stride: own }, { stride }) => stride === null || own.some((letter) => stride.includes(letter)),
  primary: (_, { stride: [first] }, { primary }) => primary === null || (first !== undefined && primary.includes(first)),
  severities: (_, { severity }, { severities }) => severities === null || (severity !== null && severities.includes(severity)),
  sections: (_, { section }, { sections }) => sections === null || sections.includes(section),
  controls: (_, { key }, { controls }) => controls === null || controls.includes(key),
  q: (_, subject, { q }) => q === null || isNamedBy(subject, q),
} as const satisfies Partial<Record<keyof FindingFilter, Test>>;

/** A part of the filter that key, state and level answer. */
export type CountedPart = keyof typeof TESTS;

const PARTS = Object.keys(TESTS) as CountedPart[];

/** Findings by what a facet offers: each facet under all other parts of the filter, so that a number is what choosing it alone leads to. */
export interface FacetCounts {
  /** Under the whole filter. */
  readonly total: number;
  readonly states: ReadonlyMap<FindingState, number>;
  readonly levels: ReadonlyMap<Level, number>;
  /** By any letter: one finding counts under each of its letters. */
  readonly stride: ReadonlyMap<StrideLetter, number>;
  readonly severities: ReadonlyMap<Severity, number>;
  readonly sections: ReadonlyMap<string, number>;
  /** With one part of the filter dropped; parts that ask for nothing have the total. */
  readonly without: Readonly<Record<CountedPart, number>>;
}

export type Subjects = ReadonlyMap<string, FindingSubject>;

/** Counts every facet in one pass: a row that only one part of the filter keeps out belongs to that part's facet alone. */
export function countFacets(rows: readonly TallyRow[], subjects: Subjects, filter: FindingFilter): FacetCounts {
  const counts = {
    states: new Map<FindingState, number>(),
    levels: new Map<Level, number>(),
    stride: new Map<StrideLetter, number>(),
    severities: new Map<Severity, number>(),
    sections: new Map<string, number>(),
  };
  const freed = Object.fromEntries(PARTS.map((part) => [part, 0])) as Record<CountedPart, number>;
  let total = 0;
  for (const row of rows) {
    const subject = subjects.get(row.key);
    if (subject === undefined) continue;
    const [missed, another] = PARTS.filter((part) => !TESTS[part](row, subject, filter));
    if (another !== undefined) continue;
    const add = <K>(part: CountedPart, facet: Map<K, number>, values: readonly (K | null)[]): void => {
      if (missed !== undefined && missed !== part) return;
      for (const value of values) if (value !== null) facet.set(value, (facet.get(value) ?? 0) + row.findings);
    };
    add("states", counts.states, [row.state]);
    add("levels", counts.levels, [row.level]);
    add("stride", counts.stride, subject.stride);
    add("severities", counts.severities, [subject.severity]);
    add("sections", counts.sections, [subject.section]);
    if (missed === undefined) total += row.findings;
    else freed[missed] += row.findings;
  }
  const without = Object.fromEntries(PARTS.map((part) => [part, total + freed[part]])) as Record<CountedPart, number>;
  return { total, ...counts, without };
}

/** The findings of one control that a filter leaves. */
export interface ControlCount {
  readonly subject: FindingSubject;
  readonly findings: number;
  readonly states: ReadonlyMap<FindingState, number>;
}

/** worst: most findings, then most severe. number: as the benchmark prints them. severity: most severe, then by number. */
export type ControlOrder = "worst" | "number" | "severity";

/** The controls that have findings under the filter. */
export function countControls(
  rows: readonly TallyRow[],
  subjects: Subjects,
  filter: FindingFilter,
  order: ControlOrder,
): readonly ControlCount[] {
  const controls = new Map<string, { subject: FindingSubject; findings: number; states: Map<FindingState, number> }>();
  for (const row of rows) {
    const subject = subjects.get(row.key);
    if (subject === undefined || !PARTS.every((part) => TESTS[part](row, subject, filter))) continue;
    const control = controls.get(row.key) ?? { subject, findings: 0, states: new Map() };
    control.findings += row.findings;
    control.states.set(row.state, (control.states.get(row.state) ?? 0) + row.findings);
    controls.set(row.key, control);
  }
  return [...controls.values()].sort(ORDERS[order]);
}

const rank = ({ severity }: FindingSubject): number => (severity === null ? SEVERITIES.length : SEVERITIES.indexOf(severity));

const byNumber = ({ subject: a }: ControlCount, { subject: b }: ControlCount): number =>
  Number(b.mapped) - Number(a.mapped) || compareNumbers(a.number ?? "~", b.number ?? "~") || (a.key < b.key ? -1 : 1);

const bySeverity = (a: ControlCount, b: ControlCount): number => rank(a.subject) - rank(b.subject) || byNumber(a, b);

const ORDERS: Readonly<Record<ControlOrder, (a: ControlCount, b: ControlCount) => number>> = {
  worst: (a, b) => b.findings - a.findings || bySeverity(a, b),
  number: byNumber,
  severity: bySeverity,
};

/** A run of controls, in their order, that holds the rows from `skip` on; `inner` of them are before the first wanted row. */
export function controlsAt(
  controls: readonly ControlCount[],
  skip: number,
  take: number,
): { readonly keys: readonly string[]; readonly inner: number } {
  let before = 0;
  const keys: string[] = [];
  let inner = 0;
  for (const { subject, findings } of controls) {
    const after = before + findings;
    if (after > skip && before < skip + take) {
      if (keys.length === 0) inner = skip - before;
      keys.push(subject.key);
    }
    before = after;
  }
  return { keys, inner };
}
