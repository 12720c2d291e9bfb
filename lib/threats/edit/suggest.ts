import type { StrideLetter } from "@/lib/stride/categories";
import type { ElementKind } from "../scales";
import type { ThreatModel } from "../threat-model";

/** A threat to think about: STRIDE per element asks it, and the model does not answer it yet. */
export interface ThreatSuggestion {
  /** The id of the element or flow. */
  readonly element: string;
  readonly letter: StrideLetter;
  /** Would do as the title of the threat. */
  readonly title: string;
  /** What to ask oneself. */
  readonly question: string;
}

/** STRIDE per element: which letters each kind of thing is asked about. A store is asked about R only where it is a log. */
const LETTERS: Readonly<Record<ElementKind | "flow", readonly StrideLetter[]>> = {
  actor: ["S", "R"],
  process: ["S", "T", "R", "I", "D", "E"],
  store: ["T", "R", "I", "D"],
  flow: ["T", "I", "D"],
};

interface Wording {
  readonly title: (name: string) => string;
  readonly question: (name: string) => string;
}

const WORDING: Readonly<Record<StrideLetter, Wording>> = {
  S: { title: (name) => `Spoofing of ${name}`, question: (name) => `Could somebody be taken for ${name}?` },
  T: { title: (name) => `Tampering with ${name}`, question: (name) => `Could somebody change ${name}, or what it holds or carries?` },
  R: { title: (name) => `Repudiation at ${name}`, question: (name) => `Could somebody act at ${name} and leave no trace?` },
  I: { title: (name) => `Information disclosure from ${name}`, question: (name) => `Could somebody read from ${name} what is not theirs?` },
  D: {
    title: (name) => `Denial of service against ${name}`,
    question: (name) => `Could somebody take ${name} away from those who need it?`,
  },
  E: {
    title: (name) => `Elevation of privilege through ${name}`,
    question: (name) => `Could somebody do more through ${name} than they were granted?`,
  },
};

/**
 * STRIDE per element minus the letters that threats on the element have already: elements first, then flows, each in STRIDE's order.
 * What is out of scope is asked nothing.
 */
export function suggestThreats(model: ThreatModel): readonly ThreatSuggestion[] {
  const covered = new Set(model.threats.flatMap((threat) => threat.elements.map((id) => `${threat.stride}:${id}`)));
  const things = [
    ...model.elements.map((element) => ({
      ...element,
      name: element.name.trim() || `this ${element.kind}`,
      letters: LETTERS[element.kind].filter((letter) => letter !== "R" || keepsTrace(element)),
    })),
    ...model.flows.map((flow) => ({ ...flow, name: flow.name.trim() || flow.protocol.trim() || "this flow", letters: LETTERS.flow })),
  ];
  return things
    .filter(({ outOfScope }) => outOfScope === null)
    .flatMap(({ id, name, letters }) =>
      letters
        .filter((letter) => !covered.has(`${letter}:${id}`))
        .map((letter) => ({ element: id, letter, title: WORDING[letter].title(name), question: WORDING[letter].question(name) })),
    );
}

/** Everything but a store that is no log: Threat Dragon says which are, elsewhere the name does. */
function keepsTrace({ kind, name, foreign }: ThreatModel["elements"][number]): boolean {
  if (kind !== "store") return true;
  const said = foreign?.threatDragon?.isALog;
  return typeof said === "boolean" ? said : /\b(?:logs?|audit|journal)\b/i.test(name);
}
