import { describe, expect, it } from "vitest";
import { CONTROLS, getControl } from "@/lib/catalogue/controls";
import { ATTACK_TECHNIQUES } from "@/lib/catalogue/data/attack-techniques";
import { NIST_SECTIONS } from "@/lib/catalogue/data/nist-sections";
import { EFFORTS, FIX_PLACES, type Guidance } from "@/lib/catalogue/guidance";
import { GUIDANCE_TABLES, getGuidance, KUBE_GUIDANCE_TABLES } from "@/lib/catalogue/guidances";
import { kubeThemeOf } from "@/lib/catalogue/kube-controls";

const byControl = GUIDANCE_TABLES.flatMap((table) => Object.entries(table));
const byTheme = KUBE_GUIDANCE_TABLES.flatMap((table) => Object.entries(table));
const entries: readonly [string, Guidance][] = [...byControl, ...byTheme];

const texts = (guidance: Guidance): string[] => [
  guidance.meaning,
  guidance.why,
  guidance.sideEffects,
  ...guidance.fix.map(({ text }) => text),
  ...guidance.verify.map(({ text }) => text),
];
const codes = (guidance: Guidance): string[] => [...guidance.fix, ...guidance.verify].flatMap(({ code }) => code ?? []);
const places = (guidance: Guidance, place: string): string[] =>
  guidance.fix.flatMap((step) => (step.place === place && step.code !== undefined ? [step.code] : []));

describe("guidance", () => {
  it("belongs to controls of the catalogue, once each", () => {
    const slugs = byControl.map(([slug]) => slug);
    expect(slugs.filter((slug) => getControl(slug) === null)).toEqual([]);
    expect(slugs.length).toBe(new Set(slugs).size);
    expect(getGuidance("no-such-control")).toBeNull();
  });

  it("is there for every control of Docker, and says of each something of its own", () => {
    const docker = CONTROLS.filter(({ family }) => family === "docker").map(({ slug }) => slug);
    expect(docker.filter((slug) => getGuidance(slug) === null)).toEqual([]);
    expect(byControl.map(([slug]) => slug).sort()).toEqual([...docker].sort());
    const meanings = byControl.map(([, { meaning }]) => meaning);
    expect(meanings.filter((meaning, i) => meanings.indexOf(meaning) !== i)).toEqual([]);
  });

  it("is there for every Kubernetes control, by its theme, and no theme is left over", () => {
    const kube = CONTROLS.filter(({ family }) => family === "kubernetes");
    expect(kube.filter(({ slug }) => getGuidance(slug) === null)).toEqual([]);
    expect([...new Set(kube.map(({ slug }) => kubeThemeOf(slug)))].sort()).toEqual(byTheme.map(([theme]) => theme).sort());
    expect(getGuidance("kubelet-anonymous-auth")).toBe(getGuidance("kubelet-read-only-port"));
    expect([kubeThemeOf("daemon-tls"), getGuidance("rbac")]).toEqual([null, null]);
  });

  it.each(entries)("%s is whole sentences, with code between paired backticks", (_slug, guidance) => {
    for (const text of texts(guidance)) {
      expect(text).toMatch(/^[A-Z`"'/-].*[.:]$/s);
      expect(text.split("`").length % 2, text).toBe(1);
      expect(text).not.toMatch(/\s\s|[\u2014\u2013]/);
    }
    for (const text of [guidance.meaning, guidance.why]) expect(text.length).toBeGreaterThan(120);
  });

  it.each(entries)("%s has code that can be pasted", (_slug, guidance) => {
    expect(codes(guidance).length).toBeGreaterThan(0);
    for (const code of codes(guidance)) {
      expect(code.trimEnd()).toBe(code);
      expect(code).not.toMatch(/^[$#] |[\u201c\u201d\u2018\u2019\t]/m);
    }
    for (const json of places(guidance, "daemon.json")) expect(() => JSON.parse(json)).not.toThrow();
  });

  it.each(entries)("%s names known places, efforts and references", (_slug, guidance) => {
    expect(FIX_PLACES).toEqual(expect.arrayContaining(guidance.fix.map(({ place }) => place)));
    expect(EFFORTS).toContain(guidance.effort);
    expect(Object.keys(NIST_SECTIONS)).toEqual(expect.arrayContaining([...guidance.nist]));
    expect(Object.keys(ATTACK_TECHNIQUES)).toEqual(expect.arrayContaining([...guidance.attack]));
  });
});
