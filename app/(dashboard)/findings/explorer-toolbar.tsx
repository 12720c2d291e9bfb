import { FilterChip, FilterMenu } from "@/components/ui/filter-chip";
import { SearchForm } from "@/components/ui/search-form";
import { Segmented } from "@/components/ui/segmented";
import { Toolbar } from "@/components/ui/toolbar";
import type { Subjects } from "@/lib/hardening/finding-counts";
import { STRIDE_CATEGORIES } from "@/lib/stride/categories";
import { type ExplorerQuery, explorerHref, explorerParams, filteredHref, type Grouping } from "./explorer-query";

const GROUPS: readonly (readonly [group: Grouping, label: string])[] = [
  ["control", "By control"],
  ["host", "By host"],
  ["none", "Single"],
];

const WHOSE: Readonly<Record<string, string>> = { me: "me", none: "nobody" };

/** Words to search, the grouping, and the filters that no facet shows. */
export function ExplorerToolbar({ query, subjects }: { readonly query: ExplorerQuery; readonly subjects: Subjects }) {
  const { filter, group } = query;
  const { q, primary, controls, hosts, environments, labels, assignee } = filter;
  const chip = (label: string, value: string, change: Parameters<typeof filteredHref>[1]) => (
    <FilterChip key={label} label={label} value={value} removeHref={filteredHref(query, change)} />
  );
  return (
    <Toolbar
      bleed
      label="Search, owner and grouping"
      end={
        <Segmented
          label="Group findings"
          items={GROUPS.map(([value, label]) => ({ label, href: explorerHref(query, { group: value }), current: group === value }))}
        />
      }
    >
      <SearchForm
        action="/findings"
        label="Find by number or words"
        placeholder="Number or words"
        defaultValue={q ?? undefined}
        keep={explorerParams({ ...query, page: 1, findingId: null, filter: { ...filter, q: null } })}
        className="w-full sm:w-56"
      />
      <FilterMenu
        label="Owner"
        {...(assignee !== null && { value: WHOSE[assignee] ?? assignee })}
        options={[
          { label: "Anybody", href: filteredHref(query, { assignee: null }), selected: assignee === null },
          { label: "Me", href: filteredHref(query, { assignee: "me" }), selected: assignee === "me" },
          { label: "Nobody", href: filteredHref(query, { assignee: "none" }), selected: assignee === "none" },
        ]}
      />
      {primary && chip("Primary letter", primary.map((letter) => STRIDE_CATEGORIES[letter].name).join(", "), { primary: null })}
      {controls && chip("Control", nameOf(controls, subjects), { controls: null })}
      {hosts && chip("Host", some(hosts), { hosts: null })}
      {environments && chip("Environment", some(environments), { environments: null })}
      {labels && chip("Label", some(labels), { labels: null })}
      {q !== null && chip("Words", q, { q: null })}
    </Toolbar>
  );
}

const some = (values: readonly string[]): string => (values.length <= 3 ? values.join(", ") : `${values.length} chosen`);

function nameOf(keys: readonly string[], subjects: Subjects): string {
  const [key = ""] = keys;
  if (keys.length > 1) return `${keys.length} chosen`;
  const { number, title } = subjects.get(key) ?? { number: null, title: key };
  return `${number ?? ""} ${title.slice(0, 60)}${title.length > 60 ? "…" : ""}`.trim();
}
