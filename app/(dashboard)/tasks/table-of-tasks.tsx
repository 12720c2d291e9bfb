import { BulkEdit } from "@/components/tasks/bulk-edit";
import { BULK_EDIT_FORM } from "@/components/tasks/bulk-edit-form";
import { TaskTable } from "@/components/tasks/task-table";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { listTasksSorted, type TaskCounts } from "@/lib/data/tasks";
import { listPeople } from "@/lib/data/users";
import { counted } from "@/lib/shared/counted";
import { submitMove } from "./actions";
import { submitBulkEdit } from "./bulk-edit-action";
import { filterOf, isFiltered, type TaskQuery, tasksHref } from "./task-query";

const PAGE_SIZE = 50;

export interface TaskListProps {
  readonly viewer: Viewer;
  readonly query: TaskQuery;
  readonly counts: TaskCounts;
  readonly now: Date;
}

/** The table of a query with its pages. */
export async function TableOfTasks({ viewer, query, counts, now }: TaskListProps) {
  const { page } = query;
  const { items, total } = await listTasksSorted(viewer, filterOf(viewer, query, now.toISOString().slice(0, 10)), {
    number: page,
    size: PAGE_SIZE,
  });
  const first = (page - 1) * PAGE_SIZE + 1;
  const last = first + items.length - 1;
  const work = may(viewer, "task:work");
  const table = (
    <TaskTable
      tasks={items}
      now={now}
      move={work ? submitMove : undefined}
      form={work ? BULK_EDIT_FORM : undefined}
      empty={<NoTasks query={query} counts={counts} total={total} create={may(viewer, "task:create")} />}
    />
  );
  if (items.length === 0) return table;
  return (
    <>
      {work ? (
        <BulkEdit
          people={(await listPeople(viewer)).map(({ id, name }) => ({ id, name }))}
          matching={{ query: tasksHref(query), total }}
          action={submitBulkEdit}
        >
          {table}
        </BulkEdit>
      ) : (
        table
      )}
      <Pagination
        label="Tasks"
        summary={`${first}–${last} of ${total}, soonest due first`}
        previousHref={page > 1 ? tasksHref(query, { page: page - 1 }) : undefined}
        nextHref={last < total ? tasksHref(query, { page: page + 1 }) : undefined}
      />
    </>
  );
}

interface NoTasksProps {
  readonly query: TaskQuery;
  readonly counts: TaskCounts;
  readonly total: number;
  readonly create: boolean;
}

/** Why there is nothing, and the next step. */
export function NoTasks({ query, counts, total, create }: NoTasksProps) {
  if (total > 0) {
    return (
      <EmptyState title={`There is no page ${query.page}`} actions={<ButtonLink href={tasksHref(query)}>Go to the first page</ButtonLink>}>
        {counted(total, "task matches", "tasks match")}, and this page is behind the last.
      </EmptyState>
    );
  }
  if (counts.all === 0) {
    return (
      <EmptyState title="No tasks yet" actions={create && <ButtonLink href="/tasks/new">Choose what to fix</ButtonLink>}>
        A task is one failing check on the hosts you choose, with a person and a day. The next scan that passes closes it.
      </EmptyState>
    );
  }
  if (tasksHref(query, { view: "table" }) === tasksHref({ assignee: "me" })) {
    return (
      <EmptyState
        title="Nothing is assigned to you"
        actions={
          counts.nobody > 0 && (
            <ButtonLink href={tasksHref({ view: query.view, assignee: "none" })}>See the {counts.nobody} without an owner</ButtonLink>
          )
        }
      >
        Tasks that somebody gives you appear here, and their number beside Tasks in the navigation.
      </EmptyState>
    );
  }
  if (isFiltered(query) || query.status !== null) {
    return (
      <EmptyState
        title="No task matches"
        actions={<ButtonLink href={tasksHref({ view: query.view })}>Show all {counts.open} open tasks</ButtonLink>}
      >
        Take off one of the filters above, or all of them.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No open tasks" actions={<ButtonLink href={tasksHref({ status: "verified" })}>See the verified ones</ButtonLink>}>
      Scans have verified all {counts.all} of them.
    </EmptyState>
  );
}
