import { cleanText } from "./clean-text";
import { foldBlanks } from "./fold-blanks";
import { type JsonObject, memberOf, textOf } from "./json-tree";
import { shorten } from "./refusal";
import { LEVELS, type Level } from "./report";
import { addItems, addNote, type ResultDraft } from "./run-draft";
import { joinJsonItems, readSubWords, readUserItem } from "./sub-items";

/** The level a `result` names; null for any other word. */
export const readLevel = (word: string | null): Level | null => LEVELS.find((level) => level === word) ?? null;

/** One line of plain text out of a JSON string: escapes and control characters gone, blanks folded. */
export const plainLine = (text: string): string => foldBlanks(cleanText(text).text);

/** The members of a result that tell more than its level, out of a tree or out of parsed values. */
export interface ResultDetails {
  readonly details: string | null;
  /** The texts of the list, each a plain line; null when there is none. */
  readonly items: readonly string[] | null;
  /** False when the end of the list is missing. */
  readonly whole: boolean;
}

/** Adds what `details` and `items` of one result say. `details` repeats the items after a phrase; alone it may name a file or nothing. */
export function addDetails(result: ResultDraft, { details, items, whole }: ResultDetails): void {
  if (!whole) result.itemsWhole = false;
  if (items !== null && items.length > 0) addElements(result, items, details ?? "");
  else if (details !== null) addDetailsAlone(result, details);
}

/** Takes `details` and `items` out of a tree; what is no text in the list is passed over. */
export function detailsOf(object: JsonObject): ResultDetails {
  const items = memberOf(object, "items");
  const details = textOf(object, "details");
  if (items?.kind !== "array") return { details, items: null, whole: true };
  const texts = items.elements.flatMap((element) => (element.kind === "text" ? [plainLine(element.text)] : []));
  // A list of something else than texts is a list all the same: its phrase names nothing by itself.
  return { details: items.elements.length > 0 && texts.length === 0 ? null : details, items: texts, whole: items.closed };
}

function addElements(result: ResultDraft, elements: readonly string[], details: string): void {
  const { names, truncated } = joinJsonItems(elements);
  if (truncated) result.itemsWhole = false;
  const isUsers = /^(?:doubtful)?users:/.test(details);
  for (const name of names) {
    addItems(result, isUsers ? readUserItem(name) : [name], name, result.line);
  }
}

/** Details longer than this are no phrase; without a list beside them they are only quoted. */
const MAX_DETAILS = 65_536;

function addDetailsAlone(result: ResultDraft, details: string): void {
  if (details.length > MAX_DETAILS) {
    result.itemsWhole = false;
    addNote(result, shorten(details));
    return;
  }
  // "phrase:  a b": the list was lost with the rest of the file, or never written.
  const list = /:{1,2} {2}(?=\S)/.exec(details);
  if (list) {
    result.itemsWhole = false;
    addElements(result, plainLine(details.slice(list.index + list[0].length)).split(" "), details);
    return;
  }
  const words = plainLine(details);
  if (words === "") return;
  const read = readSubWords(words);
  if (read.kind === "note") addNote(result, words);
  else addItems(result, read.names, words, result.line);
}
