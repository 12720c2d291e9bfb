import { stride } from "@/lib/catalogue/controls";
import type { ScanRow } from "@/lib/data/scans";
import { COMPARISON_CLASSES, type ComparisonEntry, type HostComparison } from "@/lib/hardening/host-comparison";
import { scanJson } from "./scan-json";

/** A comparison as the API answers it: a list per class. */
export const comparisonJson = (a: ScanRow, b: ScanRow, { classes, passOnBoth, undecided }: HostComparison) => ({
  a: scanJson(a),
  b: scanJson(b),
  ...Object.fromEntries(COMPARISON_CLASSES.map((name) => [name, classes[name].map(entryJson)])),
  passOnBoth,
  undecided,
});

const entryJson = ({ key: _, ...entryOf }: ComparisonEntry) => ({
  ...entryOf,
  stride: entryOf.control === null ? [] : stride(entryOf.control),
});
