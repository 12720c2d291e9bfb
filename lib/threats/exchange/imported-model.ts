import type { z } from "zod";
import { err, ok, type Result } from "@/lib/shared/result";
import { type ThreatModel, threatModelSchema } from "../threat-model";
import { isObject } from "./json";

/** What a file of another program became, and in whole sentences what was changed or left out on the way. */
export interface ImportedModel {
  readonly model: ThreatModel;
  readonly remarks: readonly string[];
}

/** Why a file is no threat model that we understand. */
export interface ImportRefusal {
  readonly code: "not_json" | "unknown_format" | "wrong_shape" | "too_large";
  /** One sentence for the person who uploaded the file. */
  readonly message: string;
  /** "detail.diagrams[0].cells[3].data.type"; empty for the whole file. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/** What `readThreatModelFile` and its readers need of a value that may be anything. */
export type Outcome<T> = Result<T, ImportRefusal>;

/** Checks a value from outside; the first thing that does not fit becomes the refusal, with its path in the file. */
export function readShape<T extends z.ZodType>(schema: T, value: unknown): Outcome<z.infer<T>> {
  const read = schema.safeParse(value);
  return read.success ? ok(read.data) : err(refusalOf(read.error, value, (path) => path));
}

type Path = readonly PropertyKey[];
/** Path in our document to the path in the file. */
export type SourcePath = (path: string) => string;

/** The last check: what was made of a file keeps to the bounds of our own document. */
export function checkModel(model: unknown, remarks: readonly string[], sourcePath: SourcePath): Outcome<ImportedModel> {
  const read = threatModelSchema.safeParse(model);
  return read.success ? ok({ model: read.data, remarks }) : err(refusalOf(read.error, model, sourcePath));
}

function refusalOf(error: z.ZodError, value: unknown, sourcePath: SourcePath): ImportRefusal {
  const issue = error.issues[0];
  if (issue === undefined) return refusal("", "a threat model", describe(value));
  const deepest = deepestIssue(issue);
  const path = pathText(deepest.path);
  return refusal(sourcePath(path), expectation(deepest), describe(valueAt(value, deepest.path)));
}

/** A union reports one list of issues per member; the member that got furthest says best what is wrong. */
function deepestIssue(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== "invalid_union") return issue;
  const inner = issue.errors.flat().toSorted((a, b) => b.path.length - a.path.length)[0];
  return inner === undefined || inner.path.length === 0 ? issue : deepestIssue({ ...inner, path: [...issue.path, ...inner.path] });
}

const refusal = (path: string, expected: string, found: string): ImportRefusal => ({
  code: "wrong_shape",
  message: `${path === "" ? "The file" : path} should be ${expected}, but is ${found}.`,
  path,
  expected,
  found,
});

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return EXPECTED[issue.expected] ?? issue.expected;
  if (issue.code === "too_big") return `at most ${counted(issue.maximum, issue.origin)}`;
  if (issue.code === "too_small") return `at least ${counted(issue.minimum, issue.origin)}`;
  if (issue.code === "invalid_value") return `one of ${issue.values.join(", ")}`;
  return issue.code === "invalid_union" ? "of another type" : issue.message;
}

const EXPECTED: Readonly<Record<string, string>> = {
  array: "a list",
  object: "an object",
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: [" character", " characters"],
  array: [" entry", " entries"],
};

const counted = (number: number | bigint, origin: string): string => `${number}${UNITS[origin]?.[number === 1 ? 0 : 1] ?? ""}`;

const pathText = (path: Path): string =>
  path.map((part, index) => (typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${String(part)}`)).join("");

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const part of path) at = Array.isArray(at) || isObject(at) ? Reflect.get(at, part) : undefined;
  return at;
}

const LONGEST_SHOWN = 60;

function describe(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object") return "an object";
  if (typeof value === "string" && value.length > LONGEST_SHOWN) return `text of ${value.length} characters`;
  return JSON.stringify(value);
}

/** The refusal of a file with more of something than our document has room for. */
export const tooMany = (what: string, most: number, count: number): ImportRefusal => {
  const [expected, found] = [`at most ${most.toLocaleString("en")} ${what}`, count.toLocaleString("en")];
  return { code: "too_large", message: `The file should have ${expected}, but has ${found}.`, path: "", expected, found };
};
