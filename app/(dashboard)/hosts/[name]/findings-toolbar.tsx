import { StrideName } from "@/components/marks/stride-chips";
import { FilterChip, FilterMenu, type FilterOption } from "@/components/ui/filter-chip";
import { SearchForm } from "@/components/ui/search-form";
import { Toolbar } from "@/components/ui/toolbar";
import { LEVELS } from "@/lib/bench/report";
import { FINDING_STATES, STATE_FACTS } from "@/lib/hardening/states";
import { STRIDE_CATEGORIES, STRIDE_LETTERS } from "@/lib/stride/categories";
import { hostHref } from "../host-href";
import { type Filterable, type FindingFilter, filterParams, findingsHref, matches } from "./finding-filter";

export interface FindingsToolbarProps {
  readonly host: string;
  readonly findings: readonly Filterable[];
  readonly filter: FindingFilter;
  /** Section and its title, in the order of the benchmark. */
  readonly sections: readonly (readonly [section: string, title: string])[];
}

const stateWord = (states: FindingFilter["states"]): string =>
  typeof states === "string" ? states : states.map((state) => STATE_FACTS[state].label.toLowerCase()).join(", ");

/** Filters of a host's findings. Each option tells how many rows it leads to. */
export function FindingsToolbar({ host, findings, filter, sections }: FindingsToolbarProps) {
  const option = (label: FilterOption["label"], change: Partial<FindingFilter>, selected: boolean): FilterOption => ({
    label: <span className="md:whitespace-nowrap">{label}</span>,
    href: findingsHref(host, filter, change),
    count: findings.filter((finding) => matches(finding, { ...filter, ...change })).length,
    selected,
  });
  const some = (options: readonly FilterOption[]): FilterOption[] => options.filter(({ count, selected }) => selected || count !== 0);
  const { states, levels, stride, primary, section, q } = filter;
  const keep = Object.entries(filterParams({ ...filter, q: null })).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  return (
    <Toolbar
      bleed
      label="Filters"
      end={
        <SearchForm
          action={hostHref(host)}
          label="Filter by title or number"
          placeholder="Title or number"
          defaultValue={q ?? undefined}
          keep={keep}
          className="w-50"
        />
      }
    >
      <FilterMenu
        label="State"
        value={stateWord(states)}
        options={[
          option("Failing", { states: "failing" }, states === "failing"),
          option("All", { states: "all" }, states === "all"),
          ...some(
            FINDING_STATES.map((state) =>
              option(STATE_FACTS[state].label, { states: [state] }, states.length === 1 && states[0] === state),
            ),
          ),
        ]}
      />
      <FilterMenu
        label="STRIDE"
        {...(stride && { value: `any ${stride.join(", ")}` })}
        options={[
          option("Any letter", { stride: null }, stride === null),
          ...some(
            STRIDE_LETTERS.map((letter) => option(<StrideName letter={letter} />, { stride: [letter] }, stride?.includes(letter) ?? false)),
          ),
        ]}
      />
      <FilterMenu
        label="Result"
        {...(levels && { value: levels.join(", ") })}
        options={[
          option("Any result", { levels: null }, levels === null),
          ...some(LEVELS.map((level) => option(level, { levels: [level] }, levels?.includes(level) ?? false))),
        ]}
      />
      <FilterMenu
        label="Section"
        {...(section !== null && { value: section })}
        options={[
          option("Any section", { section: null }, section === null),
          ...some(sections.map(([key, title]) => option(title, { section: key }, section === key))),
        ]}
      />
      {primary !== null && (
        <FilterChip
          label="Primary letter"
          value={primary.map((letter) => STRIDE_CATEGORIES[letter].name).join(", ")}
          removeHref={findingsHref(host, filter, { primary: null })}
        />
      )}
      {q !== null && <FilterChip label="Text" value={q} removeHref={findingsHref(host, filter, { q: null })} />}
    </Toolbar>
  );
}
