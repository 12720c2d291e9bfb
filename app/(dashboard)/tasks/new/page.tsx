import type { Metadata } from "next";
import { filterText, readSelection } from "@/app/_selection/read-selection";
import { SkippedFindings } from "@/app/_selection/skipped-findings";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { NewTaskForm } from "@/components/tasks/new-task-form";
import { countWords } from "@/components/tasks/task-view";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { pageViewer } from "@/lib/auth/viewer";
import { getServiceLevels } from "@/lib/data/service-levels";
import { MAX_MATCHING, type PlannedTask, type PlannedTasks, previewTasks } from "@/lib/data/task-selection";
import { listPeople } from "@/lib/data/users";
import { type ServiceLevels, suggestedDays } from "@/lib/hardening/service-levels";
import { counted } from "@/lib/shared/counted";
import type { SearchParams } from "@/lib/shared/read-filters";
import { submitNewTasks } from "../actions";
import { ChooseControl } from "./choose-control";

export const metadata: Metadata = { title: "New task" };

/** Up to so many findings each has a box of its own; more travel as the filter that means them. */
const LISTED = 200;

const CRUMBS = [{ label: "Tasks", href: "/tasks" }];

export default async function NewTaskPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const viewer = await pageViewer("task:create");
  const selection = readSelection(await searchParams);
  if (selection === null) return <ChooseControl viewer={viewer} crumbs={CRUMBS} />;
  const [planned, people, levels] = await Promise.all([previewTasks(viewer, selection), listPeople(viewer), getServiceLevels(viewer)]);
  const { tasks, skipped } = planned;
  const findings = tasks.reduce((sum, task) => sum + task.findings.length, 0);
  return (
    <>
      <PageHead
        title={tasks.length > 1 ? "New tasks" : "New task"}
        crumbs={CRUMBS}
        meta={
          tasks.length > 0 &&
          !planned.cut &&
          `${countWords(tasks.length, "task")}, one per check, for ${countWords(findings, "finding")}. Being assigned moves no finding; starting work does.`
        }
      />
      <PageBody>
        {planned.cut && !("filter" in selection) && (
          <p className="mb-3 text-meta text-fg-muted">Only the first 1,000 are shown here; make the tasks for the others afterwards.</p>
        )}
        <SkippedFindings skipped={skipped} />
        {planned.cut && "filter" in selection ? (
          <EmptyState
            title={`More than ${MAX_MATCHING.toLocaleString("en")} findings match`}
            actions={<ButtonLink href={`/findings?${filterText(selection.filter)}`}>Back to the findings</ButtonLink>}
          >
            That is more than one step may assign. Narrow them down, by severity or section for instance, and assign them part by part.
          </EmptyState>
        ) : tasks.length === 0 ? (
          <EmptyState title="Nothing is left to make a task of" actions={<ButtonLink href="/tasks">Go to the tasks</ButtonLink>}>
            All of what you chose is in an open task, passes, or was decided on.
          </EmptyState>
        ) : (
          <NewTaskForm
            tasks={tasks.map(plannedView)}
            people={people.map(({ id, name }) => ({ id, name }))}
            suggestion={suggestionFor(tasks, levels, new Date())}
            title={tasks.length === 1 ? (tasks[0]?.title ?? null) : null}
            matching={"filter" in selection && findings > LISTED ? { filter: filterText(selection.filter), findings } : null}
            action={submitNewTasks}
          />
        )}
      </PageBody>
    </>
  );
}

/** So many boxes of items at most: more are no choice but a burden. */
const MOST_BOXES = 1_000;

/** What the form draws; items only where one check is selected, for they are chosen there. */
function plannedView({ key, number, title, severity, stride, findings }: PlannedTask, _: number, all: readonly PlannedTask[]) {
  const chosen = all.length === 1 && findings.reduce((sum, { items }) => sum + items.length, 0) <= MOST_BOXES;
  return {
    ...{ key, number, title, severity, stride },
    findings: findings.map(({ id, host, state, items }) => ({ id, host, state, ...(chosen && { items }) })),
  };
}

interface Suggestion {
  readonly dueOn: string | null;
  readonly hint: string | undefined;
}

/** By the service level of the worst that is selected; a proposal, never a rule. */
function suggestionFor(tasks: PlannedTasks["tasks"], levels: ServiceLevels, now: Date): Suggestion {
  const suggested = suggestedDays(
    tasks.map(({ severity }) => severity),
    levels,
  );
  if (suggested === null) return { dueOn: null, hint: undefined };
  const { days, severity } = suggested;
  const dueOn = new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  return { dueOn, hint: `Suggested: the service level gives ${counted(days, "day")} where the severity is ${severity}.` };
}
