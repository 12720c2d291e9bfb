import { FilterChip, FilterMenu } from "@/components/ui/filter-chip";
import { SearchForm } from "@/components/ui/search-form";
import { Toolbar } from "@/components/ui/toolbar";
import { LEVELS, type Level } from "@/lib/bench/report";
import type { ResolvedResult } from "@/lib/catalogue/resolve-run";
import { filterResults, type ResultFilter, resultsHref, sectionOf } from "./result-filter";
import { sectionName } from "./section-name";

export interface ResultsToolbarProps {
  readonly scanId: number;
  readonly edition: string | null;
  /** All results of the scan: the choices count what they would leave. */
  readonly results: readonly ResolvedResult[];
  readonly filter: ResultFilter;
}

const toggled = (levels: readonly Level[], level: Level): Level[] =>
  LEVELS.filter((other) => (other === level ? !levels.includes(other) : levels.includes(other)));

/** Filters of the results, all in the address. */
export function ResultsToolbar({ scanId, edition, results, filter }: ResultsToolbarProps) {
  const count = (change: Partial<ResultFilter>): number => filterResults(results, { ...filter, ...change }).length;
  const href = (change: Partial<ResultFilter>): string => resultsHref(scanId, { ...filter, ...change });
  const sections = [...new Set(results.map(sectionOf))];
  const printed = LEVELS.filter((level) => results.some((result) => result.level === level));
  const unmapped = results.filter((result) => result.mapping === "unmapped").length;
  return (
    <Toolbar label="Filter results">
      <SearchForm
        action={`/scans/${scanId}`}
        label="Search the results"
        placeholder="Number, title, item"
        defaultValue={filter.text}
        keep={keptBySearch(filter)}
        className="w-56 max-sm:w-full"
      />
      <FilterMenu
        label="Result"
        value={filter.levels.length > 0 ? filter.levels.join(", ") : undefined}
        options={[
          // With one level ticked, unticking it is "any" already.
          ...(filter.levels.length > 1 ? [{ label: "Any", href: href({ levels: [] }), count: count({ levels: [] }) }] : []),
          ...printed.map((level) => ({
            label: level,
            href: href({ levels: toggled(filter.levels, level) }),
            count: count({ levels: [level] }),
            selected: filter.levels.includes(level),
          })),
        ]}
      />
      <FilterMenu
        label="Section"
        value={filter.section ?? undefined}
        options={[
          { label: "Any", href: href({ section: null }), count: count({ section: null }), selected: filter.section === null },
          ...sections.map((section) => ({
            label: sectionName(edition, section),
            href: href({ section }),
            count: count({ section }),
            selected: section === filter.section,
          })),
        ]}
      />
      {filter.text !== "" && <FilterChip label="Text" value={<bdi>{filter.text}</bdi>} removeHref={href({ text: "" })} />}
      {filter.unmapped && <FilterChip label="Only" value="unmapped" removeHref={href({ unmapped: false })} />}
      {!filter.unmapped && unmapped > 0 && (
        <FilterMenu
          label="Mapping"
          options={[{ label: "Unmapped only", href: href({ unmapped: true }), count: count({ unmapped: true }) }]}
        />
      )}
    </Toolbar>
  );
}

function keptBySearch(filter: ResultFilter): (readonly [string, string])[] {
  const kept: (readonly [string, string])[] = [];
  if (filter.levels.length > 0) kept.push(["level", filter.levels.join(",")]);
  if (filter.section !== null) kept.push(["section", filter.section]);
  if (filter.unmapped) kept.push(["unmapped", "1"]);
  return kept;
}
