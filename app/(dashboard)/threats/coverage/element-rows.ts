import { KIND_WORD } from "@/components/threats/diagram/diagram-list";
import type { HeatRow } from "@/components/threats/heat-row";
import { hrefWith } from "@/lib/shared/read-filters";
import type { ExposureCounts } from "@/lib/threats/exposure-words";
import { compareHeat, type ElementCells, elementCells } from "@/lib/threats/heat-cells";
import type { ThreatModel } from "@/lib/threats/threat-model";
import type { CoverageQuery } from "./coverage-query";

/** The heatmap's rows of elements and flows, in the order and with the words the query asks for; all pages of them. */
export function elementRows(
  model: ThreatModel,
  counts: ReadonlyMap<string, ExposureCounts>,
  { sort, q }: Pick<CoverageQuery, "sort" | "q">,
): readonly HeatRow[] {
  const href = (element: string) => (stride: string | null) =>
    hrefWith(`/threats/${encodeURIComponent(model.slug)}`, { view: "table", element, stride });
  const words = q?.toLowerCase() ?? "";
  const found = elementCells(model, counts, href).filter(({ name }) => name.toLowerCase().includes(words));
  const byName = (a: ElementCells, b: ElementCells): number => a.name.localeCompare(b.name, "en");
  return [...found]
    .sort(sort === "name" ? byName : (a, b) => compareHeat(a.all, b.all) || Number(a.outOfScope) - Number(b.outOfScope))
    .map((row) => ({
      ...{ key: row.id, name: row.name, href: href(row.id)(null), cells: row.cells, all: row.all, nextFix: null },
      remark: { kind: "plain", words: remarkOf(row) },
    }));
}

/** Flows may share a name; what they run between tells them apart. */
function remarkOf({ kind, between, outOfScope }: ElementCells): string {
  if (outOfScope) return "out of scope";
  return between === null ? KIND_WORD[kind].toLowerCase() : between.map((end) => end ?? "?").join(" → ");
}
