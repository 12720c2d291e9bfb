import { expect, it } from "vitest";
import { newModel } from "@/lib/threats/edit/new-model";
import { uniqueSlug } from "@/lib/threats/edit/unique-slug";
import { threatModelSchema } from "@/lib/threats/threat-model";

it("a new model is empty, with one diagram, a slug of its own and initials as its prefix", () => {
  const model = newModel("Payment service", new Set(["payment-service"]));
  expect(model).toEqual({
    slug: "payment-service-2",
    title: "Payment service",
    prefix: "PS",
    description: "",
    owner: "",
    reviewer: "",
    contributors: [],
    evidence: [],
    diagrams: [{ id: "main", title: "Data flow", description: "", method: "STRIDE" }],
    elements: [],
    boundaries: [],
    flows: [],
    notes: [],
    threats: [],
  });
  expect(threatModelSchema.parse(model)).toEqual(model);
});

it.each([
  ["3 tier application on the web", "TAO"],
  ["Ökosystem", "O"],
  ["決済", "M"],
  ["42", "M"],
])("the prefix of %s is %s", (title, prefix) => {
  const model = newModel(title, new Set());
  expect(model.prefix).toBe(prefix);
  expect(threatModelSchema.parse(model)).toEqual(model);
});

it.each([
  ["Image & Container Integrity", [], "image-container-integrity"],
  ["Bob's “café” --", [], "bobs-cafe"],
  ["", [], "thing"],
  ["a b", ["a-b", "a-b-2"], "a-b-3"],
  [`${"x".repeat(79)} yz`, [], "x".repeat(79)],
  ["x".repeat(90), ["x".repeat(80)], `${"x".repeat(78)}-2`],
])("the slug of %j beside %j is %s", (words, taken, slug) => {
  expect(uniqueSlug(words, new Set(taken), "thing")).toBe(slug);
});
