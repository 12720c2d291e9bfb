import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { EmptyLine } from "@/components/ui/empty-line";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import { Time } from "@/components/ui/time";
import { listModelRevisions, type ModelRevision } from "@/lib/data/threat-models";
import { counted } from "@/lib/shared/counted";
import type { SearchParams } from "@/lib/shared/read-filters";
import { loadModel, modelCrumbs } from "../../model-to-edit";
import { readVersion } from "../../read-version";
import { VersionPage } from "./version-page";

interface HistoryProps {
  readonly params: Promise<{ readonly model: string }>;
  readonly searchParams: Promise<SearchParams>;
}

const PAGE = 50;

export async function generateMetadata({ params }: HistoryProps): Promise<Metadata> {
  const { stored } = await loadModel((await params).model);
  return { title: `History of ${stored.model.title}` };
}

export default async function HistoryPage({ params, searchParams }: HistoryProps) {
  const { viewer, stored } = await loadModel((await params).model);
  const query = await searchParams;
  const asked = readVersion(query.version);
  if (asked !== null) return <VersionPage viewer={viewer} stored={stored} version={asked} />;
  const before = readVersion(query.before);
  const revisions = await listModelRevisions(viewer, stored.id, { before, limit: PAGE });
  const here = `/threats/${stored.model.slug}/history`;
  const [newest, oldest] = [revisions[0]?.version ?? 0, revisions.at(-1)?.version ?? 0];
  return (
    <>
      <PageHead
        title={`History of ${stored.model.title}`}
        crumbs={modelCrumbs(stored)}
        crumb="History"
        meta="Every version that was saved, the newest first. Nothing is ever taken out of it."
      />
      <PageBody>
        <Table
          caption="Versions"
          columns={columnsOf(here, stored.version, new Date())}
          rows={revisions}
          rowKey={({ version }) => String(version)}
          empty={<EmptyLine>There is no version as old as that.</EmptyLine>}
        />
        <Pagination
          label="Versions"
          summary={revisions.length === 0 ? "" : `Versions ${newest}–${oldest} of ${stored.version}`}
          previousHref={
            newest < stored.version ? (newest + PAGE >= stored.version ? here : `${here}?before=${newest + PAGE + 1}`) : undefined
          }
          nextHref={oldest > 1 ? `${here}?before=${oldest}` : undefined}
        />
      </PageBody>
    </>
  );
}

const columnsOf = (here: string, present: number, now: Date): readonly Column<ModelRevision>[] => [
  {
    key: "version",
    header: "Version",
    width: "6rem",
    phone: "top",
    cell: ({ version }) => <span className="text-fg-subtle">{version}</span>,
  },
  {
    key: "what",
    header: "What was done",
    rowHeader: true,
    cell: ({ version, summary }) => {
      const [first, ...remarks] = summary.split("\n");
      return (
        <>
          <AppLink kind="row" href={`${here}?version=${version}`}>
            {first}
          </AppLink>
          {version === present && (
            <span className="ml-2">
              <Badge tone="blue">Present</Badge>
            </span>
          )}
          {remarks.length > 0 && (
            <span className="block text-meta font-normal text-fg-muted">{`${counted(remarks.length, "remark")} on the file`}</span>
          )}
        </>
      );
    },
  },
  { key: "who", header: "Who", width: "12rem", cell: ({ actor }) => actor },
  { key: "when", header: "When", width: "8rem", phone: "end", cell: ({ at }) => <Time at={at} now={now} /> },
];
