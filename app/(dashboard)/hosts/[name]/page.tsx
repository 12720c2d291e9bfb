import type { Metadata } from "next";
import { OpenFinding } from "@/app/_finding-panel/open-finding";
import { RowKeys } from "@/components/findings/row-keys";
import { IgnoredFilters } from "@/components/ui/ignored-filters";
import { SidePanelLayout } from "@/components/ui/side-panel";
import { may } from "@/lib/access/policy";
import { pageViewer } from "@/lib/auth/viewer";
import { listFindingMarks } from "@/lib/data/finding-detail";
import { type FindingRow, listHostFindings } from "@/lib/data/findings";
import type { SearchParams } from "@/lib/shared/read-filters";
import { type FindingQuery, findingsHref, readFindingQuery, sectionOf } from "./finding-filter";
import { bySection } from "./finding-groups";
import { FindingsList, sectionName } from "./findings-list";
import { FindingsToolbar } from "./findings-toolbar";
import { HostHead } from "./host-head";
import { hostNameOf } from "./host-name-param";
import { loadHost } from "./load-host";

interface HostPageProps {
  readonly params: Promise<{ readonly name: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: HostPageProps): Promise<Metadata> {
  return { title: hostNameOf((await params).name) ?? "Host" };
}

export default async function HostPage({ params, searchParams }: HostPageProps) {
  const viewer = await pageViewer("host:read");
  const loaded = await loadHost(viewer, (await params).name);
  const { host, edition } = loaded;
  const query = readFindingQuery(await searchParams);
  const now = new Date();
  const [findings, marks] = await Promise.all([listHostFindings(viewer, host.id), listFindingMarks(viewer, host.id)]);
  const open = findings.find(({ id }) => id === query.findingId) ?? null;
  const sections = [...new Set(findings.map(sectionOf))]
    .sort(bySection)
    .map((section) => [section, sectionName(edition, section)] as const);
  const closeHref = findingsHref(host.name, query.filter);
  return (
    <>
      <HostHead loaded={loaded} mayUpload={may(viewer, "scan:upload")} short={open !== null} now={now} />
      <RowKeys openId={open?.id ?? null} closeHref={closeHref}>
        <SidePanelLayout panel={open && <OpenFinding viewer={viewer} finding={open} closeHref={closeHref} now={now} />}>
          <FindingsToolbar host={host.name} findings={findings} filter={query.filter} sections={sections} />
          <IgnoredFilters ignored={ignoredOf(query, open)} href={closeHref} />
          <FindingsList
            host={host.name}
            findings={findings}
            marks={marks}
            filter={query.filter}
            edition={edition}
            latestRanAt={host.latestRanAt}
            openId={open?.id ?? null}
            mayAssign={may(viewer, "task:create")}
            now={now}
          />
        </SidePanelLayout>
      </RowKeys>
    </>
  );
}

/** A finding of another host, or of none, opens nothing, and the page says so. */
const ignoredOf = ({ ignored, findingId }: FindingQuery, open: FindingRow | null) =>
  findingId === null || open !== null ? ignored : [...ignored, { name: "finding", value: String(findingId) }];
