import { describe, expect, it } from "vitest";
import { explain, isNoSpace } from "@/cli/explain";
import { Refusal } from "@/cli/refusal";
import { AppError } from "@/lib/shared/app-error";

const withCode = (code: string, message: string): Error => Object.assign(new Error(message), { code });

describe("explain", () => {
  it.each([
    ["the system", withCode("ENOSPC", "ENOSPC: no space left on device, write")],
    ["a quota", withCode("EDQUOT", "EDQUOT: quota exceeded")],
    ["PostgreSQL", withCode("53100", "could not extend file")],
    ["a program's output", "initdb: error: could not write: No space left on device"],
  ])("recognises a full disk from %s", (_source, problem) => {
    expect(isNoSpace(problem)).toBe(true);
    expect(explain(problem, "/data").message).toBe(
      "No space is left on the disk of /data: free some space there (Bulkhead needs about 500 MB), then start again.",
    );
  });

  it("keeps what is already a sentence for people", () => {
    const refusal = new Refusal("Do this.");
    expect(explain(refusal, "/data")).toBe(refusal);
  });

  it("takes the words of lib as they are", () => {
    expect(explain(new AppError("invalid-input", "Set both or neither."), "/data").message).toBe("Set both or neither.");
  });

  it("puts anything else on one line and says how to learn more", () => {
    const { message, exitCode } = explain(new Error("first line\n  second line."), "/data");
    expect(message).toBe("Bulkhead could not go on: first line second line; set BULKHEAD_DEBUG=1 and run it again to see where.");
    expect(exitCode).toBe(1);
  });
});
