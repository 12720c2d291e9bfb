import { ChevronRight, CircleDashed, Equal, type LucideIcon, TriangleAlert } from "lucide-react";
import { Ledger } from "@/components/ui/ledger";
import type { Tone } from "@/components/ui/tone";
import { COMPARISON_CLASSES, type ComparisonClass, comparisonWords, type HostComparison } from "@/lib/hardening/host-comparison";
import { counted } from "@/lib/shared/counted";
import { type ComparedSide, ComparisonTable, comparisonAnchor } from "./comparison-table";

const LOOK: Readonly<Record<ComparisonClass, { readonly icon: LucideIcon; readonly tone: Tone }>> = {
  failsOnlyA: { icon: TriangleAlert, tone: "red" },
  failsOnlyB: { icon: TriangleAlert, tone: "red" },
  otherItems: { icon: TriangleAlert, tone: "amber" },
  failsOnBoth: { icon: Equal, tone: "grey" },
  assessedOnlyA: { icon: CircleDashed, tone: "grey" },
  assessedOnlyB: { icon: CircleDashed, tone: "grey" },
};

export interface ComparisonViewProps {
  readonly a: ComparedSide;
  readonly b: ComparedSide;
  readonly comparison: Pick<HostComparison, "classes">;
  /** Of all controls, whatever is filtered. */
  readonly passOnBoth: number;
  readonly undecided: number;
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** Two sides by control. What fails on both alike is folded away, its count is not. */
export function ComparisonView({ a, b, comparison: { classes }, passOnBoth, undecided }: ComparisonViewProps) {
  const same = classes.failsOnBoth;
  return (
    <>
      <div className="my-2">
        <Ledger
          label="Differences"
          entries={COMPARISON_CLASSES.map((name) => ({
            key: name,
            ...LOOK[name],
            count: classes[name].length,
            label: lowered(comparisonWords(name, a.name, b.name)),
            href: `#${comparisonAnchor(name)}`,
          }))}
        />
      </div>
      <ComparisonTable
        caption="Differences by control"
        a={a}
        b={b}
        classes={COMPARISON_CLASSES.filter((name) => name !== "failsOnBoth").map((name) => ({ name, entries: classes[name] }))}
      />
      <details className="group border-b border-border">
        <summary id={comparisonAnchor("failsOnBoth")} className="flex min-h-9 items-center gap-1 text-meta font-semibold hover:underline">
          <ChevronRight size={14} className="flex-none group-open:rotate-90" />
          Fails on both {same.length}
          <span className="ml-1 font-normal text-fg-muted">of the same items, or of none that are named</span>
        </summary>
        {same.length === 0 ? (
          <p className="pb-3 text-fg-muted">Nothing fails on both alike.</p>
        ) : (
          <ComparisonTable caption="Fails on both" a={a} b={b} classes={[{ name: "failsOnBoth", entries: same }]} />
        )}
      </details>
      <p className="mt-2 text-meta text-fg-muted">
        Besides, {counted(passOnBoth, "check passes", "checks pass")} on both, and {undecided} {undecided === 1 ? "is" : "are"} decided on
        neither.
      </p>
    </>
  );
}
