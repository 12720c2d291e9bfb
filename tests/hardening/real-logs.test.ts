import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readBench } from "@/lib/bench/read-bench";
import { getEdition } from "@/lib/catalogue/editions";
import { observations } from "@/lib/catalogue/observation";
import { resolveFile } from "@/lib/catalogue/resolve-file";
import { type DiffEntry, diffAgainstKnown, diffScans } from "@/lib/hardening/diff";
import { foldHost } from "@/lib/hardening/fold";
import { EMPTY_HOST, isConfirmed } from "@/lib/hardening/host-state";
import type { CatalogueFacts } from "@/lib/hardening/observe";
import type { ScanStep } from "@/lib/hardening/steps";
import { STEADY } from "./history-builder";

const DAY = 86_400_000;

function scanOf(name: string, day: number): ScanStep {
  const read = readBench(readFileSync(path.join(import.meta.dirname, "..", "logs", name), "utf8"));
  if (!read.ok) throw new Error(`${name}: ${read.error.message}`);
  const { runs, chosen } = resolveFile(read.value);
  const run = runs[chosen];
  if (run === undefined) throw new Error(`${name} has no run.`);
  return { scanId: day, ranAt: day * DAY, digest: name, tool: "docker-bench", edition: run.edition, observations: observations(run) };
}

const FACTS: CatalogueFacts = { ...STEADY, knownIn: (control, edition) => getEdition(edition)?.byControl.has(control) ?? true };

const byNumber = (entries: readonly DiffEntry[]) =>
  entries.map(({ id }) => id ?? "?").sort((a, b) => a.localeCompare(b, "en", { numeric: true }));

const before = scanOf("v1.6.1/before.text", 1);
const after = scanOf("v1.6.1/after.text", 30);

const FIXED = [
  ...["1.1.1", "1.1.4", "1.1.5", "1.1.6", "1.1.7", "1.1.9", "1.1.10", "1.1.11", "1.1.12", "1.1.14", "1.1.17", "1.1.18"],
  ...["2.2", "2.3", "2.4", "2.5", "2.6", "2.9", "2.10", "2.11", "2.12", "2.13", "2.14", "2.15", "2.16"],
  ...["3.2", "3.8", "3.16", "3.18", "3.20", "4.5"],
  ...["5.3", "5.4", "5.6", "5.7", "5.8", "5.10", "5.11", "5.12", "5.13", "5.14", "5.15", "5.16", "5.17"],
  ...["5.20", "5.21", "5.22", "5.26", "5.27", "5.29", "5.32"],
];

const IMAGES_GONE = [
  ...["156e97b91bb4", "5dcc090ededa", "[example/sshbox:3]", "[jenkins/jenkins:lts]"],
  ...Array.from({ length: 20 }, (_, index) => `[example/build-${index}:old]`),
].sort();

describe("a host that was hardened between two scans", () => {
  const { host } = foldHost({ scans: [after, before], acts: [] }, FACTS, 0);
  const diff = diffScans(before, after, FACTS);

  it("has the fixed and changed controls that the logs show", () => {
    expect(byNumber(diff.fixed)).toEqual(FIXED);
    expect(diff.newlyFailing).toEqual([]);
    expect(byNumber(diff.stillFailing)).toEqual([]);
    expect(diff.notAssessed).toEqual([]);
    expect(diff.changedItems.map(({ id, itemsGained, itemsLost }) => ({ id, itemsGained, itemsLost: [...itemsLost].sort() }))).toEqual([
      {
        id: "4.1",
        itemsGained: ["cedar-cron-03", "new-sidecar-09"],
        itemsLost: ["amber-web-01", "birch-cache-02", "delta-api-04", "ember-queue-05", "fjord-proxy-06", "glade-db-07", "heron-worker-08"],
      },
      { id: "4.6", itemsGained: [], itemsLost: IMAGES_GONE },
      {
        id: "5.9",
        itemsGained: [
          "amber-web-01:8000",
          "birch-cache-02:8001",
          "delta-api-04:8003",
          "ember-queue-05:8004",
          "fjord-proxy-06:8005",
          "glade-db-07:8006",
        ],
        itemsLost: ["ember-queue-05:443", "fjord-proxy-06:80", "heron-worker-08:443"],
      },
    ]);
  });

  it("is the same against all that was known", () => {
    const known = foldHost({ scans: [before], acts: [] }, FACTS, 0).host;
    const ingest = diffAgainstKnown(known, after, FACTS);
    expect(ingest).toEqual(diff);
    const first = diffAgainstKnown(EMPTY_HOST, before, FACTS);
    expect(first.base).toBeNull();
    expect(new Set(byNumber(first.newlyFailing))).toEqual(new Set([...FIXED, "4.1", "4.6", "5.9"]));
    expect(first.newlyFailing).toHaveLength(FIXED.length + 3);
  });

  it("goes back, and every fix that is undone is a regression", () => {
    const undone = { ...before, scanId: 60, ranAt: 60 * DAY };
    const back = diffAgainstKnown(host, undone, FACTS);
    expect(byNumber(back.newlyFailing)).toEqual(FIXED);
    expect(new Set(back.newlyFailing.map(({ why }) => why))).toEqual(new Set(["regressed"]));
  });

  it("keeps what a partial scan does not cover, unconfirmed", () => {
    const partial = scanOf("v1.6.1/before.c-sel.text", 90);
    const printed = new Set(partial.observations.map(({ key }) => key));
    const ingest = diffAgainstKnown(host, partial, FACTS);
    expect(byNumber(ingest.newlyFailing)).toEqual(["2.2", "5.26"]);
    expect(ingest.fixed).toEqual([]);
    const then = foldHost({ scans: [partial, before, after], acts: [] }, FACTS, 0).host;
    for (const finding of then.findings.values()) {
      expect(isConfirmed(then, finding)).toBe(printed.has(finding.key));
      if (!printed.has(finding.key)) expect(finding).toEqual(host.findings.get(finding.key));
    }
  });

  it("never hardens a check that can only pass", () => {
    const upToDate = host.findings.get("docker-up-to-date");
    expect(upToDate?.evidence).toMatchObject({ level: "PASS", outcome: "pass" });
    expect(upToDate?.state).toBe("needs_review");
  });
});
