import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ResolvedRun, resolveRun } from "@/lib/catalogue/resolve-run";
import { defaultRun, edition, releases, result, run } from "./bench-run";

const controls = (resolved: ResolvedRun) => resolved.results.map(({ control }) => control);
const named = (resolved: ResolvedRun) => [resolved.edition, ...resolved.editionCandidates];

describe("a full run of every edition", () => {
  it.each(releases.map((release) => [release.key, release] as const))("%s resolves to its own numbering and controls", (key, release) => {
    const header = { headerVersion: release.headerVersion, benchmark: release.benchmark };
    for (const rest of [header, {}]) {
      const bench = defaultRun(release, rest);
      const resolved = resolveRun(bench, "docker-bench-text");
      expect(named(resolved)).toContain(key);
      const expected = bench.results.map(({ id }) => release.byNumber.get(id ?? "")?.[0]?.control);
      expect(controls(resolved)).toEqual(expected);
      const chosen = edition(resolved.edition ?? "");
      expect(bench.results.map(({ id }) => chosen.byNumber.get(id ?? "")?.[0]?.control)).toEqual(expected);
      expect(resolved.complete).toBe(true);
    }
  });

  it("names the editions", () => {
    const byHeader = releases.map((release) => {
      const { headerVersion, benchmark } = release;
      return [release.key, resolveRun(defaultRun(release, { headerVersion, benchmark }), "docker-bench-text").edition];
    });
    expect(byHeader.filter(([key, found]) => key !== found)).toEqual([
      ["v1.6.1", "master-20241021"],
      ["v1.3.0", "v1.3.1"],
      ["v1.0.0-20150905", "v1.0.0-20160329"],
      ["v1.0.0-20150513", "v1.0.0-20160329"],
    ]);
    const withoutHeader = releases.map((release) => {
      const resolved = resolveRun(defaultRun(release), "docker-bench-text");
      return [release.key, resolved.edition, resolved.editionCandidates];
    });
    expect(withoutHeader).toEqual([
      ["master-20241021", "master-20241021", ["v1.6.1"]],
      ["v1.6.1", "master-20241021", ["v1.6.1"]],
      ["v1.6.0", "v1.6.0", ["v1.5.0"]],
      ["v1.5.0", "v1.6.0", ["v1.5.0"]],
      ["v1.3.6", "v1.3.6", []],
      ["v1.3.6-20210427", "v1.3.6-20210427", ["v1.3.5-20210309"]],
      ["v1.3.5-20210309", "v1.3.6-20210427", ["v1.3.5-20210309"]],
      ["v1.3.5-20200508", "v1.3.5-20200508", []],
      ["v1.3.5", "v1.3.5", []],
      ["v1.3.4-20190701", "v1.3.4-20190701", ["v1.3.4-20180510", "v1.3.3"]],
      ["v1.3.4-20180510", "v1.3.4-20180510", ["v1.3.4-20190701", "v1.3.3"]],
      ["v1.3.3", "v1.3.3", ["v1.3.4-20190701", "v1.3.4-20180510"]],
      ["v1.3.2", "v1.3.2", ["v1.3.1", "v1.3.0"]],
      ["v1.3.1", "v1.3.1", ["v1.3.2", "v1.3.0"]],
      ["v1.3.0", "v1.3.1", ["v1.3.2", "v1.3.0"]],
      ["v1.2.0", "v1.2.0", []],
      ["v1.1.0", "v1.1.0", ["v1.0.0-20160602"]],
      ["v1.0.0-20160602", "v1.1.0", ["v1.0.0-20160602"]],
      ["v1.0.0-20160329", "v1.0.0-20160329", ["v1.0.0-20150905", "v1.0.0-20150513"]],
      ["v1.0.0-20150905", "v1.0.0-20160329", ["v1.0.0-20150905", "v1.0.0-20150513"]],
      ["v1.0.0-20150513", "v1.0.0-20160329", ["v1.0.0-20150905", "v1.0.0-20150513"]],
    ]);
  });

  it("does not depend on the order of results, on case or on suffixes", () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...releases)
          .chain((release) => fc.tuple(fc.constant(release), fc.shuffledSubarray([...defaultRun(release).results], { minLength: 1 }))),
        fc.constantFrom("", " (Automated)", " (Scored) (Deprecated)"),
        fc.boolean(),
        ([release, results], suffix, upper) => {
          const changed = results.map((one) => ({ ...one, title: `${upper ? one.title.toUpperCase() : one.title}${suffix}` }));
          expect(controls(resolveRun(run(changed), "docker-bench-text"))).toEqual(
            results.map(({ id }) => release.byNumber.get(id ?? "")?.[0]?.control),
          );
        },
      ),
    );
  });
});

describe("the edition of a part of a run", () => {
  it("takes three selected checks", () => {
    const selected = [
      result("2.2", "Ensure network traffic is restricted between containers on the default bridge (Scored)"),
      result("5.2", "Ensure that, if applicable, an AppArmor Profile is enabled (Automated)"),
      result("4.5", "Ensure Content trust for Docker is Enabled (Automated)"),
    ];
    const resolved = resolveRun(run(selected, { headerVersion: "1.6.0", closed: true }), "docker-bench-text");
    expect([resolved.edition, resolved.editionCandidates, resolved.complete]).toEqual(["master-20241021", ["v1.6.1"], true]);
    expect(controls(resolved)).toEqual(["default-bridge-traffic", "apparmor", "content-trust"]);
  });

  it("takes section 4 alone, and names all editions that fit", () => {
    const section4 = defaultRun(edition("v1.3.5-20210309")).results.filter(({ section }) => section === "4");
    const resolved = resolveRun(run(section4), "docker-bench-text");
    expect([resolved.edition, resolved.editionCandidates]).toEqual(["v1.3.6-20210427", ["v1.3.5-20210309"]]);
    const headed = resolveRun(run(section4, { headerVersion: "1.3.5" }), "docker-bench-text");
    expect(headed.edition).toBe("v1.3.5-20210309");
    expect(headed.complete).toBe(false);
  });

  it("tells v1.6.0 from v1.6.1 on a host without containers by section 7", () => {
    const empty = (key: string) =>
      run(
        defaultRun(edition(key)).results.filter(({ section }) => section !== "5"),
        { headerVersion: "1.6.0", closed: true },
      );
    expect(resolveRun(empty("v1.6.0"), "docker-bench-text")).toMatchObject({ edition: "v1.6.0", editionCandidates: ["v1.5.0"] });
    expect(resolveRun(empty("v1.6.1"), "docker-bench-text")).toMatchObject({ edition: "master-20241021", editionCandidates: ["v1.6.1"] });
  });

  it("is null when what fits disagrees about a number that was printed", () => {
    const results = [result("4.5", "Ensure Content trust for Docker is Enabled (Automated)"), result("5.9", "A title that nobody knows")];
    const resolved = resolveRun(run(results, { headerVersion: "1.6.0" }), "docker-bench-text");
    expect(resolved.edition).toBeNull();
    expect(resolved.editionCandidates.slice(0, 3)).toEqual(["master-20241021", "v1.6.1", "v1.6.0"]);
    expect(resolved.results[1]).toMatchObject({ control: null, mapping: "unmapped", number: "5.9" });
  });

  it("is null without candidates when no title is known", () => {
    const resolved = resolveRun(run([result("5.1", "Nobody knows me"), result("5.2", "Nor me")]), "docker-bench-text");
    expect(resolved).toMatchObject({ edition: null, editionCandidates: [], complete: false });
    expect(resolved.results.map(({ mapping }) => mapping)).toEqual(["unmapped", "unmapped"]);
  });

  it("does not believe a header that contradicts the checks", () => {
    const resolved = resolveRun(defaultRun(edition("v1.6.1"), { headerVersion: "1.3.5" }), "docker-bench-text");
    expect(named(resolved)).toEqual(["master-20241021", "v1.6.1"]);
  });

  it("has no answer for an empty run", () => {
    expect(resolveRun(run([]), "docker-bench-text")).toMatchObject({ edition: null, editionCandidates: [], complete: false, results: [] });
  });
});

describe("completeness", () => {
  it("asks for the footer where the edition prints one", () => {
    expect(resolveRun(defaultRun(edition("v1.6.1"), { closed: false }), "docker-bench-text").complete).toBe(false);
  });

  it("asks for the last default check where the edition prints none", () => {
    const whole = defaultRun(edition("v1.1.0"));
    expect(resolveRun(whole, "docker-bench-text").complete).toBe(true);
    expect(resolveRun({ ...whole, results: whole.results.slice(0, -1) }, "docker-bench-text").complete).toBe(false);
  });
});
