import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { pool } from "@/lib/data/client";
import { decideOnFindings, type NewDecision } from "@/lib/data/decide";
import { countDecisions, getDecision, listDecisionPlaces, listDecisions } from "@/lib/data/decisions";
import { endDueDecisions } from "@/lib/data/end-decisions";
import { listFindingEvents } from "@/lib/data/findings";
import { getHost } from "@/lib/data/hosts";
import { mergeHosts } from "@/lib/data/merge-hosts";
import { approveDecision, declineDecision, withdrawDecision } from "@/lib/data/review-decisions";
import { workOnFinding } from "@/lib/data/work-on-findings";
import { useDatabase } from "../support/database";
import { system } from "../support/viewers";
import { at, beforeWithout, colleague, findingOf, hour, scan, stateOf, stopClock } from "./task-fixture";

useDatabase();

const DAY = 24;
const REASON = "Only reachable from the build network.";
let ann: Viewer;
let lea: Viewer;
beforeAll(async () => {
  stopClock();
  ann = await colleague("ann");
  lea = await colleague("lea", "lead");
});
beforeEach(() => {
  at(0);
});
afterAll(() => {
  vi.useRealTimers();
});

const decide = (viewer: Viewer, key: string, hosts: readonly string[], more: Partial<NewDecision> = {}) =>
  decideOnFindings(viewer, { selection: { key, hosts }, kind: "accept", items: null, reason: REASON, until: hour(30 * DAY), ...more });

/** The one decision that is made. */
async function decideOne(viewer: Viewer, key: string, hosts: readonly string[], more: Partial<NewDecision> = {}): Promise<number> {
  const { decisions, refused } = await decide(viewer, key, hosts, more);
  expect(refused).toEqual([]);
  const [made] = decisions;
  if (made === undefined) throw new Error("nothing was made");
  return made.id;
}

const standings = async (id: number, hours: number) =>
  Object.fromEntries((await listDecisionPlaces(system, id, hour(hours), 10)).map(({ host, standing }) => [host, standing]));

const lastEvent = async (host: string, key: string) => (await listFindingEvents(system, (await findingOf(host, key)).id, 1))[0];

describe("an accepted risk", () => {
  it("covers the hosts it names until its day, and ends by itself at that very instant", async () => {
    for (const host of ["a-01", "a-02"]) await scan(host, "before", -DAY);
    at(0);
    const id = await decideOne(lea, "memory-limit", ["a-01", "a-02"]);
    expect([await stateOf("a-01", "memory-limit"), await stateOf("a-02", "memory-limit")]).toEqual(["accepted", "accepted"]);
    expect(await getDecision(system, id, hour(1))).toMatchObject({
      kind: "accept",
      status: "approved",
      key: "memory-limit",
      items: null,
      reason: REASON,
      requestedBy: "lea",
      decidedBy: "lea",
      standings: { active: 2 },
      hosts: { count: 2, names: ["a-01", "a-02"] },
    });
    expect(await standings(id, 17 * DAY)).toEqual({ "a-01": "expiring", "a-02": "expiring" });
    expect(await endDueDecisions(system, hour(30 * DAY - 1))).toBe(0);
    expect(await endDueDecisions(system, hour(30 * DAY + 5))).toBe(2);
    expect(await endDueDecisions(system, hour(30 * DAY + 6))).toBe(0);
    expect(await stateOf("a-01", "memory-limit")).toBe("open");
    expect(await lastEvent("a-01", "memory-limit")).toMatchObject({
      kind: "acceptance_expired",
      at: hour(30 * DAY),
      from: "accepted",
      to: "open",
    });
    expect(await standings(id, 31 * DAY)).toEqual({ "a-01": "expired", "a-02": "expired" });
  });

  it("ends also where another host cannot be read, which is no secret", async () => {
    for (const host of ["z-01", "z-02"]) await scan(host, "before", -DAY);
    at(0);
    await decideOne(lea, "memory-limit", ["z-01", "z-02"]);
    await pool().query("update host set cursor = '{}' where name = 'z-01'");
    await pool().query("update finding set fold = '{}' where host_id = (select id from host where name = 'z-01')");
    await expect(endDueDecisions(system, hour(30 * DAY + 5))).rejects.toThrow();
    expect(await stateOf("z-02", "memory-limit")).toBe("open");
    await pool().query("delete from host where name = 'z-01'");
  });

  it("is retired by a pass, and says which scan did it", async () => {
    await scan("b-01", "before", -DAY);
    at(0);
    const id = await decideOne(lea, "live-restore", ["b-01"]);
    const passing = await scan("b-01", "after", 5);
    expect(await stateOf("b-01", "live-restore")).toBe("hardened");
    expect(await listDecisionPlaces(system, id, hour(6), 10)).toMatchObject([
      { host: "b-01", standing: "ended", state: "hardened", endedBy: { kind: "passed", scanId: passing, at: hour(5) } },
    ]);
  });

  it("of some items leaves the others open, covers no new one, and is unused once its own are gone", async () => {
    const OTHERS = /cedar-cron-03|delta-api-04/;
    await scan("c-01", beforeWithout(OTHERS), -DAY);
    at(0);
    const partial = await decideOne(lea, "memory-limit", ["c-01"], { items: ["amber-web-01"] });
    expect(await stateOf("c-01", "memory-limit")).toBe("open");
    expect(await standings(partial, 1)).toEqual({ "c-01": "active" });
    const rest = await decideOne(lea, "memory-limit", ["c-01"], { items: ["birch-cache-02"] });
    expect(await stateOf("c-01", "memory-limit")).toBe("accepted");
    await scan("c-01", "before", 2);
    expect(await stateOf("c-01", "memory-limit")).toBe("open");
    expect(await listDecisionPlaces(system, rest, hour(3), 10)).toMatchObject([
      { standing: "widened", uncovered: ["amber-web-01", "cedar-cron-03", "delta-api-04"] },
    ]);
    await scan("c-01", beforeWithout(/amber-web-01|cedar-cron-03|delta-api-04/), 4);
    expect(await standings(partial, 5)).toEqual({ "c-01": "unused" });
    expect(await standings(rest, 5)).toEqual({ "c-01": "active" });
  });

  it("is refused where it would say nothing, and lists those findings beside the others", async () => {
    await scan("d-01", "before", -DAY);
    await scan("d-02", "after", -DAY);
    at(0);
    const { decisions, refused } = await decide(lea, "live-restore", ["d-01", "d-02"]);
    expect(decisions).toMatchObject([{ key: "live-restore", hosts: 1 }]);
    expect(refused).toMatchObject([{ host: "d-02", reason: "It passes: there is no risk to accept." }]);
    const none = await decide(lea, "live-restore", ["d-02"]);
    expect(none.decisions).toEqual([]);
    expect((await pool().query("select 1 from act a join host h on h.id = a.host_id where h.name = 'd-02'")).rowCount).toBe(0);
  });

  it.each([
    ["no reason", { reason: "  " }, "reason"],
    ["no end", { until: null }, "until"],
    ["an end in the past", { until: hour(-1) }, "until"],
    ["an end beyond a year", { until: hour(400 * DAY) }, "until"],
    ["an item that the check does not name", { items: ["no-such-container"] }, "items"],
    ["no item at all", { items: [] }, "items"],
    ["items of an attestation", { kind: "attest_pass" as const, items: ["amber-web-01"] }, "items"],
  ])("is refused with %s, at the field", async (_, more, field) => {
    await scan("e-01", "before", -DAY);
    at(0);
    await expect(decide(lea, "memory-limit", ["e-01"], more)).rejects.toMatchObject({ code: "invalid-input", detail: { field } });
    expect(await stateOf("e-01", "memory-limit")).toBe("open");
  });
});

describe("a request", () => {
  it("of an engineer puts nothing in force until a lead approves, and no engineer can", async () => {
    await scan("f-01", "before", -DAY);
    at(0);
    const id = await decideOne(ann, "memory-limit", ["f-01"]);
    expect(await stateOf("f-01", "memory-limit")).toBe("open");
    expect(await getDecision(system, id, hour(1))).toMatchObject({
      status: "requested",
      requestedBy: "ann",
      decidedBy: null,
      standings: { requested: 1 },
    });
    await expect(approveDecision(ann, id, "")).rejects.toMatchObject({ code: "forbidden" });
    at(2);
    expect(await approveDecision(lea, id, "Until the new cluster is there.")).toEqual([]);
    expect(await stateOf("f-01", "memory-limit")).toBe("accepted");
    expect(await getDecision(system, id, hour(3))).toMatchObject({
      status: "approved",
      requestedBy: "ann",
      decidedBy: "lea",
      note: "Until the new cluster is there.",
      standings: { active: 1 },
    });
    await expect(approveDecision(lea, id, "")).rejects.toMatchObject({ code: "conflict" });
  });

  it("is declined with a reason", async () => {
    await scan("g-01", "before", -DAY);
    at(0);
    const id = await decideOne(ann, "memory-limit", ["g-01"]);
    await expect(declineDecision(lea, id, " ")).rejects.toMatchObject({ detail: { field: "note" } });
    await declineDecision(lea, id, "Mend it, it is one line.");
    expect(await stateOf("g-01", "memory-limit")).toBe("open");
    expect(await standings(id, 1)).toEqual({ "g-01": "ended" });
  });

  it("that a scan has answered by then cannot be approved", async () => {
    await scan("h-01", "before", -DAY);
    at(0);
    const id = await decideOne(ann, "live-restore", ["h-01"]);
    await scan("h-01", "after", 1);
    await expect(approveDecision(lea, id, "")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("It passes") });
    expect((await getDecision(system, id, hour(2)))?.status).toBe("requested");
  });
});

describe("a request", () => {
  it("is asked the rule that would take it, and is none where it has no effect now", async () => {
    for (const host of ["r-01", "r-02"]) await scan(host, host === "r-01" ? "before" : "after", -DAY);
    at(0);
    const undecided = await decide(ann, "trusted-base-images", ["r-01"]);
    expect([undecided.decisions, undecided.refused]).toMatchObject([[], [{ reason: "No scan says that it fails: attest it instead." }]]);
    const passing = await decide(ann, "live-restore", ["r-01", "r-02"]);
    expect([passing.decisions, passing.refused]).toMatchObject([
      [{ hosts: 1 }],
      [{ host: "r-02", reason: "It passes: there is no risk to accept." }],
    ]);
    const [asked] = passing.decisions;
    await withdrawDecision(ann, asked?.id ?? 0, "It is mended tonight.");
    expect(await getDecision(system, asked?.id ?? 0, hour(1))).toMatchObject({
      ...{ status: "withdrawn", withdrawnBy: "ann", withdrawnReason: "It is mended tonight." },
    });
  });
});

describe("an attestation", () => {
  it("decides what no tool does, never against a fail, and ends at its day or when it is taken back", async () => {
    await scan("i-01", "before", -DAY);
    at(0);
    const id = await decideOne(ann, "trusted-base-images", ["i-01"], { kind: "attest_pass" });
    expect(await stateOf("i-01", "trusted-base-images")).toBe("hardened");
    const { refused } = await decide(ann, "memory-limit", ["i-01"], { kind: "attest_pass" });
    expect(refused).toMatchObject([{ reason: "A scan says that it fails, and nobody's word counts against that." }]);
    await withdrawDecision(ann, id, "The registry changed.");
    expect(await stateOf("i-01", "trusted-base-images")).toBe("needs_review");
    expect(await standings(id, 1)).toEqual({ "i-01": "ended" });
    await decideOne(ann, "trusted-base-images", ["i-01"], { kind: "attest_fail" });
    expect(await stateOf("i-01", "trusted-base-images")).toBe("open");
    await endDueDecisions(system, hour(31 * DAY));
    expect(await stateOf("i-01", "trusted-base-images")).toBe("needs_review");
  });
});

describe("not applicable", () => {
  it("takes a finding out until somebody reopens it or a new item fails", async () => {
    await scan("j-01", beforeWithout(/delta-api-04/), -DAY);
    at(0);
    const id = await decideOne(lea, "memory-limit", ["j-01"], { kind: "not_applicable", until: null });
    expect(await stateOf("j-01", "memory-limit")).toBe("not_applicable");
    expect(await standings(id, 400 * DAY)).toEqual({ "j-01": "active" });
    await scan("j-01", "before", 2);
    expect(await stateOf("j-01", "memory-limit")).toBe("open");
    expect(await listDecisionPlaces(system, id, hour(3), 10)).toMatchObject([
      { standing: "ended", endedBy: { kind: "not_applicable_outgrown" } },
    ]);
  });
});

describe("a decision", () => {
  it("over many checks and hosts is one per check, with one reason; taken back, the evidence stands again", async () => {
    for (const host of ["k-01", "k-02"]) await scan(host, "before", -DAY);
    at(0);
    const findings = [];
    for (const host of ["k-01", "k-02"])
      for (const key of ["memory-limit", "host-pid", "pids-limit"]) findings.push((await findingOf(host, key)).id);
    const { decisions } = await decideOnFindings(lea, {
      selection: { findingIds: findings },
      kind: "accept",
      items: null,
      reason: REASON,
      until: hour(90 * DAY),
      expected: 6,
    });
    expect(decisions.map(({ key, hosts }) => `${key} ${hosts}`)).toEqual(["host-pid 2", "memory-limit 2", "pids-limit 2"]);
    const [first] = decisions;
    at(1);
    await withdrawDecision(lea, first?.id ?? 0, "A mistake.");
    expect([await stateOf("k-01", "host-pid"), await stateOf("k-02", "host-pid"), await stateOf("k-02", "pids-limit")]).toEqual([
      "open",
      "open",
      "accepted",
    ]);
    const over = { selection: { findingIds: findings }, kind: "accept" as const, items: null, reason: REASON, until: hour(90 * DAY) };
    await expect(decideOnFindings(lea, { ...over, expected: 7 })).rejects.toMatchObject({ code: "conflict" });
  });

  it("goes with its host into another one", async () => {
    for (const host of ["l-01", "l-02"]) await scan(host, "before", host === "l-01" ? -DAY : -2 * DAY);
    at(0);
    const id = await decideOne(lea, "memory-limit", ["l-01", "l-02"]);
    const gone = await getHost(system, "l-01");
    await mergeHosts(system, gone?.id ?? 0, "l-02");
    expect(await standings(id, 1)).toEqual({ "l-02": "active" });
    expect(await stateOf("l-02", "memory-limit")).toBe("accepted");
  });

  it("is found by kind, standing and host, and the counts say as many", async () => {
    const now = hour(20 * DAY);
    const counts = await countDecisions(system, { kind: "accept" }, now);
    const { total: active } = await listDecisions(system, { kind: "accept", standing: "active" }, now, { number: 1, size: 1 });
    const { items, total } = await listDecisions(system, { kind: "accept", host: "a-02" }, now, { number: 1, size: 5 });
    expect([active, items.map((row) => row.key), total]).toEqual([counts.active, ["memory-limit"], 1]);
    const everything = await listDecisions(system, {}, now, { number: 1, size: 100 });
    expect(everything.total).toBe((await countDecisions(system, {}, now)).all);
    expect(everything.items).toHaveLength(everything.total);
  });
});

describe("work on a finding without a task", () => {
  it("starts, is said to be fixed, and is reopened with a reason", async () => {
    await scan("m-01", "before", -DAY);
    at(0);
    const { id } = await findingOf("m-01", "live-restore");
    expect(await workOnFinding(ann, id, { kind: "start" })).toBe("in_progress");
    await expect(workOnFinding(ann, id, { kind: "start" })).rejects.toMatchObject({
      code: "conflict",
      message: "Somebody works on it already.",
    });
    at(1);
    expect(await workOnFinding(ann, id, { kind: "saysFixed" })).toBe("awaiting_verification");
    at(2);
    expect(await workOnFinding(ann, id, { kind: "reopen", reason: "It was another host." })).toBe("open");
    await scan("m-01", "after", 3);
    at(4);
    await expect(workOnFinding(ann, id, { kind: "start" })).rejects.toMatchObject({
      message: "No scan says that it fails: there is nothing to mend.",
    });
  });
});

describe("people", () => {
  it("who may approve are told of a request, and who asked is told of the answer", async () => {
    await scan("n-01", "before", -DAY);
    at(0);
    const { rows: before } = await pool().query("delete from notice returning 1");
    expect(before.length).toBeGreaterThan(0);
    const id = await decideOne(ann, "memory-limit", ["n-01"]);
    await declineDecision(lea, id, "Mend it.");
    const { rows } = await pool().query("select user_id, kind, actor, detail from notice where decision_id = $1 order by id", [id]);
    expect(rows).toEqual([
      { user_id: "user-lea", kind: "acceptance_requested", actor: "ann", detail: `Accepted risk: ${REASON}` },
      { user_id: "user-ann", kind: "acceptance_decided", actor: "lea", detail: "It was declined: Mend it." },
    ]);
  });
});
