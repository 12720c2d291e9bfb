import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBench } from "@/lib/bench/read-bench";
import { resolveFile } from "@/lib/catalogue/resolve-file";
import type { FoundEntry } from "@/scripts/corpus-found";
import { checkFoundOther, checkKube, type KubeEntry } from "@/scripts/corpus-other-tools";
import { LOGS, logText, onlyRun, readLog, readText, resultOf } from "./log-file";

const entries = <Entry>(folder: string): Entry[] =>
  (JSON.parse(readFileSync(`${LOGS}${folder}/index.json`, "utf8")) as { files: Entry[] }).files;
const kube = entries<KubeEntry>("kube-bench");
const found = entries<FoundEntry>("other-tools");

describe("logs of kube-bench and aquasecurity/docker-bench, held against counts made with grep and by the tools", () => {
  it.each(kube.map((entry) => [entry.file, entry] as const))("%s", (_file, entry) => {
    expect(checkKube(`${LOGS}kube-bench`, entry).deviations).toEqual([]);
  });

  it.each(found.map((entry) => [entry.file, entry] as const))("%s", (_file, entry) => {
    expect(checkFoundOther(`${LOGS}other-tools`, entry).deviations).toEqual([]);
  });

  it.each([...kube.map(({ file }) => `kube-bench/${file}`), ...found.map(({ file }) => `other-tools/${file}`)])(
    "%s finds a control for every title that is printed whole",
    (file) => {
      const read = readBench(logText(file));
      if (!read.ok) return;
      const unmapped = resolveFile(read.value).runs.flatMap(({ results }) => results.filter(({ mapping }) => mapping === "unmapped"));
      expect(unmapped.map(({ id, title }) => `${id} ${title}`)).toEqual([]);
    },
  );
});

describe("kube-bench", () => {
  it("prints one run for all targets of a call, closed by its total", () => {
    const run = onlyRun(readLog("kube-bench/Expected_output.data"));
    expect(run).toMatchObject({ closed: true, checks: 123 });
    expect(new Set(run.results.map(({ section }) => section))).toEqual(new Set(["1", "2", "3", "4", "5"]));
    expect(resultOf(run, "1.1.1")).toMatchObject({ level: "PASS", section: "1", line: 3 });
    expect(run.skipped.map(({ text }) => text)).toContain("== Remediations master ==");
  });

  it("names its benchmark in JSON, where results have lines and what was found", () => {
    const { format, runs } = readLog("other-tools/058-kube-cis-1.23-json.json");
    expect(format).toBe("kube-bench-json");
    expect(runs[0]).toMatchObject({ benchmark: "cis-1.23", closed: true, checks: 53 });
    expect(runs[0]?.results.every(({ line }) => line !== null && line > 1)).toBe(true);
    expect(resolveFile(readLog("other-tools/058-kube-cis-1.23-json.json")).runs[0]?.edition).toBe("kube-cis-1.23");
  });

  it("may be two runs when the logs of two nodes are put into one file", () => {
    const text = logText("kube-bench/v0.4.0-cis-1.3-job-node.data");
    expect(readText(`${text}\n${text}`).runs.map(({ results }) => results.length)).toEqual([
      onlyRun(readText(text)).results.length,
      onlyRun(readText(text)).results.length,
    ]);
  });

  it("is read behind prompts, prefixes, fences and colour, with the same results", () => {
    const text = logText("kube-bench/Expected_output.data");
    const plain = onlyRun(readText(text)).results.map(({ id, level, title }) => `${id} ${level} ${title}`);
    const lines = text.split("\n");
    const dressed = [
      ["$ kubectl logs kube-bench-x2x9z", ...lines],
      lines.map((line) => `2024-01-08T08:11:11.1234567Z ${line}`),
      lines.map((line) => `[pod/kube-bench-x2x9z/kube-bench] ${line}`),
      ["```", ...lines, "```"],
      lines.map((line) => line.replace(/^\[(\w+)\] /, "\u001b[31m[$1] \u001b[0m")),
    ];
    for (const variant of dressed) {
      const results = readText(variant.join("\n")).runs.flatMap((run) => run.results);
      expect(results.map(({ id, level, title }) => `${id} ${level} ${title}`)).toEqual(plain);
    }
  });

  it("is not closed when its end is missing, and an excerpt is not either", () => {
    const text = logText("kube-bench/Expected_output.data");
    expect(readText(text.slice(0, text.indexOf("== Remediations master"))).runs.every(({ closed }) => !closed)).toBe(true);
    expect(readText("[FAIL] 4.2.6 Ensure that the --protect-kernel-defaults argument is set to true (Automated)\n").runs).toMatchObject([
      { closed: false, results: [{ id: "4.2.6", level: "FAIL" }] },
    ]);
  });

  it("says no more than it printed when it is cut anywhere", () => {
    const text = logText("kube-bench/v0.4.0-cis-1.6-job-master.data");
    const whole = onlyRun(readText(text));
    const known = new Set(whole.results.map(({ id, level, title }) => `${id} ${level} ${title}`));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 1 }), (end) => {
        const cut = readBench(text.slice(0, end));
        if (!cut.ok) return;
        const results = cut.value.runs.flatMap((run) => run.results);
        // The last line may be cut within its title.
        for (const { id, level, title } of results.slice(0, -1)) if (level === "PASS") expect(known).toContain(`${id} ${level} ${title}`);
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});

describe("aquasecurity/docker-bench", () => {
  it("fails with FAIL and asks people with WARN", () => {
    const run = resolveFile(readLog("other-tools/028-aqua-20.04-plain-text.txt")).runs[0];
    expect(run).toMatchObject({ format: "aqua-docker-bench-text", complete: true });
    const outcomes = new Map(run?.results.map(({ level, outcome }) => [level, outcome]));
    expect([outcomes.get("FAIL"), outcomes.get("WARN"), outcomes.get("PASS")]).toEqual(["fail", "manual", "pass"]);
    expect(run?.results.find(({ control }) => control === "docker-socket-mounted")?.number).toBe("5.31");
  });

  it("may use one number twice", () => {
    const results = readLog("other-tools/024-aqua-1.6.0-grep-fail-only.txt").runs.flatMap((run) => run.results);
    expect(results.length - new Set(results.map(({ id }) => id)).size).toBe(1);
  });

  it("prints JSON of one object", () => {
    const json = {
      id: "",
      text: "CIS Docker Benchmark",
      tests: [
        {
          section: "1",
          desc: "Host",
          results: [{ test_number: "1.1.1", test_desc: "Ensure a separate partition for containers has been created", status: "FAIL" }],
        },
      ],
      total_pass: 0,
      total_fail: 1,
      total_warn: 0,
      total_info: 0,
    };
    expect(readText(JSON.stringify(json))).toMatchObject({
      format: "aqua-docker-bench-json",
      runs: [{ closed: true, checks: 1, results: [{ id: "1.1.1", level: "FAIL", line: 1 }] }],
    });
  });
});

describe("any text that looks like theirs", () => {
  const line = fc.oneof(
    fc.constantFrom(
      "[INFO] 1 Master Node Security Configuration",
      "== Summary total ==",
      "43 checks PASS",
      "== Remediations node ==",
      "\t x",
    ),
    fc
      .tuple(fc.constantFrom("PASS", "FAIL", "WARN", "INFO"), fc.string({ maxLength: 12 }), fc.string())
      .map(([a, b, c]) => `[${a}] ${b} ${c}`),
    fc.string(),
  );

  it("is read or refused, never thrown at", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const read = readBench(lines.join("\n"));
        if (read.ok) for (const run of read.value.runs) expect(run.lastLine).toBeLessThanOrEqual(lines.join("\n").split("\n").length);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.json(), (json) => {
        readBench(json.replace(/^\{/, '{"Controls": [], "test_number": "1.1",'));
      }),
    );
  });
});
