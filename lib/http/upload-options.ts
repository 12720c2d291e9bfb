import "server-only";
import { z } from "zod";
import { uploadScan } from "@/lib/api/operations/scans";
import type { GateRule } from "@/lib/hardening/gate";
import { AppError } from "@/lib/shared/app-error";
import { readHostName } from "@/lib/shared/host-name";
import { malformed } from "./problem";

/** How a log is to be taken. */
export interface UploadOptions {
  readonly host: string;
  readonly ranAt: Date | null;
  readonly runs: "newest" | "all";
  readonly gate: GateRule | null;
}

const Fields = uploadScan.query.extend({
  // A field that a person left empty was not filled in.
  ran_at: z.preprocess((value) => (value === "" ? undefined : value), uploadScan.query.shape.ran_at),
});

type Asked = z.output<typeof uploadScan.query>;

/**
 * What the query and a form's fields say of an upload; either may say it, and where both do they must agree. Throws AppError
 * "invalid-input" with the `field` that is missing or wrong.
 */
export function readUploadOptions(query: Asked, fields: ReadonlyMap<string, string>): UploadOptions {
  const read = Fields.safeParse(Object.fromEntries(Object.keys(Fields.shape).map((name) => [name, fields.get(name)])));
  if (!read.success) throw malformed("form", read.error);
  const form = read.data;
  const ranAt = agreed("ran_at", query.ran_at, form.ran_at);
  const runs = agreed("runs", query.runs, form.runs) ?? "newest";
  if (ranAt !== undefined && runs === "all")
    throw wrong("ran_at", "One moment cannot be that of several runs: leave out ran_at, or runs=all.");
  const host = readHostName(agreed("host", query.host || undefined, form.host || undefined) ?? "");
  if (!host.ok) throw wrong("host", host.error);
  return { host: host.value, ranAt: ranAt === undefined ? null : new Date(ranAt), runs, gate: readGate(query, form) };
}

/** A severity or a number without a threshold would seem to count and would not, so they are refused. */
function readGate(query: Asked, form: Asked): GateRule | null {
  const mode = agreed("gate", query.gate, form.gate);
  const severity = agreed("severity", query.severity, form.severity);
  const max = agreed("max", query.max, form.max);
  if (mode === "threshold") return { mode, severity: severity ?? "high", max: max ?? 0 };
  if (severity !== undefined) throw wrong("severity", "A severity goes with gate=threshold only.");
  if (max !== undefined) throw wrong("max", "A number of allowed findings goes with gate=threshold only.");
  return mode === undefined ? null : { mode };
}

function agreed<T extends string | number>(field: string, inQuery: T | undefined, inForm: T | undefined): T | undefined {
  if (inQuery === undefined || inForm === undefined || inQuery === inForm) return inQuery ?? inForm;
  throw wrong(field, `The query and the form each give a ${field}, and they differ.`);
}

const wrong = (field: string, message: string): AppError => new AppError("invalid-input", message, { detail: { field } });
