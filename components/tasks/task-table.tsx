import { Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { CheckTitle } from "@/components/marks/check-title";
import { StrideChips } from "@/components/marks/stride-chips";
import { AppLink } from "@/components/ui/app-link";
import { StatusText } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import type { Column, Selection } from "@/components/ui/table-column";
import type { FormAction } from "@/lib/shared/form-state";
import { taskName } from "@/lib/tasks/task-priority";
import { DueDate } from "./due-date";
import { MoveMenu } from "./move-menu";
import { Owner } from "./owner";
import { PriorityMark } from "./priority-mark";
import { taskHref } from "./task-href";
import { TaskLabels } from "./task-labels";
import { TaskProgress } from "./task-progress";
import { TaskStatusPill } from "./task-status-pill";
import { placeWords, type TaskView } from "./task-view";

export interface TaskTableProps {
  readonly tasks: readonly TaskView[];
  readonly now: Date;
  readonly move?: FormAction | undefined;
  /** Id of the form that changes the ticked rows; absent where nobody may. */
  readonly form?: string | undefined;
  readonly empty: ReactNode;
}

/** Tasks as a list, soonest due first. */
export function TaskTable({ tasks, now, move, form, empty }: TaskTableProps) {
  const today = now.toISOString().slice(0, 10);
  const columns: readonly Column<TaskView>[] = [
    { key: "id", header: "Task", width: "4rem", phone: "top", cell: ({ id }) => <span className="text-fg-subtle">{taskName(id)}</span> },
    { key: "title", header: "Title", rowHeader: true, cell: (task) => <TitleCell task={task} /> },
    {
      key: "stride",
      header: "STRIDE",
      width: "5.5rem",
      phone: "top",
      wide: true,
      cell: ({ stride }) => <StrideChips letters={stride} />,
    },
    { key: "status", header: "Status", width: "10.25rem", phone: "top", cell: (task) => <StatusCell task={task} /> },
    {
      key: "due",
      header: "Due",
      width: "10.75rem",
      className: "whitespace-nowrap",
      cell: ({ dueOn, status }) => <DueDate on={dueOn} today={today} done={status === "verified"} />,
    },
    { key: "owner", header: "Owner", width: "7.5rem", phone: "end", cell: ({ assignee }) => <Owner assignee={assignee} /> },
    ...(move
      ? [
          {
            key: "move",
            header: "",
            headerLabel: "Move",
            width: "2.5rem",
            align: "end",
            phone: "top-end",
            cell: ({ id, status, version }: TaskView) => <MoveMenu task={{ id, status, version }} action={move} />,
          } as const,
        ]
      : []),
  ];
  return (
    <Table
      caption="Tasks"
      columns={columns}
      rows={tasks}
      rowKey={({ id }) => String(id)}
      empty={empty}
      sticky
      selection={form === undefined ? undefined : selectionFor(form)}
    />
  );
}

const selectionFor = (form: string): Selection<TaskView> => ({
  ...{ form, name: "task" },
  value: ({ id }) => String(id),
  label: ({ id }) => taskName(id),
});

function TitleCell({ task }: { readonly task: TaskView }) {
  return (
    <>
      <AppLink kind="row" href={taskHref(task.id)}>
        <CheckTitle title={task.title} />
      </AppLink>
      <span className="flex flex-wrap gap-x-3 text-meta text-fg-muted">
        <span className="wrap-anywhere">{placeWords(task)}</span>
        <PriorityMark priority={task.priority} />
        <TaskLabels labels={task.labels} />
        {task.reopenedScanId !== null && task.status !== "verified" && (
          <StatusText tone="red" icon={Undo2}>
            Reopened
          </StatusText>
        )}
      </span>
    </>
  );
}

function StatusCell({ task }: { readonly task: TaskView }) {
  return (
    <span className="inline-flex flex-col items-start gap-1">
      <TaskStatusPill status={task.status} />
      <TaskProgress task={task} />
    </span>
  );
}
