import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkFound, type FoundEntry } from "@/scripts/corpus-found";
import { LOGS, readLog } from "./log-file";

const FOUND = `${LOGS}realworld/`;
const { files } = JSON.parse(readFileSync(`${FOUND}index.json`, "utf8")) as { files: FoundEntry[] };

describe("outputs as people posted them, held against counts made with grep", () => {
  it.each(files.map((entry) => [entry.file, entry] as const))("%s", (_file, entry) => {
    expect(checkFound(FOUND, entry).deviations).toEqual([]);
  });
});

/** Level of every result, by run. */
const levels = (file: string) =>
  readLog(`realworld/${file}`).runs.map(({ closed, results }) => ({ closed, results: results.map(({ id, level }) => `${id} ${level}`) }));

describe("what is only a piece is read, and never looks whole", () => {
  it.each([
    "005-dbs-1.3.3-md-fenced.txt",
    "205-dbs-1.3.4-grep-warn-only.txt",
    "207-dbs-1.3.4-annotated-swarm.txt",
    "210-dbs-1.0.0-issue-excerpt-k8s.txt",
    "218-dbs-1.3.4-issue-missing-7.4.txt",
    "219-dbs-1.3.0-interleaved-commands.txt",
    "220-dbs-1.3.1-ids-on-one-line.txt",
  ])("%s", (file) => {
    const runs = readLog(`realworld/${file}`).runs;
    expect(runs.some(({ results }) => results.length > 0)).toBe(true);
    for (const run of runs) {
      expect([run.checks, run.score === null || run.closed]).toEqual([null, true]);
      expect(run.closed).toBe(false);
      expect(run.results.at(-1)?.itemsWhole).toBe(false);
    }
  });

  it("keeps before and after of one document apart", () => {
    expect(levels("021-dbs-1.3.4-md-fenced-partial.txt").length).toBeGreaterThan(1);
  });

  it("takes several ids on one line for several items", () => {
    const [run] = readLog("realworld/220-dbs-1.3.1-ids-on-one-line.txt").runs;
    expect(run?.results[0]?.items.map(({ name }) => name)).toEqual([
      "16794ef13b98785b74c08775d3580b44cb7648f140a3cd3871e7d05f9512d852",
      "219607ecdfe3a37161fcba50ae92c54dd1d6c12f465a434a9cec48e58e9eb61e",
    ]);
  });

  it("leaves out what users wrote between the lines", () => {
    const [run] = readLog("realworld/219-dbs-1.3.0-interleaved-commands.txt").runs;
    expect(run?.results.map(({ id, level }) => `${id} ${level}`)).toEqual(["2.1 WARN", "2.13 WARN", "2.14 WARN", "2.18 WARN", "2.21 WARN"]);
    expect(run?.results.flatMap(({ items, notes }) => [...items, ...notes])).toEqual([]);
    expect(run?.skipped.map(({ reason }) => reason)).toEqual(Array(run?.skipped.length).fill("no line of the report"));
  });
});
