/**
 * Which items of which findings somebody ticked: keys by finding. `items` holds "<finding>/<key>" of each ticked box, `shown`
 * "<finding>/<number>" of the boxes a finding had. A finding whose boxes are all ticked is meant as a whole, and is not in the answer.
 */
export function chosenItems(
  findings: readonly number[],
  items: readonly string[],
  shown: readonly string[],
): ReadonlyMap<number, readonly string[]> {
  const ticked = new Map<number, string[]>();
  for (const [id, key] of items.map(cut)) ticked.set(id, [...(ticked.get(id) ?? []), key]);
  const chosen = new Map<number, readonly string[]>();
  for (const [id, boxes] of shown.map(cut)) {
    const keys = ticked.get(id) ?? [];
    if (findings.includes(id) && keys.length !== Number(boxes)) chosen.set(id, keys);
  }
  return chosen;
}

const cut = (text: string): [number, string] => {
  const slash = text.indexOf("/");
  return [Number(text.slice(0, slash)), text.slice(slash + 1)];
};
