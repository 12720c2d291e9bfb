import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EVENT_KINDS } from "@/lib/hardening/events";
import { FINDING_STATES } from "@/lib/hardening/states";
import { type FollowedFinding, type FollowingTarget, followFinding, inTurn } from "@/lib/tasks/follow-finding";
import { TASK_STATUSES, type TaskedEvent, type TaskStatus } from "@/lib/tasks/task-status";

const target = (
  taskId: number,
  status: TaskStatus,
  scope: readonly string[] | null,
  verifiedAt: number | null = null,
): FollowingTarget => ({
  taskId,
  status,
  verifiedAt: status === "verified" ? (verifiedAt ?? taskId) : verifiedAt,
  scope,
});

const failing = (items: readonly string[], more: Partial<FollowedFinding> = {}): FollowedFinding => ({
  state: "open",
  verdict: "open",
  claimed: false,
  items,
  ...more,
});

const passing: FollowedFinding = { state: "hardened", verdict: "hardened", claimed: false, items: [] };

const changed: TaskedEvent = { kind: "items_changed", from: "open", to: "open" };
const stillFailing: TaskedEvent = { kind: "still_failing", from: "awaiting_verification", to: "open" };
const regressed: TaskedEvent = { kind: "regressed", from: "hardened", to: "regressed" };
const passed: TaskedEvent = { kind: "passed", from: "open", to: "hardened" };

/** What one target becomes. */
const becomes = (status: TaskStatus, scope: readonly string[] | null, events: readonly TaskedEvent[], finding: FollowedFinding) =>
  followFinding([target(1, status, scope)], events, finding)[0]?.status ?? status;

describe("a target that is about some items", () => {
  it.each([
    ["its items are gone, others still fail", "to_do", [changed], failing(["c"]), "verified"],
    ["one of its items is left", "to_do", [changed], failing(["b", "c"]), "to_do"],
    ["it passes as a whole", "in_progress", [passed], passing, "verified"],
    ["the claim is contradicted for others only", "awaiting_verification", [stillFailing], failing(["c"]), "verified"],
    ["the claim is contradicted for one of its own", "awaiting_verification", [stillFailing], failing(["a", "c"]), "in_progress"],
    [
      "its items went before the claim, and no scan has run since",
      "in_progress",
      [{ kind: "said_fixed", from: "in_progress", to: "awaiting_verification" }],
      failing(["c"], { state: "awaiting_verification", claimed: true }),
      "awaiting_verification",
    ],
    ["one of its items is named again", "verified", [changed], failing(["a"]), "to_do"],
    ["it regresses with others only", "verified", [regressed], failing(["c"], { state: "regressed", verdict: "regressed" }), "verified"],
    ["it regresses with one of its own", "verified", [regressed], failing(["b"], { state: "regressed", verdict: "regressed" }), "to_do"],
    [
      "somebody starts on the others",
      "verified",
      [{ kind: "started", from: "open", to: "in_progress" }],
      failing(["c"], { state: "in_progress" }),
      "verified",
    ],
    [
      "its items come back while somebody works on the check",
      "verified",
      [{ kind: "items_changed", from: "in_progress", to: "in_progress" }],
      failing(["a"], { state: "in_progress" }),
      "in_progress",
    ],
    // Nothing is to be done under an acceptance, and nothing is proved by it.
    ["its items come back under an acceptance", "verified", [changed], failing(["a"], { state: "accepted" }), "verified"],
    [
      "nobody can decide it any more",
      "to_do",
      [{ kind: "undecided", from: "hardened", to: "needs_review" }],
      failing([], { state: "needs_review", verdict: "needs_review" }),
      "to_do",
    ],
    [
      "somebody starts",
      "to_do",
      [{ kind: "started", from: "open", to: "in_progress" }],
      failing(["a", "c"], { state: "in_progress" }),
      "in_progress",
    ],
  ] as const)("when %s", (_, status, events, finding, expected) => {
    expect(becomes(status, ["a", "b"], events, finding)).toBe(expected);
  });

  it("stays where it is when nothing is known of the finding", () => {
    expect(followFinding([target(1, "to_do", ["a"])], [], null)).toEqual([]);
  });
});

describe("several tasks on one control of a host", () => {
  it("look for the one to reopen among the open one first, then the one verified last", () => {
    const past = [target(1, "verified", null, 100), target(2, "verified", null, 300), target(3, "verified", null, 200)];
    const order = (targets: readonly FollowingTarget[]) => inTurn(targets).map(({ taskId }) => taskId);
    expect(order(past)).toEqual([2, 3, 1]);
    expect(order([...past, target(9, "verified", null, 300)])).toEqual([9, 2, 3, 1]);
    expect(order([...past, target(4, "to_do", null)])).toEqual([4, 2, 3, 1]);
  });

  it("reopens the one whose items are named, not the one verified last", () => {
    const targets = [target(1, "verified", ["a"], 10), target(2, "verified", ["b"], 20)];
    expect(followFinding(targets, [changed], failing(["a"]))).toEqual([{ taskId: 1, from: "verified", status: "to_do" }]);
    // Both are named: one is open at a time, and the one verified last begins.
    expect(followFinding(targets, [changed], failing(["a", "b"]))).toEqual([{ taskId: 2, from: "verified", status: "to_do" }]);
  });

  it("gives way to the next when the open one is verified", () => {
    const targets = [target(1, "verified", ["a"], 10), target(2, "to_do", ["b"])];
    expect(followFinding(targets, [changed], failing(["a", "b"]))).toEqual([]);
    expect(followFinding(targets, [changed], failing(["a"]))).toEqual([
      { taskId: 2, from: "to_do", status: "verified" },
      { taskId: 1, from: "verified", status: "to_do" },
    ]);
  });

  it("reopens the last one of the whole check at any fail", () => {
    const targets = [target(1, "verified", null, 10), target(2, "verified", null, 20)];
    expect(followFinding(targets, [regressed], failing(["z"], { state: "regressed", verdict: "regressed" }))).toEqual([
      { taskId: 2, from: "verified", status: "to_do" },
    ]);
  });
});

describe("whatever happens", () => {
  const status = fc.constantFrom(...TASK_STATUSES);
  const keys = fc.subarray(["a", "b", "c"], { minLength: 1 });
  const event = fc.record({
    kind: fc.constantFrom(...EVENT_KINDS),
    from: fc.option(fc.constantFrom(...FINDING_STATES)),
    to: fc.constantFrom(...FINDING_STATES),
  });
  const finding = fc.record({
    state: fc.constantFrom(...FINDING_STATES),
    verdict: fc.constantFrom("open", "regressed", "hardened", "needs_review", "not_assessable"),
    claimed: fc.boolean(),
    items: fc.subarray(["a", "b", "c", "d"]),
  });
  /** At most one is open, as in the database. */
  const targets = fc
    .array(fc.record({ verifiedAt: fc.nat(100), scope: fc.option(keys) }), { maxLength: 4 })
    .chain((verified) =>
      fc
        .option(fc.record({ status, scope: fc.option(keys) }))
        .map((first) => [
          ...verified.map((one, index): FollowingTarget => ({ ...one, taskId: index + 2, status: "verified" })),
          ...(first === null ? [] : [{ ...first, taskId: 1, verifiedAt: null } satisfies FollowingTarget]),
        ]),
    );

  it("leaves at most one task open, says the same twice, and never looks at items out of scope", () => {
    fc.assert(
      fc.property(targets, fc.array(event, { maxLength: 3 }), finding, (before, events, now) => {
        const changes = followFinding(before, events, now);
        const after = before.map((one) => ({ ...one, ...changes.find(({ taskId }) => taskId === one.taskId) }));
        expect(after.filter((one) => one.status !== "verified").length).toBeLessThanOrEqual(1);
        expect(followFinding(before, events, now)).toEqual(changes);
        expect(followFinding(before, events, { ...now, items: [...now.items, "elsewhere"] })).toEqual(changes);
        for (const { scope, status: is } of after) {
          if (scope === null || is === "verified") continue;
          // Open though nothing of it fails: only while a claim waits, or nothing is decided.
          const fails = now.verdict === "open" || now.verdict === "regressed";
          expect(fails && !now.claimed && !scope.some((key) => now.items.includes(key))).toBe(false);
        }
      }),
    );
  });
});
