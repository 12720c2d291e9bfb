import { describe, expect, it } from "vitest";
import { applyEdits } from "@/lib/threats/edit/apply-edit";
import type { ModelEdit } from "@/lib/threats/edit/edit-schema";
import { threatChanges } from "@/lib/threats/edit/threat-changes";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { isKnown, SMALL } from "./small-model";

function edited(...edits: readonly ModelEdit[]): ThreatModel {
  const result = applyEdits(SMALL, edits, isKnown);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe("what was done to one threat", () => {
  const changed = edited(
    { op: "set-facts", facts: { owner: "Platform" } },
    { op: "change-threat", threat: "resource-exhaustion", changes: { likelihood: "very_high" } },
    { op: "change-link", threat: "resource-exhaustion", control: "memory-limit", changes: { role: "supporting" } },
    { op: "change-element", id: "web", changes: { boundary: "host", outOfScope: "Not ours" } },
  );

  it("leaves out what was done to the model, its diagrams and other threats", () => {
    expect(
      threatChanges(SMALL, changed, "resource-exhaustion").map(({ change, subject, key, fields }) => [
        ...[change, subject, key],
        fields.map(({ field }) => field).join(),
      ]),
    ).toEqual([
      ["changed", "threat", "resource-exhaustion", "Likelihood"],
      ["changed", "link", "resource-exhaustion/memory-limit", "Role"],
    ]);
  });

  it("is nothing for a threat that stayed the same", () => {
    expect(threatChanges(SMALL, changed, "container-breakout")).toEqual([]);
    expect(threatChanges(SMALL, SMALL, "resource-exhaustion")).toEqual([]);
  });

  it("says that a threat came or went", () => {
    const without = edited({ op: "remove-threat", threat: "container-breakout" });
    expect(threatChanges(SMALL, without, "container-breakout")[0]).toMatchObject({ change: "removed", subject: "threat" });
    expect(threatChanges(without, SMALL, "container-breakout")[0]).toMatchObject({ change: "added", subject: "threat" });
  });
});
