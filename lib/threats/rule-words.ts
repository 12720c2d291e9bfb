import { compareNumbers, getControl } from "@/lib/catalogue/controls";
import type { Threat } from "./threat-model";

/** A control as a sentence names it. */
export interface NamedControl {
  readonly slug: string;
  /** Of the newest edition; the slug where the catalogue does not know the control. */
  readonly number: string;
  readonly title: string;
}

/** How a threat's exposure is decided, in pieces that a page can link. */
export interface RuleWords {
  /** One sentence: words, and the controls it names. Put together it reads "Mitigated when 2.2 and 5.10 both say PASS …". */
  readonly sentence: readonly (string | NamedControl)[];
  /** "2 required, 3 supporting"; empty where no control bears on it. */
  readonly roles: string;
}

/** A control by its newest number and title. */
export function nameControl(slug: string): NamedControl {
  const control = getControl(slug);
  return { slug, number: control?.number ?? slug, title: control?.title ?? slug };
}

/** Controls by number, as a run prints them. */
export const nameControls = (slugs: readonly string[]): readonly NamedControl[] =>
  slugs.map(nameControl).sort((a, b) => compareNumbers(a.number, b.number));

/**
 * The rule that decides a threat on a host (rules of evidence 4.19 and 4.20), in words. `freshDays`: for how long evidence counts.
 */
export function ruleWords({ controls }: Pick<Threat, "controls">, freshDays: number): RuleWords {
  const required = nameControls(controls.filter(({ role }) => role === "required").map(({ control }) => control));
  const supporting = controls.length - required.length;
  if (controls.length === 0) return { sentence: ["No check covers this; a person attests it."], roles: "" };
  const roles = `${required.length} required, ${supporting} supporting`;
  if (required.length === 0) return { sentence: ["No tool decides this; a person attests it."], roles };
  const says = required.length === 1 ? "says" : required.length === 2 ? "both say" : "all say";
  const age = `in a scan not older than ${freshDays} ${freshDays === 1 ? "day" : "days"}.`;
  return { sentence: ["Mitigated when ", ...listed(required), ` ${says} PASS ${age}`], roles };
}

/** "a, b and c" */
const listed = <T>(items: readonly T[]): readonly (T | string)[] =>
  items.flatMap((item, index) => (index === 0 ? [item] : [index === items.length - 1 ? " and " : ", ", item]));
