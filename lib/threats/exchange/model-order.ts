import { isObject, type JsonObject } from "./json";

const KEYS = { elements: "id", boundaries: "id", flows: "id", notes: "id", threats: "slug" } as const;
type List = keyof typeof KEYS;
const LISTS = Object.keys(KEYS) as List[];

/** How the lists of a model are ordered, for a format that would mix them up. */
export function orderOf(model: Readonly<Record<List, readonly object[]>>): JsonObject {
  return Object.fromEntries(LISTS.map((list) => [list, model[list].map((each) => Reflect.get(each, KEYS[list]))]));
}

/** Puts the lists back into the order that `orderOf` noted; what is new comes last. */
export function inOrder<T extends Record<List, readonly object[]>>(model: T, order: unknown): T {
  if (!isObject(order)) return model;
  const sorted = LISTS.map((list) => {
    const names: unknown[] = Array.isArray(order[list]) ? order[list] : [];
    const places = new Map(names.map((name, index) => [name, index]));
    const place = (each: object) => places.get(Reflect.get(each, KEYS[list])) ?? names.length;
    return [list, model[list].toSorted((a, b) => place(a) - place(b))];
  });
  return { ...model, ...Object.fromEntries(sorted) };
}
