import { editionWords } from "@/components/guidance/edition-words";
import type { Control } from "@/lib/catalogue/control";
import { getEdition } from "@/lib/catalogue/editions";
import { displayTitle } from "@/lib/catalogue/normalise-title";

/** Editions that print a control with one number and one title. */
export interface NumberGroup {
  readonly number: string;
  readonly title: string;
  /** Newest first. */
  readonly editions: readonly string[];
  readonly words: string;
  /** No edition of the group prints it in a run without -c and -e. */
  readonly onRequest: boolean;
}

interface Printed {
  readonly edition: string;
  readonly number: string;
  readonly title: string;
  readonly inDefaultRun: boolean;
  /** Editions of one line of releases are joined, others never. */
  readonly line: string;
}

const lineOf = (edition: string): string => getEdition(edition)?.line ?? "";

function printedIn(control: Pick<Control, "slug" | "numbers">): Printed[] {
  return control.numbers.map(({ edition, number, inDefaultRun }) => {
    const check = getEdition(edition)
      ?.byNumber.get(number)
      ?.find((other) => other.control === control.slug);
    return { edition, number, inDefaultRun, title: displayTitle(check?.title ?? ""), line: lineOf(edition) };
  });
}

/** The number and title of a control in every edition, neighbours that print the same joined; newest first. */
export function numberGroups(control: Pick<Control, "slug" | "numbers">): NumberGroup[] {
  const groups: Printed[][] = [];
  for (const printed of printedIn(control)) {
    const last = groups.at(-1)?.[0];
    const same = last !== undefined && last.number === printed.number && last.title === printed.title && last.line === printed.line;
    if (same) groups.at(-1)?.push(printed);
    else groups.push([printed]);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const editions = group.map(({ edition }) => edition);
    const { number, title } = first;
    return { number, title, editions, words: editionWords(editions), onRequest: group.every(({ inDefaultRun }) => !inDefaultRun) };
  });
}
