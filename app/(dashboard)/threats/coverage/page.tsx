import { Download } from "lucide-react";
import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { HeatGrid } from "@/components/threats/heat-grid";
import { HeatLegend } from "@/components/threats/heat-legend";
import type { HeatProps } from "@/components/threats/heat-row";
import { HeatTable } from "@/components/threats/heat-table";
import { ModelViews } from "@/components/threats/model-views";
import { ButtonLink } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { IgnoredFilters } from "@/components/ui/ignored-filters";
import { Pagination } from "@/components/ui/pagination";
import { pageViewer } from "@/lib/auth/viewer";
import { getHostFacets } from "@/lib/data/host-facets";
import { getEvidenceLimit } from "@/lib/data/settings";
import { listThreatModels } from "@/lib/data/threat-models";
import { hrefWith, type SearchParams } from "@/lib/shared/read-filters";
import { CoverageMeta } from "./coverage-meta";
import { type CoverageQuery, coverageCsvHref, coverageHref, readCoverageQuery } from "./coverage-query";
import { CoverageToolbar } from "./coverage-toolbar";
import { type Coverage, loadCoverage, PAGE_SIZE } from "./load-coverage";
import { NothingToShow } from "./nothing-to-show";

export const metadata: Metadata = { title: "Heatmap of threats" };

export default async function CoveragePage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const viewer = await pageViewer("model:read");
  const now = new Date();
  const [models, limits, facets] = await Promise.all([listThreatModels(viewer), getEvidenceLimit(viewer, now), getHostFacets(viewer)]);
  const { query, ignored } = readCoverageQuery(await searchParams, { models: models.map(({ model }) => model.slug), now });
  const stored = models.find(({ model }) => model.slug === query.model);
  if (stored === undefined) return <NoModel />;
  const { model } = stored;
  const coverage = await loadCoverage(viewer, stored, query, limits, { limit: PAGE_SIZE, offset: (query.page - 1) * PAGE_SIZE });
  return (
    <>
      <PageHead
        title={model.title}
        crumbs={[
          { label: "Threats", href: "/threats" },
          { label: model.title, href: `/threats/${encodeURIComponent(model.slug)}` },
        ]}
        crumb="Heatmap"
        meta={<CoverageMeta query={query} coverage={coverage} freshDays={limits.freshDays} />}
        actions={
          <>
            <ModelViews
              current="heatmap"
              hrefOf={(view) =>
                view === "heatmap" ? coverageHref(query) : hrefWith(`/threats/${encodeURIComponent(model.slug)}`, { view })
              }
            />
            {/* No page: the browser saves what comes. */}
            <a href={coverageCsvHref(query)} download className={buttonClass()}>
              <Download size={14} />
              CSV
            </a>
          </>
        }
      />
      <IgnoredFilters ignored={ignored} href={coverageHref(query, { page: query.page })} />
      <PageBody>
        <CoverageToolbar
          query={query}
          models={models.map(({ model: { slug, title } }) => ({ slug, title }))}
          environments={facets.environments}
          now={now}
        />
        {coverage.rows.length === 0 ? (
          <NothingToShow query={query} total={coverage.total} evidence={model.evidence} />
        ) : (
          <>
            <Heat query={query} rows={coverage.rows} />
            <Pages query={query} coverage={coverage} />
            <HeatLegend staleDays={limits.freshDays} gaps={query.by === "element"} />
          </>
        )}
      </PageBody>
    </>
  );
}

function Heat({ query: { by, view, asOf }, rows }: { readonly query: CoverageQuery; readonly rows: HeatProps["rows"] }) {
  const props: HeatProps =
    by === "host"
      ? { label: "STRIDE by host", rowHeading: "Host", rows, nextFix: asOf === null }
      : { label: "STRIDE by element", rowHeading: "Element", rows, nextFix: false };
  return view === "grid" ? <HeatGrid {...props} /> : <HeatTable {...props} />;
}

function Pages({ query, coverage: { rows, total } }: { readonly query: CoverageQuery; readonly coverage: Coverage }) {
  const first = (query.page - 1) * PAGE_SIZE + 1;
  const last = first + rows.length - 1;
  return (
    <Pagination
      label={query.by === "host" ? "Hosts" : "Elements"}
      summary={`${first}–${last} of ${total.toLocaleString("en")}`}
      previousHref={query.page > 1 ? coverageHref(query, { page: query.page - 1 }) : undefined}
      nextHref={last < total ? coverageHref(query, { page: query.page + 1 }) : undefined}
    />
  );
}

function NoModel() {
  return (
    <>
      <PageHead title="Heatmap" crumbs={[{ label: "Threats", href: "/threats" }]} />
      <PageBody>
        <EmptyState title="There is no threat model" actions={<ButtonLink href="/threats">See the threats</ButtonLink>}>
          A heatmap shows how the threats of a model stand on the hosts under it.
        </EmptyState>
      </PageBody>
    </>
  );
}
