import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { historyWords } from "@/components/findings/finding-words";
import { whyWords } from "@/components/scans/diff-classes";
import { readBench } from "@/lib/bench/read-bench";
import { catalogueFacts } from "@/lib/catalogue/catalogue-facts";
import { controlNumbers } from "@/lib/catalogue/controls";
import { getEdition } from "@/lib/catalogue/editions";
import { observations } from "@/lib/catalogue/observation";
import { resolveFile } from "@/lib/catalogue/resolve-file";
import { diffAgainstKnown, diffScans } from "@/lib/hardening/diff";
import { foldHost } from "@/lib/hardening/fold";
import type { ScanStep } from "@/lib/hardening/steps";

// One engine state, read by one edition of the tool after the other: whatever begins to fail was not the host.

const bytes = (name: string): string => readFileSync(new URL(`../logs/${name}`, import.meta.url), "utf8");

function scanOf(name: string, day: number): ScanStep {
  const read = readBench(bytes(name));
  if (!read.ok) throw new Error(`${name}: ${read.error.message}`);
  const { runs, chosen } = resolveFile(read.value);
  const run = runs[chosen];
  if (run === undefined) throw new Error(`${name} has no run.`);
  return { scanId: day, ranAt: day, digest: name, tool: "docker-bench", edition: run.edition, observations: observations(run) };
}

/** Levels by title, read by a line's own shape and by no reader of the program. */
function levelsIn(name: string): ReadonlyMap<string, string> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the tool colours its words with escape sequences.
  const plain = bytes(name).replaceAll(/\u001b\[[0-9;]*m/g, "");
  const lines = plain.matchAll(/^\[(PASS|WARN|INFO|NOTE)\] (?:[\d.]+ *- )?(\S.*)$/gm);
  return new Map([...lines].map(([, level = "", title = ""]) => [title.trim(), level]));
}

/** What a log prints for a control: by the titles that editions give it. */
function levelOf(levels: ReadonlyMap<string, string>, control: string): string | null {
  for (const { edition } of controlNumbers(control)) {
    const level = levels.get(getEdition(edition)?.byControl.get(control)?.title ?? "");
    if (level !== undefined) return level;
  }
  return null;
}

const PAIRS = [
  ["v1.3.5/before.text", "v1.6.1/before.text"],
  ["v1.3.3/before.text", "v1.6.1/before.text"],
  ["v1.3.3/before.text", "v1.3.4-20190701/before.text"],
  ["v1.3.4-20190701/before.text", "v1.3.5/before.text"],
  ["v1.3.5/before.text", "v1.3.6-20210427/before.p.text"],
  ["v1.3.6-20210427/before.p.text", "v1.6.1/before.text"],
  ["v1.0.0-20150513/default5.text", "v1.0.0-20160602/default5.ansi"],
  ["v1.0.0-20160602/default5.ansi", "v1.2.0/default5.text"],
  ["v1.2.0/default5.text", "v1.3.0/default5.ansi"],
  ["v1.3.0/default5.ansi", "v1.3.3/default5.text"],
  ["v1.3.3/default5.text", "v1.3.4-20180510/default5.text"],
  ["v1.3.5/default5.tz-berlin.text", "v1.6.1/default5.text"],
  ["v1.3.5-20200508/default5.text", "v1.3.6/default5.tz-kolkata.text"],
  ["v1.3.6/default5.tz-kolkata.text", "v1.6.0/default5.text"],
  ["v1.6.0/default5.text", "v1.6.1/default5.text"],
  ["v1.0.0-20150905/default5.text", "v1.6.1/default5.text"],
] as const;

describe.each(PAIRS)("%s, then %s", (older, newer) => {
  const [one, other] = [scanOf(older, 1), scanOf(newer, 2)];
  const [levelsBefore, levelsAfter] = [levelsIn(older), levelsIn(newer)];
  const { host, events } = foldHost({ scans: [one, other], acts: [] }, catalogueFacts, 0);
  const known = foldHost({ scans: [one], acts: [] }, catalogueFacts, 0).host;

  it("regresses nothing: what turned from PASS to WARN is the scanner's, and says so", () => {
    const turned = events.filter(({ kind, scanId }) => scanId === 2 && ["regressed", "scanner_changed"].includes(kind));
    expect(turned.map(({ kind, key }) => [key, kind])).toEqual(turned.map(({ key }) => [key, "scanner_changed"]));
    for (const { key, to } of turned) {
      expect([key, levelOf(levelsBefore, key), levelOf(levelsAfter, key)]).toEqual([key, "PASS", "WARN"]);
      expect(host.findings.get(key)).toMatchObject({ state: "open", scannerChanged: true, regressedAt: null });
      expect(historyWords({ kind: "scanner_changed", from: "hardened", to })).toContain("scanner");
    }
  });

  it("misses none of them", () => {
    const inBoth = one.observations.filter(({ control }) => control !== null).map(({ key }) => key);
    const flipped = inBoth.filter((key) => levelOf(levelsBefore, key) === "PASS" && levelOf(levelsAfter, key) === "WARN");
    const turned = events.filter(({ kind, scanId }) => scanId === 2 && kind === "scanner_changed").map(({ key }) => key);
    expect(turned.toSorted()).toEqual(flipped.toSorted());
  });

  it.each([
    ["against all that was known", diffAgainstKnown(known, other, catalogueFacts)],
    ["of exactly these two", diffScans(one, other, catalogueFacts)],
  ])("has a difference %s that names the scanner for all it brought", (_, diff) => {
    for (const entry of diff.newlyFailing) {
      const before = levelOf(levelsBefore, entry.key);
      // Old editions print "Failed to inspect" in place of some titles.
      expect([entry.key, levelOf(levelsAfter, entry.key) ?? levelsAfter.get(entry.title)]).toEqual([entry.key, "WARN"]);
      // Undecided before and failing now is nobody's regression; all else is the scanner's.
      if (before === "INFO" || before === "NOTE") expect(["first", "not_decided"]).toContain(entry.why);
      else {
        expect([entry.key, entry.why]).toEqual([entry.key, "scanner_changed"]);
        expect(whyWords(entry, "newlyFailing")).toContain("The scanner changed");
      }
    }
  });
});

it("still calls it a regression when the host changes between two editions", () => {
  const after = scanOf("v1.3.5/before.text", 1);
  const hardened = {
    ...after,
    observations: after.observations.map((one) => ({ ...one, level: "PASS" as const, outcome: "pass" as const, items: [] })),
  };
  const { host } = foldHost({ scans: [hardened, scanOf("v1.6.1/before.text", 2)], acts: [] }, catalogueFacts, 0);
  const states = [...host.findings.values()].filter(({ evidence }) => evidence?.outcome === "fail").map(({ state }) => state);
  expect(states.filter((state) => state === "regressed").length).toBeGreaterThan(30);
});
