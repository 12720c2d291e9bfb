import "server-only";
import { z } from "zod";
import type { FormState } from "@/lib/shared/form-state";

/** Fields whose text must not travel back to the browser. */
const SECRET_FIELD = /password|secret|token|code/i;

/** What a form holds, as plain data for zod: fields that the schema takes as lists are lists, others hold their last value. */
export function readForm(schema: z.ZodType, data: FormData): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const name of new Set(data.keys())) {
    // React's own fields.
    if (name.startsWith("$ACTION")) continue;
    input[name] = isListField(schema, name) ? data.getAll(name) : data.getAll(name).at(-1);
  }
  return input;
}

/** What to put back into the fields. */
export function typedValues(schema: z.ZodType, data: FormData): FormState["values"] {
  const entries = Object.entries(readForm(schema, data)).flatMap(([name, value]): [string, string | string[]][] => {
    if (SECRET_FIELD.test(name)) return [];
    if (typeof value === "string") return [[name, value]];
    return Array.isArray(value) ? [[name, value.filter((entry) => typeof entry === "string")]] : [];
  });
  return Object.fromEntries(entries);
}

/** The first fault of each field, by its name; "" holds faults of the form as a whole. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const found: Record<string, string> = {};
  for (const issue of error.issues) found[String(issue.path[0] ?? "")] ??= issue.message;
  return found;
}

function isListField(schema: z.ZodType, name: string): boolean {
  let field: unknown = schema instanceof z.ZodObject ? schema.shape[name] : undefined;
  while (field instanceof z.ZodOptional || field instanceof z.ZodDefault || field instanceof z.ZodPrefault) field = field.unwrap();
  if (field instanceof z.ZodPipe) field = field.def.in;
  return field instanceof z.ZodArray;
}
