import { StrideName } from "@/components/marks/stride-chips";
import type { ComparedSide } from "@/components/scans/comparison-table";
import { ComparisonView } from "@/components/scans/comparison-view";
import { editionLine } from "@/components/scans/scan-words";
import { AppLink } from "@/components/ui/app-link";
import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterMenu, type FilterOption } from "@/components/ui/filter-chip";
import { formatStamp } from "@/components/ui/time-format";
import { Toolbar } from "@/components/ui/toolbar";
import type { Viewer } from "@/lib/access/viewer";
import { compareNumbers } from "@/lib/catalogue/controls";
import { sectionHeading } from "@/lib/catalogue/editions";
import { compareHosts } from "@/lib/data/compare-hosts";
import { listHostFindings } from "@/lib/data/findings";
import type { HostRow } from "@/lib/data/hosts";
import type { ScanRow } from "@/lib/data/scans";
import { COMPARISON_CLASSES, type ComparisonClass, type ComparisonEntry, type HostComparison } from "@/lib/hardening/host-comparison";
import { STRIDE_CATEGORIES, STRIDE_LETTERS } from "@/lib/stride/categories";
import { hostHref } from "../host-href";
import { type CompareQuery, compareHref, isAsked, sectionOf, sideNames } from "./compare-query";

interface ComparedSidesProps {
  readonly viewer: Viewer;
  readonly query: CompareQuery;
  readonly a: HostRow;
  readonly b: HostRow;
}

/** Which scans the sides are, and how they differ. */
export async function ComparedSides({ viewer, query, a, b }: ComparedSidesProps) {
  const [compared, ofA, ofB] = await Promise.all([
    compareHosts(viewer, { hostId: a.id, on: query.aOn }, { hostId: b.id, on: query.bOn }),
    findingLinks(viewer, a),
    findingLinks(viewer, b),
  ]);
  const [nameA, nameB] = sideNames(query, a.name, b.name);
  return (
    <>
      <div className="mt-4">
        <DescriptionList items={[side(nameA, a.name, compared.a, query.aOn), side(nameB, b.name, compared.b, query.bOn)]} />
      </div>
      {compared.comparison === null ? (
        <EmptyState title="Nothing to compare">A side without a scan has nothing to show. Choose a later day, or another host.</EmptyState>
      ) : (
        <>
          <Remarks a={compared.a} b={compared.b} />
          <Filters query={query} comparison={compared.comparison} />
          <ComparisonView
            a={{ name: nameA, findingHref: ofA }}
            b={{ name: nameB, findingHref: ofB }}
            comparison={{ classes: asked(compared.comparison, query) }}
            passOnBoth={compared.comparison.passOnBoth}
            undecided={compared.comparison.undecided}
          />
        </>
      )}
    </>
  );
}

async function findingLinks(viewer: Viewer, host: HostRow): Promise<ComparedSide["findingHref"]> {
  const findings = await listHostFindings(viewer, host.id);
  return new Map(findings.map(({ key, id }) => [key, hostHref(host.name, { state: "all", finding: id })]));
}

const side = (name: string, host: string, scan: ScanRow | null, on: string | null) => ({
  term: name,
  description:
    scan === null ? (
      `${host} had no scan${on === null ? "" : ` by the end of ${on}, UTC`}`
    ) : (
      <>
        <AppLink href={hostHref(host)}>{host}</AppLink>, <AppLink href={`/scans/${scan.id}`}>scan {scan.id}</AppLink>,{" "}
        {formatStamp(scan.ranAt)}, {scan.complete ? "complete" : "partial"}: {scan.checks} results, {scan.levels.WARN + scan.levels.FAIL}{" "}
        failing
        <span className="block text-fg-muted">{editionLine(scan)}</span>
      </>
    ),
});

function Remarks({ a, b }: { readonly a: ScanRow; readonly b: ScanRow }) {
  if (a.id === b.id) {
    return (
      <div className="mt-3">
        <Callout kind="info">Both sides are the same scan. Give one of them another day.</Callout>
      </div>
    );
  }
  if ((a.tool === "kube-bench") === (b.tool === "kube-bench")) return null;
  return (
    <div className="mt-3">
      <Callout kind="info">
        {a.tool} and {b.tool} test different things, so that nearly all is assessed on one side only.
      </Callout>
    </div>
  );
}

function asked({ classes }: HostComparison, query: CompareQuery): Record<ComparisonClass, readonly ComparisonEntry[]> {
  const entries = COMPARISON_CLASSES.map((name) => [name, classes[name].filter((entry) => isAsked(entry, query))]);
  return Object.fromEntries(entries);
}

/** What is left of the differences, by letter and by section; each option tells how many rows it leads to. */
function Filters({ query, comparison }: { readonly query: CompareQuery; readonly comparison: HostComparison }) {
  const all = COMPARISON_CLASSES.flatMap((name) => comparison.classes[name]);
  const sections = [...new Set(all.map(sectionOf))].filter((section) => section !== null).sort(compareNumbers);
  const option = (label: FilterOption["label"], change: Partial<CompareQuery>, selected: boolean): FilterOption => ({
    label: <span className="md:whitespace-nowrap">{label}</span>,
    href: compareHref(query, change),
    count: all.filter((entry) => isAsked(entry, { ...query, ...change })).length,
    selected,
  });
  return (
    <Toolbar label="Filters">
      <FilterMenu
        label="STRIDE"
        {...(query.stride && { value: STRIDE_CATEGORIES[query.stride].name })}
        options={[
          option("Any letter", { stride: null }, query.stride === null),
          ...STRIDE_LETTERS.map((letter) => option(<StrideName letter={letter} />, { stride: letter }, query.stride === letter)),
        ]}
      />
      <FilterMenu
        label="Section"
        {...(query.section !== null && { value: query.section })}
        options={[
          option("Any section", { section: null }, query.section === null),
          ...sections.map((section) => option(sectionHeading(null, section), { section }, query.section === section)),
        ]}
      />
    </Toolbar>
  );
}
