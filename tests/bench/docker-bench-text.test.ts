import { describe, expect, it } from "vitest";
import { logText, namesOf, onlyRun, readLog, readText, resultOf } from "./log-file";

describe("console output", () => {
  it("reads a result with its items, lines and header", () => {
    const file = readLog("v1.6.1/before.text");
    const run = onlyRun(file);
    expect(file.format).toBe("docker-bench-text");
    expect(file.remarks).toEqual([]);
    expect({ ...run, results: run.results.length }).toEqual({
      headerVersion: "1.6.0",
      benchmark: "CIS Docker Benchmark 1.6.0",
      startedAt: { kind: "instant", raw: "2024-01-08T11:11:11+00:00", epochMs: 1704712271000 },
      closed: true,
      checks: 117,
      score: -33,
      results: 117,
      skipped: [],
      firstLine: 1,
      lastLine: 346,
    });
    expect(resultOf(run, "1.1.2")).toEqual({
      id: "1.1.2",
      title: "Ensure only trusted users are allowed to control Docker daemon (Automated)",
      level: "INFO",
      section: "1",
      line: 18,
      items: ["deploy", "jenkins", "intern"].map((name) => ({ name, raw: name, line: 19 })),
      notes: [],
      itemsWhole: true,
    });
    expect(resultOf(run, "3.16")).toMatchObject({
      level: "WARN",
      items: [{ name: "/var/run/docker.sock", raw: "Wrong permissions for /var/run/docker.sock" }],
    });
  });

  it("reads the same with colours as without", () => {
    expect(readLog("v1.6.1/default5.ansi").runs).toEqual(
      readLog("v1.6.1/default5.text").runs.map((run) => ({ ...run, startedAt: readLog("v1.6.1/default5.ansi").runs[0]?.startedAt })),
    );
    expect(readLog("v1.6.1/default5.ansi").remarks).toEqual(["terminal escape sequences removed"]);
  });

  it("reads the header of every age", () => {
    const header = (file: string) => {
      const { headerVersion, benchmark } = onlyRun(readLog(file));
      return [headerVersion, benchmark];
    };
    expect(header("v1.0.0-20150513/default5.text")).toEqual(["1.0.0", "CIS Docker 1.6 Benchmark v1.0.0"]);
    expect(header("v1.0.0-20150905/default5.text")).toEqual(["1.0.0", "CIS Docker 1.6 Benchmark"]);
    expect(header("v1.0.0-20160602/default5.ansi")).toEqual(["1.0.0", "CIS Docker 1.11 Benchmark"]);
    expect(header("v1.3.3/default5.text")).toEqual(["1.3.3", "CIS Docker Community Edition Benchmark v1.1.0"]);
    expect(header("v1.3.5-20200508/default5.text")).toEqual(["1.3.5", "CIS Docker Benchmark v1.2.0"]);
    expect(header("v1.6.1/before.kill12.log")).toEqual([null, null]);
  });

  it("keeps the doubled number and the suffixes of a title, and folds its blanks", () => {
    const run = onlyRun(readLog("v1.6.1/before.text"));
    expect(resultOf(run, "1.1.12").title).toBe(
      "1.1.12 Ensure auditing is configured for Dockerfiles and directories - /etc/containerd/config.toml (Automated)",
    );
    expect(resultOf(run, "7.9").title).toBe(
      "Ensure that management plane traffic is separated from data plane traffic (Manual) (Swarm mode not enabled)",
    );
    expect(resultOf(onlyRun(readLog("v1.3.4-20180510/default5.text")), "5.13").title).toBe(
      "Ensure incoming container traffic is binded to a specific host interface",
    );
  });

  it("keeps the message that replaced a title", () => {
    const replaced = onlyRun(readLog("v1.0.0-20160602/default5.ansi")).results.filter(({ title }) => title.startsWith("Failed to inspect"));
    expect(replaced.map(({ id, title, level }) => [id, title, level])).toEqual(
      ["1.7", "1.8", "1.9", "1.10", "1.11", "1.12", "1.14", "1.15"].map((id) => [
        id,
        "Failed to inspect: auditctl command not found.",
        "WARN",
      ]),
    );
  });

  it("takes no heading for a result, also where only what follows tells", () => {
    const ids = (file: string) => onlyRun(readLog(file)).results.map(({ id }) => id);
    for (const heading of ["1.1", "1.2", "8.1", "8.2"]) expect(ids("v1.3.5/debianpkg.text")).not.toContain(heading);
    const renamed = readText(
      "[INFO] 1.1 - A heading of tomorrow\n[PASS] 1.1.1 - Ensure one thing\n[INFO] 1.2 - Ensure a check without anything below\n[PASS] 1.3 - Ensure another",
    );
    expect(onlyRun(renamed).results.map(({ id }) => id)).toEqual(["1.1.1", "1.2", "1.3"]);
  });

  it("keeps community checks, whose numbers nest, under the heading they were printed under", () => {
    const community = onlyRun(readLog("v1.6.1/before.c-community.log")).results;
    expect(community.map(({ id, section, level }) => [id, section, level])).toEqual([
      ["C.1", "99", "PASS"],
      ["C.1.1", "99", "PASS"],
      ["C.2", "99", "INFO"],
      ["C.5.3.1", "99", "PASS"],
      ["C.5.3.2", "99", "WARN"],
      ["C.5.3.3", "99", "WARN"],
      ["C.5.3.4", "99", "PASS"],
    ]);
    expect(community[4]?.items.map(({ name }) => name)).toEqual(["amber-web-01", "delta-api-04"]);
    const nested = onlyRun(readText("[INFO] C.1 - This is a example check\n[INFO] C.1.1 - This is a example check too"));
    expect(nested.results.map(({ id }) => id)).toEqual(["C.1", "C.1.1"]);
  });

  it("reads the check that is printed without its number, and no other line without one", () => {
    const run = onlyRun(readLog("v1.6.1/before.text"));
    expect(resultOf(run, null)).toEqual({
      id: null,
      title: "Ensure that experimental features are not implemented in production (Scored) (Deprecated)",
      level: "INFO",
      section: "2",
      line: 67,
      items: [],
      notes: [],
      itemsWhole: true,
    });
    const asUser = onlyRun(readLog("v1.3.5/before.nonroot.text"));
    expect(asUser.skipped[0]).toEqual({
      line: 10,
      text: "[WARN] Some tests might require root to run",
      reason: "message of the tool, no check",
    });
    expect(asUser.results.every(({ id }) => id !== null)).toBe(true);
  });

  it("never takes the advice of Section B for results", () => {
    const run = onlyRun(readLog("v1.3.6-20210427/before.p.text"));
    expect(run.results).toHaveLength(107);
    const advised = onlyRun(
      readText(
        `${logText("v1.6.1/before.c-sel.text").split("Section C")[0]}Section B - Remediation measures\n\n[INFO] 4 - Container Images\n[INFO] 4.1 - You should… Remediation Impact: none\n\nSection C - Score\n\n[INFO] Checks: 3\n[INFO] Score: -3\n`,
      ),
    );
    expect(advised.results.map(({ id, level }) => [id, level])).toEqual([
      ["2.2", "WARN"],
      ["4.1", "WARN"],
      ["5.26", "WARN"],
    ]);
    expect(advised.skipped).toEqual([{ line: 34, text: "Section B - Remediation measures", reason: "2 lines of advice, no results" }]);
    expect(advised.closed).toBe(true);
  });

  it("says which lines it left out", () => {
    expect(onlyRun(readLog("v1.6.1/before.c-bad.text")).skipped).toEqual([
      { line: 14, text: 'Check "check_9_9" doesn\'t seem to exist.', reason: "no line of the report" },
    ]);
    expect(onlyRun(readLog("master-20241021/empty.text")).skipped).toEqual([
      { line: 123, text: "[INFO]   * No containers running, skipping Section 5", reason: "the tool left out a section" },
    ]);
  });

  it("keeps items of another level than their check's, and words that name nothing as notes", () => {
    const run = onlyRun(readLog("v1.6.1/before.text"));
    expect(resultOf(run, "1.2.2")).toMatchObject({
      level: "PASS",
      items: [],
      notes: ["Using 24.0.7 which is current", "Check with your operating system vendor for support and security maintenance for Docker"],
    });
    expect(resultOf(run, "2.10")).toMatchObject({ level: "WARN", items: [], notes: ["Confirm cgroup usage"] });
    expect(resultOf(run, "6.1")).toMatchObject({ notes: ["There are currently: 29 images", "Only 8 out of 29 are in use"] });
  });

  it("survives names made to hurt", () => {
    const run = onlyRun(readLog("v1.6.1/hostile.text"));
    expect(run.results).toHaveLength(117);
    expect(namesOf(resultOf(run, "4.1"))).toEqual(
      expect.arrayContaining([
        'say-"hi"',
        "<img/src=x/onerror=alert(1)>",
        "$(id)",
        "[WARN]-5.1",
        "rtl-\u202eabc",
        "nul\ufffdbyte",
        "red",
        "tab here",
        "*",
        "../../etc/passwd",
      ]),
    );
    expect(resultOf(run, "5.1").level).toBe("PASS");
  });
});
