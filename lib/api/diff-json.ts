import { stride } from "@/lib/catalogue/controls";
import type { DiffEntry, ScanDiff } from "@/lib/hardening/diff";

/** A diff as the API answers it: five lists that exclude each other, and the number of all else. */
export const diffJson = (diff: ScanDiff) => ({
  base: diff.base,
  newlyFailing: diff.newlyFailing.map(entryJson),
  fixed: diff.fixed.map(entryJson),
  stillFailing: diff.stillFailing.map(entryJson),
  changedItems: diff.changedItems.map(entryJson),
  notAssessed: diff.notAssessed.map(entryJson),
  rest: diff.rest,
});

const entryJson = ({ control, id, idBefore, title, items, itemsGained, itemsLost, from, to, why }: DiffEntry) => ({
  control,
  id,
  idBefore,
  title,
  stride: control === null ? [] : stride(control),
  items,
  itemsGained,
  itemsLost,
  from,
  to,
  why,
});
