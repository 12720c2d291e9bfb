import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ALL_OPERATIONS } from "@/lib/api/all-operations";
import { openApiDocument } from "@/lib/api/openapi";

const ROUTES = new URL("../../app/api/v1/", import.meta.url);

/** "GET /hosts/{name}" for every method that a route file exports. */
async function routedCalls(): Promise<string[]> {
  const files = readdirSync(ROUTES, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("route.ts"));
  const calls = await Promise.all(
    files.map(async (file) => {
      const path = `/${file
        .replace(/\/?route\.ts$/, "")
        .replaceAll("[", "{")
        .replaceAll("]", "}")}`;
      const module: object = await import(/* @vite-ignore */ new URL(file, ROUTES).pathname);
      return Object.keys(module)
        .filter((name) => /^(GET|POST|PUT|PATCH|DELETE)$/.test(name))
        .map((method) => `${method} ${path}`);
    }),
  );
  return calls.flat().sort();
}

describe("the OpenAPI document", () => {
  const document = openApiDocument(ALL_OPERATIONS, "https://bulkhead.example", "0.0.0");

  it("describes exactly the calls that have a route, but itself", async () => {
    const described = ALL_OPERATIONS.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort();
    expect(described).toEqual((await routedCalls()).filter((call) => call !== "GET /openapi.json"));
  });

  it("refers only to schemas that are in it", () => {
    const text = JSON.stringify(document);
    const { schemas } = document.components as { schemas: Record<string, unknown> };
    const referred = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? "");
    expect(new Set(referred).size).toBeGreaterThan(5);
    expect(referred.filter((name) => !(name in schemas))).toEqual([]);
    expect(text).not.toContain("#/$defs/");
  });

  it("gives every operation its own name, a permission and the refusals", () => {
    const operations = Object.values(document.paths as Record<string, Record<string, { operationId: string; responses: object }>>).flatMap(
      (path) => Object.values(path),
    );
    expect(new Set(operations.map((operation) => operation.operationId)).size).toBe(ALL_OPERATIONS.length);
    for (const operation of operations) expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(["401", "403", "500"]));
  });
});
