import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it } from "vitest";
import { config, proxy } from "@/proxy";

beforeAll(() => {
  process.env.DATABASE_URL ??= "postgresql://unused";
  process.env.BULKHEAD_AUTH_SECRET ??= "a secret that only the tests use, 32+";
});

const request = (path: string, init: { method?: string; headers?: Record<string, string> } = {}) =>
  new NextRequest(`http://localhost:3000${path}`, init);

const forwarded = (answer: Response, name: string) => answer.headers.get(`x-middleware-request-${name}`);

describe("proxy", () => {
  it("gives each page a policy with a nonce of its own, on request and answer", () => {
    const answers = Array.from({ length: 1_000 }, () => proxy(request("/hosts")));
    const nonces = answers.map((answer) => /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1]);
    expect(new Set(nonces).size).toBe(1_000);
    const [answer] = answers;
    expect(answer && forwarded(answer, "content-security-policy")).toBe(answer?.headers.get("content-security-policy"));
    expect(answer?.headers.get("content-security-policy")).toBe(
      `default-src 'self'; script-src 'self' 'nonce-${nonces[0]}' 'strict-dynamic'; style-src 'self' 'nonce-${nonces[0]}'; style-src-attr 'unsafe-inline'; ` +
        "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
  });

  it("replaces what came from outside", () => {
    const answer = proxy(
      request("/hosts?q=1", {
        headers: {
          "content-security-policy": "script-src 'nonce-\" onerror='",
          "content-security-policy-report-only": "script-src 'nonce-evil'",
          "x-bulkhead-path": "//evil.example",
        },
      }),
    );
    expect(forwarded(answer, "content-security-policy")).not.toContain("onerror");
    expect(forwarded(answer, "content-security-policy-report-only")).toBeNull();
    expect(forwarded(answer, "x-bulkhead-path")).toBe("/hosts?q=1");
  });

  it("asks for https only where Bulkhead is reached by https", () => {
    expect(proxy(request("/")).headers.get("strict-transport-security")).toBeNull();
    process.env.BULKHEAD_URL = "https://bulkhead.example";
    const answer = proxy(request("/"));
    delete process.env.BULKHEAD_URL;
    expect(answer.headers.get("strict-transport-security")).toBe("max-age=31536000");
    expect(answer.headers.get("content-security-policy")).toMatch(/; upgrade-insecure-requests$/);
  });

  it("keeps forms of strangers away from all pages but sign-in and set-up", () => {
    for (const headers of [{}, { "next-action": "0".repeat(42) }, { cookie: "theme=dark" }] as Record<string, string>[]) {
      expect(proxy(request("/hosts", { method: "POST", headers })).status).toBe(401);
      expect(proxy(request("/sign-in/x", { method: "POST", headers })).status).toBe(401);
      expect(proxy(request("/sign-in", { method: "POST", headers })).status).toBe(200);
      expect(proxy(request("/setup", { method: "POST", headers })).status).toBe(200);
    }
    const cookie = "a=b; better-auth.session_token=x.y";
    expect(proxy(request("/hosts", { method: "POST", headers: { cookie } })).status).toBe(200);
  });

  it("never sees uploads or files", () => {
    const [pattern = ""] = config.matcher;
    const matches = new RegExp(`^${pattern}$`);
    for (const path of ["/api/v1/scans", "/api/health", "/_next/static/x.js", "/icon.svg", "/samples/log.txt"])
      expect(path).not.toMatch(matches);
    for (const path of ["/", "/hosts", "/hosts/web-01", "/apiary", "/sign-in", "/icon.svg/x", "/nothing-here"])
      expect(path).toMatch(matches);
  });
});
