import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { readThreatDragon } from "@/lib/threats/exchange/read-threat-dragon";
import { writeThreatDragon } from "@/lib/threats/exchange/write-threat-dragon";
import { leavesLost } from "./leaves-lost";
import { sample } from "./samples";

const validate = new Ajv({ strict: false, allErrors: true }).compile(sample("td-threat-dragon-v2.schema.json") as object);

function imported(value: unknown) {
  const read = readThreatDragon(value);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe.each(["v2-threat-model.json", "v2-new-model.json", "test-reports.json"])("%s", (name) => {
  it("comes back from import and export with nothing lost", () => {
    const { model, remarks } = imported(sample(name));
    const written = asJson(writeThreatDragon(model, () => null));
    expect(validate(written), JSON.stringify(validate.errors)).toBe(true);
    expect(leavesLost(sample(name), written)).toEqual([]);
    expect(remarks).toEqual([]);
  });
  it("is the same model after our export", () => {
    const { model } = imported(sample(name));
    expect(imported(asJson(writeThreatDragon(model, () => null))).model).toEqual(model);
  });
});
