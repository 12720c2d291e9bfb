import type { ConcernGroup } from "@/components/threats/editing/threat-form";
import type { ThreatModel } from "@/lib/threats/threat-model";

/** All that a threat of the model may concern, by kind. */
export function concernsOf(model: ThreatModel): readonly ConcernGroup[] {
  const names = new Map(model.elements.map(({ id, name }) => [id, name || id]));
  const endOf = (end: ThreatModel["flows"][number]["from"]): string =>
    "element" in end ? (names.get(end.element) ?? end.element) : "a loose end";
  return [
    { title: "Elements", choices: model.elements.map(({ id, name, kind }) => ({ value: id, label: name || id, hint: kind })) },
    {
      title: "Flows",
      choices: model.flows.map(({ id, name, from, to }) => {
        const ends = `${endOf(from)} to ${endOf(to)}`;
        return name === "" ? { value: id, label: ends } : { value: id, label: name, hint: ends };
      }),
    },
    { title: "Trust boundaries", choices: model.boundaries.map(({ id, name }) => ({ value: id, label: name || id })) },
  ];
}
