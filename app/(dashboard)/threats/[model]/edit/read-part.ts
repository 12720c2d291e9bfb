import type { SearchParams } from "@/lib/shared/read-filters";

export const PART_KINDS = ["element", "boundary", "flow", "note"] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** The list of the edit page that a part stands in, by the id of its section. */
export const PART_LISTS = { element: "elements", boundary: "boundaries", flow: "flows", note: "notes" } as const satisfies Record<
  PartKind,
  string
>;

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
