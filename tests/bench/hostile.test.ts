import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "@/lib/bench/decode-text";
import { readBench } from "@/lib/bench/read-bench";
import type { BenchRun } from "@/lib/bench/report";
import { LOGS, logBytes, logText, onlyRun, readText, resultOf } from "./log-file";

const PATIENCE = 120_000;
const LARGE = 10_000_000;
const RUN = "[INFO] 5 - Container Runtime\n[WARN] 5.1 - Ensure AppArmor\n[PASS] 5.2 - Ensure SELinux\n";

const sizes = (runs: readonly BenchRun[]) =>
  runs.flatMap(({ results }) => results.map(({ items, notes }) => 1 + items.length + notes.length));
const entries = (runs: readonly BenchRun[]): number => sizes(runs).reduce((total, size) => total + size, 0);
const idsAndLevels = (run: BenchRun) => run.results.map(({ id, level }) => `${id} ${level}`);

/** A reader that is not linear would not come back from these; how the time grows is measured by `npm run bench`. */
describe("a run keeps its results beside", { timeout: PATIENCE }, () => {
  const blanks = " ".repeat(1_000_000);
  it.each([
    ["a line of ten megabytes", "x".repeat(LARGE)],
    ["a level with ten megabytes of blanks", `[WARN]${" ".repeat(LARGE)}`],
    ["brackets", "[".repeat(LARGE / 5)],
    [
      "a level after blanks, dots, dashes and digits",
      `${blanks}[x\n${"..".repeat(500_000)}[WARN]\n${"-".repeat(1_000_000)}\n${"1".repeat(1_000_000)}`,
    ],
    [
      "what begins like the prefix of a collector",
      `${"a".repeat(500_000)} |\n${"1:".repeat(500_000)}\n${"[pod/a/b] ".repeat(100_000)}\n${"> ".repeat(500_000)}`,
    ],
    ["what begins like a date", `${"2024-01-08T08:11:11Z ".repeat(100_000)}\n${"Nov 12 13:20:30 ".repeat(100_000)}`],
    ["table rows", `|${" WARN |".repeat(200_000)}`],
    ["OSC, DCS and APC without an end", `\u001b]0;x\u001bPq\u001b_x\u001b^y\u001bX${"\u001b]".repeat(300_000)}`],
    ["colours without an end", `\u001b[${"1;".repeat(500_000)}`],
    ["NULs and halves of surrogate pairs", "\u0000\ud800\udfff".repeat(300_000)],
    ["marks that turn the direction", "\u202e\u2066\u200f".repeat(300_000)],
  ])("%s", (_what, noise) => {
    const run = onlyRun(readText(`${RUN}${noise}\n[WARN] 5.3 - Ensure capabilities\n`));
    expect(idsAndLevels(run)).toEqual(["5.1 WARN", "5.2 PASS", "5.3 WARN"]);
    expect(entries([run])).toBeLessThan(20);
    expect(run.skipped.every(({ text }) => text.length <= 301)).toBe(true);
  });
});

describe("bounds", { timeout: PATIENCE }, () => {
  it("a million lines of prose are counted, not kept", () => {
    const run = onlyRun(readText(`${RUN}${"some words\n".repeat(1_000_000)}`));
    expect(run.skipped).toHaveLength(1001);
    expect(run.skipped.at(-1)?.reason).toBe("999000 further lines were not understood");
  });

  it("a million items under one check make a list that is not whole", () => {
    const run = onlyRun(readText(`${RUN}${"[WARN]      * Running as root: web\n".repeat(1_000_000)}`));
    expect(entries([run])).toBeLessThanOrEqual(100_002);
    expect(resultOf(run, "5.2").itemsWhole).toBe(false);
  });

  it("of a million starts the newest runs stay", () => {
    const { runs } = readText("Initializing 2024-01-08T11:11:11+00:00\n".repeat(1_000_000));
    expect(runs.length).toBeLessThan(51_000);
    expect(runs.at(-1)?.lastLine).toBe(1_000_000);
    expect(runs[0]?.skipped.at(-1)?.reason).toMatch(/^\d+ older runs before this one were left out$/);
  });

  it("brackets of JSON a hundred thousand deep are refused, or read around", () => {
    for (const deep of ["[", "{", '{"a":', '[{"results":']) expect(readBench(deep.repeat(100_000)).ok).toBe(false);
    const around = `{"dockerbenchsecurity":"1.6.0","start":1,"x":${"[".repeat(100_000)}${"]".repeat(100_000)},"tests":[{"id":"5","results":[{"id":"5.1","desc":"d","result":"WARN"}]}]}`;
    expect(idsAndLevels(onlyRun(readText(around)))).toEqual(["5.1 WARN"]);
  });

  it("ten megabytes in a JSON string are quoted, not kept", () => {
    const json = (details: string) =>
      JSON.stringify({
        dockerbenchsecurity: "1.6.0",
        start: 1,
        tests: [{ id: "5", desc: "", results: [{ id: "5.1", desc: "d", result: "WARN", details }] }],
      });
    const [result] = onlyRun(readText(json("x".repeat(LARGE)))).results;
    expect(result?.itemsWhole).toBe(false);
    expect(result?.notes.join("").length).toBeLessThan(200);
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("%s is a name like any other", (name) => {
    const json = `{"${name}":{"id":"9.9","result":"PASS"},"dockerbenchsecurity":"1.6.0","start":1,"${name}":1,"tests":[{"id":"${name}","desc":"${name}","results":[{"id":"${name}","desc":"d","result":"WARN","${name}":"x","items":["${name}"]}]}]}`;
    const run = onlyRun(readText(json));
    expect(run.results.map(({ id, section, items }) => [id, section, items.map(({ name: item }) => item)])).toEqual([[name, name, [name]]]);
    expect(resultOf(onlyRun(readText(`[WARN] 5.1 - ${name}\n[WARN]      * Running as root: ${name}\n`)), "5.1").items[0]?.name).toBe(name);
    expect(({} as Record<string, unknown>).id).toBeUndefined();
  });
});

const FILES = (JSON.parse(readFileSync(`${LOGS}index.json`, "utf8")) as { file: string; bytes: number }[])
  .filter(({ bytes, file }) => bytes < 60_000 && !file.endsWith(".stderr"))
  .map(({ file }) => file);
/** The same damage in every run of the tests, so that a failure can be looked at again. */
const SEEDED = { seed: 20240108, numRuns: 300 };

/** What no damage may break: no exception, places inside the file, plain values, no more entries than the text has room for. */
function expectSound(bytes: Uint8Array): void {
  const { text, remarks } = decodeText(bytes);
  const read = readBench(text, remarks);
  const lines = text.split("\n").length;
  if (!read.ok) {
    expect(read.error.line).toBeLessThanOrEqual(Math.max(1, lines));
    return;
  }
  expect(entries(read.value.runs)).toBeLessThanOrEqual(text.length);
  for (const run of read.value.runs) {
    const places = [run.firstLine, run.lastLine, ...run.skipped.map(({ line }) => line)];
    for (const { id, line, items } of run.results) {
      expect(id === null || typeof id === "string").toBe(true);
      places.push(line ?? 1, ...items.map((item) => item.line ?? 1));
    }
    expect(Math.min(...places)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...places)).toBeLessThanOrEqual(lines);
  }
}

describe("damaged logs", { timeout: PATIENCE }, () => {
  const file = fc.constantFrom(...FILES);

  it("are read soundly with bytes flipped", () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(file, flips, (name, changes) => {
        const bytes = Uint8Array.from(logBytes(name));
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        expectSound(bytes);
      }),
      SEEDED,
    );
  });

  it("are read soundly with a piece of another one inside", () => {
    fc.assert(
      fc.property(file, file, fc.nat(), fc.nat(), fc.nat({ max: 5000 }), (left, right, at, from, length) => {
        const [a, b] = [logBytes(left), logBytes(right)];
        const start = from % b.length;
        const cut = at % a.length;
        expectSound(new Uint8Array(Buffer.concat([a.subarray(0, cut), b.subarray(start, start + length), a.subarray(cut)])));
      }),
      SEEDED,
    );
  });
});

describe("a log cut at any byte", { timeout: PATIENCE }, () => {
  it.each(["v1.6.1/before.c-sel.text", "v1.6.1/before.c-sel.json", "v1.6.1/before.c-community.json", "v1.3.4-20180510/before.kill60.json"])(
    "%s never looks whole, and no check of it passes that did not",
    (name) => {
      const bytes = logBytes(name);
      const end = logText(name).trimEnd().length;
      const whole = new Set(readText(logText(name)).runs.flatMap(idsAndLevels));
      for (let cut = 0; cut < end - 2; cut += 1) {
        const { text, remarks } = decodeText(bytes.subarray(0, cut));
        const read = readBench(text, remarks);
        if (!read.ok) continue;
        expect(read.value.runs.every(({ closed }) => !closed)).toBe(true);
        for (const result of read.value.runs.flatMap(idsAndLevels).filter((each) => each.endsWith("PASS"))) expect(whole).toContain(result);
      }
    },
  );
});
