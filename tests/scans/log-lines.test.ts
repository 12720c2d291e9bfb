import { describe, expect, it } from "vitest";
import { decodeText } from "@/lib/bench/decode-text";
import { countLines, cutLine, isAllBetween, sliceLines } from "@/lib/bench/log-lines";
import { readBench } from "@/lib/bench/read-bench";
import { logBytes } from "../support/upload";

function read(name: string) {
  const { text } = decodeText(logBytes(name));
  const file = readBench(text);
  if (!file.ok) throw new Error(file.error.message);
  return {
    lines: new Map(sliceLines(text, 1, countLines(text)).map(({ line, text: words }) => [line, words])),
    results: file.value.runs.flatMap((run) => run.results),
  };
}

describe("lines of a log", () => {
  it.each([
    ["", 0],
    ["a", 1],
    ["a\n", 1],
    ["a\n\n", 2],
    ["\n", 1],
    ["a\nb", 2],
  ])("%j has %i", (text, lines) => {
    expect(countLines(text)).toBe(lines);
    expect(sliceLines(text, 1, 100)).toHaveLength(lines);
  });

  it("are numbered from 1, whichever part is asked for", () => {
    expect(sliceLines("a\nb\nc\nd\n", 2, 2)).toEqual([
      { line: 2, text: "b" },
      { line: 3, text: "c" },
    ]);
    expect(sliceLines("a\nb", 2, 5)).toEqual([{ line: 2, text: "b" }]);
    expect(sliceLines("a\nb", 3, 5)).toEqual([]);
  });

  // Every number a reader gives must lead to the line that says it, in text with colours as in plain text and JSON.
  it.each(["v1.6.1/before.text", "v1.6.1/default5.ansi", "v1.3.5/default5.twice.ansi.log", "v1.6.1/hostile.text"])(
    "of %s are those the reader names",
    (name) => {
      const { lines, results } = read(name);
      expect(results.length).toBeGreaterThan(100);
      for (const { line, level, id, title } of results) {
        expect(lines.get(line ?? 0)).toContain(`[${level}]`);
        expect(lines.get(line ?? 0)).toContain(id ?? title.slice(0, 20));
      }
    },
  );

  it("of JSON are those the reader names: where a result's object begins", () => {
    const { lines, results } = read("v1.6.1/default5.json");
    expect(results).toHaveLength(117);
    for (const { line, id } of results) {
      expect(lines.get(line ?? 0)?.trim()).toBe("{");
      expect(lines.get((line ?? 0) + 1)).toContain(`"id": "${id}"`);
    }
  });

  it("hold no escapes and no control characters", () => {
    const bytes = Buffer.from("\u001b[31m[WARN]\u001b[0m 1.1 - a\u0007b\r\nc\u0000\td\n");
    const { text } = decodeText(bytes);
    expect(sliceLines(text, 1, 9)).toEqual([
      { line: 1, text: "[WARN] 1.1 - a\ufffdb" },
      { line: 2, text: "c\ufffd\td" },
    ]);
  });
});

describe("a long line", () => {
  it("is cut and says by how much", () => {
    expect(cutLine("abc", 3)).toEqual({ text: "abc", more: 0 });
    expect(cutLine("abcdef", 4)).toEqual({ text: "abcd", more: 2 });
  });

  it("is never cut through a character", () => {
    expect(cutLine("a😀b", 2)).toEqual({ text: "a", more: 3 });
    expect(cutLine("a😀b", 3)).toEqual({ text: "a😀", more: 1 });
  });
});

describe("a run that is all of its file", () => {
  it("has only blank lines around it", () => {
    expect(isAllBetween("\nrun\nrun\n \n", 2, 3)).toBe(true);
    expect(isAllBetween("noise\nrun\nrun\n", 2, 3)).toBe(false);
    expect(isAllBetween("run\nrun\nnoise", 1, 2)).toBe(false);
  });
});
