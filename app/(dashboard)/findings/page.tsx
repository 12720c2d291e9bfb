import { Download, Gavel } from "lucide-react";
import type { Metadata } from "next";
import { OpenFinding } from "@/app/_finding-panel/open-finding";
import { RowKeys } from "@/components/findings/row-keys";
import { PageHead } from "@/components/layout/page-head";
import { ButtonLink } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { IgnoredFilters } from "@/components/ui/ignored-filters";
import { Pagination } from "@/components/ui/pagination";
import { SidePanelLayout } from "@/components/ui/side-panel";
import { may } from "@/lib/access/policy";
import { pageViewer } from "@/lib/auth/viewer";
import { compareNumbers } from "@/lib/catalogue/controls";
import { UNMAPPED_SECTION } from "@/lib/catalogue/finding-subject";
import { getFindingScope } from "@/lib/data/finding-scope";
import { listFindingsById } from "@/lib/data/findings";
import { countLate } from "@/lib/data/late-findings";
import { countFacets, type FacetCounts } from "@/lib/hardening/finding-counts";
import { statesIn } from "@/lib/hardening/finding-filter";
import type { SearchParams } from "@/lib/shared/read-filters";
import { countFreed } from "./count-freed";
import { many } from "./count-words";
import { csvHref, type ExplorerQuery, explorerHref, readExplorerQuery } from "./explorer-query";
import { ExplorerToolbar } from "./explorer-toolbar";
import { Facets } from "./facets";
import { type Listing, readListing } from "./listing";
import { NothingFound } from "./nothing-found";
import { SelectionForm } from "./selection-form";

export const metadata: Metadata = { title: "Findings" };

export default async function FindingsPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const viewer = await pageViewer("finding:read");
  const { query, ignored } = readExplorerQuery(await searchParams);
  const now = new Date();
  const scope = await getFindingScope(viewer, query.filter, now);
  const counts = countFacets(scope.rows, scope.subjects, query.filter);
  const [listing, freed, late, [open]] = await Promise.all([
    readListing(viewer, scope, query, now, { total: counts.total, selectable: may(viewer, "task:create") && asksForMore(query) }),
    counts.total === 0 ? countFreed(viewer, query.filter) : {},
    countLate(viewer, scope),
    listFindingsById(viewer, query.findingId === null ? [] : [query.findingId]),
  ]);
  const closeHref = explorerHref(query, { page: query.page });
  const sections = [...new Set([...scope.subjects.values()].map(({ section }) => section))].sort(bySection);
  return (
    <>
      <PageHead
        title="Findings"
        meta={summary(query, counts, listing, scope.capped)}
        actions={
          <>
            <ButtonLink href="/decisions" icon={Gavel}>
              Decisions
            </ButtonLink>
            {/* No page: the browser saves what comes. */}
            <a href={csvHref(query)} download className={buttonClass()}>
              <Download size={14} />
              CSV
            </a>
          </>
        }
      />
      <RowKeys openId={open?.id ?? null} closeHref={closeHref}>
        <SidePanelLayout panel={open && <OpenFinding viewer={viewer} finding={open} closeHref={closeHref} now={now} />}>
          <IgnoredFilters ignored={ignored} href={explorerHref(query, { page: query.page })} />
          <ExplorerToolbar query={query} subjects={scope.subjects} />
          <div className="explorer">
            <Facets query={query} counts={counts} late={late} sections={sections} capped={scope.capped} />
            <div className="min-w-0">
              {listing.shown > 0 ? (
                <>
                  {listing.boxes === null ? (
                    listing.table
                  ) : (
                    <SelectionForm query={query} {...listing.boxes} matching={counts.total} capped={scope.capped}>
                      {listing.table}
                    </SelectionForm>
                  )}
                  <Pages query={query} listing={listing} />
                </>
              ) : (
                <div className="px-gutter">
                  {counts.total > 0 ? <NoSuchPage query={query} /> : <NothingFound query={query} counts={counts} freed={freed} />}
                </div>
              )}
            </div>
          </div>
        </SidePanelLayout>
      </RowKeys>
    </>
  );
}

/** Of what passes no task is made and nothing is decided. */
const asksForMore = ({ filter }: ExplorerQuery): boolean => statesIn(filter).some((state) => state !== "hardened");

/** The order of the benchmark, what no catalogue knows last. */
const bySection = (a: string, b: string): number => Number(a === UNMAPPED_SECTION) - Number(b === UNMAPPED_SECTION) || compareNumbers(a, b);

function summary({ filter, group }: ExplorerQuery, { total }: FacetCounts, { of }: Listing, capped: boolean): string {
  const findings = many(total, filter.states === "failing" ? "failing finding" : "finding", capped);
  if (group === "none") return findings;
  return `${findings} ${group === "host" ? "on" : "of"} ${many(of, group)}`;
}

function Pages({ query, listing: { shown, of, size } }: { readonly query: ExplorerQuery; readonly listing: Listing }) {
  const first = (query.page - 1) * size + 1;
  const last = first + shown - 1;
  return (
    <div className="px-gutter">
      <Pagination
        label="Findings"
        summary={`${first.toLocaleString("en")}–${last.toLocaleString("en")} of ${of.toLocaleString("en")}`}
        previousHref={query.page > 1 ? explorerHref(query, { page: query.page - 1 }) : undefined}
        nextHref={last < of ? explorerHref(query, { page: query.page + 1 }) : undefined}
      />
    </div>
  );
}

const NoSuchPage = ({ query }: { readonly query: ExplorerQuery }) => (
  <EmptyState title={`There is no page ${query.page}`} actions={<ButtonLink href={explorerHref(query)}>Go to the first page</ButtonLink>}>
    What matches ends before this page.
  </EmptyState>
);
