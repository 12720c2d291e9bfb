import type { Level } from "../bench/report";
import { getControl } from "../catalogue/controls";
import { sectionHeading } from "../catalogue/editions";
import { UNMAPPED_SECTION } from "../catalogue/finding-subject";
import type { Severity } from "../catalogue/judgement";
import type { Outcome } from "../catalogue/outcome";
import { type ServiceClock, standing, targetOf } from "../hardening/service-levels";
import type { FindingState } from "../hardening/states";
import type { StrideLetter } from "../stride/categories";
import { type CsvCell, csvLine } from "./csv";

/** A finding as the file tells it. */
export interface ReportedFinding {
  readonly host: string;
  readonly environment: string | null;
  readonly key: string;
  readonly number: string | null;
  readonly title: string;
  readonly severity: Severity | null;
  readonly stride: readonly StrideLetter[];
  readonly state: FindingState;
  readonly level: Level | null;
  readonly outcome: Outcome | null;
  readonly items: readonly string[];
  readonly since: Date;
  readonly firstSeenAt: Date;
  readonly failingSince: Date | null;
  readonly hostRetired: boolean;
  readonly assignee: { readonly email: string } | null;
  readonly dueOn: Date | null;
  readonly scanId: number | null;
  readonly line: number | null;
}

const COLUMNS: readonly (readonly [head: string, cell: (finding: ReportedFinding, clock: ServiceClock) => CsvCell])[] = [
  ["host", ({ host }) => host],
  ["environment", ({ environment }) => environment],
  ["control", ({ key }) => key],
  // Hosts of several editions print several numbers: told is the newest, as on the page.
  ["number", ({ key, number }) => getControl(key)?.number ?? number],
  ["title", ({ title }) => title],
  ["section", ({ key }) => sectionOf(key)],
  ["severity", ({ severity }) => severity],
  ["stride", ({ stride }) => stride.join(" ")],
  ["state", ({ state }) => state],
  ["level", ({ level }) => level],
  ["outcome", ({ outcome }) => outcome],
  ["items", ({ items }) => items.join("\n")],
  ["since", ({ since }) => since],
  ["first seen", ({ firstSeenAt }) => firstSeenAt],
  ["assignee", ({ assignee }) => assignee?.email ?? null],
  ["due", ({ dueOn }) => dueOn?.toISOString().slice(0, 10) ?? null],
  ["target", (finding, { levels }) => targetOf(finding, levels)],
  ["service level", (finding, clock) => standing(finding, clock)],
  ["scan", ({ scanId }) => scanId],
  ["line", ({ line }) => line],
];

function sectionOf(key: string): string {
  const section = getControl(key)?.section;
  return section === undefined ? UNMAPPED_SECTION : sectionHeading(null, section);
}

/** The first record of the file: what its columns are called. */
export const FINDINGS_CSV_HEAD = csvLine(COLUMNS.map(([head]) => head));

/** One record per finding, with its service level as of the clock. */
export const findingCsvLine = (finding: ReportedFinding, clock: ServiceClock): string =>
  csvLine(COLUMNS.map(([, cell]) => cell(finding, clock)));
