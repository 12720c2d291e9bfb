import Ajv from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readThreatModelFile } from "@/lib/threats/exchange/read-exchange";
import { writeOtm } from "@/lib/threats/exchange/write-otm";
import { writeThreatDragon } from "@/lib/threats/exchange/write-threat-dragon";
import { SHIPPED_MODELS } from "@/lib/threats/shipped-models";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { anyModel } from "./any-model";
import { sample } from "./samples";

const ajv = new Ajv({ strict: false, allErrors: true });
const formats = [
  { format: "otm", write: writeOtm, valid: ajv.compile(sample("otm_schema-0.2.0.json") as object) },
  {
    format: "threat-dragon",
    write: (model: ThreatModel) => writeThreatDragon(model, () => null),
    valid: ajv.compile(sample("td-threat-dragon-v2.schema.json") as object),
  },
] as const;

describe.each(formats)("$format", ({ format, write, valid }) => {
  const there = (model: ThreatModel) => {
    const text = JSON.stringify(write(model));
    expect(valid(JSON.parse(text)), JSON.stringify(valid.errors)).toBe(true);
    return text;
  };

  it.each(SHIPPED_MODELS.map((model) => [model.title, model] as const))("gives back the shipped model: %s", (_, model) => {
    expect(readThreatModelFile(there(model))).toEqual({ ok: true, value: { model, remarks: [], format } });
  });

  it("gives back any model as it was, from a file that fits the published schema", () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        expect(readThreatModelFile(there(model))).toEqual({ ok: true, value: { model, remarks: [], format } });
      }),
      { numRuns: 60 },
    );
  });
});
