import { Check, ChevronRight, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { StandingName } from "@/components/marks/late-mark";
import { LevelTag } from "@/components/marks/level-tag";
import { SeverityMark } from "@/components/marks/severity";
import { StrideName } from "@/components/marks/stride-chips";
import { AppLink } from "@/components/ui/app-link";
import { LEVELS } from "@/lib/bench/report";
import { sectionHeading } from "@/lib/catalogue/editions";
import { UNMAPPED_SECTION } from "@/lib/catalogue/finding-subject";
import { SEVERITIES } from "@/lib/catalogue/judgement";
import type { LateCounts } from "@/lib/data/late-findings";
import type { FacetCounts } from "@/lib/hardening/finding-counts";
import type { FindingFilter } from "@/lib/hardening/finding-filter";
import { LATE_STANDINGS, STANDING_LABELS } from "@/lib/hardening/service-levels";
import { FAILING_STATES, FINDING_STATES, STATE_FACTS } from "@/lib/hardening/states";
import { STRIDE_LETTERS } from "@/lib/stride/categories";
import { countText } from "./count-words";
import { type ExplorerQuery, filteredHref } from "./explorer-query";

export interface FacetsProps {
  readonly query: ExplorerQuery;
  readonly counts: FacetCounts;
  readonly late: LateCounts;
  readonly sections: readonly string[];
  readonly capped: boolean;
}

interface Option {
  readonly key: string;
  readonly label: ReactNode;
  readonly name: string;
  readonly count: number;
  /** This one alone; when it is the only one, without the filter. */
  readonly href: string;
  /** With it taken in or out; null where nothing is chosen yet. */
  readonly toggle: { readonly href: string; readonly on: boolean } | null;
  readonly selected: boolean;
}

/** Filters with the number of rows each leads to. The word chooses one alone, the box beside it takes it in or out. */
export function Facets({ query, counts, late, sections, capped }: FacetsProps) {
  const { filter } = query;
  const named = typeof filter.states === "string" ? null : filter.states;
  const sum = (of: readonly (typeof FINDING_STATES)[number][]) => of.reduce((total, state) => total + (counts.states.get(state) ?? 0), 0);
  const whole = (key: "failing" | "all", name: string, of: readonly (typeof FINDING_STATES)[number][]): Option => ({
    key,
    name,
    label: name,
    count: sum(of),
    href: filteredHref(query, { states: key }),
    toggle: null,
    selected: filter.states === key,
  });
  return (
    <details className="facets group">
      <summary className="facets-summary">
        <ChevronRight size={14} className="group-open:rotate-90" />
        Filters
      </summary>
      <nav aria-label="Filters">
        <Facet
          title="State"
          capped={capped}
          options={[
            whole("failing", "Failing", FAILING_STATES),
            whole("all", "All", FINDING_STATES),
            ...optionsOf(query, {
              values: FINDING_STATES,
              chosen: named,
              counts: counts.states,
              change: (value) => ({ states: value === null ? "failing" : value }),
              label: (state) => STATE_FACTS[state].label,
              name: (state) => STATE_FACTS[state].label,
            }),
          ]}
        />
        <Facet
          title="STRIDE, any letter"
          capped={capped}
          options={optionsOf(query, {
            values: STRIDE_LETTERS,
            chosen: filter.stride,
            counts: counts.stride,
            change: (stride) => ({ stride }),
            label: (letter) => <StrideName letter={letter} />,
            name: (letter) => letter,
          })}
        />
        <Facet
          title="Severity"
          capped={capped}
          options={optionsOf(query, {
            values: SEVERITIES,
            chosen: filter.severities,
            counts: counts.severities,
            change: (severities) => ({ severities }),
            label: (severity) => <SeverityMark severity={severity} />,
            name: (severity) => severity,
          })}
        />
        <Facet
          title="Service level"
          capped={false}
          options={optionsOf(query, {
            values: LATE_STANDINGS,
            chosen: filter.sla,
            counts: new Map(LATE_STANDINGS.map((standing) => [standing, late[standing]])),
            change: (sla) => ({ sla }),
            label: (standing) => <StandingName standing={standing} />,
            name: (standing) => STANDING_LABELS[standing],
          })}
        />
        <Facet
          title="Section"
          capped={capped}
          options={optionsOf(query, {
            values: sections,
            chosen: filter.sections,
            counts: counts.sections,
            change: (values) => ({ sections: values }),
            label: sectionWord,
            name: sectionWord,
          })}
        />
        <Facet
          title="Printed result"
          capped={capped}
          options={optionsOf(query, {
            values: LEVELS,
            chosen: filter.levels,
            counts: counts.levels,
            change: (levels) => ({ levels }),
            label: (level) => <LevelTag level={level} />,
            name: (level) => level,
          })}
        />
      </nav>
    </details>
  );
}

/** A section for people. */
const sectionWord = (section: string): string => (section === UNMAPPED_SECTION ? "Not in the catalogue" : sectionHeading(null, section));

interface FacetSource<T extends string> {
  readonly values: readonly T[];
  readonly chosen: readonly T[] | null;
  readonly counts: ReadonlyMap<T, number>;
  readonly change: (values: readonly T[] | null) => Partial<FindingFilter>;
  readonly label: (value: T) => ReactNode;
  readonly name: (value: T) => string;
}

/** Options that lead somewhere, and those that are chosen. */
function optionsOf<T extends string>(query: ExplorerQuery, { values, chosen, counts, change, label, name }: FacetSource<T>): Option[] {
  return values.flatMap((value) => {
    const count = counts.get(value) ?? 0;
    const selected = chosen?.includes(value) ?? false;
    if (count === 0 && !selected) return [];
    const others = (chosen ?? []).filter((other) => other !== value);
    const alone = selected && others.length === 0;
    const toggled = selected ? others : values.filter((other) => other === value || others.includes(other));
    return [
      {
        key: value,
        label: label(value),
        name: name(value),
        count,
        href: filteredHref(query, change(alone ? null : [value])),
        toggle: chosen === null || alone ? null : { href: filteredHref(query, change(toggled)), on: selected },
        selected,
      },
    ];
  });
}

function Facet({ title, options, capped }: { readonly title: string; readonly options: readonly Option[]; readonly capped: boolean }) {
  if (options.length === 0) return null;
  return (
    <section className="pt-4 first:pt-0">
      <h2 className="mb-1 text-small font-medium text-fg-muted">{title}</h2>
      <ul>
        {options.map(({ key, label, name, count, href, toggle, selected }) => (
          <li key={key} className="flex items-center gap-1">
            <AppLink kind="bare" replace href={href} aria-current={selected ? "true" : undefined} className="facet-option">
              <span className="min-w-0 flex-1">{label}</span>
              <span className="text-fg-subtle">{countText(count, capped)}</span>
            </AppLink>
            {toggle && (
              <AppLink
                kind="bare"
                replace
                href={toggle.href}
                aria-label={toggle.on ? `Take ${name} out` : `Add ${name}`}
                className={`facet-box ${toggle.on ? "text-accent" : "text-fg-subtle"}`}
              >
                {toggle.on ? <Check size={14} /> : <Plus size={14} />}
              </AppLink>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
