import { stride } from "@/lib/catalogue/controls";
import type { DiffEntry, ScanDiff } from "@/lib/hardening/diff";

/** A diff as the API answers it: five lists that exclude each other. */
export const diffJson = (diff: ScanDiff) => ({
  base: diff.base,
  newlyFailing: diff.newlyFailing.map(entryJson),
  fixed: diff.fixed.map(entryJson),
  stillFailing: diff.stillFailing.map(entryJson),
  changedItems: diff.changedItems.map(entryJson),
  notAssessed: diff.notAssessed.map(entryJson),
});

const entryJson = ({ control, id, title, items, itemsGained, itemsLost }: DiffEntry) => ({
  control,
  id,
  title,
  stride: control === null ? [] : stride(control),
  items,
  itemsGained,
  itemsLost,
});
