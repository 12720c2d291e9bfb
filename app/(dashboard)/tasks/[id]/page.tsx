import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ToldBulk } from "@/app/_bulk/told-bulk";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { SeverityMark } from "@/components/marks/severity";
import { StrideChips } from "@/components/marks/stride-chips";
import { CommentForm } from "@/components/tasks/comment-form";
import { DueDate } from "@/components/tasks/due-date";
import { MoveButtons } from "@/components/tasks/move-buttons";
import { Owner } from "@/components/tasks/owner";
import { PriorityMark } from "@/components/tasks/priority-mark";
import { TargetTable } from "@/components/tasks/target-table";
import { TaskActivity } from "@/components/tasks/task-activity";
import { TaskComments } from "@/components/tasks/task-comments";
import { TaskFix } from "@/components/tasks/task-fix";
import { TaskLabels } from "@/components/tasks/task-labels";
import { TaskStatusPill } from "@/components/tasks/task-status-pill";
import { DotList } from "@/components/ui/dot-list";
import { Pagination } from "@/components/ui/pagination";
import { StepBar } from "@/components/ui/progress-bar";
import { may } from "@/lib/access/policy";
import { pageViewer } from "@/lib/auth/viewer";
import { getControl } from "@/lib/catalogue/controls";
import { getGuidance } from "@/lib/catalogue/guidances";
import { listTaskActivity } from "@/lib/data/task-activity";
import { listTaskComments } from "@/lib/data/task-comments";
import { getTask, type TaskDetail } from "@/lib/data/task-detail";
import { filterReader } from "@/lib/shared/read-filters";
import { rowId } from "@/lib/shared/row-id";
import { taskName } from "@/lib/tasks/task-priority";
import { submitComment, submitMove } from "../actions";
import type { SearchParams } from "../task-query";
import { OfferedHosts } from "./offered-hosts";
import { TaskAside } from "./task-aside";

interface TaskPageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<SearchParams>;
}

const HOSTS = 100;
const COMMENTS = 200;
const ACTIVITY = 100;

const readId = (text: string): number | null => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  const id = readId((await params).id);
  return { title: id === null ? "Task" : taskName(id) };
}

export default async function TaskPage({ params, searchParams }: TaskPageProps) {
  const viewer = await pageViewer("task:read");
  const id = readId((await params).id);
  const asked = await searchParams;
  const reader = filterReader(asked);
  const page = reader.one("page", z.coerce.number().int().min(1).max(1_000)) ?? 1;
  const bulk = reader.one("bulk", rowId);
  const task = id === null ? null : await getTask(viewer, id, { number: page, size: HOSTS });
  if (task === null) notFound();
  const now = new Date();
  const [comments, activity] = await Promise.all([
    listTaskComments(viewer, task.id, COMMENTS),
    listTaskActivity(viewer, task.id, ACTIVITY),
  ]);
  const { verified, of } = task.progress;
  return (
    <>
      <PageHead
        title={task.title}
        crumbs={[{ label: "Tasks", href: "/tasks" }]}
        crumb={taskName(task.id)}
        meta={<TaskMeta task={task} now={now} />}
        actions={
          may(viewer, "task:work") &&
          task.status !== "verified" && (
            <MoveButtons task={{ id: task.id, status: task.status, version: task.version }} action={submitMove} />
          )
        }
      />
      <ToldBulk viewer={viewer} id={bulk} back={`/tasks?bulk=${bulk}`} />
      <PageBody>
        <div className="grid items-start gap-x-8 gap-y-7 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <div className="min-w-0">
            <Section
              title="Hosts"
              remark="Closing is per host and only by a scan; where no tool can decide, by an attestation. A host that fails again reopens the task."
            >
              {of > 1 && (
                <p className="mb-2">
                  <StepBar done={verified} of={of} words="hosts verified" />
                </p>
              )}
              <TargetTable targets={task.targets} now={now} />
              <TargetPages task={task} page={page} />
              <OfferedHosts task={task} create={may(viewer, "task:create")} />
            </Section>
            <Section title="How to fix it">
              <TaskFix
                control={task.control === null ? null : getControl(task.control)}
                guidance={task.control === null ? null : getGuidance(task.control)}
              />
            </Section>
            <Section title="Comments">
              <TaskComments
                comments={comments}
                now={now}
                form={may(viewer, "task:comment") && <CommentForm taskId={task.id} action={submitComment} />}
              />
            </Section>
            <Section title="Activity" remark={activity.length === ACTIVITY ? `The newest ${ACTIVITY}` : undefined}>
              <TaskActivity entries={activity} now={now} />
            </Section>
          </div>
          <TaskAside viewer={viewer} task={task} now={now} />
        </div>
      </PageBody>
    </>
  );
}

/** The way through the hosts of a task that has many. */
function TargetPages({ task: { id, hosts, targets }, page }: { readonly task: TaskDetail; readonly page: number }) {
  if (hosts.count <= HOSTS) return null;
  const before = (page - 1) * HOSTS;
  const href = (number: number): string => `/tasks/${id}${number === 1 ? "" : `?page=${number}`}`;
  return (
    <Pagination
      label="Hosts"
      summary={targets.length === 0 ? `none of ${hosts.count}` : `${before + 1}–${before + targets.length} of ${hosts.count}`}
      previousHref={page > 1 ? href(page - 1) : undefined}
      nextHref={before + targets.length < hosts.count && targets.length > 0 ? href(page + 1) : undefined}
    />
  );
}

function TaskMeta({ task, now }: { readonly task: TaskDetail; readonly now: Date }) {
  return (
    <DotList className="items-center gap-y-1 leading-6">
      {taskName(task.id)}
      <TaskStatusPill status={task.status} />
      {task.number === null ? "Unmapped check" : `Check ${task.number}`}
      {task.severity && <SeverityMark severity={task.severity} />}
      <StrideChips letters={task.stride} />
      <Owner assignee={task.assignee} />
      <PriorityMark priority={task.priority} />
      {task.labels.length > 0 && <TaskLabels labels={task.labels} />}
      <DueDate on={task.dueOn} today={now.toISOString().slice(0, 10)} done={task.status === "verified"} />
    </DotList>
  );
}
