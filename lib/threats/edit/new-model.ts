import type { ThreatModel } from "../threat-model";
import { uniqueSlug, withoutAccents } from "./unique-slug";

/** The id of the diagram that a new model begins with. */
const FIRST_DIAGRAM = "main";

/**
 * An empty model with one diagram. Its slug is made from the title and unlike all in `taken`; its prefix are the first letters of the
 * title's words ("Payment service" gives "PS"), or "M" where there are none.
 */
export function newModel(title: string, taken: ReadonlySet<string>): ThreatModel {
  return {
    slug: uniqueSlug(title, taken, "model"),
    title,
    prefix: prefixOf(title),
    description: "",
    owner: "",
    reviewer: "",
    contributors: [],
    evidence: [],
    diagrams: [{ id: FIRST_DIAGRAM, title: "Data flow", description: "", method: "STRIDE" }],
    elements: [],
    boundaries: [],
    flows: [],
    notes: [],
    threats: [],
  };
}

function prefixOf(title: string): string {
  const words =
    withoutAccents(title)
      .toUpperCase()
      .match(/[A-Z0-9]+/g) ?? [];
  const initials = words.map((word) => word.charAt(0)).join("");
  return initials.replace(/^[0-9]+/, "").slice(0, 3) || "M";
}
