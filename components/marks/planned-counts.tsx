import { counted } from "@/lib/shared/counted";
import { someOf } from "@/lib/shared/some-of";
import { CheckTitle } from "./check-title";
import type { PlannedControl } from "./planned-findings";
import { SeverityMark } from "./severity";
import { StrideChips } from "./stride-chips";

const NAMED = 5;

/** What a filter means: its checks, each with the number of its hosts. */
export function PlannedCounts({ controls }: { readonly controls: readonly PlannedControl[] }) {
  return (
    <ul>
      {controls.map(({ key, number, title, severity, stride, findings }) => (
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
            {counted(findings.length, "host")}:{" "}
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
