import { describe, expect, it } from "vitest";
import { addThreatModel } from "@/lib/data/change-threat-model";
import { storable } from "@/lib/data/storable";
import { getThreatModel } from "@/lib/data/threat-models";
import { useDatabase } from "../support/database";
import { system } from "../support/viewers";
import { modelOf, threat } from "./model-fixture";

describe("what the database cannot hold", () => {
  it("is replaced, in values and in names of fields, and nothing else is", () => {
    expect(storable({ "a\0": "x\0y", half: "\ud83d!", whole: "😀", text: "\\u0000 \\\\ud800", list: ["\udc00"] })).toEqual({
      ...{ "a\ufffd": "x\ufffdy", half: "\ufffd!", whole: "😀" },
      ...{ text: "\\u0000 \\\\ud800", list: ["\ufffd"] },
    });
  });
});

describe("a model with such characters", () => {
  useDatabase();

  it("is stored all the same", async () => {
    const model = modelOf("Odd", [threat("odd", { title: "O\0dd \ud800", foreign: { otm: { "k\0": 1 } } })]);
    const { slug } = await addThreatModel(system, model, "Made for a test");
    const stored = await getThreatModel(system, slug);
    expect(stored?.model.threats[0]).toMatchObject({ title: "O\ufffddd \ufffd", foreign: { otm: { "k\ufffd": 1 } } });
  });
});
