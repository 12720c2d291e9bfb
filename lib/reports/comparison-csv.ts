import { getControl, stride } from "../catalogue/controls";
import { type ComparisonClass, type ComparisonEntry, comparisonWords } from "../hardening/host-comparison";
import { csvLine } from "./csv";

/** The first record. The sides are called as on the page: the hosts, or the days of one host. */
export const comparisonCsvHead = (a: string, b: string): string =>
  csvLine([
    ...["class", "control", "title", "section", "stride", `number on ${a}`, `result on ${a}`, `number on ${b}`, `result on ${b}`],
    ...[`items only on ${a}`, `items only on ${b}`, "items on both"],
  ]);

/** One record per control; a side that does not print it has empty cells. */
export const comparisonCsvLine = (name: ComparisonClass, entry: ComparisonEntry, a: string, b: string): string =>
  csvLine([
    ...[comparisonWords(name, a, b), entry.key, entry.title, getControl(entry.key)?.section ?? null],
    entry.control === null ? null : stride(entry.control).join(" "),
    ...[entry.a?.number ?? null, entry.a?.level ?? null, entry.b?.number ?? null, entry.b?.level ?? null],
    ...[entry.itemsOnlyA, entry.itemsOnlyB, entry.itemsBoth].map((items) => items.join("\n")),
  ]);
