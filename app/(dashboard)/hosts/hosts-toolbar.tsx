import { StrideName } from "@/components/marks/stride-chips";
import { FilterChip, FilterMenu } from "@/components/ui/filter-chip";
import { SearchForm } from "@/components/ui/search-form";
import { Toolbar } from "@/components/ui/toolbar";
import type { HostFacets } from "@/lib/data/host-facets";
import { silentWords } from "@/lib/hardening/freshness";
import { FINDING_STATES, STATE_FACTS } from "@/lib/hardening/states";
import { STRIDE_CATEGORIES, STRIDE_LETTERS } from "@/lib/stride/categories";
import { type HostQuery, hostsHref } from "./host-filter";

const stateWord = (state: NonNullable<HostQuery["state"]>): string =>
  state === "failing" ? "any failing" : STATE_FACTS[state].label.toLowerCase();

export interface HostsToolbarProps {
  readonly query: HostQuery;
  /** Title of the filter's control. */
  readonly controlTitle: string | null;
  readonly silentHosts: number;
  /** For how many days a scan is fresh. */
  readonly freshDays: number;
  readonly facets: HostFacets;
}

/** Filters of the list: what is on can be taken off, what is off can be set. */
export function HostsToolbar({ query, controlTitle, silentHosts, freshDays, facets }: HostsToolbarProps) {
  const { q, stride, state, silent, control, env, label, retired, sort } = query;
  const keep = Object.entries({ stride, state, silent, control, env, label, retired, sort: sort === "open" ? null : sort }).flatMap(
    ([name, value]) => (value === null ? [] : [[name, value] as const]),
  );
  return (
    <Toolbar label="Filters">
      <SearchForm action="/hosts" label="Filter hosts" defaultValue={q ?? undefined} keep={keep} className="w-full sm:w-62" />
      <FilterMenu
        label="STRIDE"
        {...(stride && { value: STRIDE_CATEGORIES[stride].name })}
        options={[
          { label: "Any letter", href: hostsHref(query, { stride: null }), selected: stride === null },
          ...STRIDE_LETTERS.map((letter) => ({
            label: (
              <span className="md:whitespace-nowrap">
                <StrideName letter={letter} />
              </span>
            ),
            href: hostsHref(query, { stride: letter }),
            selected: letter === stride,
          })),
        ]}
      />
      <FilterMenu
        label="State"
        {...(state && { value: stateWord(state) })}
        options={[
          { label: "Any state", href: hostsHref(query, { state: null }), selected: state === null },
          ...(["failing", ...FINDING_STATES] as const).map((option) => ({
            label: <span className="md:whitespace-nowrap">{option === "failing" ? "Any failing" : STATE_FACTS[option].label}</span>,
            href: hostsHref(query, { state: option }),
            selected: option === state,
          })),
        ]}
      />
      <FacetMenu label="Environment" name="env" query={query} facets={facets.environments} />
      <FacetMenu label="Label" name="label" query={query} facets={facets.labels} />
      {silent === null && silentHosts > 0 && (
        <FilterMenu
          label="Last scan"
          options={[
            { label: silentWords(freshDays), href: hostsHref(query, { silent: "1" }), count: silentHosts },
            { label: "Fresh", href: hostsHref(query, { silent: "0" }) },
          ]}
        />
      )}
      {silent !== null && (
        <FilterChip
          label="Last scan"
          value={silent === "1" ? silentWords(freshDays).toLowerCase() : "fresh"}
          removeHref={hostsHref(query, { silent: null })}
        />
      )}
      {retired === null && facets.retired > 0 && (
        <FilterMenu label="In service" options={[{ label: "Retired", href: hostsHref(query, { retired: "1" }), count: facets.retired }]} />
      )}
      {retired !== null && <FilterChip label="In service" value="retired" removeHref={hostsHref(query, { retired: null })} />}
      {control !== null && <FilterChip label="Failing" value={controlTitle ?? control} removeHref={hostsHref(query, { control: null })} />}
      {q !== null && <FilterChip label="Name" value={q} removeHref={hostsHref(query, { q: null })} />}
    </Toolbar>
  );
}

interface FacetMenuProps {
  readonly label: string;
  readonly name: "env" | "label";
  readonly query: HostQuery;
  readonly facets: HostFacets["environments"];
}

/** A filter for one of the values that hosts have; nothing where none has any. */
function FacetMenu({ label, name, query, facets }: FacetMenuProps) {
  const value = query[name];
  if (facets.length === 0 && value === null) return null;
  return (
    <FilterMenu
      label={label}
      {...(value !== null && { value })}
      options={[
        { label: "Any", href: hostsHref(query, { [name]: null }), selected: value === null },
        ...facets.map((facet) => ({
          label: facet.value,
          href: hostsHref(query, { [name]: facet.value }),
          count: facet.hosts,
          selected: facet.value === value,
        })),
      ]}
    />
  );
}
