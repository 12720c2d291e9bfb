import { DueDate } from "@/components/tasks/due-date";
import { EditTaskForm } from "@/components/tasks/edit-task-form";
import { Owner } from "@/components/tasks/owner";
import { TaskLabels } from "@/components/tasks/task-labels";
import { TaskWatchers } from "@/components/tasks/task-watchers";
import { DescriptionList } from "@/components/ui/description-list";
import { Time } from "@/components/ui/time";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import type { TaskDetail } from "@/lib/data/task-detail";
import { listWatchers } from "@/lib/data/task-watchers";
import { listPeople } from "@/lib/data/users";
import { TASK_PRIORITY_LABELS } from "@/lib/tasks/task-priority";
import { submitEdit, submitWatch } from "../actions";

export interface TaskAsideProps {
  readonly viewer: Viewer;
  readonly task: TaskDetail;
  readonly now: Date;
}

/** What people say of the task: to be changed by those who may, to be read by everybody else. */
export async function TaskAside({ viewer, task, now }: TaskAsideProps) {
  const edits = may(viewer, "task:work");
  const [people, watchers] = await Promise.all([edits ? listPeople(viewer) : [], listWatchers(viewer, task.id)]);
  return (
    <aside aria-label="Details" className="min-w-0 lg:border-l lg:border-border lg:pl-6">
      <h2 className="mb-2">Details</h2>
      {edits ? (
        <EditTaskForm task={fieldsOf(task)} people={people.map(({ id, name }) => ({ id, name }))} action={submitEdit} />
      ) : (
        <>
          <DescriptionList
            items={[
              { term: "Owner", description: <Owner assignee={task.assignee} /> },
              {
                term: "Due",
                description: <DueDate on={task.dueOn} today={now.toISOString().slice(0, 10)} done={task.status === "verified"} />,
              },
              { term: "Priority", description: TASK_PRIORITY_LABELS[task.priority] },
              ...(task.labels.length > 0 ? [{ term: "Labels", description: <TaskLabels labels={task.labels} /> }] : []),
            ]}
          />
          {task.description !== "" && <p className="mt-3 wrap-anywhere whitespace-pre-wrap">{task.description}</p>}
        </>
      )}
      <TaskWatchers
        taskId={task.id}
        watchers={watchers.map(({ name }) => name)}
        watching={viewer.userId !== null && may(viewer, "task:watch") ? watchers.some(({ id }) => id === viewer.userId) : null}
        action={submitWatch}
      />
      <p className="mt-4 text-small text-fg-muted">
        Made <Time at={task.createdAt} now={now} as="moment" />
        {task.createdBy && ` by ${task.createdBy}`}.
      </p>
    </aside>
  );
}

// The browser gets what its form needs and no more.
const fieldsOf = ({ id, version, title, assignee, dueOn, priority, description, labels }: TaskDetail) => ({
  ...{ id, version, title, dueOn, priority, description, labels },
  assignee: assignee === null ? null : { id: assignee.id, name: assignee.name },
});
