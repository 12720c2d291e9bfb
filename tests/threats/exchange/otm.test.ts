import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { readOtm } from "@/lib/threats/exchange/read-otm";
import { writeOtm } from "@/lib/threats/exchange/write-otm";
import { leavesLost } from "./leaves-lost";
import { sample } from "./samples";

const validate = new Ajv({ strict: false, allErrors: true }).compile(sample("otm_schema-0.2.0.json") as object);

function imported(value: unknown) {
  const read = readOtm(value);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("the example of the format", () => {
  const original = sample("example-open-threat-model.json");

  it("comes back from import and export with nothing lost", () => {
    const { model, remarks } = imported(original);
    const written = asJson(writeOtm(model));
    expect(validate(written), JSON.stringify(validate.errors)).toBe(true);
    // Where the file says null for "none", the export leaves the member out or fills it.
    expect(leavesLost(original, written).filter((leaf) => !/\.(?:attributes|threats): null$/.test(leaf))).toEqual([]);
    expect(remarks).toEqual(["Trust zones and components that no diagram shows were laid out in rows: 1."]);
  });

  it("is the same model after our export", () => {
    const { model } = imported(original);
    expect(imported(asJson(writeOtm(model))).model).toEqual(model);
  });
});
