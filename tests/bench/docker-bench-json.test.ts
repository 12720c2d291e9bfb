import { describe, expect, it } from "vitest";
import { logText, namesOf, onlyRun, readLog, readText, resultOf } from "./log-file";

describe("JSON of docker-bench-security", () => {
  it("reads sections, with lines", () => {
    const file = readLog("v1.6.1/default5.json");
    const run = onlyRun(file);
    expect(file.format).toBe("docker-bench-json");
    expect(file.remarks).toEqual([]);
    expect({ ...run, results: run.results.length }).toEqual({
      headerVersion: "1.6.0",
      benchmark: null,
      startedAt: { kind: "instant", raw: "1704712271", epochMs: 1704712271000 },
      closed: true,
      checks: 117,
      score: 4,
      results: 117,
      skipped: [],
      firstLine: 1,
      lastLine: logText("v1.6.1/default5.json").trimEnd().split("\n").length,
    });
    const result = resultOf(run, "4.1");
    expect(
      logText("v1.6.1/default5.json")
        .split("\n")
        .slice((result.line ?? 0) - 1, (result.line ?? 0) + 1)
        .map((line) => line.trim()),
    ).toEqual(["{", '"id": "4.1",']);
    expect(result).toEqual({
      id: "4.1",
      title: "Ensure that a user for the container has been created (Automated)",
      level: "WARN",
      section: "4",
      line: result.line,
      items: ["web-frontend", "postgres-main", "redis-cache", "job-worker"].map((name) => ({ name, raw: name, line: result.line })),
      notes: [],
      itemsWhole: true,
    });
    expect(resultOf(run, "3.7")).toMatchObject({ level: "INFO", items: [], notes: ["Directory not found"] });
  });

  it("reads the flat form: repeated keys are one result, text without a level informs", () => {
    const run = onlyRun(readLog("v1.3.4-20180510/default5.json"));
    expect(run).toMatchObject({
      headerVersion: "1.3.4",
      closed: true,
      checks: 104,
      startedAt: { kind: "instant", epochMs: 1526288949000 },
    });
    expect(resultOf(run, "1.4")).toEqual({
      id: "1.4",
      title: "",
      level: "INFO",
      section: "1",
      line: 7,
      items: [{ name: "deploy", raw: "docker:x:998:deploy", line: 7 }],
      notes: [],
      itemsWhole: true,
    });
    expect(namesOf(resultOf(run, "4.1"))).toEqual(["web-frontend", "postgres-main", "redis-cache", "job-worker"]);
    expect(resultOf(run, "4.6").level).toBe("WARN");
    expect(namesOf(resultOf(run, "5.7"))).toEqual(["api-gateway:443"]);
    expect(namesOf(resultOf(run, "5.13"))).toEqual(["web-frontend:0.0.0.0", "api-gateway:0.0.0.0"]);
    expect(resultOf(run, "6.2")).toMatchObject({ level: "INFO", items: [], notes: ["5"] });
    expect(new Set(run.results.map(({ id }) => id)).size).toBe(run.results.length);
  });

  it("joins what the tool split at blanks", () => {
    const run = onlyRun(readLog("v1.3.6/swarm.json"));
    expect(namesOf(resultOf(run, "7.4"))).toEqual(["ingress (swarm)", "shop_default (swarm)"]);
    expect(namesOf(resultOf(onlyRun(readLog("v1.6.1/default5.json")), "4.7"))).toContain(
      "[example/api-gateway:2.4.1 example/api-gateway:latest]",
    );
  });

  it("reads tests without sections, and an array of runs", () => {
    const run = onlyRun(readLog("v1.6.1/before.c-sel.json"));
    expect(run.results.map(({ id, section }) => [id, section])).toEqual([
      ["2.2", "2"],
      ["4.1", "4"],
      ["5.26", "5"],
    ]);
    const twice = readText(`[${logText("v1.6.1/before.c-sel.json")},\n${logText("v1.6.1/before.c-sel.json")}]`);
    expect(twice.runs.map(({ results, closed }) => [results.length, closed])).toEqual([
      [3, true],
      [3, true],
    ]);
    expect(twice.remarks).toEqual([]);
  });

  it("reads documents in a row", () => {
    const text = logText("v1.6.1/before.c-sel.json");
    expect(readText(`${text}\n${text}`).runs).toHaveLength(2);
  });

  it("knows a list that the tool cut", () => {
    const text =
      '{"dockerbenchsecurity":"1.6.0","tests":[{"id":"4","results":[{"id":"4.1","desc":"Ensure","result":"WARN","details":"running as root:  a1 b2 (truncated)","items":["a1","b2","(truncated)"]}]}]}';
    expect(resultOf(onlyRun(readText(text)), "4.1")).toMatchObject({ itemsWhole: false, items: [{ name: "a1" }, { name: "b2" }] });
  });
});

describe("broken JSON", () => {
  it("reads everything before the place where a run was killed", () => {
    const run = onlyRun(readLog("v1.6.1/before.kill150.json"));
    expect(run.closed).toBe(false);
    expect(run.results).toHaveLength(68);
    expect(run.results.at(-1)?.itemsWhole).toBe(false);
    expect(run.results.slice(0, -1).every(({ itemsWhole }) => itemsWhole)).toBe(true);
    // The tool wrote the number of the check that it was at, and no result.
    expect(run.skipped).toEqual([expect.objectContaining({ reason: "a check without a readable result" })]);
  });

  it("keeps an aborted run of no results", () => {
    expect(onlyRun(readLog("v1.6.1/before.kill12.json"))).toMatchObject({ results: [], closed: false, headerVersion: "1.6.0" });
  });

  it("reads on after the brace that 1.3.5 never writes", () => {
    const file = readLog("v1.3.5/before.c-all.json");
    const run = onlyRun(file);
    expect(run).toMatchObject({ closed: true, checks: 109, score: -20 });
    expect(run.results).toHaveLength(108);
    expect(resultOf(run, "C.2")).toMatchObject({ level: "INFO", section: "99" });
    expect(run.skipped).toEqual([{ line: 128, text: '"result": "PASS"', reason: "a result whose number was never written" }]);
    expect(file.remarks).toEqual([expect.stringMatching(/^broken JSON at line 128, column \d+/)]);
  });

  it("reads unescaped quotes, backslashes and control characters", () => {
    const run = onlyRun(readLog("v1.6.1/hostile.json"));
    expect(run.results).toHaveLength(117);
    expect(namesOf(resultOf(run, "1.1.2"))).toEqual(['"quoted"', "<i>x</i>"]);
    expect(namesOf(resultOf(run, "4.1"))).toEqual(expect.arrayContaining(['say-"hi"', '{"json":1}', "[WARN]-5.1", "tab here", "red"]));
    const userOfDomain = readText(
      String.raw`{"dockerbenchsecurity": "1.6.0", "tests": [{"id": "1.1.2", "desc": "Ensure only trusted users", "result": "WARN", "details": "doubtfulusers: CORP\alice", "items": ["CORP\alice"]}]}`,
    );
    expect(namesOf(resultOf(onlyRun(userOfDomain), "1.1.2"))).toEqual([String.raw`CORP\alice`]);
  });

  it("adds the halves of 7.4 to the check before them", () => {
    const text =
      '{"dockerbenchsecurity": "1.3.4", "tests": [{"id": "7", "results": [\n{"id": "7.4", "desc": "Ensure", "result": "WARN", "details": "Unencrypted overlay network: a (swarm)"}"result": "WARN", "details": "Unencrypted overlay network: b (swarm)"},\n{"id": "7.5", "desc": "Ensure", "result": "PASS"}]}]}';
    const run = onlyRun(readText(text));
    expect(run.results.map(({ id, items }) => [id, items.map(({ name }) => name)])).toEqual([
      ["7.4", ["a (swarm)", "b (swarm)"]],
      ["7.5", []],
    ]);
    expect(run.closed).toBe(true);
  });

  it("does not touch prototypes, nor fall over depth", () => {
    const run = onlyRun(
      readText(
        '{"__proto__": {"x": 1}, "dockerbenchsecurity": "1.6.0", "tests": [{"id": "__proto__", "desc": "constructor", "result": "WARN"}]}',
      ),
    );
    expect(run.results.map(({ id, title }) => [id, title])).toEqual([["__proto__", "constructor"]]);
    expect(({} as { x?: unknown }).x).toBeUndefined();
    expect(readText(`{"dockerbenchsecurity":"1.6.0","tests":[${"[".repeat(100_000)}`).runs).toHaveLength(1);
  });
});

describe("printed output inside JSON", () => {
  it("reads a log wrapped in a string, and one regrouped by level", () => {
    const wrapped = readText(JSON.stringify({ benchmark_output: logText("v1.6.1/default5.ansi") }));
    expect(onlyRun(wrapped)).toMatchObject({ closed: true, checks: 117, firstLine: 1 });
    expect(onlyRun(wrapped).results).toHaveLength(117);
    const regrouped = readText(
      JSON.stringify({
        INFO: ["[INFO] 5 - Container Runtime", "[INFO] 5.3 - Ensure c", "[INFO] Checks: 2", "[INFO] Score: 0"],
        WARN: ["[WARN] 5.1 - Ensure a", "[WARN]      * Found: web-1"],
      }),
    );
    expect(onlyRun(regrouped).results.map(({ id, level }) => [id, level])).toEqual([
      ["5.3", "INFO"],
      ["5.1", "WARN"],
    ]);
  });
});
