import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LOGS, namesOf, readLog } from "./log-file";

const index = JSON.parse(readFileSync(`${LOGS}index.json`, "utf8")) as { file: string; jsonShape?: string; synthetic: boolean }[];

const pairs = index.flatMap(({ file, jsonShape, synthetic }) => {
  if (!file.endsWith(".json") || synthetic) return [];
  const base = file.slice(0, -".json".length);
  const text = [".text", ".log", ".ansi", ".ansi.log"].map((ending) => base + ending).find((candidate) => existsSync(LOGS + candidate));
  return text === undefined ? [] : [{ text, json: file, flat: jsonShape === "flat" }];
});

/** Names per check of the newest run. The experimental check has a number in the JSON only, and no items. */
const itemsByCheck = (file: string) =>
  new Map(
    readLog(file)
      .runs.at(-1)
      ?.results.map((result) => [result.id, namesOf(result)]),
  );

describe("the text and the JSON of one run name the same items", () => {
  it("has pairs of every age of the JSON", () => {
    expect(pairs.length).toBeGreaterThanOrEqual(12);
  });

  it.each(pairs.filter(({ flat }) => !flat))("$text and $json", ({ text, json }) => {
    const printed = itemsByCheck(text);
    const written = itemsByCheck(json);
    const both = [...written.keys()].filter((id) => printed.has(id));
    expect(Object.fromEntries(both.map((id) => [id, written.get(id)]))).toEqual(
      Object.fromEntries(both.map((id) => [id, printed.get(id)])),
    );
    expect([...written].filter(([id, names]) => !printed.has(id) && names.length > 0)).toEqual([]);
  });

  it.each(pairs.filter(({ flat }) => flat))("$text and $json, but for what the flat form leaves out", ({ text, json }) => {
    const printed = itemsByCheck(text);
    const different = [...itemsByCheck(json)]
      .filter(([id, names]) => JSON.stringify(names) !== JSON.stringify(printed.get(id)))
      .map(([id]) => id);
    // 4.7 has a level only, 5.29 the container's 64-digit number instead of its name.
    expect(different).toEqual(["4.7", "5.29"]);
    const written = readLog(json).runs[0]?.results ?? [];
    expect(written.find(({ id }) => id === "4.7")?.itemsWhole).toBe(false);
    expect(written.find(({ id }) => id === "5.29")?.items.every(({ name }) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
  });

  it("differs for names with backslashes, which the text interprets and the JSON does not", () => {
    const printed = itemsByCheck("v1.6.1/hostile.text").get("4.1") ?? [];
    const written = itemsByCheck("v1.6.1/hostile.json").get("4.1") ?? [];
    expect(printed.filter((name) => !written.includes(name))).toEqual(["back\\slash", "nul\ufffdbyte"]);
    expect(written.filter((name) => !printed.includes(name))).toEqual(["back\\slash -new line", "nul\\0byte"]);
  });
});
