import { cleanText } from "./clean-text";
import { foldBlanks } from "./fold-blanks";
import { type JsonObject, memberOf, textOf } from "./json-tree";
import { shorten } from "./refusal";
import { LEVELS, type Level } from "./report";
import { addItems, type ResultDraft } from "./run-draft";
import { joinJsonItems, readSubWords, readUserItem } from "./sub-items";

/** The level a `result` names; null for any other word. */
export const readLevel = (word: string | null): Level | null => LEVELS.find((level) => level === word) ?? null;

/** One line of plain text out of a JSON string: escapes and control characters gone, blanks folded. */
export const plainLine = (text: string): string => foldBlanks(cleanText(text).text);

/** Adds what `details` and `items` of one result say. `details` repeats the items after a phrase; alone it may name a file or nothing. */
export function addDetails(result: ResultDraft, object: JsonObject): void {
  const details = textOf(object, "details");
  const items = memberOf(object, "items");
  if (items?.kind === "array") {
    const elements = items.elements.flatMap((element) => (element.kind === "text" ? [plainLine(element.text)] : []));
    if (!items.closed) result.itemsWhole = false;
    addElements(result, elements, details ?? "");
  }
  if (details === null || (items?.kind === "array" && items.elements.length > 0)) return;
  addDetailsAlone(result, details);
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
    result.notes.push(shorten(details));
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
  if (read.kind === "note") result.notes.push(words);
  else addItems(result, read.names, words, result.line);
}
