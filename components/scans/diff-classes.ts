import { ArrowLeftRight, Check, CircleDashed, Equal, type LucideIcon, TriangleAlert } from "lucide-react";
import type { Tone } from "@/components/ui/tone";
import type { DiffClass, DiffEntry, DiffRest } from "@/lib/hardening/diff";
import { counted } from "@/lib/shared/counted";

interface DiffClassWords {
  readonly name: DiffClass;
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
export const DIFF_CLASSES: readonly DiffClassWords[] = [
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
export function whyWords(entry: DiffEntry, name: DiffClass): string | null {
  if (name === "notAssessed") return notAssessedWords(entry);
  if (name === "changedItems") return partialFixWords(entry);
  switch (entry.why) {
    case "regressed":
      return "It passed before: regressed";
    case "scanner_changed":
      return entry.from === null
        ? "The scanner changed: the numbering before does not have this check"
        : "The scanner changed: the edition it passed in looked at something else, or in another way";
    case "first":
      return entry.from === null ? "The first scan that printed it" : "The first scan that could decide it";
    case "not_printed":
      return "The scan compared with does not print it";
    case "not_decided":
      return "The scan compared with could not decide it";
    case null:
      return null;
  }
}

function notAssessedWords({ to, why }: DiffEntry): string {
  if (to !== null) return "Printed, but not decided by this scan";
  return why === "scanner_changed" ? "The scanner changed: the numbering of this scan has no such check" : "Not printed by this scan";
}

/** "7 of 12 fixed, 5 still failing": what a still failing check was repaired on. Null where nothing was. */
export function partialFixWords({ items, itemsGained, itemsLost }: Pick<DiffEntry, "items" | "itemsGained" | "itemsLost">): string | null {
  if (itemsLost.length === 0) return null;
  const kept = items.length - itemsGained.length;
  const came = itemsGained.length === 0 ? "" : `, ${itemsGained.length} new`;
  return `${itemsLost.length} of ${itemsLost.length + kept} fixed, ${kept} still failing${came}`;
}

/** "Unchanged 51: passing before and now, or undecided before and now. 3 pass for the first time." */
export function restWords({ unchanged, newlyPassing, newlyUndecided }: DiffRest): string {
  const others = [
    newlyPassing === 0 ? null : `${counted(newlyPassing, "control")} ${newlyPassing === 1 ? "passes" : "pass"} that did not fail before`,
    newlyUndecided === 0 ? null : `${counted(newlyUndecided, "control")} ${newlyUndecided === 1 ? "is" : "are"} new and undecided`,
  ].filter((part) => part !== null);
  const rest = others.length === 0 ? "" : ` Besides, ${others.join(" and ")}.`;
  return `Unchanged ${unchanged}: passing before and now, or undecided before and now.${rest}`;
}
