import { findingHref, newTaskOfControlHref } from "@/components/tasks/task-href";
import { countWords } from "@/components/tasks/task-view";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { TaskDetail } from "@/lib/data/task-detail";

const SHOWN = 12;

export interface OfferedHostsProps {
  readonly task: Pick<TaskDetail, "key" | "offered">;
  readonly create: boolean;
}

/** Hosts on which the check fails and that nobody has a task for. This task's hosts were settled when it was made. */
export function OfferedHosts({ task: { key, offered }, create }: OfferedHostsProps) {
  if (offered.length === 0) return null;
  return (
    <div className="mt-4">
      <Callout
        kind="info"
        title={`It also fails on ${countWords(offered.length, "host")} without a task`}
        actions={create && <ButtonLink href={newTaskOfControlHref(key)}>New task for {countWords(offered.length, "host")}</ButtonLink>}
      >
        <ul className="flex flex-wrap gap-x-3 text-meta">
          {offered.slice(0, SHOWN).map(({ id, name }) => (
            <li key={id}>
              <AppLink kind="row" href={findingHref(name, null)} className="wrap-anywhere">
                {name}
              </AppLink>
            </li>
          ))}
          {offered.length > SHOWN && <li className="py-0.5">and {offered.length - SHOWN} more</li>}
        </ul>
      </Callout>
    </div>
  );
}
