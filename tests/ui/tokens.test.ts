import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Tokens = ReadonlyMap<string, string>;

const css = readFileSync(new URL("../../app/styles/tokens.css", import.meta.url), "utf8");
const darkAt = css.indexOf("@variant dark");

function tokensIn(text: string): Tokens {
  return new Map([...text.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [name, value]));
}

const THEMES = { light: tokensIn(css.slice(0, darkAt)), dark: tokensIn(css.slice(darkAt)) } as const;

/** Relative luminance by WCAG 2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(tokens: Tokens, front: string, back: string): number {
  const [one, two] = [front, back].map((name) => {
    const value = tokens.get(name);
    if (!value) throw new Error(`no token --${name}`);
    return luminance(value);
  });
  const [low = 0, high = 0] = [one ?? 0, two ?? 0].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const FAMILIES = ["green", "red", "amber", "blue", "violet", "grey"];
const GROUNDS = ["bg", "surface", "surface-sunken", "surface-raised", "surface-hover", "surface-selected"];
const pairs = (fronts: readonly string[], backs: readonly string[]): string[][] =>
  fronts.flatMap((front) => backs.map((back) => [front, back]));

const TEXT = [
  ...pairs(["fg", "fg-muted", "fg-subtle"], GROUNDS),
  ...pairs(["accent"], ["bg", "surface", "surface-raised", "surface-hover", "surface-selected", "accent-subtle"]),
  ["accent-fg", "accent"],
  // Tips are drawn in reverse.
  ["surface", "fg"],
  ...FAMILIES.flatMap((family) => pairs([`${family}-fg`], [`${family}-subtle`, "surface", "surface-hover", "surface-selected"])),
  ["on-solid", "red-solid"],
  // Callouts set their body in the ordinary colour.
  ...FAMILIES.map((family) => ["fg", `${family}-subtle`]),
  ...["s", "t", "r", "i", "d", "e"].map((letter) => ["on-solid", `stride-${letter}`]),
];

const EDGES = [
  ...pairs(["border-strong"], ["bg", "surface", "surface-raised", "surface-hover", "surface-selected"]),
  ...pairs(["focus"], GROUNDS),
  ["accent", "surface"],
  ...["pass", "warn", "info", "note"].map((fill) => [`viz-${fill}`, "surface"]),
  ...["red-solid", "amber-solid", "green-solid"].map((fill) => [fill, "surface"]),
  ["red-solid", "surface-raised"],
  ["fg-muted", "surface"],
  ["fg-subtle", "surface-hover"],
];

const HEAT: Readonly<Record<keyof typeof THEMES, readonly string[]>> = {
  light: ["fg", "fg", "fg", "fg", "on-solid"],
  dark: ["fg", "fg", "fg", "on-solid", "on-solid"],
};

describe.each(["light", "dark"] as const)("the %s tokens", (theme) => {
  const tokens = THEMES[theme];

  it("names the same colours as the other theme", () => {
    expect([...tokens.keys()]).toEqual([...THEMES.light.keys()]);
  });

  it.each(TEXT)("%s can be read on %s", (front = "", back = "") => {
    expect(contrast(tokens, front, back)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(EDGES)("%s can be seen on %s", (front = "", back = "") => {
    expect(contrast(tokens, front, back)).toBeGreaterThanOrEqual(3);
  });

  it.each(HEAT[theme].map((front, step) => [front, `heat-${step + 1}`]))("%s can be read on %s", (front = "", back = "") => {
    expect(contrast(tokens, front, back)).toBeGreaterThanOrEqual(4.5);
  });
});

it("gives every colour utility a token that exists", () => {
  const globals = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
  const used = [...globals.matchAll(/--color-[a-z0-9-]+: var\(--([a-z0-9-]+)\)/g)].map(([, name = ""]) => name);
  const unknown = used.filter((name) => !THEMES.light.has(name) && !name.startsWith("tone-"));
  expect(unknown).toEqual([]);
});
