import "server-only";
import { z } from "zod";
import type { Permission } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { requestViewer } from "@/lib/auth/viewer";
import { authorize } from "@/lib/data/authorize";
import { MalformedRequest, malformed, problemResponse } from "./problem";
import { readJson } from "./read-json";

/** What a route takes. An `Operation` of lib/api is one. */
export interface RouteSpec {
  /** Absent: any viewer. lib/data asks again. */
  readonly permission?: Permission;
  readonly params?: z.ZodObject;
  /** Parameters it does not name are ignored. */
  readonly query?: z.ZodObject;
  /** JSON. An object's unknown members are refused. Routes that take other bodies read the request themselves. */
  readonly body?: z.ZodType;
}

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

export interface RouteInput<Spec extends RouteSpec> {
  readonly viewer: Viewer;
  readonly params: Output<Spec["params"]>;
  readonly query: Output<Spec["query"]>;
  readonly body: Output<Spec["body"]>;
  readonly request: Request;
}

type RouteHandler = (request: Request, context: { readonly params: Promise<unknown> }) => Promise<Response>;

/**
 * A route handler: finds the viewer, checks the permission and the request, runs `handle`, and turns refusals and faults into problem
 * documents. What `handle` returns is sent as JSON, unless it is a Response.
 */
export function apiRoute<const Spec extends RouteSpec>(
  spec: Spec,
  handle: (input: RouteInput<Spec>) => Promise<Response | object>,
): RouteHandler {
  return async (request, context) => {
    try {
      const viewer = await requestViewer(request);
      if (spec.permission !== undefined) authorize(viewer, spec.permission);
      const input = { viewer, request, ...(await readInput(spec, request, context)) } as RouteInput<Spec>;
      const answer = await handle(input);
      return withHeaders(answer instanceof Response ? answer : Response.json(answer));
    } catch (error) {
      const { pathname } = new URL(request.url);
      return withHeaders(problemResponse(error, { method: request.method, path: pathname }));
    }
  };
}

async function readInput(spec: RouteSpec, request: Request, context: { readonly params: Promise<unknown> }): Promise<object> {
  const params = spec.params && check("address", spec.params, await context.params);
  const query = spec.query && check("query", spec.query, readQuery(spec.query, request.url));
  const body = spec.body && check("body", spec.body instanceof z.ZodObject ? spec.body.strict() : spec.body, await readJson(request));
  return { params, query, body };
}

function check(what: string, schema: z.ZodType, input: unknown): unknown {
  const read = schema.safeParse(input);
  if (!read.success) throw malformed(what, read.error);
  return read.data;
}

/** The parameters that the schema names. One that is given twice is refused: programs disagree on which of them counts. */
function readQuery(schema: z.ZodObject, url: string): Record<string, string> {
  const given = new URL(url).searchParams;
  const found: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const [value, second] = given.getAll(name);
    if (second !== undefined) throw new MalformedRequest(`The request's query gives ${name} more than once.`);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

const HEADERS: readonly (readonly [string, string])[] = [
  ["cache-control", "private, no-store"],
  ["x-content-type-options", "nosniff"],
  // Whatever a log holds: opened in a browser, an answer runs nothing.
  ["content-security-policy", "default-src 'none'; sandbox"],
];

function withHeaders(answer: Response): Response {
  const headers = new Headers(answer.headers);
  for (const [name, value] of HEADERS) if (!headers.has(name)) headers.set(name, value);
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
}
