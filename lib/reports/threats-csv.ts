import { getControl } from "../catalogue/controls";
import { STRIDE_CATEGORIES } from "../stride/categories";
import { EXPOSURE_FACTS, EXPOSURES, type ExposureCounts } from "../threats/exposure-words";
import { type ControlLink, type Threat, type ThreatModel, threatRef } from "../threats/threat-model";
import { CSV_START, type CsvCell, csvLine } from "./csv";

interface Row {
  readonly model: ThreatModel;
  readonly threat: Threat;
  /** Null in the one row of a threat that no control bears on. */
  readonly link: ControlLink | null;
}

const COLUMNS: readonly (readonly [head: string, cell: (row: Row) => CsvCell])[] = [
  ["ref", ({ model, threat }) => threatRef(model, threat)],
  ["title", ({ threat }) => threat.title],
  ["letter", ({ threat }) => threat.stride],
  ["category", ({ threat }) => (threat.stride === null ? (threat.stated?.type ?? null) : STRIDE_CATEGORIES[threat.stride].name)],
  ["origin", ({ threat }) => threat.origin],
  ["likelihood", ({ threat }) => threat.likelihood],
  ["impact", ({ threat }) => threat.impact],
  ["mitigations", ({ threat }) => threat.mitigations.map(({ text }) => text).join("\n")],
  ["control", ({ link }) => link?.control ?? null],
  ["number", ({ link }) => (link === null ? null : (getControl(link.control)?.number ?? null))],
  ["role", ({ link }) => link?.role ?? null],
  ["kind", ({ link }) => link?.kind ?? null],
  ["reason", ({ link }) => link?.reason ?? null],
];

/**
 * The threats as CSV, a row for each threat and control; a threat that no control bears on has one row too. With `exposures` (by the
 * threat's slug) columns tell how many hosts have each exposure. Begins with the mark by which Excel knows UTF-8.
 */
export function threatModelCsv(model: ThreatModel, exposures: ReadonlyMap<string, ExposureCounts> | null): string {
  const heads = COLUMNS.map(([head]) => head);
  const exposureHeads = exposures === null ? [] : EXPOSURES.map((exposure) => EXPOSURE_FACTS[exposure].label.toLowerCase());
  const rows = model.threats.flatMap((threat) => {
    const links = threat.controls.length === 0 ? [null] : threat.controls;
    const counts = exposures === null ? [] : EXPOSURES.map((exposure) => exposures.get(threat.slug)?.[exposure] ?? null);
    return links.map((link) => csvLine([...COLUMNS.map(([, cell]) => cell({ model, threat, link })), ...counts]));
  });
  return `${CSV_START}${csvLine([...heads, ...exposureHeads])}${rows.join("")}`;
}
