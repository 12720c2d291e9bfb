import { STRIDE_LETTERS, type StrideLetter } from "@/lib/stride/categories";
import { suggestThreats } from "./edit/suggest";
import type { Exposure, ExposureCounts } from "./exposure-words";
import type { HeatCell } from "./heat";
import type { FlowEnd, Threat, ThreatModel } from "./threat-model";

/** One row of the heatmap: a cell per letter, and all threats together, those without a letter too. */
export interface HeatCells {
  readonly cells: Readonly<Record<StrideLetter, HeatCell>>;
  readonly all: HeatCell;
}

/** The threats behind a cell: of one letter, or of all. */
export type CellHref = (letter: StrideLetter | null) => string;

/** True of an exposure that evidence or an attestation has decided and that is not stale: the denominator of every cell. */
const isAssessed = (exposure: Exposure | undefined): boolean =>
  exposure === "unmitigated" || exposure === "accepted" || exposure === "partly" || exposure === "mitigated";

const hasRequired = ({ controls }: Threat): boolean => controls.some(({ role }) => role === "required");

/** A threat as one cell sees it: decided or not, and open or not. */
interface Counted {
  readonly threat: Threat;
  readonly assessed: boolean;
  readonly unmitigated: boolean;
  readonly stale: boolean;
}

/** Only for threats there are. What is stale is in neither number; it shows where nothing fresher speaks. */
function cellOf(counted: readonly Counted[], href: string): HeatCell {
  const assessed = counted.filter((each) => each.assessed);
  if (assessed.length > 0)
    return { kind: "counted", unmitigated: assessed.filter(({ unmitigated }) => unmitigated).length, assessed: assessed.length, href };
  if (counted.some(({ stale }) => stale)) return { kind: "stale", href };
  return counted.some(({ threat }) => hasRequired(threat)) ? { kind: "no_evidence", href } : { kind: "no_check", href };
}

const byLetter = (cell: (letter: StrideLetter) => HeatCell) =>
  Object.fromEntries(STRIDE_LETTERS.map((letter) => [letter, cell(letter)])) as Record<StrideLetter, HeatCell>;

function cellsOf(counted: readonly Counted[], href: CellHref, empty: (letter: StrideLetter) => HeatCell): HeatCells {
  return {
    cells: byLetter((letter) => {
      const own = counted.filter(({ threat }) => threat.stride === letter);
      return own.length === 0 ? empty(letter) : cellOf(own, href(letter));
    }),
    all: counted.length === 0 ? { kind: "none" } : cellOf(counted, href(null)),
  };
}

/** The row of a host from its exposures by the slugs of threats. A threat without one was not assessed there. */
export function hostCells(model: Pick<ThreatModel, "threats">, exposures: ReadonlyMap<string, Exposure>, href: CellHref): HeatCells {
  const counted = model.threats.map((threat): Counted => {
    const exposure = exposures.get(threat.slug);
    return { threat, assessed: isAssessed(exposure), unmitigated: exposure === "unmitigated", stale: exposure === "stale" };
  });
  return cellsOf(counted, href, () => ({ kind: "none" }));
}

/** An element or a flow with its row over all hosts. */
export interface ElementCells extends HeatCells {
  readonly id: string;
  readonly name: string;
  readonly kind: "actor" | "process" | "store" | "flow";
  /** Of a flow: the names of what it runs between; null for a loose end. */
  readonly between: readonly [from: string | null, to: string | null] | null;
  readonly outOfScope: boolean;
}

/**
 * A row per element and flow: on how many of its threats some host is open, of those that some host has assessed. A letter that
 * STRIDE per element asks and no threat answers is a gap. `counts` are hosts per exposure by the slugs of threats.
 */
export function elementCells(
  model: ThreatModel,
  counts: ReadonlyMap<string, ExposureCounts>,
  href: (element: string) => CellHref,
): readonly ElementCells[] {
  const asked = new Set(suggestThreats(model).map(({ element, letter }) => `${letter}:${element}`));
  const names = new Map(model.elements.map((element) => [element.id, element.name]));
  const nameOf = (end: FlowEnd): string | null => ("element" in end ? (names.get(end.element) ?? null) : null);
  const elements = model.elements.map((element) => ({ ...element, between: null }));
  const flows = model.flows.map((flow) => ({
    ...flow,
    ...{ name: flow.name || flow.protocol, kind: "flow" as const, between: [nameOf(flow.from), nameOf(flow.to)] as const },
  }));
  return [...elements, ...flows].map(({ id, name, kind, between, outOfScope }): ElementCells => {
    const row = { id, name: name || `Unnamed ${kind}`, kind, between, outOfScope: outOfScope !== null };
    if (row.outOfScope) return { ...row, cells: byLetter(() => ({ kind: "out" })), all: { kind: "out" } };
    const counted = model.threats
      .filter(({ elements }) => elements.includes(id))
      .map((threat) => somewhere(threat, counts.get(threat.slug)));
    const empty = (letter: StrideLetter): HeatCell =>
      asked.has(`${letter}:${id}`) ? { kind: "gap", href: href(id)(letter) } : { kind: "none" };
    return { ...row, ...cellsOf(counted, href(id), empty) };
  });
}

function somewhere(threat: Threat, counts: ExposureCounts | undefined): Counted {
  const has = (exposure: Exposure): boolean => (counts?.[exposure] ?? 0) > 0;
  return {
    threat,
    assessed: has("unmitigated") || has("accepted") || has("partly") || has("mitigated"),
    unmitigated: has("unmitigated"),
    stale: has("stale"),
  };
}

/** The order of a list by exposure: most open threats first, then most of them in proportion; what nobody assessed goes last. */
export function compareHeat(a: HeatCell, b: HeatCell): number {
  const [x, y] = [a, b].map((cell) => (cell.kind === "counted" ? [cell.unmitigated, cell.unmitigated / cell.assessed] : [-1, -1]));
  return (y?.[0] ?? 0) - (x?.[0] ?? 0) || (y?.[1] ?? 0) - (x?.[1] ?? 0);
}
