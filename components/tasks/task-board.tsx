import { AppLink } from "@/components/ui/app-link";
import type { FormAction } from "@/lib/shared/form-state";
import { TASK_STATUS_LABELS, type TaskStatus } from "@/lib/tasks/task-status";
import { DragBoard } from "./drag-board";
import { TaskCard } from "./task-card";
import type { TaskView } from "./task-view";

export interface TaskColumn {
  readonly status: TaskStatus;
  readonly tasks: readonly TaskView[];
  /** Of all that belong here, shown or not. */
  readonly total: number;
  /** The table of exactly this column. */
  readonly href: string;
}

export interface TaskBoardProps {
  readonly columns: readonly TaskColumn[];
  readonly now: Date;
  readonly move?: FormAction | undefined;
}

/** Tasks by how far they are. The last column holds what was verified in the last seven days. */
export function TaskBoard({ columns, now, move }: TaskBoardProps) {
  return (
    <DragBoard
      move={move}
      columns={columns.map((column) => ({
        status: column.status,
        title: column.status === "verified" ? `${TASK_STATUS_LABELS.verified}, 7 days` : TASK_STATUS_LABELS[column.status],
        total: column.total,
        cards: column.tasks.map((task) => ({
          id: task.id,
          version: task.version,
          card: <TaskCard task={task} now={now} move={move} />,
        })),
        foot: <ColumnFoot column={column} />,
      }))}
    />
  );
}

const NOTHING: Readonly<Record<TaskStatus, string>> = {
  to_do: "Nothing waits to be started.",
  in_progress: "Nobody works on a task.",
  awaiting_verification: "No task waits for a scan.",
  verified: "No scan has verified a task in the last seven days.",
};

interface ColumnFootProps {
  readonly column: TaskColumn;
}

function ColumnFoot({ column: { status, tasks, total, href } }: ColumnFootProps) {
  const more = total > tasks.length;
  return (
    <>
      {total === 0 && <p>{NOTHING[status]}</p>}
      {(more || status === "verified") && (
        <AppLink kind="action" href={href} className="min-h-6">
          {status === "verified" ? "All verified tasks" : `All ${total}`}
        </AppLink>
      )}
    </>
  );
}
