import { Columns3, Plus, Table2 } from "lucide-react";
import type { Metadata } from "next";
import { ToldBulk } from "@/app/_bulk/told-bulk";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { DotList } from "@/components/ui/dot-list";
import { IgnoredFilters } from "@/components/ui/ignored-filters";
import { Segmented } from "@/components/ui/segmented";
import { may } from "@/lib/access/policy";
import { pageViewer } from "@/lib/auth/viewer";
import { listUsedLabels } from "@/lib/data/task-labels-used";
import { countTasks } from "@/lib/data/tasks";
import { BoardOfTasks } from "./board-of-tasks";
import { TableOfTasks } from "./table-of-tasks";
import { readTaskQuery, type SearchParams, tasksHref } from "./task-query";
import { countLinks, TasksToolbar } from "./tasks-toolbar";

export const metadata: Metadata = { title: "Tasks" };

/** As many as a menu shows. */
const LABELS = 20;

export default async function TasksPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const viewer = await pageViewer("task:read");
  const params = await searchParams;
  const { query, ignored } = readTaskQuery(params);
  const now = new Date();
  const [counts, labels] = await Promise.all([countTasks(viewer, now.toISOString().slice(0, 10)), listUsedLabels(viewer, LABELS)]);
  const here = tasksHref(query);
  const list = { viewer, query, counts, now };
  return (
    <>
      <PageHead
        title="Tasks"
        meta={
          <DotList className="leading-6">
            {countLinks(counts, query).map(({ words, href }) => (
              <AppLink
                key={href}
                kind="bare"
                href={href}
                aria-current={href === here ? "true" : undefined}
                className="inline-block underline-offset-3 hover:underline aria-[current=true]:font-medium aria-[current=true]:text-fg"
              >
                {words}
              </AppLink>
            ))}
          </DotList>
        }
        actions={
          <>
            <Segmented
              label="View"
              items={[
                {
                  href: tasksHref(query, { view: "board", status: null }),
                  label: "Board",
                  icon: Columns3,
                  current: query.view === "board",
                },
                { href: tasksHref(query, { view: "table" }), label: "Table", icon: Table2, current: query.view === "table" },
              ]}
            />
            {may(viewer, "task:create") && (
              <ButtonLink href="/tasks/new" variant="primary" icon={Plus}>
                New task
              </ButtonLink>
            )}
          </>
        }
      />
      <ToldBulk viewer={viewer} id={query.bulk} back={here} />
      <IgnoredFilters ignored={ignored} href={here} />
      <PageBody>
        <TasksToolbar query={query} labels={labels} />
        {query.view === "board" ? <BoardOfTasks {...list} /> : <TableOfTasks {...list} />}
      </PageBody>
    </>
  );
}
