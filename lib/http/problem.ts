import "server-only";
import { randomBytes } from "node:crypto";
import type { z } from "zod";
import { isUnavailable } from "@/lib/data/is-unavailable";
import { AppError, type ErrorCode } from "@/lib/shared/app-error";
import { log } from "./log";

const STATUS: Record<ErrorCode, readonly [status: number, title: string]> = {
  unauthenticated: [401, "Unauthorized"],
  forbidden: [403, "Forbidden"],
  "not-found": [404, "Not Found"],
  conflict: [409, "Conflict"],
  "invalid-input": [422, "Unprocessable Content"],
  "too-large": [413, "Content Too Large"],
  "unsupported-media": [415, "Unsupported Media Type"],
  "too-many-requests": [429, "Too Many Requests"],
  unavailable: [503, "Service Unavailable"],
};

/** A request that is not even well-formed: its parameters or body are not as the API describes them. Answered 400. */
export class MalformedRequest extends AppError {
  constructor(message: string, issues: readonly { readonly path: string; readonly message: string }[] = []) {
    super("invalid-input", message, { detail: issues.length === 0 ? {} : { errors: issues } });
  }
}

/** Turns what zod found into a refusal that names the fields. `what` is "query", "body" and so on. */
export function malformed(what: string, error: z.ZodError): MalformedRequest {
  const issues = error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  const [first] = issues;
  const place = first === undefined || first.path === "" ? what : `${what}, ${first.path}`;
  return new MalformedRequest(`The request's ${place}: ${first?.message ?? "not as described"}.`, issues);
}

/** What an error means to the outside: itself when it is a refusal; "unavailable" when the database does not answer; null for a fault. */
export function refusalOf(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (!isUnavailable(error)) return null;
  return new AppError("unavailable", "The database does not answer at the moment. Try again in a few seconds.", { cause: error });
}

/** Logs a fault and gives it an id that people can quote. */
export function reportFault(error: unknown, context: Readonly<Record<string, unknown>>): string {
  const id = randomBytes(6).toString("hex");
  log().error({ id, err: error, ...context }, "fault");
  return id;
}

/** The answer to a request that failed: an RFC 9457 problem document. Faults show an id and nothing of their story. */
export function problemResponse(error: unknown, context: Readonly<Record<string, unknown>>): Response {
  const refusal = refusalOf(error);
  if (refusal === null) {
    const id = reportFault(error, context);
    return problem(500, "Internal Server Error", {
      detail: "Something went wrong here. Quote the id when you report it.",
      code: "fault",
      id,
    });
  }
  const [status, title] = refusal instanceof MalformedRequest ? ([400, "Bad Request"] as const) : STATUS[refusal.code];
  if (status === 503) log().warn({ err: refusal.cause, ...context }, "unavailable");
  const { code: reason, ...facts } = refusal.detail;
  return problem(status, title, { ...facts, ...(reason === undefined ? {} : { reason }), detail: refusal.message, code: refusal.code });
}

function problem(status: number, title: string, members: Readonly<Record<string, unknown>>): Response {
  const headers = new Headers({ "content-type": "application/problem+json" });
  const retry = members.retryAfterSeconds ?? (status === 503 ? 5 : undefined);
  if (typeof retry === "number") headers.set("retry-after", String(retry));
  if (status === 401) headers.set("www-authenticate", "Bearer");
  const body = { ...members, type: `urn:bulkhead:problem:${String(members.code)}`, title, status };
  return new Response(JSON.stringify(body), { status, headers });
}
