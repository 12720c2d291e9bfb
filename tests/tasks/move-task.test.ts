import { describe, expect, it } from "vitest";
import { type MovingTarget, moveTask, refusalOf } from "@/lib/tasks/move-task";
import { TASK_STATUSES } from "@/lib/tasks/task-status";
import { act, fail, pass, scan, walk } from "../hardening/history-builder";

describe("moving a task", () => {
  it("is allowed as the table says, and to verified never", () => {
    const table = TASK_STATUSES.map((from) => TASK_STATUSES.map((to) => refusalOf(from, to)?.code ?? "ok"));
    expect(table).toEqual([
      ["already_there", "ok", "ok", "only_evidence_verifies"],
      ["ok", "already_there", "ok", "only_evidence_verifies"],
      ["ok", "ok", "already_there", "only_evidence_verifies"],
      ["already_verified", "already_verified", "already_verified", "already_there"],
    ]);
    expect(refusalOf("in_progress", "verified")?.message).toBe("Only a scan can verify. Upload one, or attest with a reason.");
    expect(moveTask("to_do", "verified", [])).toMatchObject({ ok: false, error: { code: "only_evidence_verifies" } });
  });

  it("takes along the hosts that are neither verified nor waived, each with the act its finding takes", () => {
    const targets: MovingTarget[] = [
      { hostId: 1, status: "to_do", state: "open" },
      { hostId: 2, status: "to_do", state: "regressed" },
      { hostId: 3, status: "in_progress", state: "in_progress" },
      { hostId: 4, status: "verified", state: "hardened" },
      { hostId: 5, status: "to_do", state: "accepted" },
      { hostId: 6, status: "to_do", state: "not_applicable" },
      { hostId: 7, status: "to_do", state: "needs_review" },
      { hostId: 8, status: "to_do", state: null },
      { hostId: 9, status: "in_progress", state: "open" },
    ];
    expect(moveTask("to_do", "in_progress", targets)).toEqual({
      ok: true,
      value: [
        { hostId: 1, status: "in_progress", act: "start" },
        { hostId: 2, status: "in_progress", act: "start" },
        { hostId: 7, status: "in_progress", act: null },
        { hostId: 8, status: "in_progress", act: null },
        { hostId: 9, status: "in_progress", act: "start" },
      ],
    });
    expect(moveTask("in_progress", "awaiting_verification", targets.slice(0, 4))).toEqual({
      ok: true,
      value: [
        { hostId: 1, status: "awaiting_verification", act: "saysFixed" },
        { hostId: 2, status: "awaiting_verification", act: "saysFixed" },
        { hostId: 3, status: "awaiting_verification", act: "saysFixed" },
      ],
    });
    expect(moveTask("in_progress", "to_do", targets.slice(2, 3))).toEqual({
      ok: true,
      value: [{ hostId: 3, status: "to_do", act: "reopen" }],
    });
  });

  it("and the fold agree: the acts bring each finding to the state the task shows", () => {
    const C = "no-ssh";
    const regressed = [scan(1, fail(C)), scan(2, pass(C)), scan(3, fail(C))];
    const reached = (...kinds: ("start" | "saysFixed" | "reopen")[]) =>
      walk([
        ...regressed,
        ...kinds.map((kind, index) => act(10 + index, C, kind === "reopen" ? { kind, reason: "Moved back." } : { kind })),
      ]).host.findings.get(C)?.state;
    expect(reached("start")).toBe("in_progress");
    expect(reached("saysFixed")).toBe("awaiting_verification");
    expect(reached("start", "saysFixed", "start")).toBe("in_progress");
    expect(reached("start", "saysFixed", "reopen")).toBe("regressed");
  });
});
