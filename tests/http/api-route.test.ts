import { beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { createToken } from "@/lib/data/tokens";
import { apiRoute } from "@/lib/http/api-route";
import { log } from "@/lib/http/log";
import { AppError } from "@/lib/shared/app-error";
import { browserOf, person, SYSTEM } from "../auth/people";
import { useDatabase } from "../support/database";

useDatabase();

let token = "";
let uploadToken = "";
let cookie = "";
beforeAll(async () => {
  token = (await createToken(SYSTEM, { name: "t", scopes: ["write"], role: "engineer", expiresInDays: 1 })).secret;
  uploadToken = (await createToken(SYSTEM, { name: "u", scopes: ["scans:write"], role: "engineer", expiresInDays: 1 })).secret;
  cookie = (await browserOf((await person("engineer")).email)).get("cookie") ?? "";
});

const url = "http://bulkhead.lan:3000/api/v1/tasks/7?limit=5&unknown=1";
const bearer = () => ({ authorization: `Bearer ${token}` });

const route = apiRoute(
  {
    permission: "task:read",
    params: z.object({ id: z.coerce.number().int().min(1) }),
    query: z.object({ limit: z.coerce.number().int().max(500).default(50), cursor: z.string().optional() }),
  },
  async ({ viewer, params, query }) => ({ name: viewer.name, id: params.id, limit: query.limit }),
);
const call = (headers: Record<string, string>, address = url, id = "7") =>
  route(new Request(address, { headers }), { params: Promise.resolve({ id }) });

const write = apiRoute({ permission: "task:work", body: z.object({ title: z.string().max(50) }) }, async ({ body }) =>
  Response.json(body, { status: 201 }),
);
const post = (body: string, headers: Record<string, string>) =>
  write(new Request(url, { method: "POST", body, headers }), { params: Promise.resolve({}) });
const JSON_TYPE = { "content-type": "application/json" };

async function problemOf(answer: Response) {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  return { status: answer.status, body: await answer.json() };
}

describe("apiRoute", () => {
  it("hands over viewer, address and query, and answers JSON that no cache keeps and no browser runs", async () => {
    const answer = await call(bearer());
    expect([answer.status, await answer.json()]).toEqual([200, { name: "t", id: 7, limit: 5 }]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/json",
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
    });
  });

  it("asks for a session or token", async () => {
    const answer = await call({});
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
    expect(await problemOf(answer)).toEqual({
      status: 401,
      body: {
        type: "urn:bulkhead:problem:unauthenticated",
        title: "Unauthorized",
        status: 401,
        detail: "Send a token as `Authorization: Bearer bh_…`, or sign in.",
        code: "unauthenticated",
      },
    });
    expect((await call({}, `${url}&token=${token}&access_token=${token}`)).status).toBe(401);
  });

  it("says which role or scope is missing", async () => {
    const { status, body } = await problemOf(await call({ authorization: `Bearer ${uploadToken}` }));
    expect([status, body]).toEqual([
      403,
      expect.objectContaining({ code: "forbidden", title: "Forbidden", permission: "task:read", neededRole: "viewer" }),
    ]);
  });

  it.each(["abc", "0", "-1", "1.5", "9e99x", "' or 1=1", '{"not":""}', "%00", "__proto__"])("answers 400 to the id %j", async (id) => {
    const { status, body } = await problemOf(await call(bearer(), url, id));
    expect([status, body.code, body.errors[0].path]).toEqual([400, "invalid-input", "id"]);
  });

  it.each(["limit=x", "limit=501", "limit=1&limit=2"])("answers 400 to the query %s", async (query) => {
    expect((await problemOf(await call(bearer(), `http://bulkhead.lan:3000/api?${query}`))).status).toBe(400);
  });

  it("lets a session read without an Origin, and write only from our own pages", async () => {
    expect((await call({ cookie })).status).toBe(200);
    const own = { ...JSON_TYPE, cookie, host: "bulkhead.lan:3000" };
    expect((await post('{"title":"a"}', { ...own, origin: "http://bulkhead.lan:3000" })).status).toBe(201);
    for (const origin of [
      {},
      { origin: "null" },
      { origin: "https://evil.example" },
      { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    ]) {
      expect((await problemOf(await post('{"title":"a"}', { ...own, ...origin }))).status).toBe(403);
    }
    // A token is not sent by a browser on its own.
    expect((await post('{"title":"a"}', { ...JSON_TYPE, ...bearer(), origin: "https://evil.example" })).status).toBe(201);
  });

  it("does not fall back to the session when a token is refused", async () => {
    expect((await call({ cookie, authorization: "Bearer bh_wrong" })).status).toBe(401);
  });

  it.each([
    ["{", 400],
    ['{"title":1}', 400],
    ['{"title":{"not":""}}', 400],
    ['{"title":"a","role":"admin"}', 400],
    ['{"title":"a","__proto__":{"role":"admin"}}', 400],
    ["[]", 400],
    ["null", 400],
    ["", 400],
    [`{"title":"${"x".repeat(1_100_000)}"}`, 413],
  ])("answers the body %.30j with %i", async (body, status) => {
    expect((await problemOf(await post(body, { ...JSON_TYPE, ...bearer() }))).status).toBe(status);
  });

  it("takes JSON only when it is called JSON", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]) {
      expect((await problemOf(await post('{"title":"a"}', { "content-type": type, ...bearer() }))).status).toBe(415);
    }
  });

  it.each([
    [new AppError("not-found", "There is no such host."), 404, "Not Found"],
    [new AppError("conflict", "Someone else was faster."), 409, "Conflict"],
    [new AppError("invalid-input", "No log.", { detail: { line: 3, column: 1 } }), 422, "Unprocessable Content"],
    [new AppError("too-large", "Too large."), 413, "Content Too Large"],
    [new AppError("unsupported-media", "A zip."), 415, "Unsupported Media Type"],
    [new AppError("too-many-requests", "Slow down.", { detail: { retryAfterSeconds: 9 } }), 429, "Too Many Requests"],
  ])("turns %s into a problem document", async (error, status, title) => {
    const failing = apiRoute({}, async () => {
      throw error;
    });
    const answer = await failing(new Request(url, { headers: bearer() }), { params: Promise.resolve({}) });
    expect(answer.headers.get("retry-after")).toBe(status === 429 ? "9" : null);
    expect(await problemOf(answer)).toEqual({
      status,
      body: { ...error.detail, type: `urn:bulkhead:problem:${error.code}`, title, status, detail: error.message, code: error.code },
    });
  });

  it("answers a fault with an id and nothing of its story", async () => {
    const logged = vi.spyOn(log(), "error").mockImplementation(() => undefined);
    const failing = apiRoute({}, async () => {
      throw new TypeError("x is undefined at /srv/secret");
    });
    const { status, body } = await problemOf(await failing(new Request(url, { headers: bearer() }), { params: Promise.resolve({}) }));
    expect([status, body]).toEqual([
      500,
      {
        type: "urn:bulkhead:problem:fault",
        title: "Internal Server Error",
        status: 500,
        detail: "Something went wrong here. Quote the id when you report it.",
        code: "fault",
        id: expect.stringMatching(/^[0-9a-f]{12}$/),
      },
    ]);
    expect(logged).toHaveBeenCalledWith(expect.objectContaining({ id: body.id, method: "GET", path: "/api/v1/tasks/7" }), "fault");
    logged.mockRestore();
  });

  it.each([
    Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" }),
    Object.assign(new Error("terminating connection due to administrator command"), { code: "57P01" }),
    Object.assign(new Error("could not extend file"), { code: "53100" }),
    Object.assign(new Error("canceling statement due to statement timeout"), { code: "57014" }),
    new Error("timeout exceeded when trying to connect"),
    new Error("outer", { cause: Object.assign(new Error("x"), { code: "P1001" }) }),
  ])("answers 503 with Retry-After when the database fails: %s", async (error) => {
    const logged = vi.spyOn(log(), "warn").mockImplementation(() => undefined);
    const failing = apiRoute({}, async () => {
      throw error;
    });
    const answer = await failing(new Request(url, { headers: bearer() }), { params: Promise.resolve({}) });
    expect(answer.headers.get("retry-after")).toBe("5");
    expect((await problemOf(answer)).body).toMatchObject({ status: 503, code: "unavailable" });
    logged.mockRestore();
  });

  it("answers 503 when the database is not there at all", async () => {
    const logged = vi.spyOn(log(), "warn").mockImplementation(() => undefined);
    const { disconnect } = await import("@/lib/data/client");
    const real = process.env.DATABASE_URL;
    await disconnect();
    process.env.DATABASE_URL = "postgresql://app:app@127.0.0.1:1/app";
    try {
      expect((await problemOf(await call(bearer()))).status).toBe(503);
      expect((await problemOf(await call({ cookie }))).status).toBe(503);
    } finally {
      await disconnect();
      process.env.DATABASE_URL = real;
      logged.mockRestore();
    }
  });
});
