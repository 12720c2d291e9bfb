import { ArrowLeftRight, Download } from "lucide-react";
import type { Metadata } from "next";
import { CompareSidesForm } from "@/components/hosts/compare-sides-form";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { FileLink } from "@/components/scans/file-link";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IgnoredFilters } from "@/components/ui/ignored-filters";
import type { Viewer } from "@/lib/access/viewer";
import { pageViewer } from "@/lib/auth/viewer";
import { findHost, getHost, type HostRow } from "@/lib/data/hosts";
import type { SearchParams } from "@/lib/shared/read-filters";
import { hostHref } from "../host-href";
import { type CompareQuery, compareHref, readCompareQuery, sideNames } from "./compare-query";
import { ComparedSides } from "./compared-sides";

export const metadata: Metadata = { title: "Compare hosts" };

export default async function ComparePage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const viewer = await pageViewer("scan:read");
  const { query, ignored } = readCompareQuery(await searchParams);
  const [a, b] = await Promise.all([hostOf(viewer, query.a), hostOf(viewer, query.b)]);
  const both = a !== null && b !== null;
  const names = both ? sideNames(query, a.name, b.name) : null;
  const now = new Date();
  return (
    <>
      <PageHead
        title={names === null ? "Compare hosts" : titleOf(names, a?.name === b?.name ? a?.name : undefined)}
        crumb="Compare"
        crumbs={[{ label: "Hosts", href: "/hosts" }]}
        meta="Two hosts by their newest scans, or one host at two dates: the same name twice"
        actions={
          both && (
            <>
              <ButtonLink icon={ArrowLeftRight} href={compareHref(query, { a: query.b, b: query.a, aOn: query.bOn, bOn: query.aOn })}>
                Swap sides
              </ButtonLink>
              <FileLink icon={Download} href={compareHref(query, {}, "/hosts/compare.csv")}>
                CSV
              </FileLink>
            </>
          )
        }
      />
      <IgnoredFilters ignored={ignored} href={compareHref(query)} />
      <PageBody>
        <CompareSidesForm
          a={{ host: query.a, on: query.aOn, error: missing(query.a, a) }}
          b={{ host: query.b, on: query.bOn, error: missing(query.b, b) }}
          today={now.toISOString().slice(0, 10)}
        />
        {both ? (
          <ComparedSides viewer={viewer} query={query} a={a} b={b} />
        ) : (
          <NothingYet query={query} called={await getHost(viewer, "compare")} />
        )}
      </PageBody>
    </>
  );
}

const hostOf = async (viewer: Viewer, name: string | null): Promise<HostRow | null> => (name === null ? null : findHost(viewer, name));

const missing = (name: string | null, host: HostRow | null): string | undefined =>
  name === null || host !== null ? undefined : `There is no host called ${name}.`;

function titleOf([a, b]: readonly [string, string], one: string | undefined) {
  return (
    <>
      {one !== undefined && (
        <>
          <bdi>{one}</bdi>:{" "}
        </>
      )}
      <bdi>{a}</bdi> and <bdi>{b}</bdi>
    </>
  );
}

interface NothingYetProps {
  readonly query: CompareQuery;
  /** A host that happens to be called like this page, whose address it takes. */
  readonly called: HostRow | null;
}

function NothingYet({ query, called }: NothingYetProps) {
  return (
    <EmptyState
      title={query.ticked > 0 && query.ticked !== 2 ? `Two hosts are compared, and ${query.ticked} were ticked` : "Name two hosts"}
      actions={<ButtonLink href="/hosts">Choose them in the list</ButtonLink>}
    >
      Tick two hosts in the list and press Compare, or write their names above.
      {called !== null && (
        <>
          {" "}
          The host called {called.name} is at <AppLink href={`${hostHref(called.name)}/history`}>its history</AppLink>, because this page
          has the address of its findings.
        </>
      )}
    </EmptyState>
  );
}
