import type { Check } from "./edition";
import { getEdition } from "./editions";
import { canOnlyPass } from "./outcome";

const levelsOf = (check: Check) => new Set([...check.textLevels, ...check.jsonLevels]);

const mayPass = (check: Check): boolean => {
  if (!check.inDefaultRun || canOnlyPass(check)) return false;
  const levels = levelsOf(check);
  return levels.size === 0 || levels.has("PASS");
};

/**
 * True when a default run of the edition can say PASS of the control, so that a threat may rest on it (rules of evidence 4.19).
 * False for a control the edition does not have, or whose check can say nothing but PASS. Where the edition is not known, or not
 * all of it is, nothing is ruled out.
 */
export function canPassIn(control: string, editionKey: string | null): boolean {
  const edition = editionKey === null ? null : getEdition(editionKey);
  if (edition === null) return true;
  const check = edition.byControl.get(control);
  return check === undefined ? !edition.whole : mayPass(check);
}
