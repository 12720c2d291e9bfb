import { Upload } from "lucide-react";
import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { ResultKey } from "@/components/marks/result-bar";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IgnoredFilters } from "@/components/ui/ignored-filters";
import { Pagination } from "@/components/ui/pagination";
import { may } from "@/lib/access/policy";
import { pageViewer } from "@/lib/auth/viewer";
import { getControl } from "@/lib/catalogue/controls";
import { getHostFacets } from "@/lib/data/host-facets";
import { ALL_HOSTS, type HostListFilter, listHostsSorted } from "@/lib/data/host-list";
import { getEvidenceLimit } from "@/lib/data/settings";
import type { SearchParams } from "@/lib/shared/read-filters";
import { type HostQuery, hostsHref, isFiltered, readHostQuery } from "./host-filter";
import { HostsTable } from "./hosts-table";
import { HostsToolbar } from "./hosts-toolbar";
import { listSummary, orderWords } from "./list-summary";

export const metadata: Metadata = { title: "Hosts" };

const PAGE_SIZE = 50;

const filterOf = ({ q, stride, state, control, silent, env, label, retired }: HostQuery, before: Date): HostListFilter => ({
  ...{ q, stride, state, control, environment: env, label, retired: retired === "1" },
  silence: silent === null ? null : { before, silent: silent === "1" },
});

export default async function HostsPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const viewer = await pageViewer("host:read");
  const { query, ignored } = readHostQuery(await searchParams);
  const { now, staleBefore: before, freshDays } = await getEvidenceLimit(viewer, new Date());
  const [list, silent, facets] = await Promise.all([
    listHostsSorted(viewer, filterOf(query, before), query.sort, { number: query.page, size: PAGE_SIZE }),
    listHostsSorted(viewer, { ...ALL_HOSTS, silence: { before, silent: true } }, "name", { number: 1, size: 1 }),
    getHostFacets(viewer),
  ]);
  const upload = may(viewer, "scan:upload");
  // Not one host: nothing to filter, and the way on stands where the list would be.
  const none = list.total === 0 && !isFiltered(query) && facets.retired === 0;
  return (
    <>
      <PageHead
        title="Hosts"
        meta={none ? "0 hosts" : `${listSummary(query, list.total, list.sums)}. ${orderWords(query)}`}
        actions={
          upload &&
          !none && (
            <ButtonLink href="/upload" variant="primary" icon={Upload}>
              Upload scan
            </ButtonLink>
          )
        }
      />
      <IgnoredFilters ignored={ignored} href={hostsHref(query)} />
      <PageBody>
        {!none && (
          <HostsToolbar
            query={query}
            controlTitle={query.control === null ? null : (getControl(query.control)?.title ?? null)}
            silentHosts={silent.total}
            freshDays={freshDays}
            facets={facets}
          />
        )}
        {list.items.length === 0 ? (
          <NoHosts query={query} total={list.total} upload={upload} />
        ) : (
          <>
            <HostsTable hosts={list.items} query={query} now={now} freshDays={freshDays} />
            <HostPages query={query} total={list.total} shown={list.items.length} />
            <ResultKey />
            <p className="mt-1 text-small text-fg-muted">
              A column with a letter counts failing findings under their primary STRIDE letter, so each is counted once.
            </p>
          </>
        )}
      </PageBody>
    </>
  );
}

function HostPages({ query, total, shown }: { readonly query: HostQuery; readonly total: number; readonly shown: number }) {
  const first = (query.page - 1) * PAGE_SIZE + 1;
  const last = first + shown - 1;
  return (
    <Pagination
      label="Hosts"
      summary={`${first}–${last} of ${total}`}
      previousHref={query.page > 1 ? hostsHref(query, { page: query.page - 1 }) : undefined}
      nextHref={last < total ? hostsHref(query, { page: query.page + 1 }) : undefined}
    />
  );
}

function NoHosts({ query, total, upload }: { readonly query: HostQuery; readonly total: number; readonly upload: boolean }) {
  if (total > 0) {
    return (
      <EmptyState title={`There is no page ${query.page}`} actions={<ButtonLink href={hostsHref(query)}>Go to the first page</ButtonLink>}>
        {total} hosts match; they end before this page.
      </EmptyState>
    );
  }
  if (isFiltered(query)) {
    return (
      <EmptyState title="No host matches" actions={<ButtonLink href="/hosts">Show all hosts</ButtonLink>}>
        Take off one of the filters above, or all of them.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No hosts yet"
      actions={
        upload && (
          <ButtonLink href="/upload" variant="primary" icon={Upload}>
            Upload the first scan
          </ButtonLink>
        )
      }
    >
      A host appears here with its first scan: upload a log of docker-bench-security, by hand or with curl from the host itself.
    </EmptyState>
  );
}
