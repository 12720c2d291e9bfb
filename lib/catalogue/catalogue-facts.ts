import { controlNumbers } from "./controls";
import { getEdition } from "./editions";
import { targetChangedBetween } from "./target-changes";

/** What the fold asks of the catalogue when a control passes in one edition and fails in another. */
export const catalogueFacts = {
  /** An edition of which only a part is known may have any control: nothing is called new to it. */
  knownIn: (control: string, edition: string): boolean =>
    getEdition(edition)?.whole === false || controlNumbers(control).some((number) => number.edition === edition),
  targetChanged: targetChangedBetween,
};
