import { expect, it } from "vitest";
import { suggestThreats } from "@/lib/threats/edit/suggest";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { SMALL } from "./small-model";

const lettersOf = (model: ThreatModel): Readonly<Record<string, string>> => {
  const letters: Record<string, string> = {};
  for (const { element, letter } of suggestThreats(model)) letters[element] = (letters[element] ?? "") + letter;
  return letters;
};

it("asks STRIDE of each element and flow, minus what threats on it have", () => {
  expect(lettersOf(SMALL)).toEqual({
    operator: "SR",
    dockerd: "STRDE",
    web: "STRIE",
    log: "TRID",
    runner: "STRIDE",
    asks: "TI",
    starts: "TI",
    in: "TID",
  });
});

it("asks a store about repudiation only where it is a log, by its name or by what Threat Dragon says", () => {
  const store = (name: string, isALog?: boolean): ThreatModel => ({
    ...SMALL,
    flows: [],
    threats: [],
    elements: SMALL.elements
      .filter(({ id }) => id === "log")
      .map((each) => ({ ...each, name, ...(isALog === undefined ? {} : { foreign: { threatDragon: { isALog } } }) })),
  });
  expect(lettersOf(store("Users"))).toEqual({ log: "TID" });
  expect(lettersOf(store("Catalogue"))).toEqual({ log: "TID" });
  expect(lettersOf(store("Logs"))).toEqual({ log: "TRID" });
  expect(lettersOf(store("Users", true))).toEqual({ log: "TRID" });
  expect(lettersOf(store("Logs", false))).toEqual({ log: "TID" });
});

it("asks nothing of what is out of scope, and words each question for its element", () => {
  const model: ThreatModel = {
    ...SMALL,
    elements: SMALL.elements.map((each) => (each.id === "operator" ? each : { ...each, outOfScope: "not ours" })),
    flows: SMALL.flows.filter(({ id }) => id === "in"),
  };
  expect(suggestThreats(model)).toEqual([
    { element: "operator", letter: "S", title: "Spoofing of Operator", question: "Could somebody be taken for Operator?" },
    { element: "operator", letter: "R", title: "Repudiation at Operator", question: "Could somebody act at Operator and leave no trace?" },
    {
      element: "in",
      letter: "T",
      title: "Tampering with this flow",
      question: "Could somebody change this flow, or what it holds or carries?",
    },
    {
      element: "in",
      letter: "I",
      title: "Information disclosure from this flow",
      question: "Could somebody read from this flow what is not theirs?",
    },
    {
      element: "in",
      letter: "D",
      title: "Denial of service against this flow",
      question: "Could somebody take this flow away from those who need it?",
    },
  ]);
});
