import type { StrideLetter } from "@/lib/stride/categories";
import type { HeatCell } from "@/lib/threats/heat";

/** Over the columns, where the whole name has no room. */
export const SHORT_NAME: Readonly<Record<StrideLetter, string>> = {
  S: "Spoofing",
  T: "Tampering",
  R: "Repudiation",
  I: "Info disclosure",
  D: "Denial of service",
  E: "Elevation",
};

/** A share of nothing is no evidence, whoever counted it; drawn as a number it would pass for a clean cell. */
export const honestCell = (cell: HeatCell): HeatCell =>
  cell.kind === "counted" && cell.assessed <= 0 ? { kind: "no_evidence", href: cell.href } : cell;

/** "3 of 11 unmitigated", or why there is no number. */
export function heatWords(cell: HeatCell): string {
  switch (cell.kind) {
    case "counted":
      return `${cell.unmitigated} of ${cell.assessed} unmitigated`;
    case "stale":
      return "stale";
    case "no_evidence":
      return "no evidence";
    case "no_check":
      return "no check covers this";
    case "gap":
      return "no threat recorded";
    case "none":
      return "no threat";
    case "out":
      return "out of scope";
  }
}

export const heatHref = (cell: HeatCell): string | null => (cell.kind === "out" || cell.kind === "none" ? null : cell.href);
