import type { SearchParams } from "@/lib/shared/read-filters";
import type { ThreatModel } from "@/lib/threats/threat-model";

export const PART_KINDS = ["element", "boundary", "flow", "note"] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** What the form of an address is about: something of that id, or something new. */
export interface Part {
  readonly kind: PartKind;
  readonly id: string | null;
}

/** "?element=dockerd" or "?new=flow"; null where the address asks for the lists. */
export function readPart(query: SearchParams): Part | null {
  const fresh = PART_KINDS.find((kind) => query.new === kind);
  if (fresh !== undefined) return { kind: fresh, id: null };
  for (const kind of PART_KINDS) {
    const id = query[kind];
    if (typeof id === "string" && id !== "") return { kind, id };
  }
  return null;
}

/** The version that a form led here from, where it can be true. */
export function savedVersion({ saved }: SearchParams, newest: number): number | null {
  const version = typeof saved === "string" ? Number(saved) : Number.NaN;
  return Number.isInteger(version) && version >= 1 && version <= newest ? version : null;
}

/** What people call an element, boundary or flow: its name, else its ends, else its id. */
export function nameIn(model: ThreatModel, id: string): string {
  const thing = [...model.elements, ...model.boundaries].find((each) => each.id === id);
  if (thing !== undefined) return thing.name || id;
  const flow = model.flows.find((each) => each.id === id);
  if (flow === undefined) return id;
  const [from, to] = [flow.from, flow.to].map((end) => ("element" in end ? nameIn(model, end.element) : "a loose end"));
  return flow.name || `${from} to ${to}`;
}
