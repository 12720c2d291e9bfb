import { describe, expect, it } from "vitest";
import { resolveRun } from "@/lib/catalogue/resolve-run";
import { defaultRun, edition, item, releases, result, run } from "./bench-run";

describe("outcomes", () => {
  const at161 = (
    id: string,
    level: "PASS" | "WARN" | "INFO" | "NOTE",
    notes: readonly string[] = [],
    format: "docker-bench-json" | "docker-bench-text" = "docker-bench-text",
  ) => {
    const title = edition("v1.6.1").byNumber.get(id)?.[0]?.title ?? "";
    const {
      outcome,
      notAssessable,
      canOnlyPass,
      level: kept,
    } = resolveRun(run([result(id, title, { level, notes })], { headerVersion: "1.6.0" }), format).results[0] ?? {};
    return { outcome, notAssessable, canOnlyPass, level: kept };
  };

  it.each([
    ["5.7", "WARN", "docker-bench-text", "fail"],
    ["5.7", "PASS", "docker-bench-text", "pass"],
    ["4.2", "NOTE", "docker-bench-text", "manual"],
    ["2.8", "INFO", "docker-bench-text", "info"],
    ["1.2.1", "NOTE", "docker-bench-text", "manual"],
    ["1.2.1", "INFO", "docker-bench-json", "manual"],
    ["2.1", "INFO", "docker-bench-json", "manual"],
    ["8.1.3", "INFO", "docker-bench-json", "manual"],
    ["8.2.1", "INFO", "docker-bench-json", "manual"],
    ["1.2.2", "INFO", "docker-bench-json", "pass"],
    ["1.2.2", "PASS", "docker-bench-text", "pass"],
    ["2.8", "INFO", "docker-bench-json", "info"],
    ["5.28", "INFO", "docker-bench-json", "info"],
  ] as const)("%s %s in %s is %s, and the level stays as printed", (id, level, format, outcome) => {
    expect(at161(id, level, [], format)).toMatchObject({ outcome, level });
  });

  it("evens out the older numbers of the same checks", () => {
    const json = (key: string, id: string) => {
      const release = edition(key);
      const title = release.byNumber.get(id)?.[0]?.title ?? "";
      return resolveRun(run([result(id, title, { level: "INFO" })], { headerVersion: release.headerVersion }), "docker-bench-json")
        .results[0]?.outcome;
    };
    expect(json("v1.3.5", "1.1.1")).toBe("manual");
    expect(json("v1.3.4-20190701", "1.2")).toBe("manual");
    expect(json("v1.3.5", "1.1.2")).toBe("info");
    expect(json("v1.3.6-20210427", "1.1.2")).toBe("pass");
  });

  it("takes INFO for the default cgroup in flat JSON as the WARN of the text", () => {
    const bench = defaultRun(edition("v1.3.4-20180510"));
    const flat = bench.results.map((one) => ({ ...one, title: "", level: one.id === "2.9" ? ("INFO" as const) : one.level }));
    expect(resolveRun(run(flat), "docker-bench-json").results.find(({ id }) => id === "2.9")).toMatchObject({
      level: "INFO",
      outcome: "fail",
    });
  });

  it("reads WARN of aquasecurity's tools as manual", () => {
    const bench = run([result("1.1.1", "Ensure a separate partition for containers has been created (Automated)")]);
    expect(resolveRun(bench, "aqua-docker-bench-text").results[0]?.outcome).toBe("manual");
    expect(resolveRun(bench, "kube-bench-text").results[0]?.outcome).toBe("manual");
  });

  it.each([
    ["3.1", "INFO", ["File not found"], true],
    ["3.7", "INFO", ["Directory not found"], true],
    ["3.9", "INFO", ["No TLS CA certificate found"], true],
    ["3.11", "INFO", ["No TLS Server certificate found"], true],
    ["3.13", "INFO", ["No TLS Key found"], true],
    ["4.1", "INFO", ["No containers running"], true],
    ["2.7", "INFO", ["Docker daemon not listening on TCP"], true],
    ["3.1", "INFO", [], true],
    ["2.8", "INFO", ["Default ulimit doesn't appear to be set"], false],
    ["6.1", "INFO", ["There are currently: 6 images"], false],
    ["5.28", "INFO", [], false],
    ["4.2", "NOTE", [], false],
    ["1.1.2", "INFO", [], false],
    ["3.1", "PASS", [], false],
    ["2.7", "WARN", ["Docker daemon currently listening on TCP without TLS"], false],
  ] as const)("%s %s %j is not assessable: %s", (id, level, notes, expected) => {
    expect(at161(id, level, notes).notAssessable).toBe(expected);
  });

  it("reads what is not there from an item as well", () => {
    const title = edition("v1.6.1").byNumber.get("4.1")?.[0]?.title ?? "";
    const bench = run([result("4.1", title, { level: "INFO", items: [item("No containers running")] })]);
    expect(resolveRun(bench, "docker-bench-text").results[0]?.notAssessable).toBe(true);
  });

  it("knows that Docker's version can only pass since v1.3.6", () => {
    const can = releases.map((release) => {
      const check = release.byControl.get("docker-up-to-date");
      const bench = defaultRun(release, { headerVersion: release.headerVersion, benchmark: release.benchmark });
      return [release.key, resolveRun(bench, "docker-bench-text").results.find(({ id }) => id === check?.id)?.canOnlyPass];
    });
    expect(can.filter(([, only]) => only).map(([key]) => key)).toEqual([
      "master-20241021",
      "v1.6.1",
      "v1.6.0",
      "v1.5.0",
      "v1.3.6",
      "v1.3.6-20210427",
    ]);
    expect(at161("5.7", "PASS").canOnlyPass).toBe(false);
  });
});
