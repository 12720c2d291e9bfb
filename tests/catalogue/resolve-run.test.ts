import { describe, expect, it } from "vitest";
import { REFERENCE_EDITION } from "@/lib/catalogue/editions";
import { type ResolvedRun, resolveRun } from "@/lib/catalogue/resolve-run";
import { defaultRun, edition, result, run } from "./bench-run";

const controls = (resolved: ResolvedRun) => resolved.results.map(({ control }) => control);

describe("from result to control", () => {
  it("finds the six of the reference assessment", () => {
    const lines = edition(REFERENCE_EDITION).checks.map(({ id, title }) => result(id, title));
    const resolved = resolveRun(run(lines), "docker-bench-text");
    expect(resolved).toMatchObject({ edition: REFERENCE_EDITION, editionCandidates: [], complete: true });
    expect(resolved.results.map(({ number, control, mapping }) => [number, control, mapping])).toEqual([
      ["5.15", "on-failure-restart", "title"],
      ["5.18", "no-ssh-in-containers", "title"],
      ["5.26", "container-no-new-privileges", "title"],
      ["2.14", "legacy-registry-v1", "title"],
      ["2.15", "daemon-json-permissions", "title"],
      ["2.16", "daemon-json-ownership", "title"],
    ]);
  });

  it("does not take 5.18 of v1.6.1 for the SSH finding", () => {
    const resolved = resolveRun(
      run([result("5.18", "Ensure that host devices are not directly exposed to containers (Manual)", { level: "INFO" })], {
        headerVersion: "1.6.0",
      }),
      "docker-bench-text",
    );
    expect(resolved.results[0]).toMatchObject({ control: "host-devices", mapping: "title" });
    expect([resolved.edition, ...resolved.editionCandidates]).toEqual(["master-20241021", "v1.6.1"]);
  });

  it("reads a replaced title by its number, within an edition the run identified", () => {
    const message = "Failed to inspect: auditctl command not found.";
    for (const key of ["v1.0.0-20150905", "v1.1.0", "v1.3.0"]) {
      const release = edition(key);
      const bench = defaultRun(release);
      const results = bench.results.map((one) =>
        release.byNumber.get(one.id ?? "")?.[0]?.titleMayBeReplaced === true ? { ...one, title: message } : one,
      );
      expect(results.filter(({ title }) => title === message).length).toBeGreaterThan(5);
      const resolved = resolveRun({ ...bench, results }, "docker-bench-text");
      expect(controls(resolved)).toEqual(bench.results.map(({ id }) => release.byNumber.get(id ?? "")?.[0]?.control));
      expect(new Set(resolved.results.map(({ mapping }) => mapping))).toEqual(new Set(["title", "number"]));
    }
  });

  it("guesses nothing when only replaced titles are there", () => {
    const message = "Failed to inspect: auditctl command not found.";
    const resolved = resolveRun(run([result("1.7", message), result("1.8", message)], { headerVersion: "1.1.0" }), "docker-bench-text");
    expect(resolved.results.map(({ control, mapping }) => [control, mapping])).toEqual([
      [null, "unmapped"],
      [null, "unmapped"],
    ]);
    expect(resolved.results[0]?.key).not.toBe(resolved.results[1]?.key);
  });

  it("finds the number of a check printed without one", () => {
    const bench = defaultRun(edition("v1.6.1"));
    const results = bench.results.map((one) =>
      one.id === "2.18"
        ? result(null, "Ensure that experimental features are not implemented in production (Scored) (Deprecated)", { level: "INFO" })
        : one,
    );
    const resolved = resolveRun({ ...bench, results }, "docker-bench-text");
    expect(resolved.results.find(({ id }) => id === null)).toMatchObject({
      control: "experimental",
      number: "2.18",
      outcome: "info",
      notAssessable: true,
    });
  });

  it("never guesses an unknown title from a known number", () => {
    const bench = defaultRun(edition("v1.6.1"));
    const results = bench.results.map((one) => (one.id === "5.7" ? { ...one, title: "Ensure something new" } : one));
    const found = resolveRun({ ...bench, results }, "docker-bench-text").results.find(({ id }) => id === "5.7");
    expect(found).toMatchObject({ control: null, mapping: "unmapped", key: "unmapped-ensure-something-new-431c5439f45a1af8" });
  });

  it("makes one key of one unknown title, whatever its suffix, and never a slug", () => {
    const keys = ["Ensure something new", "ENSURE  something new (Manual)", "Ensure something newer", "Äöü", ""].map(
      (title) => resolveRun(run([result("9.9", title)]), "docker-bench-text").results[0]?.key ?? "",
    );
    expect(keys[0]).toBe(keys[1]);
    expect(new Set(keys).size).toBe(4);
    for (const key of keys) expect(key).toMatch(/^unmapped-[a-z0-9-]*[0-9a-f]{16}$/);
  });

  it("knows the tool's examples, which are no control", () => {
    const resolved = resolveRun(run([result("C.1", "This is a example check for a Automated check")]), "docker-bench-text");
    expect(resolved.results[0]).toMatchObject({ control: null, mapping: "example", key: "example-check" });
  });

  it("reads flat JSON by its numbers", () => {
    const release = edition("v1.3.4-20180510");
    const bench = defaultRun(release, { headerVersion: "1.3.4" });
    const flat = { ...bench, results: bench.results.map((one) => ({ ...one, title: "" })) };
    const resolved = resolveRun(flat, "docker-bench-json");
    expect(resolved).toMatchObject({ edition: "v1.3.4-20180510", editionCandidates: [] });
    expect(controls(resolved)).toEqual(bench.results.map(({ id }) => release.byNumber.get(id ?? "")?.[0]?.control));
    expect(new Set(resolved.results.map(({ mapping }) => mapping))).toEqual(new Set(["number"]));
  });

  it("does not read titleless JSON with other numbers", () => {
    const resolved = resolveRun(run([result("9.1", ""), result("9.2", ""), result("1.1", "")], { closed: true }), "docker-bench-json");
    expect(resolved).toMatchObject({ edition: null, editionCandidates: [] });
    expect(resolved.results.map(({ mapping }) => mapping)).toEqual(["unmapped", "unmapped", "unmapped"]);
  });

  it("reads aquasecurity/docker-bench by title, even where one number stands for two checks", () => {
    const aqua = edition("aqua-cis-1.6.0");
    const results = aqua.checks.map(({ id, title }) => result(id, title, { level: "FAIL" }));
    const resolved = resolveRun(run(results, { closed: true }), "aqua-docker-bench-text");
    expect(resolved.edition).toBe("aqua-cis-1.6.0");
    expect(controls(resolved)).toEqual(aqua.checks.map(({ control }) => control));
    expect(resolved.results.filter(({ id }) => id === "7.1").map(({ control }) => control)).toEqual(
      aqua.checks.filter(({ id }) => id === "7.1").map(({ control }) => control),
    );
    expect(new Set(resolved.results.map(({ outcome }) => outcome))).toEqual(new Set(["fail"]));
  });

  it("reads no Docker control into kube-bench, and gives an unknown title a key by component", () => {
    const title = "Ensure that the --quite-new argument is set to false";
    const old = resolveRun(
      run([result("1.1.8", "Ensure that the --profiling argument is set to false"), result("1.2.1", title), result("1.3.2", title)]),
      "kube-bench-text",
    );
    const now = resolveRun(run([result("1.4.1", `${title} (Automated)`), result("1.3.2", title)]), "kube-bench-text");
    const keys = old.results.slice(1).map(({ key }) => key);
    expect(keys).toEqual([
      "unmapped-kube-scheduler-ensure-that-the-quite-new-argument-is-fdbfcaf908bb1aa2",
      "unmapped-kube-controller-manager-ensure-that-the-quite-new-arg-66a312245c41709d",
    ]);
    expect(now.results.map(({ key }) => key)).toEqual(keys);
    expect(now.results[0]).toMatchObject({ control: null, mapping: "unmapped", number: "1.4.1" });
    expect(now).toMatchObject({ edition: null, editionCandidates: [] });
    expect(controls(resolveRun(run([result("1.1", "Ensure live restore is enabled")]), "kube-bench-text"))).toEqual([null]);
  });
});
