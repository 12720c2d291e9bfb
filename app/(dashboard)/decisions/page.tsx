import { Download } from "lucide-react";
import type { Metadata } from "next";
import { ToldBulk } from "@/app/_bulk/told-bulk";
import { DecisionTable } from "@/components/decisions/decision-table";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { AppLink } from "@/components/ui/app-link";
import { buttonClass } from "@/components/ui/button-class";
import { IgnoredFilters } from "@/components/ui/ignored-filters";
import { Pagination } from "@/components/ui/pagination";
import { Tabs } from "@/components/ui/tabs";
import { pageViewer } from "@/lib/auth/viewer";
import { countDecisions, listDecisions } from "@/lib/data/decisions";
import { DECISION_STANDINGS, STANDING_FACTS } from "@/lib/hardening/decision";
import { decisionFilterOf } from "@/lib/hardening/decision-filter";
import { filterReader, type SearchParams } from "@/lib/shared/read-filters";
import { rowId } from "@/lib/shared/row-id";
import { csvHref, decisionsHref, readDecisionsQuery } from "./decision-query";
import { DecisionsToolbar } from "./decisions-toolbar";
import { NoDecisions } from "./no-decisions";

export const metadata: Metadata = { title: "Decisions" };

const PAGE_SIZE = 50;

export default async function DecisionsPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const viewer = await pageViewer("finding:read");
  const params = await searchParams;
  const { query, ignored } = readDecisionsQuery(params);
  const bulk = filterReader(params).one("bulk", rowId);
  const now = new Date();
  const filter = decisionFilterOf(query);
  const [{ items, total }, counts] = await Promise.all([
    listDecisions(viewer, filter, now, { number: query.page, size: PAGE_SIZE }),
    countDecisions(viewer, filter, now),
  ]);
  const first = (query.page - 1) * PAGE_SIZE + 1;
  const last = first + items.length - 1;
  return (
    <>
      <PageHead
        title="Decisions"
        meta={
          <>
            Accepted risks, attestations and what is not applicable, by check. What is attested of a threat stands with{" "}
            <AppLink href="/threats">its threat</AppLink>.
          </>
        }
        actions={
          // No page: the browser saves what comes.
          <a href={csvHref(query)} download className={buttonClass()}>
            <Download size={14} />
            CSV
          </a>
        }
      />
      <ToldBulk viewer={viewer} id={bulk} back={`/decisions?bulk=${bulk}`} />
      <Tabs
        bleed
        label="Decisions by standing"
        items={[
          { href: decisionsHref(query, { standing: null }), label: "All", count: counts.all, current: query.standing === null },
          ...DECISION_STANDINGS.map((standing) => ({
            href: decisionsHref(query, { standing }),
            label: STANDING_FACTS[standing].label,
            count: counts[standing],
            current: query.standing === standing,
          })),
        ]}
      />
      <DecisionsToolbar query={query} />
      <IgnoredFilters ignored={ignored.filter(({ name }) => name !== "bulk")} href={decisionsHref(query, { page: query.page })} />
      <PageBody>
        {query.standing !== null && items.length > 0 && (
          <p className="mb-2 text-meta text-fg-muted">{STANDING_FACTS[query.standing].meaning}</p>
        )}
        <DecisionTable decisions={items} now={now} empty={<NoDecisions query={query} counts={counts} total={total} />} />
        {items.length > 0 && (
          <Pagination
            label="Decisions"
            summary={`${first}–${last} of ${total}, what waits for somebody first, then what ends first`}
            previousHref={query.page > 1 ? decisionsHref(query, { page: query.page - 1 }) : undefined}
            nextHref={last < total ? decisionsHref(query, { page: query.page + 1 }) : undefined}
          />
        )}
      </PageBody>
    </>
  );
}
