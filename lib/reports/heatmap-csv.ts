import { STRIDE_LETTERS } from "../stride/categories";
import type { HeatCell } from "../threats/heat";
import type { HeatCells } from "../threats/heat-cells";
import { type CsvCell, csvLine } from "./csv";

/** A row of the heatmap as the file tells it. */
export interface ReportedHeat extends HeatCells {
  readonly name: string;
  /** "16 d" of a stale host, "process" of an element. */
  readonly remark: string | null;
  readonly nextFix: string | null;
}

/** Why there is no number, for people. */
export type HeatWords = (cell: HeatCell) => string;

/** The first record: "S unmitigated", "S assessed" and so on for each letter and for all. `of` is what a row is: "host". */
export const heatmapCsvHead = (of: "host" | "element"): string =>
  csvLine([of, "remark", ...[...STRIDE_LETTERS, "all"].flatMap((letter) => [`${letter} unmitigated`, `${letter} assessed`]), "next fix"]);

/** One record per row. Where nothing was assessed the first number is the reason in words, and the second is 0. */
export const heatmapCsvLine = ({ name, remark, cells, all, nextFix }: ReportedHeat, words: HeatWords): string =>
  csvLine([name, remark, ...[...STRIDE_LETTERS.map((letter) => cells[letter]), all].flatMap((cell) => numbers(cell, words)), nextFix]);

const numbers = (cell: HeatCell, words: HeatWords): readonly CsvCell[] =>
  cell.kind === "counted" ? [cell.unmitigated, cell.assessed] : [words(cell), 0];
