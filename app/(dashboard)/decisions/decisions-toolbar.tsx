import { FilterChip, FilterMenu } from "@/components/ui/filter-chip";
import { Toolbar } from "@/components/ui/toolbar";
import { getControl } from "@/lib/catalogue/controls";
import { DECISION_GROUPS, GROUP_FACTS } from "@/lib/hardening/decision-filter";
import { type DecisionsQuery, decisionsHref } from "./decision-query";

/** Filters of the list beside its tabs. Host and check come with the address. */
export function DecisionsToolbar({ query }: { readonly query: DecisionsQuery }) {
  const { group, host, control } = query;
  return (
    <Toolbar label="Filters" bleed>
      <FilterMenu
        label="Kind"
        {...(group !== null && { value: GROUP_FACTS[group].label.toLowerCase() })}
        options={[
          { label: "All kinds", href: decisionsHref(query, { group: null }), selected: group === null },
          ...DECISION_GROUPS.map((option) => ({
            label: GROUP_FACTS[option].label,
            href: decisionsHref(query, { group: option }),
            selected: option === group,
          })),
        ]}
      />
      {host !== null && <FilterChip label="Host" value={host} removeHref={decisionsHref(query, { host: null })} />}
      {control !== null && (
        <FilterChip label="Check" value={getControl(control)?.number ?? control} removeHref={decisionsHref(query, { control: null })} />
      )}
    </Toolbar>
  );
}
