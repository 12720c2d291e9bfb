import { controlNumbers } from "./controls";
import { targetChangedBetween } from "./target-changes";

/** What the fold asks of the catalogue when a control passes in one edition and fails in another. */
export const catalogueFacts = {
  knownIn: (control: string, edition: string): boolean => controlNumbers(control).some((number) => number.edition === edition),
  targetChanged: targetChangedBetween,
};
