import { compareNumbers, getControl } from "@/lib/catalogue/controls";
import { SEVERITIES } from "@/lib/catalogue/judgement";
import type { Exposure } from "./exposure-words";
import type { ThreatModel } from "./threat-model";

/** A required control that fails on a host. */
export interface FailingControl {
  readonly control: string;
  readonly findingId: number;
  /** As the host's newest scan prints it. */
  readonly number: string | null;
}

/** A control in two or three words, for where its title has no room: "Content trust" for content-trust. */
export const shortControlName = (control: string): string => control.charAt(0).toUpperCase() + control.slice(1).replaceAll("-", " ");

/** What fixing a control does for a host's threats. */
export interface NextFix extends FailingControl {
  /** Unmitigated threats of which it is the last required control that fails. */
  readonly closes: number;
  /** Unmitigated threats of which it is one of those that fail. */
  readonly failsIn: number;
}

/**
 * The failing control to begin with on a host: the one that closes the most threats by itself, then the one that fails in most, the
 * graver, the lower number. Null where none decides an unmitigated threat.
 */
export function nextFix(
  model: Pick<ThreatModel, "threats">,
  exposures: ReadonlyMap<string, Exposure>,
  failing: readonly FailingControl[],
): NextFix | null {
  const fails = new Set(failing.map(({ control }) => control));
  const open = model.threats
    .filter(({ slug }) => exposures.get(slug) === "unmitigated")
    .map(
      ({ controls }) =>
        new Set(controls.filter(({ role, control }) => role === "required" && fails.has(control)).map((each) => each.control)),
    );
  const ranked = failing
    .map((each): NextFix => {
      const own = open.filter((controls) => controls.has(each.control));
      return { ...each, closes: own.filter(({ size }) => size === 1).length, failsIn: own.length };
    })
    .filter(({ failsIn }) => failsIn > 0);
  return ranked.sort(better)[0] ?? null;
}

const graveness = (control: string): number => {
  const severity = getControl(control)?.judgement.severity;
  return severity === undefined ? SEVERITIES.length : SEVERITIES.indexOf(severity);
};

const better = (a: NextFix, b: NextFix): number =>
  b.closes - a.closes ||
  b.failsIn - a.failsIn ||
  graveness(a.control) - graveness(b.control) ||
  compareNumbers(a.number ?? "", b.number ?? "") ||
  (a.control < b.control ? -1 : 1);
