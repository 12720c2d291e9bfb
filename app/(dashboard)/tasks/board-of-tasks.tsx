import { TaskBoard } from "@/components/tasks/task-board";
import { may } from "@/lib/access/policy";
import { listTasksSorted } from "@/lib/data/tasks";
import { TASK_STATUSES, type TaskStatus } from "@/lib/tasks/task-status";
import { submitMove } from "./actions";
import { NoTasks, type TaskListProps } from "./table-of-tasks";
import { filterOf, tasksHref } from "./task-query";

const CARDS_PER_COLUMN = 20;
const WEEK_MS = 7 * 86_400_000;

/** The board of a query: as many cards as one looks through, and the way to the rest. */
export async function BoardOfTasks({ viewer, query, counts, now }: TaskListProps) {
  const filter = filterOf(viewer, query, now.toISOString().slice(0, 10));
  const column = async (status: TaskStatus) => {
    const asked = { ...filter, statuses: [status], verifiedSince: new Date(now.getTime() - WEEK_MS) };
    const { items, total } = await listTasksSorted(viewer, asked, { number: 1, size: CARDS_PER_COLUMN });
    return { status, tasks: items, total, href: tasksHref(query, { view: "table", status }) };
  };
  const columns = await Promise.all(TASK_STATUSES.map(column));
  if (columns.every(({ total }) => total === 0)) {
    return <NoTasks query={{ ...query, status: null }} counts={counts} total={0} create={may(viewer, "task:create")} />;
  }
  return (
    <div className="pt-3">
      <TaskBoard columns={columns} now={now} move={may(viewer, "task:work") ? submitMove : undefined} />
    </div>
  );
}
