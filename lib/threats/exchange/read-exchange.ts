import { err, ok, type Result } from "@/lib/shared/result";
import { type ImportedModel, type ImportRefusal, tooMany } from "./imported-model";
import { isObject } from "./json";
import { locateJsonError } from "./locate-json-error";
import { readOtm } from "./read-otm";
import { readThreatDragon } from "./read-threat-dragon";

/** The formats of other programs that we read. */
export type ExchangeFormat = "threat-dragon" | "otm";

/** Deeper than any threat model; what is nested further could only be meant to exhaust a reader. */
const MAX_DEPTH = 64;
/** A model at the bounds of our own document has some hundred thousand values. */
const MAX_VALUES = 1_000_000;

/**
 * Reads a file of OWASP Threat Dragon (version 2 or 1) or an Open Threat Model, whichever it is. The caller bounds its size (5 MB).
 * Remarks say in whole sentences what was changed or kept aside; a refusal names the place in the file.
 */
export function readThreatModelFile(text: string): Result<ImportedModel & { readonly format: ExchangeFormat }, ImportRefusal> {
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const { value, remarks } = parsed.value;
  const format = formatOf(value);
  if (format === null) return err(unknownFormat(value));
  const read = format === "otm" ? readOtm(value) : readThreatDragon(value);
  return read.ok ? ok({ ...read.value, remarks: [...remarks, ...read.value.remarks], format }) : read;
}

function parse(text: string): Result<{ value: unknown; remarks: string[] }, ImportRefusal> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    const { line, column, expected, found } = locateJsonError(text.replace(/^\uFEFF/, ""));
    const message = `The file is no JSON: line ${line}, column ${column} should be ${expected}, but is ${found}.`;
    return err({ code: "not_json", message, path: `line ${line}, column ${column}`, expected, found });
  }
  return tidy(value);
}

/** Bounds depth and number of values, and takes out members called `__proto__`, which are no data but an attack. */
function tidy(value: unknown): Result<{ value: unknown; remarks: string[] }, ImportRefusal> {
  const waiting = [{ value, depth: 0 }];
  let values = 0;
  let hasPrototypes = false;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    values += 1;
    if (next.depth > MAX_DEPTH) return err(TOO_DEEP);
    if (values > MAX_VALUES) return err(tooMany("values", MAX_VALUES, values));
    if (isObject(next.value) && Object.hasOwn(next.value, "__proto__")) hasPrototypes = Reflect.deleteProperty(next.value, "__proto__");
    if (typeof next.value !== "object" || next.value === null) continue;
    for (const inner of Object.values(next.value)) waiting.push({ value: inner, depth: next.depth + 1 });
  }
  return ok({ value, remarks: hasPrototypes ? ['Members called "__proto__" were left out.'] : [] });
}

const TOO_DEEP: ImportRefusal = {
  code: "too_large",
  message: `The file is nested deeper than ${MAX_DEPTH} levels, which no threat model is.`,
  path: "",
  expected: `at most ${MAX_DEPTH} levels of nesting`,
  found: "more",
};

/** Which format a file is by the names of its members, not by what they hold: so that what is wrong inside is named. */
function formatOf(value: unknown): ExchangeFormat | null {
  if (!isObject(value)) return null;
  if ("otmVersion" in value) return "otm";
  return "summary" in value && "detail" in value ? "threat-dragon" : null;
}

const UNDERSTOOD = 'OWASP Threat Dragon (version 1 or 2, with "summary" and "detail") or Open Threat Model (with "otmVersion")';

function unknownFormat(value: unknown): ImportRefusal {
  const found = isObject(value) ? `an object with ${named(Object.keys(value))}` : Array.isArray(value) ? "a list" : "a single value";
  return {
    code: "unknown_format",
    message: `This is no threat model that can be read. Understood are: ${UNDERSTOOD}.`,
    path: "",
    expected: UNDERSTOOD,
    found,
  };
}

const SHOWN = 5;

function named(keys: readonly string[]): string {
  if (keys.length === 0) return "nothing in it";
  const shown = keys.slice(0, SHOWN).map((key) => JSON.stringify(key.slice(0, 40)));
  return `${shown.join(", ")}${keys.length > SHOWN ? " and more" : ""}`;
}
