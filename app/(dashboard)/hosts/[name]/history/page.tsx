import { Upload } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IgnoredFilters } from "@/components/ui/ignored-filters";
import { Pagination } from "@/components/ui/pagination";
import { may } from "@/lib/access/policy";
import { pageViewer } from "@/lib/auth/viewer";
import { listHostScans, type ScanRow } from "@/lib/data/scans";
import { filterReader, hrefWith, type SearchParams } from "@/lib/shared/read-filters";
import { hostHref } from "../../host-href";
import { HostHead } from "../host-head";
import { hostNameOf } from "../host-name-param";
import { loadHost } from "../load-host";
import { OverTime } from "./over-time";
import { ScansTable, withEarlier } from "./scans-table";

/** As many columns as the strip plot holds on a sheet of paper. */
const PAGE_SIZE = 40;

interface HistoryPageProps {
  readonly params: Promise<{ readonly name: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: HistoryPageProps): Promise<Metadata> {
  return { title: `History of ${hostNameOf((await params).name) ?? "a host"}` };
}

export default async function HistoryPage({ params, searchParams }: HistoryPageProps) {
  const viewer = await pageViewer("scan:read");
  const loaded = await loadHost(viewer, (await params).name);
  const { host } = loaded;
  const reader = filterReader(await searchParams);
  const cursor = reader.one("before", z.string().regex(/^\d{1,15}-\d{1,10}$/));
  const now = new Date();
  const { items, nextCursor } = await listHostScans(viewer, host.id, { cursor, limit: PAGE_SIZE });
  const path = `${hostHref(host.name)}/history`;
  const mayUpload = may(viewer, "scan:upload");
  return (
    <>
      <HostHead loaded={loaded} mayUpload={mayUpload} now={now} />
      <div className="pt-5">
        <IgnoredFilters ignored={reader.ignored()} href={hrefWith(path, { before: cursor })} />
        <PageBody>
          {items.length === 0 ? (
            <NoScans host={host.name} path={path} first={cursor === null} mayUpload={mayUpload} />
          ) : (
            <>
              {items.length > 1 && <OverTime viewer={viewer} host={host} newestFirst={items} />}
              <Section
                title="Scans"
                remark={
                  items.length === 1 && cursor === null
                    ? "The first scan of this host, nothing to compare it with yet"
                    : "Newly failing and fixed against all that was known before"
                }
                link={compareDates(host.name, items)}
              >
                <ScansTable host={host.name} entries={withEarlier(items)} now={now} />
                <Pagination
                  label="Scans"
                  summary={`${items.length} of ${host.scanCount}`}
                  previousHref={cursor === null ? undefined : path}
                  nextHref={nextCursor === null ? undefined : hrefWith(path, { before: nextCursor })}
                />
              </Section>
            </>
          )}
        </PageBody>
      </div>
    </>
  );
}

/** From the oldest scan that is shown to now; nothing where all are of one day. */
function compareDates(host: string, items: readonly ScanRow[]) {
  const dayOf = (scan: ScanRow | undefined): string | null => scan?.ranAt.toISOString().slice(0, 10) ?? null;
  const [newest, oldest] = [dayOf(items[0]), dayOf(items.at(-1))];
  if (newest === oldest) return undefined;
  return { href: hrefWith("/hosts/compare", { a: host, a_on: oldest, b: host, b_on: newest }), label: "Compare two dates" };
}

interface NoScansProps {
  readonly host: string;
  readonly path: string;
  /** False on a later page that turned out to be empty. */
  readonly first: boolean;
  readonly mayUpload: boolean;
}

function NoScans({ host, path, first, mayUpload }: NoScansProps) {
  if (!first) return <EmptyState title="No older scans" actions={<ButtonLink href={path}>Show the newest</ButtonLink>} />;
  return (
    <EmptyState
      title={`No scan of ${host} has been stored yet`}
      actions={
        mayUpload && (
          <ButtonLink href="/upload" variant="primary" icon={Upload}>
            Upload the first scan
          </ButtonLink>
        )
      }
    >
      Every stored scan is kept, with the log it came from.
    </EmptyState>
  );
}
