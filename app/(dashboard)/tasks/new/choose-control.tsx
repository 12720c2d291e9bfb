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
import { listTaskCandidates, type TaskCandidate } from "@/lib/data/task-candidates";

const SHOWN = 50;

const columns: readonly Column<TaskCandidate>[] = [
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
  {
    key: "failing",
    header: "Fails on",
    width: "6rem",
    align: "end",
    phoneLabel: "fails on",
    cell: ({ failing }) => countWords(failing, "host"),
  },
  {
    key: "free",
    header: "Without a task",
    width: "7.5rem",
    align: "end",
    phone: "end",
    phoneLabel: "without a task",
    cell: ({ free }) => free,
  },
];

/** Where a task begins when nothing was selected before: with the checks whose fix helps most hosts. */
export async function ChooseControl({ viewer, crumbs }: { readonly viewer: Viewer; readonly crumbs: readonly Crumb[] }) {
  const controls = await listTaskCandidates(viewer, SHOWN);
  return (
    <>
      <PageHead
        title="New task"
        crumbs={crumbs}
        meta={
          controls.length > 0 &&
          `Choose what to fix: ${controls.length === SHOWN ? `the ${SHOWN} checks` : "checks"} that fail on most hosts without a task. Single findings are chosen on the page of a host.`
        }
      />
      <PageBody>
        <Table
          caption="Failing checks"
          columns={columns}
          rows={controls}
          rowKey={({ key }) => key}
          empty={
            <EmptyState title="Nothing fails without a task" actions={<ButtonLink href="/hosts">Go to the hosts</ButtonLink>}>
              Tasks are made of failing findings. New ones come with the scans you upload.
            </EmptyState>
          }
        />
      </PageBody>
    </>
  );
}
