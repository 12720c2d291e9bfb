import { z } from "zod";
import type { Answer, Operation } from "./operation";
import { problem } from "./schemas";

const REFUSALS: Readonly<Record<number, string>> = {
  400: "A parameter or the body is not as described",
  401: "No session or token",
  403: "The role or the token's scope does not allow it",
  404: "No such thing",
  500: "A fault; quote the id",
  503: "The database does not answer; try again",
};

/** Named schemas, gathered for `components` while the operations are described. */
type Schemas = Record<string, unknown>;

/**
 * The OpenAPI 3.1 document of the given operations, made from the zod schemas that the routes check against.
 * `serverUrl` is where this instance is reached.
 */
export function openApiDocument(operations: readonly Operation[], serverUrl: string, version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  const schemas: Schemas = {};
  for (const operation of operations) {
    const path = paths[operation.path] ?? {};
    path[operation.method] = describe(operation, schemas);
    paths[operation.path] = path;
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Bulkhead",
      version,
      description: "Upload docker-bench-security logs, read findings linked to STRIDE, work remediation tasks.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: `${serverUrl}/api/v1` }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "A token from Settings, or `npx bulkhead token create`" },
        session: { type: "apiKey", in: "cookie", name: "better-auth.session_token" },
      },
    },
  };
}

function describe(operation: Operation, schemas: Schemas): Record<string, unknown> {
  const body = requestBody(operation, schemas);
  return {
    summary: operation.summary,
    operationId: `${operation.method}${operation.path.replace(/[{}]/g, "").replace(/[-/]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    "x-permission": operation.permission,
    parameters: [...parameters("path", operation.params), ...parameters("query", operation.query)],
    ...(body === null ? {} : { requestBody: body }),
    responses: { ...refusals(schemas), ...answers(operation.answers, schemas) },
  };
}

function parameters(place: "path" | "query", schema: z.ZodObject | undefined): Record<string, unknown>[] {
  if (schema === undefined) return [];
  const json = z.toJSONSchema(schema, { io: "input", reused: "inline" });
  const required = new Set(json.required ?? []);
  return Object.entries(json.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || required.has(name),
    schema: property,
  }));
}

function requestBody(operation: Operation, schemas: Schemas): Record<string, unknown> | null {
  if (operation.rawBody !== undefined) {
    const content = Object.fromEntries(operation.rawBody.mediaTypes.map((type) => [type, {}]));
    return { required: true, description: operation.rawBody.description, content };
  }
  if (operation.body === undefined) return null;
  return { required: true, content: { "application/json": { schema: jsonSchema(operation.body, "input", schemas) } } };
}

function answers(all: Readonly<Record<number, Answer>>, schemas: Schemas): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(all).map(([status, answer]) => {
      const content = contentOf(answer, schemas);
      return [status, { description: answer.description, ...(Object.keys(content).length === 0 ? {} : { content }) }];
    }),
  );
}

function contentOf({ schema, mediaType, text }: Answer, schemas: Schemas): Record<string, unknown> {
  return {
    ...(schema === undefined && mediaType === undefined
      ? {}
      : { [mediaType ?? "application/json"]: schema === undefined ? {} : { schema: jsonSchema(schema, "output", schemas) } }),
    ...(text === undefined ? {} : { "text/plain": { schema: { type: "string", description: text } } }),
  };
}

function refusals(schemas: Schemas): Record<string, unknown> {
  const schema = jsonSchema(problem, "output", schemas);
  return Object.fromEntries(
    Object.entries(REFUSALS).map(([status, description]) => [status, { description, content: { "application/problem+json": { schema } } }]),
  );
}

// zod puts named schemas into `$defs` of each document; OpenAPI wants them once, under `components`.
function jsonSchema(schema: z.ZodType, io: "input" | "output", schemas: Schemas): unknown {
  const { $schema: _, $defs, ...json } = z.toJSONSchema(schema, { io });
  for (const [name, definition] of Object.entries($defs ?? {})) schemas[name] = relocate(definition);
  const name = schema.meta()?.id;
  if (name === undefined) return relocate(json);
  schemas[name] = relocate(json);
  return { $ref: `#/components/schemas/${name}` };
}

function relocate(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relocate);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === "$ref" && typeof inner === "string" ? [key, inner.replace("#/$defs/", "#/components/schemas/")] : [key, relocate(inner)],
    ),
  );
}
