import { taskHref } from "@/components/tasks/task-href";
import { AppLink } from "@/components/ui/app-link";
import { Callout } from "@/components/ui/callout";
import type { SkippedFinding } from "@/lib/data/task-selection";
import { groupBy } from "@/lib/shared/group-by";
import { someOf } from "@/lib/shared/some-of";
import { taskName } from "@/lib/tasks/task-priority";

const SHOWN = 10;

/** What was chosen and is left out, with the reason. */
export function SkippedFindings({ skipped }: { readonly skipped: readonly SkippedFinding[] }) {
  if (skipped.length === 0) return null;
  const groups = [...groupBy(skipped, ({ title, reason }) => `${title}\n${reason}`)];
  return (
    <div className="mb-5">
      <Callout kind="info" title={skipped.length === 1 ? "One finding is left out" : `${skipped.length} findings are left out`}>
        <ul className="text-meta">
          {groups.slice(0, SHOWN).map(([key, alike]) => (
            <li key={key} className="wrap-anywhere">
              <Group alike={alike} />
            </li>
          ))}
          {groups.length > SHOWN && <li>and {groups.length - SHOWN} more groups</li>}
        </ul>
      </Callout>
    </div>
  );
}

/** Findings of one check that are left out for one reason. */
function Group({ alike }: { readonly alike: readonly SkippedFinding[] }) {
  const [first] = alike;
  if (first === undefined) return null;
  const { title, reason, taskId } = first;
  const places = alike.map(({ host, findingId }) => host ?? `finding ${findingId}`);
  return (
    <>
      {title === null ? "" : `${title}, `}
      {someOf(places, 8)}: {reason} {taskId !== null && <AppLink href={taskHref(taskId)}>Open {taskName(taskId)}</AppLink>}
    </>
  );
}
