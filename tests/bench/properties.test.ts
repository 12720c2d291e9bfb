import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "@/lib/bench/clean-text";
import { decodeText } from "@/lib/bench/decode-text";
import type { JsonNode } from "@/lib/bench/json-tree";
import { readLenientJson } from "@/lib/bench/lenient-json";
import { readBench } from "@/lib/bench/read-bench";
import { LOGS, logBytes } from "./log-file";

const FILES = (JSON.parse(readFileSync(`${LOGS}index.json`, "utf8")) as { file: string; bytes: number }[])
  .filter(({ bytes }) => bytes < 60_000)
  .map(({ file }) => file);
const RUNS = { numRuns: 150 };
const PATIENCE = 60_000;
const file = fc.constantFrom(...FILES);

/** Reading never throws, twice gives the same, lines are lines of the file, and nothing is said that the text does not hold. */
function checkReading(bytes: Uint8Array): void {
  const { text, remarks } = decodeText(bytes);
  const first = readBench(text, remarks);
  expect(readBench(text, remarks)).toEqual(first);
  if (!first.ok) {
    expect(first.error.line).toBeGreaterThanOrEqual(1);
    return;
  }
  const lines = text.split("\n").length;
  const folded = text.replace(/\s+/g, " ");
  expect(first.value.runs.length).toBeGreaterThan(0);
  for (const run of first.value.runs) {
    expect(run.firstLine).toBeGreaterThanOrEqual(1);
    expect(run.lastLine).toBeLessThanOrEqual(lines);
    for (const result of run.results) {
      expect(text).toContain(result.level);
      if (result.id !== null) expect(text).toContain(result.id);
      // A JSON string may hold escapes; without a backslash its words are in the file as they are.
      if (!text.includes("\\")) expect(folded).toContain(result.title);
      if (result.line !== null) expect(result.line).toBeLessThanOrEqual(lines);
    }
  }
}

describe("any input", { timeout: PATIENCE }, () => {
  it("bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), checkReading), RUNS);
  });

  it("strings", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 2000 }), (text) => checkReading(new TextEncoder().encode(text))),
      RUNS,
    );
  });

  it("pieces of the grammar", () => {
    const pieces = [
      "[WARN]",
      "[INFO]",
      " ",
      "     ",
      "* ",
      "1",
      "5.1",
      " - ",
      "Ensure x",
      ": ",
      "\n",
      "Initializing ",
      "# Docker Bench for Security v1.6.0",
      "Section B - Remediation measures",
      "Checks: 3",
      "Score: 1",
    ];
    const json = [
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"',
      '"id"',
      '"result"',
      '"PASS"',
      '"tests"',
      '"results"',
      '"5.1"',
      "\\",
      "\n",
      '"dockerbenchsecurity"',
      "1",
      '"WARN: a"',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) =>
        checkReading(new TextEncoder().encode(parts.join(""))),
      ),
      RUNS,
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...json), { maxLength: 60 }), (parts) =>
        checkReading(new TextEncoder().encode(`{${parts.join("")}`)),
      ),
      RUNS,
    );
  });
});

describe("damaged logs", { timeout: PATIENCE }, () => {
  it("cut anywhere", () => {
    fc.assert(
      fc.property(file, fc.double({ min: 0, max: 1, noNaN: true }), (name, share) => {
        const bytes = logBytes(name);
        checkReading(bytes.subarray(0, Math.floor(bytes.length * share)));
      }),
      RUNS,
    );
  });

  it("spliced and flipped", () => {
    fc.assert(
      fc.property(file, file, fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 0, max: 255 }), (left, right, from, to, at, value) => {
        const [a, b] = [logBytes(left), logBytes(right)];
        const spliced = new Uint8Array(Buffer.concat([a.subarray(0, from % a.length), b.subarray(to % b.length)]));
        if (spliced.length > 0) spliced[at % spliced.length] = value;
        checkReading(spliced);
      }),
      RUNS,
    );
  });
});

describe("readLenientJson", () => {
  it("reads valid JSON as JSON.parse does", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(0, 1, "\t"), (json, space) => {
        const written = JSON.stringify(JSON.parse(json), null, space);
        const { roots, broken } = readLenientJson(written);
        expect(broken).toBeNull();
        expect(roots.map(plain)).toEqual([JSON.parse(written)]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("cleanText", () => {
  it("is idempotent and leaves no control character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const clean = cleanText(text).text;
        expect(cleanText(clean)).toEqual({ text: clean, remarks: [] });
        expect(clean).toMatch(/^[\P{Cc}\t\n]*$/u);
      }),
      { numRuns: 1000 },
    );
  });
});

/** A quadratic reader would not come back from these; how the time grows is measured by `npm run bench`. */
describe("size", { timeout: PATIENCE }, () => {
  const SIZE = 1_000_000;
  const repeat = (piece: string) => piece.repeat(Math.ceil(SIZE / piece.length));
  it.each([
    ["one line of blanks", () => `[WARN] 5.1 - ${" ".repeat(SIZE)}x`],
    ["tags", () => repeat("[WARN]")],
    ["tags with blanks", () => repeat("[WARN] ")],
    ["users", () => `[INFO] 1.7 - x\n[INFO]      * Users: ${repeat("x,")}`],
    ["dashes", () => `# ${repeat("-")}`],
    ["dotted numbers", () => `[WARN] ${repeat("1.")}`],
    ["results on one line", () => repeat("[WARN] 5.1 - x ")],
    ["results", () => repeat("[WARN] 5.1 - x\n")],
    ["lines", () => repeat("\n")],
    ["escapes", () => repeat("\u001b]")],
    ["colours", () => repeat("\u001b[1;31m")],
    ["quotes", () => `{"${repeat('"')}`],
    ["quotes and commas", () => `{"a":"${repeat('","')}`],
    ["colons", () => `{"a":["${repeat('":')}`],
    ["backslashes", () => `{"a":"${repeat("\\")}`],
    ["line breaks in a string", () => `{"result":"${repeat("\n ")}`],
    ["brackets", () => repeat("[")],
    ["closing brackets", () => `{${repeat("]")}`],
    ["objects", () => `{"result":[${repeat("{},")}`],
    ["flat keys", () => `{${repeat('"5.1":"WARN: a",')}`],
    ["distinct flat keys", () => `{${Array.from({ length: 60_000 }, (_, index) => `"5.${index}":"WARN: a"`).join(",")}}`],
    ["items", () => `{"tests":[{"id":"1.1","desc":"","result":"WARN","details":"a:  b","items":[${repeat('"[a",')}`],
  ])("%s", (_what, make) => {
    const read = readBench(make());
    expect(read.ok ? read.value.runs.length : read.error.line).toBeGreaterThan(0);
  });
});

function plain(node: JsonNode): unknown {
  if (node.kind === "array") return node.elements.map(plain);
  if (node.kind === "text") return node.text;
  if (node.kind === "bare") return JSON.parse(node.text);
  const object: Record<string, unknown> = {};
  for (const { key, value } of node.entries)
    Object.defineProperty(object, key, { value: plain(value), enumerable: true, configurable: true, writable: true });
  return object;
}
