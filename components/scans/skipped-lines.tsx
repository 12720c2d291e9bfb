import { AppLink } from "@/components/ui/app-link";
import type { SkippedLine } from "@/lib/bench/report";
import { counted } from "@/lib/shared/counted";
import { groupBy } from "@/lib/shared/group-by";
import { lineHref } from "./scan-href";

const SHOWN = 100;

/** Lines of the log that made no result, by reason. Nothing is dropped silently; very many are counted and left to the raw log. */
export function SkippedLines({ scanId, skipped }: { readonly scanId: number; readonly skipped: readonly SkippedLine[] }) {
  if (skipped.length === 0) return <p className="text-fg-muted">None: every line of the run was understood.</p>;
  const shown = skipped.slice(0, SHOWN);
  return (
    <>
      {[...groupBy(shown, ({ reason }) => reason)].map(([reason, lines]) => (
        <div key={reason} className="mt-2">
          <h3>
            {counted(skipped.filter((line) => line.reason === reason).length, "line")}: <span className="font-normal">{reason}</span>
          </h3>
          <ul className="text-meta">
            {lines.map(({ line, text }) => (
              <li key={line} className="flex gap-3 border-b border-border py-0.5">
                <a
                  href={lineHref(scanId, line)}
                  aria-label={`Line ${line} in the raw log`}
                  className="min-h-6 w-10 flex-none py-0.5 text-end text-accent hover:underline"
                >
                  {line}
                </a>
                <bdi dir="ltr" className="min-w-0 py-0.5 font-mono text-fg-muted wrap-anywhere">
                  {text}
                </bdi>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {skipped.length > SHOWN && (
        <p className="mt-2 text-meta text-fg-muted">
          The first {SHOWN} of {skipped.length} are listed: <AppLink href={`/scans/${scanId}/raw`}>see the raw log</AppLink>.
        </p>
      )}
    </>
  );
}
