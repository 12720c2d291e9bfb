import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkGenerated, type GeneratedEntry } from "@/scripts/corpus-generated";
import { LOGS } from "./log-file";

const index = JSON.parse(readFileSync(`${LOGS}index.json`, "utf8")) as GeneratedEntry[];

describe("every log of the tool, held against counts made with sed and grep", () => {
  it.each(index.map((entry) => [entry.file, entry] as const))("%s", (_file, entry) => {
    expect(checkGenerated(LOGS, entry).deviations).toEqual([]);
  });
});
