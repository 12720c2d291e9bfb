import { isObject, type JsonObject, objectAt, without } from "./json";
import type { DragonCell, OldDragonCell } from "./threat-dragon-file";

const SHAPE_OF_TYPE: Readonly<Record<string, string>> = {
  "tm.Actor": "actor",
  "tm.Process": "process",
  "tm.Store": "store",
  "tm.Flow": "flow",
  "tm.Boundary": "trust-boundary-curve",
};

const PLACE = ["id", "type", "position", "size", "source", "target", "vertices", "threats", "z", "attrs", "labels", "angle", "smooth"];

/**
 * A cell of version 1 as version 2 would have it. What version 2 has no place for (classes of the old drawing library, labels) goes to
 * `compatibility.v1`, so that nothing is lost and nothing confuses the new drawing library.
 */
export function upgradeCell(old: OldDragonCell): DragonCell {
  const { id, type, position, size, source, target, vertices, threats, z, attrs, labels, angle, smooth } = old;
  const isLine = type === "tm.Flow" || type === "tm.Boundary";
  return {
    id,
    shape: SHAPE_OF_TYPE[type] ?? type,
    zIndex: typeof z === "number" ? Math.trunc(z) : 1,
    ...(isLine ? { ...size, connector: "smooth" } : { position, size }),
    ...(source ? { source: end(source) } : {}),
    ...(target ? { target: end(target) } : {}),
    ...(vertices ? { vertices } : {}),
    data: { ...without(old, PLACE), type, name: nameOf(attrs, labels), threats: threats ?? [] },
    compatibility: { v1: { attrs, labels, angle, smooth, ...(isLine && position ? { position } : {}) } },
  };
}

const end = ({ id, ...rest }: NonNullable<OldDragonCell["source"]>) => (id === undefined ? rest : { ...rest, cell: id });

/** Version 1 kept names in what is drawn: the text of a node, the first label of a line. */
function nameOf(attrs: unknown, labels: unknown): string {
  const label: unknown = Array.isArray(labels) ? labels[0] : undefined;
  const drawn = isObject(label) ? objectAt(label, "attrs") : attrs;
  const text = textOf(isObject(drawn) ? drawn : {});
  return typeof text === "string" ? text : "";
}

const textOf = (attrs: JsonObject): unknown => objectAt(attrs, "text").text;
