import { LevelTag } from "@/components/marks/level-tag";
import { AppLink } from "@/components/ui/app-link";
import { type CodeLine, LineBlock } from "@/components/ui/code-block";
import { Time } from "@/components/ui/time";
import type { Level } from "@/lib/bench/report";
import type { ToolDefect } from "@/lib/catalogue/tool-defect";

export interface Evidence {
  readonly scanId: number;
  readonly ranAt: Date;
  readonly level: Level;
  /** Line in the log; null where the format has none. */
  readonly line: number | null;
  /** What the log prints there, or, where that cannot be shown, what was read from it. */
  readonly printed: readonly CodeLine[];
  /** The one of them that says it, where there are several. */
  readonly marked: number | null;
  /** Lines of the same check that are left out. */
  readonly left: number;
  /** The items it names, where the lines above do not show them all. */
  readonly items: readonly string[];
  /** What this edition of the scanner is known to get wrong about the check. */
  readonly defects: readonly ToolDefect[];
}

const SHOWN_ITEMS = 50;

/** The result a state rests on, down to the line of the log. */
export function PrintedEvidence({ evidence, now }: { readonly evidence: Evidence; readonly now: Date }) {
  const { scanId, ranAt, level, line, printed, marked, left, items } = evidence;
  const more = items.length - SHOWN_ITEMS;
  return (
    <>
      <p className="mb-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-meta text-fg-muted">
        <LevelTag level={level} />
        <span>
          <AppLink href={`/scans/${scanId}`}>Scan {scanId}</AppLink>, <Time at={ranAt} now={now} as="moment" />
        </span>
      </p>
      {printed.length > 0 && (
        <LineBlock
          label={line === null ? `Lines of scan ${scanId}` : `Lines of scan ${scanId} from line ${line}`}
          lines={printed}
          {...(marked !== null && { marked })}
        />
      )}
      <p className="mt-1 text-meta">
        {left > 0 && <span className="text-fg-muted">{left} more lines of this check. </span>}
        <AppLink href={line === null ? `/scans/${scanId}/raw` : `/scans/${scanId}/raw?line=${line}#L${line}`}>
          {line === null ? "See the raw log" : `See line ${line} in the raw log`}
        </AppLink>
      </p>
      {items.length > 0 && (
        <div className="mt-2 text-meta">
          <p className="text-small text-fg-muted">
            {items.length} {items.length === 1 ? "item" : "items"}
          </p>
          <ul className="ml-4 list-disc wrap-anywhere marker:text-fg-subtle">
            {items.slice(0, SHOWN_ITEMS).map((item) => (
              <li key={item}>
                <bdi>{item}</bdi>
              </li>
            ))}
            {more > 0 && <li>and {more} more in the raw log</li>}
          </ul>
        </div>
      )}
    </>
  );
}
