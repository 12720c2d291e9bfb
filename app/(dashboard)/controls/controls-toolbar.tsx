import { SeverityMark } from "@/components/marks/severity";
import { StrideName } from "@/components/marks/stride-chips";
import { FilterChip, FilterMenu } from "@/components/ui/filter-chip";
import { SearchForm } from "@/components/ui/search-form";
import { Segmented } from "@/components/ui/segmented";
import { Toolbar } from "@/components/ui/toolbar";
import { type ControlFilter, matchingControls } from "@/lib/catalogue/control-filter";
import { SEVERITIES } from "@/lib/catalogue/judgement";
import { STRIDE_CATEGORIES, STRIDE_LETTERS } from "@/lib/stride/categories";
import { controlsHref } from "./control-query";

const FAMILIES = [
  { family: null, label: "All" },
  { family: "docker", label: "Docker" },
  { family: "kubernetes", label: "Kubernetes" },
] as const;

/** Search by number or words, and the filters; each option tells how many controls it leaves. */
export function ControlsToolbar({ filter }: { readonly filter: ControlFilter }) {
  const { q, family, stride, severity } = filter;
  const keep = Object.entries({ family, stride, severity }).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  const option = (change: Partial<ControlFilter>) => ({
    href: controlsHref(filter, change),
    count: matchingControls({ ...filter, ...change }).length,
  });
  return (
    <Toolbar
      label="Filters"
      end={
        <Segmented
          label="Family"
          items={FAMILIES.map((choice) => ({
            label: choice.label,
            href: controlsHref(filter, { family: choice.family }),
            current: family === choice.family,
          }))}
        />
      }
    >
      <SearchForm
        action="/controls"
        label="Number of any edition, or words"
        defaultValue={q ?? undefined}
        keep={keep}
        className="w-full sm:w-80"
      />
      <FilterMenu
        label="STRIDE"
        {...(stride && { value: STRIDE_CATEGORIES[stride].name })}
        options={[
          { label: "Any letter", ...option({ stride: null }), selected: stride === null },
          ...STRIDE_LETTERS.map((letter) => ({
            label: (
              <span className="md:whitespace-nowrap">
                <StrideName letter={letter} />
              </span>
            ),
            ...option({ stride: letter }),
            selected: letter === stride,
          })),
        ]}
      />
      <FilterMenu
        label="Severity"
        {...(severity && { value: severity })}
        options={[
          { label: "Any severity", ...option({ severity: null }), selected: severity === null },
          ...SEVERITIES.map((level) => ({
            label: <SeverityMark severity={level} />,
            ...option({ severity: level }),
            selected: level === severity,
          })),
        ]}
      />
      {q !== null && <FilterChip label="Search" value={q} removeHref={controlsHref(filter, { q: null })} />}
    </Toolbar>
  );
}
