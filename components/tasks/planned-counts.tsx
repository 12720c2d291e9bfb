import { CheckTitle } from "@/components/marks/check-title";
import { SeverityMark } from "@/components/marks/severity";
import { StrideChips } from "@/components/marks/stride-chips";
import type { PlannedTaskView } from "./planned-tasks";
import { countWords, someOf } from "./task-view";

const NAMED = 5;

/** What will be made of a filter: one task per check, with the number of its hosts. */
export function PlannedCounts({ tasks }: { readonly tasks: readonly PlannedTaskView[] }) {
  return (
    <ul>
      {tasks.map(({ key, number, title, severity, stride, findings }) => (
        <li key={key} className="border-t border-border py-2">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {number !== null && <span className="text-small text-fg-subtle">{number}</span>}
            <h3 className="min-w-0 flex-1 basis-48 text-body font-medium wrap-anywhere">
              <CheckTitle title={title} />
            </h3>
            {severity && <SeverityMark severity={severity} />}
            <StrideChips letters={stride} />
          </div>
          <p className="text-meta text-fg-muted wrap-anywhere">
            {countWords(findings.length, "host")}:{" "}
            {someOf(
              findings.map(({ host }) => host),
              NAMED,
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
