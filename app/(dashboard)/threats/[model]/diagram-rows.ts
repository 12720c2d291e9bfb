import type { DiagramBadge } from "@/components/threats/diagram/diagram-badge";
import type { DiagramListRow } from "@/components/threats/diagram/diagram-list";
import { hasEvidence } from "@/components/threats/exposure-verdict";
import { byExposure } from "@/components/threats/threat-board";
import type { ThreatTableRow } from "@/components/threats/threat-table";
import type { DiagramParts } from "@/lib/threats/diagram/diagram-layout";
import type { FlowEnd, ThreatModel } from "@/lib/threats/threat-model";
import { isOpen } from "./model-rows";

/** What one diagram of a model draws. */
export function partsOf(model: ThreatModel, diagram: string): DiagramParts {
  const own = <Part extends { readonly diagram: string }>(parts: readonly Part[]) => parts.filter((part) => part.diagram === diagram);
  return { elements: own(model.elements), boundaries: own(model.boundaries), flows: own(model.flows), notes: own(model.notes) };
}

/** How the threats linked with a part of a diagram stand, worst first. */
interface PartStanding {
  readonly threats: readonly ThreatTableRow[];
  readonly open: number;
  readonly assessed: number;
}

/** By the id of the element, flow or boundary; only those that a threat is linked with. */
function standingOfParts(model: Pick<ThreatModel, "threats">, rows: readonly ThreatTableRow[]): ReadonlyMap<string, PartStanding> {
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  const linked = new Map<string, ThreatTableRow[]>();
  for (const { slug, elements } of model.threats) {
    const row = bySlug.get(slug);
    if (row === undefined) continue;
    for (const id of new Set(elements)) linked.set(id, [...(linked.get(id) ?? []), row]);
  }
  return new Map(
    [...linked].map(([id, threats]) => [
      id,
      {
        threats: threats.toSorted(byExposure),
        open: threats.filter(isOpen).length,
        assessed: threats.filter(({ counts }) => hasEvidence(counts)).length,
      },
    ]),
  );
}

export interface DrawnDiagram {
  readonly badges: ReadonlyMap<string, DiagramBadge>;
  /** The same as a list: every part that can bear a threat, most open threats first. */
  readonly list: readonly DiagramListRow[];
}

/** What is said of the parts of a diagram. `rows` are the threats that are looked at; `href` leads to those of a part. */
export function drawnDiagram(
  model: Pick<ThreatModel, "threats" | "elements">,
  { elements, flows, boundaries }: DiagramParts,
  rows: readonly ThreatTableRow[],
  href: (id: string) => string,
): DrawnDiagram {
  const standing = standingOfParts(model, rows);
  const end = (at: FlowEnd): string => ("element" in at && model.elements.find(({ id }) => id === at.element)?.name) || "a loose end";
  const row = (id: string, name: string, kind: DiagramListRow["kind"], outOfScope: string | null = null): DiagramListRow => {
    const { threats = [], open = 0, assessed = 0 } = standing.get(id) ?? {};
    return { id, name, kind, href: threats.length === 0 ? null : href(id), outOfScope: outOfScope !== null, threats, open, assessed };
  };
  const list = [
    ...elements.map(({ id, name, kind, outOfScope }) => row(id, name || "Unnamed", kind, outOfScope)),
    ...flows.map((flow) => {
      const ends = `${end(flow.from)} ${flow.bidirectional ? "to and from" : "to"} ${end(flow.to)}`;
      return row(flow.id, flow.name === "" ? ends : `${ends}: ${flow.name}`, "flow", flow.outOfScope);
    }),
    ...boundaries.map(({ id, name }) => row(id, name || "Unnamed", "boundary")),
  ];
  return {
    badges: new Map([...standing].map(([id, { open, assessed }]) => [id, { open, assessed, href: href(id) }] as const)),
    list: list
      .filter(({ kind, threats }) => kind !== "boundary" || threats.length > 0)
      .toSorted((one, other) => other.open - one.open || other.threats.length - one.threats.length),
  };
}
