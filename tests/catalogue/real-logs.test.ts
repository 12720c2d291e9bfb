import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readBench } from "@/lib/bench/read-bench";
import { getEdition } from "@/lib/catalogue/editions";
import { observations } from "@/lib/catalogue/observation";
import { type ResolvedFile, resolveFile } from "@/lib/catalogue/resolve-file";
import type { ResolvedRun } from "@/lib/catalogue/resolve-run";

const file = (name: string): ResolvedFile => {
  const read = readBench(readFileSync(path.join(import.meta.dirname, "..", "logs", name), "utf8"));
  if (!read.ok) throw new Error(`${name}: ${read.error.message}`);
  return resolveFile(read.value);
};

const chosen = (name: string): ResolvedRun => {
  const { runs, chosen: index } = file(name);
  const run = runs[index];
  if (run === undefined) throw new Error(`${name} has no run`);
  return run;
};

describe("real logs", () => {
  it.each([
    ["v1.0.0-20150513/default5.text", "v1.0.0-20160329", ["v1.0.0-20150905", "v1.0.0-20150513"], true],
    ["v1.0.0-20150905/default5.text", "v1.0.0-20160329", ["v1.0.0-20150905", "v1.0.0-20150513"], true],
    ["v1.0.0-20160602/default5.ansi", "v1.0.0-20160602", ["v1.1.0"], true],
    ["v1.1.0/before.merge.ansi", "v1.1.0", ["v1.0.0-20160602"], true],
    ["v1.1.0/before.kill70.ansi.log", "v1.1.0", ["v1.0.0-20160602"], false],
    ["v1.2.0/default5.text", "v1.2.0", [], true],
    ["v1.3.0/default5.ansi", "v1.3.0", [], true],
    ["v1.3.1/default5.text", "v1.3.1", ["v1.3.2", "v1.3.0"], true],
    ["v1.3.3/default5.text", "v1.3.3", ["v1.3.4-20190701", "v1.3.4-20180510"], true],
    ["v1.3.4-20180510/default5.text", "v1.3.4-20180510", ["v1.3.4-20190701", "v1.3.3"], true],
    ["v1.3.4-20180510/default5.json", "v1.3.4-20180510", [], true],
    ["v1.3.4-20190701/before.text", "v1.3.4-20190701", ["v1.3.4-20180510", "v1.3.3"], true],
    ["v1.3.5/debianpkg.text", "v1.3.5", [], true],
    ["v1.3.5/debianpkg.json", "v1.3.5", [], true],
    ["v1.3.5-20200508/default5.text", "v1.3.5-20200508", [], true],
    ["v1.3.6-20210427/before.p.text", "v1.3.6-20210427", ["v1.3.5-20210309"], true],
    ["v1.3.6/swarm.text", "v1.3.6", [], true],
    ["v1.6.0/default5.text", "v1.6.0", ["v1.5.0"], true],
    ["v1.6.0/default5.json", "v1.6.0", ["v1.5.0"], true],
    ["v1.6.1/before.text", "master-20241021", ["v1.6.1"], true],
    ["v1.6.1/before.c-sel.text", "master-20241021", ["v1.6.1"], true],
    ["v1.6.1/before.kill150.text", "master-20241021", ["v1.6.1", "v1.6.0", "v1.5.0"], false],
    ["master-20241021/empty.text", "master-20241021", ["v1.6.1"], true],
  ] as const)("%s is %s", (name, edition, candidates, complete) => {
    const run = chosen(name);
    expect([run.edition, run.editionCandidates, run.complete]).toEqual([edition, candidates, complete]);
    const expected = run.results.map(({ id, key }) => (id === null ? key : getEdition(edition)?.byNumber.get(id)?.[0]?.control));
    expect(run.results.map(({ control }) => control)).toEqual(expected);
    expect(run.results.filter(({ mapping }) => mapping === "unmapped")).toEqual([]);
  });

  it("have an example that is no finding when the community checks ran", () => {
    const run = chosen("v1.6.1/before.c-community.log");
    expect(run.results.map(({ id, control, mapping }) => [id, control, mapping])).toEqual([
      ["C.1", null, "example"],
      ["C.1.1", null, "example"],
      ["C.2", "legacy-registry-v1", "title"],
      ["C.5.3.1", "cap-dac-read-search", "title"],
      ["C.5.3.2", "cap-sys-module", "title"],
      ["C.5.3.3", "cap-sys-admin", "title"],
      ["C.5.3.4", "cap-sys-ptrace", "title"],
    ]);
    expect(observations(run).map(({ key }) => key)).toEqual([
      "cap-dac-read-search",
      "cap-sys-admin",
      "cap-sys-module",
      "cap-sys-ptrace",
      "legacy-registry-v1",
    ]);
  });

  it.each([
    "v1.6.1/default5",
    "v1.6.1/after",
    "v1.6.1/before.x",
    "v1.6.0/default5",
    "v1.3.6/swarm",
    "v1.3.5/debianpkg",
    "v1.3.4-20190701/before",
    "v1.3.6-20210427/before.p",
  ])("%s say the same in text and JSON: controls, outcomes, what is not there, items", (name) => {
    const seen = (run: ResolvedRun) =>
      observations(run).map(({ key, number, outcome, notAssessable, canOnlyPass, items }) => ({
        key,
        number,
        outcome,
        notAssessable,
        canOnlyPass,
        items: items.map((item) => item.key),
      }));
    expect(seen(chosen(`${name}.json`))).toEqual(seen(chosen(`${name}.text`)));
  });

  it("of flat JSON say the same as the text, but for what that edition forgot to write", () => {
    const seen = (run: ResolvedRun) =>
      new Map(observations(run).map(({ key, outcome, notAssessable }) => [key, { outcome, notAssessable }]));
    const [text, json] = [seen(chosen("v1.3.4-20180510/default5.text")), seen(chosen("v1.3.4-20180510/default5.json"))];
    expect([...text.keys()].filter((key) => !json.has(key))).toEqual(["image-sprawl", "no-ssh-in-containers"]);
    for (const [key, value] of json) expect([key, value]).toEqual([key, text.get(key)]);
  });

  it("appended to one file are all there, the newest complete one is chosen", () => {
    const { runs, chosen: index } = file("v1.6.1/default5.twice.log");
    expect([runs.length, index, runs.map(({ complete }) => complete)]).toEqual([2, 1, [true, true]]);
  });
});
