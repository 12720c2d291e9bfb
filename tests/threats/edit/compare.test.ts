import { describe, expect, it } from "vitest";
import { applyEdits } from "@/lib/threats/edit/apply-edit";
import { compareModels } from "@/lib/threats/edit/compare";
import type { ModelEdit } from "@/lib/threats/edit/edit-schema";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { isKnown, SMALL } from "./small-model";

function edited(...edits: readonly ModelEdit[]): ThreatModel {
  const result = applyEdits(SMALL, edits, isKnown);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe("compareModels", () => {
  it("finds nothing between a model and itself", () => {
    expect(compareModels(SMALL, structuredClone(SMALL) as ThreatModel)).toEqual([]);
  });

  it("says which fields changed, before and after, in words", () => {
    const changed = edited(
      { op: "set-facts", facts: { owner: "Platform", evidence: ["docker", "kubernetes"] } },
      { op: "change-threat", threat: "resource-exhaustion", changes: { likelihood: "very_high", attackPath: ["Start many", "Wait"] } },
      { op: "change-threat", threat: "container-breakout", changes: { stride: "E", elements: ["dockerd", "web"] } },
      { op: "change-link", threat: "resource-exhaustion", control: "memory-limit", changes: { role: "supporting", mitigation: null } },
      { op: "change-element", id: "web", changes: { boundary: "host", outOfScope: "Not ours" } },
      { op: "change-boundary", id: "containers", changes: { trust: 20, parent: null } },
      { op: "change-flow", id: "asks", changes: { encrypted: false, protocol: "unix" } },
      { op: "connect-flow", id: "in", changes: { from: { element: "operator" } } },
      { op: "place", boxes: [{ id: "log", x: 1, y: 2 }] },
    );
    const field = (name: string, before: string, now: string) => ({ field: name, before, after: now });
    expect(compareModels(SMALL, changed)).toEqual([
      {
        change: "changed",
        subject: "model",
        key: "docker",
        name: "Docker host",
        of: null,
        fields: [field("Owner", "", "Platform"), field("Hosts come in by scans of", "Docker", "Docker, Kubernetes")],
      },
      {
        change: "changed",
        subject: "threat",
        key: "resource-exhaustion",
        name: "Resource Exhaustion",
        of: null,
        fields: [field("Attack path", "", "1. Start many\n2. Wait"), field("Likelihood", "High", "Very high")],
      },
      {
        change: "changed",
        subject: "threat",
        key: "container-breakout",
        name: "Container Breakout",
        of: null,
        fields: [
          field("Short name", "D-I1", "D-E1"),
          field("Category", "Information disclosure", "Elevation of privilege"),
          field("Concerns", "dockerd", "dockerd, web-frontend"),
        ],
      },
      {
        change: "changed",
        subject: "link",
        key: "resource-exhaustion/memory-limit",
        name: "memory-limit",
        of: "Resource Exhaustion",
        fields: [field("Role", "Required", "Supporting"), field("Mitigation", "Resource quotas", "")],
      },
      {
        change: "changed",
        subject: "element",
        key: "web",
        name: "web-frontend",
        of: null,
        fields: [field("Boundary", "Containers", "Docker host"), field("Out of scope because", "", "Not ours")],
      },
      {
        change: "changed",
        subject: "element",
        key: "log",
        name: "Audit log",
        of: null,
        fields: [field("Place", "320, 300, 140 × 56", "1, 2, 140 × 56")],
      },
      {
        change: "changed",
        subject: "boundary",
        key: "containers",
        name: "Containers",
        of: null,
        fields: [field("Inside", "Docker host", ""), field("Trust", "", "20")],
      },
      {
        change: "changed",
        subject: "flow",
        key: "asks",
        name: "asks",
        of: null,
        fields: [field("Protocol", "", "unix"), field("Encrypted", "", "No")],
      },
      {
        change: "changed",
        subject: "flow",
        key: "in",
        name: "Operator to web-frontend",
        of: null,
        fields: [field("From", "a loose end at 0, 0", "Operator")],
      },
    ]);
  });

  it("lists what came and went, with links and mitigations under their threat", () => {
    const changed = edited(
      { op: "remove-threat", threat: "resource-exhaustion" },
      { op: "add-threat", threat: { title: "New", stride: "S" } },
      { op: "add-mitigation", threat: "new", mitigation: { id: "m", text: "Do it" } },
      { op: "remove-element", id: "operator" },
      { op: "remove-boundary", id: "edge" },
      { op: "remove-note", id: "hint" },
      { op: "add-diagram", diagram: { id: "third", title: "Deploy", description: "", method: "STRIDE" } },
    );
    const lines = compareModels(SMALL, changed).map(({ change, subject, key, name, of, fields }) => [
      change,
      subject,
      key,
      name,
      of,
      fields.length,
    ]);
    expect(lines).toEqual([
      ["removed", "threat", "resource-exhaustion", "Resource Exhaustion", null, 0],
      ["changed", "threat", "noisy-neighbour", "Noisy neighbour", null, 1],
      ["added", "threat", "new", "New", null, 0],
      ["removed", "mitigation", "resource-exhaustion/quota", "Resource quotas", "Resource Exhaustion", 0],
      ["removed", "mitigation", "resource-exhaustion/watch", "Usage monitoring", "Resource Exhaustion", 0],
      ["added", "mitigation", "new/m", "Do it", "New", 0],
      ["removed", "link", "resource-exhaustion/memory-limit", "memory-limit", "Resource Exhaustion", 0],
      ["added", "diagram", "third", "Deploy", null, 0],
      ["removed", "element", "operator", "Operator", null, 0],
      ["removed", "boundary", "edge", "Edge", null, 0],
      ["removed", "flow", "asks", "asks", null, 0],
      ["removed", "note", "hint", "Shared kernel", null, 0],
    ]);
  });

  it("tells things apart by what they are, not by what they are called", () => {
    const renamed = edited(
      { op: "change-element", id: "dockerd", changes: { name: "Daemon" } },
      { op: "set-facts", facts: { prefix: "DK" } },
    );
    expect(compareModels(SMALL, renamed).map(({ subject, key }) => [subject, key])).toEqual([
      ["model", "docker"],
      ["element", "dockerd"],
    ]);
    const twin = edited({ op: "change-element", id: "web", changes: { name: "dockerd" } });
    const swapped = applyEdits(twin, [{ op: "connect-flow", id: "asks", changes: { to: { element: "web" } } }], isKnown);
    expect(swapped.ok && compareModels(twin, swapped.value)).toMatchObject([
      { key: "asks", fields: [{ field: "To", before: "dockerd", after: "dockerd" }] },
    ]);
  });
});
