import { StackBar, StackKey, type StackSegment } from "@/components/charts/stack-bar";
import type { Level } from "@/lib/bench/report";

export type LevelCounts = Readonly<Partial<Record<Level, number>>>;

/** WARN and kube-bench's FAIL are one thing here: the tool tested it and it fails. */
const segments = (counts: LevelCounts, absent: number): StackSegment[] => [
  { key: "warn", label: "warn", value: (counts.WARN ?? 0) + (counts.FAIL ?? 0), fill: "warn" },
  { key: "note", label: "note", value: counts.NOTE ?? 0, fill: "note" },
  { key: "info", label: "info", value: counts.INFO ?? 0, fill: "info" },
  { key: "pass", label: "pass", value: counts.PASS ?? 0, fill: "pass" },
  ...(absent > 0 ? [{ key: "absent", label: "not in the scan", value: absent, fill: "hatch" } as const] : []),
];

export interface ResultBarProps {
  readonly counts: LevelCounts;
  /** Checks of the host that the newest scan did not contain. */
  readonly absent?: number;
  /** Prints the four numbers under the bar, for places that have no columns for them. */
  readonly words?: boolean | "phone";
}

/** The results of one scan, in the fixed order warn, note, info, pass. */
export function ResultBar({ counts, absent = 0, words = false }: ResultBarProps) {
  const parts = segments(counts, absent);
  return (
    <>
      <StackBar segments={parts} />
      {words && (
        <span aria-hidden className={`mt-1 block text-small text-fg-subtle ${words === "phone" ? "md:hidden" : ""}`}>
          {parts.map(({ value, label }) => `${value} ${label}`).join(" · ")}
        </span>
      )}
    </>
  );
}

/** What the colours of the bar mean. */
export const ResultKey = () => (
  <StackKey
    items={[
      { fill: "warn", words: "Warn" },
      { fill: "note", words: "Note, needs a person" },
      { fill: "info", words: "Info, the tool cannot decide" },
      { fill: "pass", words: "Pass" },
    ]}
  />
);
