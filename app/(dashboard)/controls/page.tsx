import type { Metadata } from "next";
import { ControlTable } from "@/components/controls/control-table";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IgnoredFilters } from "@/components/ui/ignored-filters";
import { Pagination } from "@/components/ui/pagination";
import { pageViewer } from "@/lib/auth/viewer";
import { type ControlFilter, matchingControls } from "@/lib/catalogue/control-filter";
import { CONTROLS } from "@/lib/catalogue/controls";
import { countFailingHosts } from "@/lib/data/control-status";
import type { SearchParams } from "@/lib/shared/read-filters";
import { type ControlQuery, controlsHref, readControlQuery, withoutEach } from "./control-query";
import { ControlsToolbar } from "./controls-toolbar";

export const metadata: Metadata = { title: "Controls" };

const PAGE_SIZE = 60;

export default async function ControlsPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const viewer = await pageViewer("control:read");
  const { query, ignored } = readControlQuery(await searchParams);
  const failing = await countFailingHosts(viewer);
  const matching = matchingControls(query.filter);
  const shown = matching.slice((query.page - 1) * PAGE_SIZE, query.page * PAGE_SIZE);
  const docker = CONTROLS.filter(({ family }) => family === "docker").length;
  const failingSomewhere = CONTROLS.filter(({ slug }) => failing.has(slug)).length;
  return (
    <>
      <PageHead
        title="Controls"
        meta={`What the checks of all editions test: ${docker} controls for Docker, ${CONTROLS.length - docker} for Kubernetes; ${failingSomewhere} fail on at least one host`}
      />
      <PageBody>
        <ControlsToolbar filter={query.filter} />
        <IgnoredFilters ignored={ignored} href={controlsHref(query.filter)} />
        {shown.length === 0 ? (
          <NothingFound query={query} total={matching.length} />
        ) : (
          <>
            <ControlTable controls={shown} failing={failing} asked={query.filter.q} />
            <ControlPages query={query} total={matching.length} shown={shown.length} />
          </>
        )}
      </PageBody>
    </>
  );
}

function ControlPages({ query, total, shown }: { readonly query: ControlQuery; readonly total: number; readonly shown: number }) {
  const { filter, page } = query;
  const first = (page - 1) * PAGE_SIZE + 1;
  const last = first + shown - 1;
  return (
    <Pagination
      label="Controls"
      summary={`${first}–${last} of ${total}`}
      previousHref={page > 1 ? controlsHref(filter, {}, page - 1) : undefined}
      nextHref={last < total ? controlsHref(filter, {}, page + 1) : undefined}
    />
  );
}

const WITHOUT: Readonly<Record<keyof ControlFilter, string>> = {
  q: "Without the search",
  family: "In both families",
  stride: "With any letter",
  severity: "With any severity",
};

function NothingFound({ query, total }: { readonly query: ControlQuery; readonly total: number }) {
  if (total > 0) {
    return (
      <EmptyState
        title={`There is no page ${query.page}`}
        actions={<ButtonLink href={controlsHref(query.filter)}>Go to the first page</ButtonLink>}
      >
        {total} controls match; they end before this page.
      </EmptyState>
    );
  }
  const ways = withoutEach(query.filter).map((way) => ({ ...way, count: matchingControls(way.filter).length }));
  return (
    <EmptyState
      title="No control matches"
      actions={
        <>
          {ways
            .filter(({ count }) => count > 0)
            .map(({ name, filter, count }) => (
              <ButtonLink key={name} href={controlsHref(filter)}>
                {WITHOUT[name]}: {count}
              </ButtonLink>
            ))}
          <ButtonLink href="/controls">All controls</ButtonLink>
        </>
      }
    >
      A number is searched in every edition, words in every title a control ever had.
    </EmptyState>
  );
}
