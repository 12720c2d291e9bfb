/** Walks an original and tells each leaf that a copy does not have, as "path: value". Lists of cells and threats are matched by id. */
export function leavesLost(original: unknown, copy: unknown, path = ""): string[] {
  if (Array.isArray(original)) {
    if (!Array.isArray(copy)) return [`${path}: a list`];
    return original.flatMap((each, index) => leavesLost(each, counterpart(each, index, copy), `${path}[${index}]`));
  }
  if (typeof original === "object" && original !== null) {
    if (typeof copy !== "object" || copy === null) return [`${path}: an object`];
    return Object.entries(original).flatMap(([key, value]) =>
      leavesLost(value, Reflect.get(copy, key), path === "" ? key : `${path}.${key}`),
    );
  }
  return Object.is(original, copy) ? [] : [`${path}: ${JSON.stringify(original)}`];
}

function counterpart(each: unknown, index: number, copy: readonly unknown[]): unknown {
  const id = idOf(each);
  return id === undefined ? copy[index] : copy.find((other) => idOf(other) === id);
}

const idOf = (value: unknown): unknown => (typeof value === "object" && value !== null ? Reflect.get(value, "id") : undefined);
