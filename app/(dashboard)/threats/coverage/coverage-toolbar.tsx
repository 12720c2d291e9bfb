import { Grid3x3, Table2 } from "lucide-react";
import { AppLink } from "@/components/ui/app-link";
import { Button } from "@/components/ui/button";
import { FilterChip, FilterMenu } from "@/components/ui/filter-chip";
import { Input } from "@/components/ui/input";
import { SearchForm } from "@/components/ui/search-form";
import { Segmented } from "@/components/ui/segmented";
import { formatDay } from "@/components/ui/time-format";
import { Toolbar } from "@/components/ui/toolbar";
import type { HostFacet } from "@/lib/data/host-facets";
import { type CoverageQuery, coverageHref, keptParams } from "./coverage-query";

export interface CoverageToolbarProps {
  readonly query: CoverageQuery;
  readonly models: readonly { readonly slug: string; readonly title: string }[];
  readonly environments: readonly HostFacet[];
  readonly now: Date;
}

/** Rows, model, order and filters of the heatmap. */
export function CoverageToolbar({ query, models, environments, now }: CoverageToolbarProps) {
  const { by, sort, q, view, asOf } = query;
  const other = view === "grid" ? "table" : "grid";
  const Icon = other === "table" ? Table2 : Grid3x3;
  return (
    <Toolbar
      label="Rows, order and filters"
      end={
        <AppLink
          kind="bare"
          replace
          href={coverageHref(query, { view: other, page: query.page })}
          className="inline-flex min-h-8 items-center gap-1.5 px-1 text-meta text-fg-muted hover:text-fg"
        >
          <Icon size={14} />
          {other === "table" ? "Table view" : "Grid view"}
        </AppLink>
      }
    >
      <Segmented
        label="Rows"
        items={[
          { label: "By host", href: coverageHref(query, { by: "host", q: null }), current: by === "host" },
          { label: "By element", href: coverageHref(query, { by: "element", q: null, env: null, asOf: null }), current: by === "element" },
        ]}
      />
      <SearchForm
        action="/threats/coverage"
        label={by === "host" ? "Filter hosts" : "Filter elements"}
        defaultValue={q ?? undefined}
        keep={keptParams(query, "q")}
        className="w-full sm:w-56"
      />
      {models.length > 1 && (
        <FilterMenu
          label="Model"
          value={models.find(({ slug }) => slug === query.model)?.title}
          options={models.map(({ slug, title }) => ({
            label: title,
            href: coverageHref(query, { model: slug }),
            selected: slug === query.model,
          }))}
        />
      )}
      {asOf === null && (
        <FilterMenu
          label="Sort"
          value={sort === "exposed" ? "most exposed" : "name"}
          options={[
            { label: "Most exposed first", href: coverageHref(query, { sort: "exposed" }), selected: sort === "exposed" },
            { label: "By name", href: coverageHref(query, { sort: "name" }), selected: sort === "name" },
          ]}
        />
      )}
      {by === "host" && <EnvironmentMenu query={query} environments={environments} />}
      {by === "host" && <DayFilter query={query} now={now} />}
      {q !== null && <FilterChip label="Name" value={q} removeHref={coverageHref(query, { q: null })} />}
    </Toolbar>
  );
}

function EnvironmentMenu({ query, environments }: Pick<CoverageToolbarProps, "query" | "environments">) {
  const { env } = query;
  if (environments.length === 0 && env === null) return null;
  return (
    <FilterMenu
      label="Environment"
      {...(env !== null && { value: env })}
      options={[
        { label: "Any", href: coverageHref(query, { env: null }), selected: env === null },
        ...environments.map(({ value, hosts }) => ({
          label: value,
          href: coverageHref(query, { env: value }),
          count: hosts,
          selected: value === env,
        })),
      ]}
    />
  );
}

/** A day to go back to, or the way from it to now. */
function DayFilter({ query, now }: Pick<CoverageToolbarProps, "query" | "now">) {
  const { asOf } = query;
  if (asOf !== null)
    return <FilterChip label="As of" value={formatDay(new Date(asOf), now)} removeHref={coverageHref(query, { asOf: null })} />;
  return (
    <form action="/threats/coverage" className="flex items-center gap-1">
      {keptParams(query, "as_of").map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Input
        type="date"
        name="as_of"
        aria-label="As it was on"
        max={now.toISOString().slice(0, 10)}
        required
        className="w-36! text-small"
      />
      <Button type="submit" size="sm">
        Show that day
      </Button>
    </form>
  );
}
