import { describe, expect, it } from "vitest";
import { applyEdits } from "@/lib/threats/edit/apply-edit";
import { modelEditSchema } from "@/lib/threats/edit/edit-schema";
import type { ControlLink, Threat } from "@/lib/threats/threat-model";
import { edited, refused } from "./expect-edit";
import { isKnown, SMALL, threat } from "./small-model";

const exhaustion = SMALL.threats[0] as Threat;
const CPU: ControlLink = { control: "cpu-shares", kind: "mitigates", role: "required", reason: "", confidence: "low", mitigation: null };

describe("the model's own facts", () => {
  it("change one by one", () => {
    expect(edited({ op: "set-facts", facts: { owner: "Platform", evidence: [] } })).toEqual({ ...SMALL, owner: "Platform", evidence: [] });
    expect(refused({ op: "set-facts", facts: { prefix: "d" } })).toEqual([
      "prefix",
      "The model would no longer fit its limits at “prefix”: One to five capital letters or digits, a letter first.",
    ]);
    expect(modelEditSchema.safeParse({ op: "set-facts", facts: { slug: "other" } }).success).toBe(false);
  });
});

describe("threats", () => {
  it("get a slug of their title, the next number of their letter and a person as their origin", () => {
    const after = edited({
      op: "add-threat",
      threat: { title: "Resource exhaustion!", stride: "D", elements: ["web", "web"], impact: "low" },
    });
    const added = threat({
      slug: "resource-exhaustion-2",
      number: 5,
      stride: "D",
      title: "Resource exhaustion!",
      origin: "user",
      elements: ["web"],
      impact: "low",
    });
    expect(after).toEqual({ ...SMALL, threats: [...SMALL.threats, added] });
    expect(edited({ op: "add-threat", threat: { title: "脅威", stride: "E" } }).threats[3]).toEqual(
      threat({ slug: "threat", number: 1, stride: "E", title: "脅威", origin: "user" }),
    );
    // A page of the model stands at that address.
    expect(edited({ op: "add-threat", threat: { title: "Edit", stride: "T" } }).threats[3]?.slug).toBe("edit-2");
    expect(refused({ op: "add-threat", threat: { title: "x", stride: "E", elements: ["hint"] } })).toEqual([
      "threat.elements",
      "Nothing on the diagrams has the id “hint”.",
    ]);
    expect(refused({ op: "add-threat", threat: { title: "", stride: "E" } })[0]).toBe("threats.3.title");
  });

  it("keep their slug with a new title, and take the next number with a new letter", () => {
    const after = edited({ op: "change-threat", threat: "container-breakout", changes: { title: "Escape", stride: "D" } });
    expect(after.threats).toEqual([exhaustion, { ...SMALL.threats[1], title: "Escape", stride: "D", number: 5 }, SMALL.threats[2]]);
    const same = edited({ op: "change-threat", threat: "noisy-neighbour", changes: { stride: "D", elements: ["web", "web"] } });
    expect(same.threats[2]).toEqual({ ...SMALL.threats[2], elements: ["web"] });
    expect(refused({ op: "change-threat", threat: "nothing", changes: {} })).toEqual([
      "threat",
      "There is no threat “nothing” in this model.",
    ]);
    expect(refused({ op: "change-threat", threat: "container-breakout", changes: { elements: ["moon"] } })[0]).toBe("changes.elements");
    for (const given of [{ slug: "x" }, { number: 9 }, { origin: "source" }]) {
      expect(modelEditSchema.safeParse({ op: "change-threat", threat: "container-breakout", changes: given }).success).toBe(false);
    }
  });

  it("go alone", () => {
    expect(edited({ op: "remove-threat", threat: "noisy-neighbour" })).toEqual({ ...SMALL, threats: SMALL.threats.slice(0, 2) });
    expect(refused({ op: "remove-threat", threat: "nothing" })[0]).toBe("threat");
  });
});

describe("mitigations", () => {
  const slug = exhaustion.slug;

  it("are added, changed and removed, and controls they leave stand for themselves", () => {
    const limits = { id: "rate", text: "Rate limiting" };
    expect(edited({ op: "add-mitigation", threat: slug, mitigation: limits }).threats[0]).toEqual({
      ...exhaustion,
      mitigations: [...exhaustion.mitigations, limits],
    });
    expect(edited({ op: "change-mitigation", threat: slug, id: "quota", changes: { text: "Quotas" } }).threats[0]?.mitigations).toEqual([
      { id: "quota", text: "Quotas" },
      { id: "watch", text: "Usage monitoring" },
    ]);
    expect(edited({ op: "remove-mitigation", threat: slug, id: "quota" }).threats[0]).toEqual({
      ...exhaustion,
      mitigations: [{ id: "watch", text: "Usage monitoring" }],
      controls: exhaustion.controls.map((link) => ({ ...link, mitigation: null })),
    });
  });

  it("are refused where they do not belong", () => {
    const again = { id: "quota", text: "x" };
    expect(refused({ op: "add-mitigation", threat: slug, mitigation: again })[0]).toBe("mitigation.id");
    expect(refused({ op: "add-mitigation", threat: "nothing", mitigation: again })[0]).toBe("threat");
    expect(refused({ op: "change-mitigation", threat: slug, id: "x", changes: { text: "x" } })).toEqual([
      "id",
      "The threat has no mitigation “x”.",
    ]);
    expect(refused({ op: "remove-mitigation", threat: "container-breakout", id: "quota" })[0]).toBe("id");
  });
});

describe("links to controls", () => {
  const slug = exhaustion.slug;

  it("are added, changed and removed", () => {
    expect(edited({ op: "add-link", threat: slug, link: CPU }).threats[0]?.controls).toEqual([...exhaustion.controls, CPU]);
    const changes = { kind: "detects", role: "supporting", mitigation: "watch" } as const;
    expect(edited({ op: "change-link", threat: slug, control: "memory-limit", changes }).threats[0]?.controls).toEqual([
      { ...exhaustion.controls[0], ...changes },
    ]);
    expect(edited({ op: "remove-link", threat: slug, control: "memory-limit" }).threats[0]?.controls).toEqual([]);
  });

  it("are refused to controls nobody knows, twice, and to another threat's mitigation", () => {
    expect(refused({ op: "add-link", threat: slug, link: { ...CPU, control: "magic" } })).toEqual([
      "link.control",
      "The catalogue has no control “magic”.",
    ]);
    expect(refused({ op: "add-link", threat: slug, link: { ...CPU, control: "memory-limit" } })).toEqual([
      "link.control",
      "“memory-limit” is linked to this threat already.",
    ]);
    expect(refused({ op: "add-link", threat: "container-breakout", link: { ...CPU, mitigation: "quota" } })[0]).toBe("link.mitigation");
    expect(refused({ op: "add-link", threat: "nothing", link: CPU })[0]).toBe("threat");
    expect(refused({ op: "change-link", threat: slug, control: "cpu-shares", changes: {} })).toEqual([
      "control",
      "“cpu-shares” is not linked to this threat.",
    ]);
    expect(refused({ op: "change-link", threat: slug, control: "memory-limit", changes: { mitigation: "x" } })[0]).toBe(
      "changes.mitigation",
    );
    expect(refused({ op: "remove-link", threat: slug, control: "cpu-shares" })[0]).toBe("control");
  });

  it("are required only where the control mitigates", () => {
    const words = "Only a control that mitigates can be required; one that detects supports.";
    expect(refused({ op: "add-link", threat: slug, link: { ...CPU, kind: "detects" } })).toEqual(["link.role", words]);
    expect(refused({ op: "change-link", threat: slug, control: "memory-limit", changes: { kind: "detects" } })).toEqual([
      "changes.role",
      words,
    ]);
  });
});

it("several edits are made in their order or none, and the refusal says which", () => {
  const named = applyEdits(
    SMALL,
    [
      { op: "set-facts", facts: { owner: "a" } },
      { op: "set-facts", facts: { owner: "b" } },
    ],
    isKnown,
  );
  expect(named).toEqual({ ok: true, value: { ...SMALL, owner: "b" } });
  const refusal = applyEdits(
    SMALL,
    [
      { op: "remove-element", id: "web" },
      { op: "remove-flow", id: "in" },
    ],
    isKnown,
  );
  expect(refusal).toEqual({
    ok: false,
    error: { index: 1, field: "id", expected: "the id of a flow", message: "There is no flow “in” in this model." },
  });
});
