import { FilterChip, FilterMenu } from "@/components/ui/filter-chip";
import { SearchForm } from "@/components/ui/search-form";
import { Toolbar } from "@/components/ui/toolbar";
import type { UsedLabel } from "@/lib/data/task-labels-used";
import type { TaskCounts } from "@/lib/data/tasks";
import { TASK_PRIORITIES, TASK_PRIORITY_LABELS } from "@/lib/tasks/task-priority";
import { TASK_STATUS_LABELS, TASK_STATUSES } from "@/lib/tasks/task-status";
import { type TaskQuery, tasksHref } from "./task-query";

const OWNERS = { me: "me", none: "nobody" } as const;

const ownerWord = (assignee: string): string => (assignee === "me" || assignee === "none" ? OWNERS[assignee] : assignee);

/** Filters of table and board. The board has its statuses as columns. */
export function TasksToolbar({ query, labels }: { readonly query: TaskQuery; readonly labels: readonly UsedLabel[] }) {
  const { view, assignee, status, due, host, label, priority, bulk, q } = query;
  const keep = [...new URL(tasksHref(query, { q: null }), "http://localhost").searchParams];
  return (
    <Toolbar
      label="Filters"
      end={<span className="text-small text-fg-subtle max-md:hidden">Only a scan can move a task to Verified.</span>}
    >
      <SearchForm
        action="/tasks"
        label="Filter tasks"
        placeholder="Title, number or TSK"
        defaultValue={q ?? undefined}
        keep={keep}
        className="w-full sm:w-56"
      />
      <FilterMenu
        label="Owner"
        {...(assignee !== null && { value: ownerWord(assignee) })}
        options={[
          { label: "Anyone", href: tasksHref(query, { assignee: null }), selected: assignee === null },
          { label: "Me", href: tasksHref(query, { assignee: "me" }), selected: assignee === "me" },
          { label: "Nobody", href: tasksHref(query, { assignee: "none" }), selected: assignee === "none" },
        ]}
      />
      {view === "table" && (
        <FilterMenu
          label="Status"
          {...(status !== null && { value: status === "all" ? "any" : TASK_STATUS_LABELS[status] })}
          options={[
            { label: "All but verified", href: tasksHref(query, { status: null }), selected: status === null },
            ...TASK_STATUSES.map((option) => ({
              label: TASK_STATUS_LABELS[option],
              href: tasksHref(query, { status: option }),
              selected: option === status,
            })),
            { label: "Any", href: tasksHref(query, { status: "all" }), selected: status === "all" },
          ]}
        />
      )}
      {due === null ? (
        <FilterMenu label="Due" options={[{ label: "Overdue", href: tasksHref(query, { due: "overdue" }) }]} />
      ) : (
        <FilterChip label="Due" value="overdue" removeHref={tasksHref(query, { due: null })} />
      )}
      <FilterMenu
        label="Priority"
        {...(priority !== null && { value: TASK_PRIORITY_LABELS[priority] })}
        options={[
          { label: "Any", href: tasksHref(query, { priority: null }), selected: priority === null },
          ...TASK_PRIORITIES.map((option) => ({
            label: TASK_PRIORITY_LABELS[option],
            href: tasksHref(query, { priority: option }),
            selected: option === priority,
          })),
        ]}
      />
      {label !== null ? (
        <FilterChip label="Label" value={label} removeHref={tasksHref(query, { label: null })} />
      ) : (
        labels.length > 0 && (
          <FilterMenu
            label="Label"
            options={labels.map((used) => ({
              label: used.label,
              href: tasksHref(query, { label: used.label }),
              count: used.tasks,
            }))}
          />
        )
      )}
      {bulk !== null && <FilterChip label="Of" value="one action" removeHref={tasksHref(query, { bulk: null })} />}
      {host !== null && <FilterChip label="Host" value={host} removeHref={tasksHref(query, { host: null })} />}
      {q !== null && <FilterChip label="Words" value={q} removeHref={tasksHref(query, { q: null })} />}
    </Toolbar>
  );
}

/** The numbers under the heading; each leads to its tasks. */
export const countLinks = (counts: TaskCounts, query: TaskQuery) => {
  const { view } = query;
  return [
    { words: `${counts.open} open`, href: tasksHref({ view }) },
    { words: `${counts.mine} mine`, href: tasksHref({ view, assignee: "me" }) },
    { words: `${counts.overdue} overdue`, href: tasksHref({ view, due: "overdue" }) },
    {
      words: `${counts.awaiting} ${counts.awaiting === 1 ? "waits" : "wait"} for a scan`,
      href: tasksHref({ status: "awaiting_verification" }),
    },
    { words: `${counts.nobody} without an owner`, href: tasksHref({ view, assignee: "none" }) },
    { words: `${counts.all} in all`, href: tasksHref({ status: "all" }) },
  ];
};
