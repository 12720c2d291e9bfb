import type { Metadata } from "next";
import { FindingPanel } from "@/components/findings/finding-panel";
import { RowKeys } from "@/components/findings/row-keys";
import { IgnoredFilters } from "@/components/ui/ignored-filters";
import { SidePanelLayout } from "@/components/ui/side-panel";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { pageViewer } from "@/lib/auth/viewer";
import { getControl } from "@/lib/catalogue/controls";
import { getGuidance } from "@/lib/catalogue/guidances";
import { listFindingMarks } from "@/lib/data/finding-detail";
import { type FindingRow, listHostFindings } from "@/lib/data/findings";
import { isFailing } from "@/lib/hardening/states";
import { hrefWith, type SearchParams } from "@/lib/shared/read-filters";
import { TASK_STATUS_LABELS } from "@/lib/tasks/task-status";
import { type FindingQuery, findingsHref, readFindingQuery, sectionOf } from "./finding-filter";
import { bySection } from "./finding-groups";
import { entryOf, FindingsList, sectionName } from "./findings-list";
import { FindingsToolbar } from "./findings-toolbar";
import { HostHead } from "./host-head";
import { hostNameOf } from "./host-name-param";
import { decisionsOf, loadFinding, remarksOf } from "./load-finding";
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
  const { host, latest, dockerVersion } = await loadHost(viewer, (await params).name);
  const query = readFindingQuery(await searchParams);
  const now = new Date();
  const [findings, marks] = await Promise.all([listHostFindings(viewer, host.id), listFindingMarks(viewer, host.id)]);
  const open = findings.find(({ id }) => id === query.findingId) ?? null;
  const edition = latest?.edition ?? null;
  const sections = [...new Set(findings.map(sectionOf))]
    .sort(bySection)
    .map((section) => [section, sectionName(edition, section)] as const);
  const closeHref = findingsHref(host.name, query.filter);
  return (
    <>
      <HostHead
        host={host}
        latest={latest}
        dockerVersion={dockerVersion}
        mayUpload={may(viewer, "scan:upload")}
        short={open !== null}
        now={now}
      />
      <RowKeys openId={open?.id ?? null} closeHref={closeHref}>
        <SidePanelLayout
          panel={open && <OpenFinding viewer={viewer} finding={open} mark={marks.get(open.id)} closeHref={closeHref} now={now} />}
        >
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

interface OpenFindingProps {
  readonly viewer: Viewer;
  readonly finding: FindingRow;
  readonly mark: Parameters<typeof entryOf>[1];
  readonly closeHref: string;
  readonly now: Date;
}

async function OpenFinding({ viewer, finding, mark, closeHref, now }: OpenFindingProps) {
  const loaded = await loadFinding(viewer, finding);
  if (loaded === null) return null;
  const { detail, evidence, history } = loaded;
  const assignable = detail.task === null && isFailing(finding.state) && may(viewer, "task:create");
  return (
    <FindingPanel
      finding={entryOf(finding, mark)}
      control={finding.control === null ? null : getControl(finding.control)}
      guidance={finding.control === null ? null : getGuidance(finding.control)}
      decisions={decisionsOf(detail)}
      remarks={remarksOf(detail)}
      evidence={evidence}
      due={finding.dueOn}
      task={detail.task && { ...detail.task, status: TASK_STATUS_LABELS[detail.task.status] }}
      history={history}
      assignHref={assignable ? hrefWith("/tasks/new", { finding: finding.id }) : undefined}
      controlHref={`/controls/${encodeURIComponent(finding.key)}`}
      closeHref={closeHref}
      now={now}
    />
  );
}
