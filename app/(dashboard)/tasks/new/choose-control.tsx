import { PageBody } from "@/components/layout/page-body";
import { type Crumb, PageHead } from "@/components/layout/page-head";
import { CheckTitle } from "@/components/marks/check-title";
import { SeverityMark } from "@/components/marks/severity";
import { StrideChips } from "@/components/marks/stride-chips";
import { newTaskOfControlHref } from "@/components/tasks/task-href";
import { countWords } from "@/components/tasks/task-view";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import type { Viewer } from "@/lib/access/viewer";
import { type FailingControl, listTopFixes } from "@/lib/data/findings";

const SHOWN = 50;

const columns: readonly Column<FailingControl>[] = [
  { key: "number", header: "Check", width: "4rem", phone: "top", cell: ({ number }) => <span className="text-fg-subtle">{number}</span> },
  {
    key: "title",
    header: "Title",
    rowHeader: true,
    cell: ({ key, title }) => (
      <AppLink kind="row" href={newTaskOfControlHref(key)}>
        <CheckTitle title={title} />
      </AppLink>
    ),
  },
  { key: "severity", header: "Severity", width: "6.5rem", cell: ({ severity }) => severity && <SeverityMark severity={severity} /> },
  { key: "stride", header: "STRIDE", width: "6rem", phone: "top-end", cell: ({ stride }) => <StrideChips letters={stride} /> },
  { key: "hosts", header: "Fails on", width: "6rem", align: "end", cell: ({ hosts }) => countWords(hosts, "host") },
  {
    key: "unassigned",
    header: "No owner",
    width: "6rem",
    align: "end",
    phone: "end",
    phoneLabel: "no owner on",
    cell: ({ unassigned }) => (unassigned === 0 ? <span className="text-fg-subtle">0</span> : unassigned),
  },
];

/** Where a task begins when nothing was selected before: with the checks whose fix helps most hosts. */
export async function ChooseControl({ viewer, crumbs }: { readonly viewer: Viewer; readonly crumbs: readonly Crumb[] }) {
  const controls = await listTopFixes(viewer, SHOWN);
  return (
    <>
      <PageHead
        title="New task"
        crumbs={crumbs}
        meta={
          controls.length > 0 &&
          `Choose what to fix. These ${controls.length === SHOWN ? `${SHOWN} ` : ""}checks fail on most hosts; single findings can be chosen on the page of a host.`
        }
      />
      <PageBody>
        <Table
          caption="Failing checks"
          columns={columns}
          rows={controls}
          rowKey={({ key }) => key}
          empty={
            <EmptyState title="Nothing fails" actions={<ButtonLink href="/hosts">Go to the hosts</ButtonLink>}>
              Tasks are made of failing findings, and no host has one. They come with the scans you upload.
            </EmptyState>
          }
        />
      </PageBody>
    </>
  );
}
