import { compareNumbers } from "@/lib/catalogue/controls";
import { isFailing } from "@/lib/hardening/states";
import { groupBy } from "@/lib/shared/group-by";
import { type Filterable, type FindingFilter, matches, sectionOf, UNMAPPED } from "./finding-filter";

/** One section of the benchmark on one host. */
export interface FindingGroup<F> {
  readonly section: string;
  /** Of all its findings, whatever the filter. */
  readonly failing: number;
  readonly of: number;
  /** What the filter leaves: regressed first, then by number. */
  readonly rows: readonly F[];
}

const inOrder = (a: Filterable, b: Filterable): number =>
  Number(b.state === "regressed") - Number(a.state === "regressed") || compareNumbers(a.number ?? "~", b.number ?? "~");

/** The order of the benchmark, what no catalogue knows last. */
export const bySection = (a: string, b: string): number => Number(a === UNMAPPED) - Number(b === UNMAPPED) || compareNumbers(a, b);

/** A host's findings by section, in the order of the benchmark; sections that the filter empties are left out. */
export function groupFindings<F extends Filterable>(findings: readonly F[], filter: FindingFilter): readonly FindingGroup<F>[] {
  return [...groupBy(findings, sectionOf)]
    .map(([section, all]) => ({
      section,
      failing: all.filter(({ state }) => isFailing(state)).length,
      of: all.length,
      rows: all.filter((finding) => matches(finding, filter)).sort(inOrder),
    }))
    .filter(({ rows }) => rows.length > 0)
    .sort((a, b) => bySection(a.section, b.section));
}

/** "7 failing of 18", and how many of them the filter leaves when that is another number. */
export function groupRemark({ failing, of, rows }: FindingGroup<unknown>): string {
  const remark = `${failing} failing of ${of}`;
  return rows.length === failing ? remark : `${remark}, ${rows.length} shown`;
}
