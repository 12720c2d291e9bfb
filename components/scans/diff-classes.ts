import { ArrowLeftRight, Check, CircleDashed, Equal, type LucideIcon, TriangleAlert } from "lucide-react";
import type { Tone } from "@/components/ui/tone";
import type { DiffEntry, ScanDiff } from "@/lib/hardening/diff";

export type DiffClassName = Exclude<keyof ScanDiff, "base">;

interface DiffClass {
  readonly name: DiffClassName;
  /** In the address: "#newly-failing". */
  readonly anchor: string;
  readonly title: string;
  /** Lower case, after a number. */
  readonly words: string;
  readonly meaning: string;
  readonly icon: LucideIcon;
  readonly tone: Tone;
}

/** The five classes of a difference, in the order of their weight. */
export const DIFF_CLASSES: readonly DiffClass[] = [
  {
    name: "newlyFailing",
    anchor: "newly-failing",
    title: "Newly failing",
    words: "newly failing",
    meaning: "fails now, and was not known to fail",
    icon: TriangleAlert,
    tone: "red",
  },
  { name: "fixed", anchor: "fixed", title: "Fixed", words: "fixed", meaning: "failed before, and passes now", icon: Check, tone: "green" },
  {
    name: "changedItems",
    anchor: "changed-items",
    title: "Changed items",
    words: "with changed items",
    meaning: "still fails, but of other items",
    icon: ArrowLeftRight,
    tone: "amber",
  },
  {
    name: "notAssessed",
    anchor: "not-assessed",
    title: "Not assessed now",
    words: "not assessed now",
    meaning: "known before; not printed or not decided any more, which fixes nothing",
    icon: CircleDashed,
    tone: "grey",
  },
  {
    name: "stillFailing",
    anchor: "still-failing",
    title: "Still failing",
    words: "still failing",
    meaning: "failed before and fails now, of the same items",
    icon: Equal,
    tone: "grey",
  },
];

/** Why an entry stands where it stands; null where the change of level says it all. */
export function whyWords(entry: DiffEntry, name: DiffClassName): string | null {
  if (name === "notAssessed") return entry.to === null ? "Not printed by this scan" : "Printed, but not decided by this scan";
  switch (entry.why) {
    case "regressed":
      return "It passed before: regressed";
    case "scanner_changed":
      return "The scanner changed: the numbering it passed in did not know it, or looked at something else";
    case "first":
      return entry.from === null ? "The first scan that printed it" : "The first scan that could decide it";
    case null:
      return null;
  }
}
