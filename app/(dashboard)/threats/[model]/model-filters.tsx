import { StrideName } from "@/components/marks/stride-chips";
import { FilterChip, FilterMenu } from "@/components/ui/filter-chip";
import { Toolbar } from "@/components/ui/toolbar";
import { STRIDE_CATEGORIES, STRIDE_LETTERS } from "@/lib/stride/categories";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { type ModelQuery, modelHref } from "./model-query";

/** What narrows the threats. The board and the diagram show it only while something does. */
export function ModelFilters({ model, query }: { readonly model: ThreatModel; readonly query: ModelQuery }) {
  const { slug, threats } = model;
  const { view, stride, host, element } = query;
  if (view !== "table" && stride === null && host === null && element === null) return null;
  const part = [...model.elements, ...model.flows, ...model.boundaries].find(({ id }) => id === element);
  return (
    <Toolbar label="Filters">
      <FilterMenu
        label="STRIDE"
        {...(stride && { value: STRIDE_CATEGORIES[stride].name })}
        options={[
          { label: "Any letter", href: modelHref(slug, { ...query, stride: null }), count: threats.length, selected: stride === null },
          ...STRIDE_LETTERS.map((letter) => ({
            label: (
              <span className="md:whitespace-nowrap">
                <StrideName letter={letter} />
              </span>
            ),
            href: modelHref(slug, { ...query, stride: letter }),
            count: threats.filter((threat) => threat.stride === letter).length,
            selected: letter === stride,
          })),
        ]}
      />
      {host !== null && <FilterChip label="Host" value={host} removeHref={modelHref(slug, { ...query, host: null })} />}
      {part && <FilterChip label="Element" value={part.name || "unnamed"} removeHref={modelHref(slug, { ...query, element: null })} />}
    </Toolbar>
  );
}
