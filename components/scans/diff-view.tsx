import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Ledger } from "@/components/ui/ledger";
import type { ScanDiff } from "@/lib/hardening/diff";
import { DIFF_CLASSES, restWords } from "./diff-classes";
import { type DiffFinding, DiffTable } from "./diff-table";

export interface DiffViewProps {
  readonly diff: ScanDiff;
  readonly host: string;
  /** The host's findings by key. */
  readonly findings: ReadonlyMap<string, DiffFinding>;
  /** Beside the counts: a button. */
  readonly action?: ReactNode;
}

/** The five classes of a difference. What still fails is folded away, its count is not. */
export function DiffView({ diff, host, findings, action }: DiffViewProps) {
  const entries = DIFF_CLASSES.map(({ name, anchor, words, icon, tone }) => ({
    key: name,
    icon,
    tone,
    count: diff[name].length,
    label: words,
    href: `#${anchor}`,
  }));
  return (
    <>
      <div className="my-2 flex flex-wrap items-center gap-x-6 gap-y-3">
        <Ledger label="What changed" entries={entries} />
        {action && <div className="ml-auto max-sm:ml-0">{action}</div>}
      </div>
      <DiffTable
        caption="What changed"
        diff={diff}
        classes={["newlyFailing", "fixed", "changedItems", "notAssessed"]}
        host={host}
        findings={findings}
      />
      <details className="group border-b border-border">
        <summary id="still-failing" className="flex min-h-9 items-center gap-1 text-meta font-semibold hover:underline">
          <ChevronRight size={14} className="flex-none group-open:rotate-90" />
          Still failing {diff.stillFailing.length}
          <span className="ml-1 font-normal text-fg-muted">failed before and fails now, of the same items</span>
        </summary>
        {diff.stillFailing.length === 0 ? (
          <p className="pb-3 text-fg-muted">Nothing that failed before fails unchanged.</p>
        ) : (
          <DiffTable caption="Still failing" diff={diff} classes={["stillFailing"]} host={host} findings={findings} />
        )}
      </details>
      <p className="mt-2 text-meta text-fg-muted">{restWords(diff.rest)}</p>
    </>
  );
}
