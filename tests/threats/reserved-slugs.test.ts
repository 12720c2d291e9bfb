import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { applyEdit } from "@/lib/threats/edit/apply-edit";
import { nameThreats } from "@/lib/threats/exchange/names";
import { RESERVED_MODEL_SLUGS, RESERVED_THREAT_SLUGS } from "@/lib/threats/reserved-slugs";
import { SHIPPED_MODELS } from "@/lib/threats/shipped-models";
import { SMALL } from "./edit/small-model";

/** The folders of a route that are no parameters, and that a slug could be: it has no dot. */
const pagesUnder = (route: string): readonly string[] =>
  readdirSync(new URL(`../../app/(dashboard)/${route}/`, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[a-z0-9-]+$/.test(entry.name))
    .map(({ name }) => name);

describe("reserved slugs", () => {
  it("are all pages that stand beside models and threats", () => {
    expect(pagesUnder("threats").filter((page) => !RESERVED_MODEL_SLUGS.has(page))).toEqual([]);
    expect(pagesUnder("threats/[model]").filter((page) => !RESERVED_THREAT_SLUGS.has(page))).toEqual([]);
  });

  it("belong to no shipped model or threat", () => {
    expect(SHIPPED_MODELS.filter(({ slug }) => RESERVED_MODEL_SLUGS.has(slug))).toEqual([]);
    expect(SHIPPED_MODELS.flatMap(({ threats }) => threats).filter(({ slug }) => RESERVED_THREAT_SLUGS.has(slug))).toEqual([]);
  });

  it.each([...RESERVED_THREAT_SLUGS])("never become the address of a threat: %s", (title) => {
    const edited = applyEdit(SMALL, { op: "add-threat", threat: { title, stride: "T" } }, () => false);
    expect(edited.ok && edited.value.threats.at(-1)?.slug).toBe(`${title}-2`);
  });
});

describe("threats of an imported file", () => {
  it("are not called so either, whether by their title or by a slug they bring", () => {
    const nameless = (title: string, slug: string | null) => ({
      threat: { title, stride: "T" as const },
      slug,
      number: slug === null ? null : 1,
      path: "",
    });
    const named = nameThreats([nameless("Export", null), nameless("History", "history")]);
    expect(named.map(({ slug }) => slug)).toEqual(["export-2", "history-2"]);
  });
});
