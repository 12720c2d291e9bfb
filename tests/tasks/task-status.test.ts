import { describe, expect, it } from "vitest";
import { FINDING_STATES, type FindingState } from "@/lib/hardening/states";
import {
  firstTargetStatus,
  isWaived,
  progressOf,
  TASK_STATUSES,
  type TaskedEvent,
  type TaskStatus,
  targetAfterFinding,
  taskStatusOf,
} from "@/lib/tasks/task-status";

const target = (status: TaskStatus, waived = false) => ({ status, waived });

describe("the status of a task", () => {
  it.each<[TaskStatus, ReturnType<typeof target>[]]>([
    ["to_do", []],
    ["to_do", [target("to_do")]],
    ["to_do", [target("to_do"), target("verified")]],
    ["in_progress", [target("to_do"), target("in_progress")]],
    ["in_progress", [target("to_do"), target("awaiting_verification")]],
    ["in_progress", [target("awaiting_verification"), target("in_progress"), target("verified")]],
    ["awaiting_verification", [target("awaiting_verification"), target("awaiting_verification")]],
    ["awaiting_verification", [target("awaiting_verification"), target("verified"), target("to_do", true)]],
    ["verified", [target("verified"), target("verified")]],
    ["verified", [target("verified"), target("in_progress", true)]],
    ["to_do", [target("to_do", true)]],
    ["in_progress", [target("in_progress", true)]],
  ])("is %s of %o", (expected, targets) => {
    expect(taskStatusOf(targets)).toBe(expected);
  });

  it("is never verified by decisions alone", () => {
    expect(taskStatusOf([target("to_do", true), target("awaiting_verification", true)])).not.toBe("verified");
  });

  it("tells its progress in hosts that count", () => {
    expect(progressOf([target("verified"), target("verified", true), target("to_do"), target("to_do", true)])).toEqual({
      verified: 2,
      of: 3,
    });
  });
});

describe("a target", () => {
  it("starts where its finding is", () => {
    expect(Object.fromEntries(FINDING_STATES.map((state) => [state, firstTargetStatus(state)]))).toEqual({
      regressed: "to_do",
      open: "to_do",
      in_progress: "in_progress",
      awaiting_verification: "awaiting_verification",
      accepted: "to_do",
      needs_review: "to_do",
      not_assessable: "to_do",
      not_applicable: "to_do",
      hardened: "verified",
    });
    expect(FINDING_STATES.filter(isWaived)).toEqual(["accepted", "not_applicable"]);
  });

  const event = (kind: TaskedEvent["kind"], from: FindingState, to: FindingState): TaskedEvent => ({ kind, from, to });

  // Columns: what a target in to_do, in_progress, awaiting_verification and verified becomes.
  it.each<[string, TaskedEvent, [TaskStatus, TaskStatus, TaskStatus, TaskStatus]]>([
    ["a scan verifies", event("passed", "awaiting_verification", "hardened"), ["verified", "verified", "verified", "verified"]],
    ["an attestation verifies", event("attested", "needs_review", "hardened"), ["verified", "verified", "verified", "verified"]],
    [
      "a fail contradicts the claim",
      event("still_failing", "awaiting_verification", "open"),
      ["in_progress", "in_progress", "in_progress", "in_progress"],
    ],
    [
      "a fail contradicts the claim under an acceptance",
      event("still_failing", "accepted", "accepted"),
      ["in_progress", "in_progress", "in_progress", "in_progress"],
    ],
    ["a regression reopens", event("regressed", "hardened", "regressed"), ["to_do", "in_progress", "awaiting_verification", "to_do"]],
    ["a changed scanner reopens", event("scanner_changed", "hardened", "open"), ["to_do", "in_progress", "awaiting_verification", "to_do"]],
    ["other items move nothing", event("items_changed", "open", "open"), ["to_do", "in_progress", "awaiting_verification", "to_do"]],
    ["starting", event("started", "open", "in_progress"), ["in_progress", "in_progress", "in_progress", "in_progress"]],
    [
      "saying fixed",
      event("said_fixed", "in_progress", "awaiting_verification"),
      ["awaiting_verification", "awaiting_verification", "awaiting_verification", "awaiting_verification"],
    ],
    ["reopening by hand", event("reopened", "in_progress", "open"), ["to_do", "to_do", "to_do", "to_do"]],
    [
      "losing the evidence keeps it",
      event("undecided", "hardened", "needs_review"),
      ["to_do", "in_progress", "awaiting_verification", "verified"],
    ],
    ["accepting keeps it", event("accepted", "open", "accepted"), ["to_do", "in_progress", "awaiting_verification", "verified"]],
    [
      "not applicable keeps it",
      event("marked_not_applicable", "open", "not_applicable"),
      ["to_do", "in_progress", "awaiting_verification", "verified"],
    ],
    [
      "an acceptance that ends keeps it",
      event("acceptance_expired", "accepted", "open"),
      ["to_do", "in_progress", "awaiting_verification", "to_do"],
    ],
  ])("%s", (_, happened, expected) => {
    expect(TASK_STATUSES.map((status) => targetAfterFinding(status, happened))).toEqual(expected);
  });
});
