import { CONTROLS } from "@/lib/catalogue/controls";
import { STRIDE_LETTERS, type StrideLetter } from "@/lib/stride/categories";
import { dockerUnlinked } from "./data/docker/unlinked";
import { kubernetesUnlinked } from "./data/kubernetes/unlinked";
import type { ThreatModel } from "./threat-model";

/** How far checks reach into the threats of one letter. */
export interface LetterCoverage {
  readonly stride: StrideLetter;
  readonly threats: number;
  /** With at least one required control. */
  readonly decided: number;
  /** With supporting controls only. */
  readonly supported: number;
  /** Slugs of the threats that no check covers. */
  readonly uncovered: readonly string[];
}

/** By letter: how many threats checks decide, support, or do not cover. */
export function letterCoverage({ threats }: Pick<ThreatModel, "threats">): LetterCoverage[] {
  return STRIDE_LETTERS.map((stride) => {
    const own = threats.filter((threat) => threat.stride === stride);
    const decided = own.filter(({ controls }) => controls.some(({ role }) => role === "required")).length;
    const uncovered = own.filter(({ controls }) => controls.length === 0).map(({ slug }) => slug);
    return { stride, threats: own.length, decided, supported: own.length - decided - uncovered.length, uncovered };
  });
}

/** Why a control of the catalogue bears on no shipped threat; null for one that does, or that nobody has judged. */
export const unlinkedReason = (control: string): string | null => dockerUnlinked[control] ?? kubernetesUnlinked[control] ?? null;

/** Controls of the model's families that bear on none of its threats, with the reason where there is one. */
export function unlinkedControls(model: Pick<ThreatModel, "threats" | "evidence">) {
  const linked = new Set(model.threats.flatMap(({ controls }) => controls.map(({ control }) => control)));
  return CONTROLS.filter(({ slug, family }) => model.evidence.includes(family) && !linked.has(slug)).map(({ slug, title }) => ({
    control: slug,
    title,
    reason: unlinkedReason(slug),
  }));
}
