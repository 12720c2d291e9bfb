import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { observations } from "@/lib/catalogue/observation";
import { resolveRun } from "@/lib/catalogue/resolve-run";
import { item, result, run } from "./bench-run";

const HEALTH = "Ensure that HEALTHCHECK instructions have been added to container images (Manual)";
const SWARM = "Ensure swarm mode is not Enabled, if not needed (Automated)";

const observe = (...results: Parameters<typeof run>[0]) =>
  observations(resolveRun(run(results, { headerVersion: "1.6.0" }), "docker-bench-text"));

describe("observations", () => {
  it("are whole values, one per key, sorted by key", () => {
    expect(
      observe(
        result("5.1", SWARM, { level: "PASS", line: 7 }),
        result("4.6", HEALTH, {
          items: [item("[b:1 b:2]", "No Healthcheck found: [b:1 b:2]"), item("a:1"), item("[b:2 b:1]")],
          notes: ["a note"],
          itemsWhole: false,
          line: 3,
        }),
      ),
    ).toEqual([
      {
        key: "image-healthcheck",
        control: "image-healthcheck",
        number: "4.6",
        title: HEALTH,
        level: "WARN",
        outcome: "fail",
        notAssessable: false,
        canOnlyPass: false,
        items: [
          { key: "a:1", name: "a:1", raw: "a:1" },
          { key: "b:1 b:2", name: "[b:1 b:2]", raw: "No Healthcheck found: [b:1 b:2]" },
        ],
        itemsWhole: false,
        line: 3,
        notes: ["a note"],
      },
      {
        key: "swarm-mode-not-enabled",
        control: "swarm-mode-not-enabled",
        number: "5.1",
        title: SWARM,
        level: "PASS",
        outcome: "pass",
        notAssessable: false,
        canOnlyPass: false,
        items: [],
        itemsWhole: true,
        line: 7,
        notes: [],
      },
    ]);
  });

  it("unite two results of one control: the worst outcome and all items", () => {
    const [united, ...others] = observe(
      result("4.6", HEALTH, { level: "PASS", line: 1, items: [item("a:1")], notes: ["first"] }),
      result("4.6", HEALTH, { level: "WARN", line: 2, items: [item("b:1"), item("a:1")], notes: ["second"] }),
      result("4.6", HEALTH, { level: "INFO", line: 3, itemsWhole: false, notes: ["first"] }),
    );
    expect(others).toEqual([]);
    expect(united).toMatchObject({ level: "WARN", outcome: "fail", line: 2, itemsWhole: false, notes: ["first", "second"] });
    expect(united?.items.map(({ key }) => key)).toEqual(["a:1", "b:1"]);
  });

  it("rank fail before manual before info before pass", () => {
    const outcomes = (["PASS", "INFO", "NOTE", "WARN"] as const).map((_, index, all) =>
      observe(...all.slice(0, index + 1).map((level) => result("4.6", HEALTH, { level }))).map(({ outcome }) => outcome),
    );
    expect(outcomes).toEqual([["pass"], ["info"], ["manual"], ["fail"]]);
  });

  it("are assessable when one of equally bad results is", () => {
    const title = "Ensure that the daemon.json file ownership is set to root:root (Automated)";
    const [absent] = observe(result("3.17", title, { level: "INFO", notes: ["File not found"] }));
    expect(absent).toMatchObject({ outcome: "info", notAssessable: true });
    const [failed] = observe(result("3.17", title, { level: "INFO", notes: ["File not found"] }), result("3.17", title));
    expect(failed).toMatchObject({ outcome: "fail", notAssessable: false });
  });

  it("keep unknown titles under a local key, and leave the tool's examples out", () => {
    const seen = observe(result("9.1", "Nobody knows me"), result("C.1", "This is a example check"));
    expect(seen.map(({ key, control, title }) => [key, control, title])).toEqual([
      ["unmapped-nobody-knows-me-50b684781d284d63", null, "Nobody knows me"],
    ]);
  });

  it("do not depend on the order of items or results, but for what is printed first", () => {
    const results = ["a", "b", "c", "d"].map((name, index) => result("4.6", HEALTH, { items: [item(name), item("x")], line: index }));
    fc.assert(
      fc.property(fc.shuffledSubarray(results, { minLength: 4 }), (shuffled) => {
        expect(observe(...shuffled)[0]?.items.map(({ key }) => key)).toEqual(["a", "b", "c", "d", "x"]);
      }),
    );
  });
});
