import { itemKey } from "@/lib/catalogue/item-key";
import type { Verdict } from "@/lib/hardening/finding";
import type { TaskStatus } from "./task-status";

/** One container, image, file or user, under the key it keeps from scan to scan. */
export interface TaskItem {
  readonly key: string;
  readonly name: string;
}

/** What of a check on one host a task is about. */
export interface TargetScope {
  /** True for the check as a whole, whatever items it will name. */
  readonly anyItem: boolean;
  /** What failed of it when the task was made: progress counts from it. */
  readonly items: readonly TaskItem[];
}

/**
 * The scope that somebody chose among what fails: keys or names of items; null for the check as a whole. Answers null where nothing
 * that was chosen fails.
 */
export function scopeOf(failing: readonly TaskItem[], chosen: readonly string[] | null): TargetScope | null {
  if (chosen === null) return { anyItem: true, items: failing };
  const keys = new Set(chosen.flatMap((item) => [item, itemKey(item)]));
  const items = failing.filter(({ key }) => keys.has(key));
  return items.length === 0 ? null : { anyItem: false, items };
}

/** "7 of 12 items fixed". */
export interface ItemProgress {
  readonly fixed: number;
  readonly of: number;
}

/** What is known of one host of a task and its finding. */
export interface ScopedTarget {
  readonly status: TaskStatus;
  /** Keys of what failed when the task was made, of that which it is about. */
  readonly keys: readonly string[];
  /** What evidence says of the finding now; null where nothing is known of it. */
  readonly verdict: Verdict | null;
  /** Keys of what the finding holds as failing: an item leaves that only by a scan whose list was whole. */
  readonly failing: readonly string[];
}

/**
 * How many of the items that failed when the task was made are gone. Null where no items were named. Evidence that decides nothing
 * fixes nothing.
 */
export function itemProgress({ status, keys, verdict, failing }: ScopedTarget): ItemProgress | null {
  if (keys.length === 0) return null;
  if (status === "verified") return { fixed: keys.length, of: keys.length };
  if (verdict !== "open" && verdict !== "regressed") return { fixed: 0, of: keys.length };
  const left = new Set(failing);
  return { fixed: keys.filter((key) => !left.has(key)).length, of: keys.length };
}
