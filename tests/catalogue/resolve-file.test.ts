import { describe, expect, it } from "vitest";
import type { BenchRun, StartedAt } from "@/lib/bench/report";
import { resolveFile } from "@/lib/catalogue/resolve-file";
import { result, run } from "./bench-run";

const DAY_MS = 86_400_000;
const at = (epochMs: number): StartedAt => ({ kind: "instant", raw: "", epochMs });
const local = (wallClock: string): StartedAt => ({ kind: "local", raw: "", wallClock, zone: null });

const one = (closed: boolean, startedAt: StartedAt | null = null): BenchRun =>
  run([result("4.5", "Ensure Content trust for Docker is Enabled (Automated)")], { closed, startedAt });

const chosen = (...runs: BenchRun[]) => resolveFile({ format: "docker-bench-text", runs, remarks: [] }).chosen;

describe("the run that stands for a file", () => {
  it("is the newest complete one", () => {
    expect(chosen(one(true))).toBe(0);
    expect(chosen(one(true), one(true))).toBe(1);
    expect(chosen(one(true), one(true), one(false))).toBe(1);
    expect(chosen(one(false), one(true), one(false), one(false))).toBe(1);
  });

  it("is the newest partial one when none is complete", () => {
    expect(chosen(one(false), one(false))).toBe(1);
  });

  it("goes by the runs' own clocks when they are days apart", () => {
    expect(chosen(one(true, at(10 * DAY_MS)), one(true, at(3 * DAY_MS)))).toBe(0);
    expect(chosen(one(true, at(10 * DAY_MS)), one(true, at(9.5 * DAY_MS)))).toBe(1);
    expect(chosen(one(true, local("2024-05-10T10:00:00")), one(true, local("2024-05-02T10:00:00")))).toBe(0);
    expect(chosen(one(true, local("2021-03-10T12:40:00")), one(true, local("2021-03-10T12:03:00")))).toBe(1);
    expect(chosen(one(true, at(10 * DAY_MS)), one(true, null))).toBe(1);
  });

  it("comes with all runs in file order", () => {
    const file = resolveFile({ format: "docker-bench-text", runs: [one(true), one(false)], remarks: ["a remark"] });
    expect(file.runs.map(({ complete }) => complete)).toEqual([true, false]);
    expect(file).toMatchObject({ format: "docker-bench-text", chosen: 0, remarks: ["a remark"] });
  });
});
