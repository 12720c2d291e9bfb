import { z } from "zod";
import { rowId } from "@/lib/shared/row-id";

// What the forms of threat models share. Limits are the document's own; the words are for people.

/** Browsers send lines that end in CR and LF; the document has LF. */
const plain = z.string().transform((value) => value.replace(/\r\n?/g, "\n").trim());

/** Text of at most `most` characters. */
export const words = (most: number) => plain.pipe(z.string().max(most, `At most ${most.toLocaleString("en")} characters.`));

/** The same, not empty. */
export const neededWords = (most: number, message: string) => words(most).pipe(z.string().min(1, message));

/** The same, null when empty. */
export const wordsOrNull = (most: number) => words(most).transform((value) => value || null);

/** One entry per line; empty lines are no entries. */
export const lines = (most: number, each: number) =>
  plain
    .transform((value) =>
      value
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    )
    .pipe(z.array(z.string().max(each, `At most ${each.toLocaleString("en")} characters per line.`)).max(most, `At most ${most} lines.`));

/** A box that is ticked or not. */
export const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** A choice where nobody needs to know. */
export const yesNoUnknown = z.enum(["yes", "no", ""]).transform((value) => (value === "" ? null : value === "yes"));

/** One of `values`, or null for the empty choice. */
export const choiceOrNull = <const T extends string>(values: readonly T[]) =>
  z.enum([...values, ""]).transform((value) => (value === "" ? null : (value as T)));

/** The id of a thing in a model; empty for none. */
export const idOrNull = z
  .string()
  .max(200)
  .transform((value) => value || null);

/** Which model a form changes, and the version it was drawn from. */
export const MODEL_TARGET = {
  model: z.string().min(1).max(80),
  version: rowId,
} as const;
