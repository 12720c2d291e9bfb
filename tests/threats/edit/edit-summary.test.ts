import { expect, it } from "vitest";
import type { ModelEdit } from "@/lib/threats/edit/edit-schema";
import { editSummary } from "@/lib/threats/edit/edit-summary";
import { SMALL } from "./small-model";

const [operator] = SMALL.elements;
const [host] = SMALL.boundaries;
const [asks, , loose] = SMALL.flows;
const [hint] = SMALL.notes;
const [main] = SMALL.diagrams;
const at = (...ids: readonly string[]) => ids.map((id) => ({ id, x: 0, y: 0 }));
const link = { control: "memory-limit", kind: "mitigates", role: "required", reason: "", confidence: "high", mitigation: null } as const;
const threat = "resource-exhaustion";

it.each<readonly [ModelEdit | undefined, string]>([
  [{ op: "set-facts", facts: { title: "Host", owner: "me", evidence: [] } }, "Changed the title, the owner and whose scans bring hosts in"],
  [main && { op: "add-diagram", diagram: main }, "Added the diagram Data flow"],
  [{ op: "change-diagram", id: "second", changes: { title: "CI" } }, "Renamed Build to CI"],
  [{ op: "change-diagram", id: "second", changes: { description: "x" } }, "Changed Build"],
  [{ op: "remove-diagram", id: "second" }, "Removed Build"],
  [operator && { op: "add-element", element: operator }, "Added the actor Operator"],
  [{ op: "change-element", id: "web", changes: { name: "Shop" } }, "Renamed web-frontend to Shop"],
  [{ op: "change-element", id: "web", changes: { outOfScope: "Not ours" } }, "Took web-frontend out of scope"],
  [{ op: "change-element", id: "web", changes: { outOfScope: null } }, "Took web-frontend into scope"],
  [{ op: "change-element", id: "web", changes: { description: "x" } }, "Changed web-frontend"],
  [{ op: "remove-element", id: "dockerd" }, "Removed dockerd"],
  [host && { op: "add-boundary", boundary: host }, "Added the boundary Docker host"],
  [{ op: "change-boundary", id: "host", changes: { trust: 3 } }, "Changed Docker host"],
  [{ op: "remove-boundary", id: "host" }, "Removed Docker host"],
  [asks && { op: "add-flow", flow: asks }, "Added the flow asks"],
  [loose && { op: "add-flow", flow: loose }, "Added the flow from a loose end to web-frontend"],
  [{ op: "change-flow", id: "asks", changes: { encrypted: true } }, "Changed asks"],
  [{ op: "change-flow", id: "in", changes: { name: "calls" } }, "Named the flow from a loose end to web-frontend “calls”"],
  [{ op: "connect-flow", id: "asks", changes: { to: { element: "web" } } }, "Connected asks to web-frontend"],
  [{ op: "remove-flow", id: "in" }, "Removed the flow from a loose end to web-frontend"],
  [hint && { op: "add-note", note: hint }, "Added the note Shared kernel"],
  [{ op: "change-note", id: "hint", changes: { text: `a\n${"b".repeat(80)}` } }, "Changed Shared kernel"],
  [{ op: "remove-note", id: "hint" }, "Removed Shared kernel"],
  [{ op: "place", boxes: at("dockerd") }, "Moved dockerd"],
  [{ op: "place", boxes: at("dockerd", "host", "hint") }, "Moved dockerd, Docker host and Shared kernel"],
  [{ op: "place", boxes: at("dockerd", "host", "hint", "web") }, "Moved 4 things"],
  [{ op: "place", boxes: [{ id: "host", x: 0, y: 0, width: 9 }] }, "Resized Docker host"],
  [{ op: "add-threat", threat: { title: `${"long ".repeat(20)}`, stride: "S" } }, `Added the threat ${"long ".repeat(11)}long…`],
  [{ op: "change-threat", threat, changes: { title: "Starvation" } }, "Renamed Resource Exhaustion to Starvation"],
  [{ op: "change-threat", threat, changes: { impact: "low" } }, "Changed Resource Exhaustion"],
  [{ op: "remove-threat", threat }, "Removed the threat Resource Exhaustion"],
  [{ op: "add-mitigation", threat, mitigation: { id: "a", text: "b" } }, "Added a mitigation to Resource Exhaustion"],
  [{ op: "change-mitigation", threat, id: "quota", changes: { text: "b" } }, "Changed a mitigation of Resource Exhaustion"],
  [{ op: "remove-mitigation", threat, id: "quota" }, "Removed a mitigation of Resource Exhaustion"],
  [{ op: "add-link", threat, link }, "Linked memory-limit to Resource Exhaustion as required"],
  [
    { op: "change-link", threat, control: "memory-limit", changes: { role: "supporting" } },
    "Made memory-limit supporting for Resource Exhaustion",
  ],
  [
    { op: "change-link", threat, control: "memory-limit", changes: { reason: "x" } },
    "Changed the link of memory-limit to Resource Exhaustion",
  ],
  [{ op: "remove-link", threat, control: "memory-limit" }, "Unlinked memory-limit from Resource Exhaustion"],
])("%j is summed up as %s", (edit, summary) => {
  expect(edit && editSummary(edit, SMALL)).toBe(summary);
});
