import { CheckTitle } from "@/components/marks/check-title";
import { StrideChips } from "@/components/marks/stride-chips";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import type { FormAction } from "@/lib/shared/form-state";
import { taskName } from "@/lib/tasks/task-priority";
import { DueDate } from "./due-date";
import { MoveMenu } from "./move-menu";
import { Owner } from "./owner";
import { PriorityMark } from "./priority-mark";
import { taskHref } from "./task-href";
import { TaskLabels } from "./task-labels";
import { TaskStanding } from "./task-standing";
import { placeWords, type TaskView } from "./task-view";

export interface TaskCardProps {
  readonly task: TaskView;
  readonly now: Date;
  /** Absent for people who may not move it. */
  readonly move?: FormAction | undefined;
}

/** A task on the board. */
export function TaskCard({ task, now, move }: TaskCardProps) {
  const { id, version, title, status, stride, dueOn, verifiedAt, assignee, priority } = task;
  return (
    <Card>
      <div className="flex min-h-6 items-center gap-2 text-small text-fg-subtle">
        {taskName(id)}
        <PriorityMark priority={priority} />
        <span className="flex-1" />
        {stride.length > 0 && <StrideChips letters={stride} />}
        {move && <MoveMenu task={{ id, status, version }} action={move} />}
      </div>
      <h3 className="text-body">
        <AppLink kind="title" href={taskHref(id)}>
          <CheckTitle title={title} />
        </AppLink>
      </h3>
      <p className="text-meta wrap-anywhere text-fg-muted">{placeWords(task)}</p>
      {task.labels.length > 0 && (
        <div className="mt-1">
          <TaskLabels labels={task.labels} />
        </div>
      )}
      <div className="mt-2 flex flex-col gap-1 empty:hidden">
        <TaskStanding task={task} now={now} />
      </div>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-small">
        {status === "verified" && verifiedAt ? (
          <span className="text-fg-muted">
            Closed <Time at={verifiedAt} now={now} as="day" />
          </span>
        ) : (
          <DueDate on={dueOn} today={now.toISOString().slice(0, 10)} done={status === "verified"} />
        )}
        <Owner assignee={assignee} />
      </div>
    </Card>
  );
}
