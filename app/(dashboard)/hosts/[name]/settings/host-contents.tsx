import { AppLink } from "@/components/ui/app-link";
import type { HostContents } from "@/lib/data/host-contents";
import { taskName } from "@/lib/tasks/task-priority";

const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

/** What moves with a merge, in a sentence. */
export const movesWords = ({ scans, acts, tasksThatGo, tasksThatStay }: HostContents): string =>
  `${many(scans, "scan")}, ${many(acts, "decision")} and ${many(tasksThatGo.length + tasksThatStay.length, "task")} go to the other host; what both have is united.`;

/** Exactly what goes with a host. */
export function WhatGoes({ contents }: { readonly contents: HostContents }) {
  const { scans, rawLogs, findings, acts, tasksThatGo, tasksThatStay, formerNames } = contents;
  return (
    <ul className="mt-2 list-disc pl-5 text-meta">
      <li>
        {many(scans, "scan")} and {many(rawLogs, "raw log")}
        {rawLogs < scans && "; logs that other hosts have too stay there"}
      </li>
      <li>
        {many(findings, "finding")} with their history, and {many(acts, "decision")} of people
      </li>
      <li>
        <Tasks
          ids={tasksThatGo}
          none="No task goes"
          many="go, with their comments: they have no other host"
          one="goes, with its comments: it has no other host"
        />
      </li>
      <li>
        <Tasks ids={tasksThatStay} none="No task loses this host" many="lose this host and stay" one="loses this host and stays" />
      </li>
      {formerNames.length > 0 && <li>Its former names lead nowhere any more: {formerNames.join(", ")}</li>}
    </ul>
  );
}

interface TasksProps {
  readonly ids: readonly number[];
  readonly none: string;
  readonly one: string;
  readonly many: string;
}

const LISTED = 12;

function Tasks({ ids, none, one, many: more }: TasksProps) {
  if (ids.length === 0) return none;
  return (
    <>
      {ids.slice(0, LISTED).map((id, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <AppLink href={`/tasks/${id}`}>{taskName(id)}</AppLink>
        </span>
      ))}
      {ids.length > LISTED && ` and ${ids.length - LISTED} more`} {ids.length === 1 ? one : more}
    </>
  );
}
