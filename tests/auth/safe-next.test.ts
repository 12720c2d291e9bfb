import { describe, expect, it } from "vitest";
import { safeNext } from "@/lib/auth/safe-next";

/** Each is an attempt to leave the site, or to hide that one does. */
const HOSTILE = [
  "//evil.example",
  "///evil.example",
  "////evil.example/",
  "/\\evil.example",
  "\\/evil.example",
  "\\\\evil.example",
  "/\\/evil.example",
  "\\evil.example",
  "https://evil.example",
  "http://evil.example",
  "https:evil.example",
  "https:/evil.example",
  "http:\\\\evil.example",
  "HTTPS://EVIL.EXAMPLE",
  "ftp://evil.example",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\tscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "file:///etc/passwd",
  "blob:https://evil.example/1",
  "mailto:a@evil.example",
  "evil.example",
  "@evil.example",
  ".evil.example",
  "user:pass@evil.example",
  "?next=//evil.example",
  "#//evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r/evil.example",
  "/\r\n/evil.example",
  "\t//evil.example",
  "\n//evil.example",
  " //evil.example",
  "/ /evil.example",
  "/\u0000/evil.example",
  "/\u00a0/evil.example",
  "/\u2028/evil.example",
  "/\u202e/evil.example",
  "/\u200b/evil.example",
  "/..//evil.example",
  "/.//evil.example",
  "/../..//evil.example",
  "/a/..//evil.example",
  "/a/../..//evil.example",
  "/hosts//evil.example/",
  "/%09/evil.example",
  "/%0a/evil.example",
  "/%0d%0aLocation:%20//evil.example",
  "/%2f/evil.example",
  "/%2F%2Fevil.example",
  "/%5cevil.example",
  "/%5C%5Cevil.example",
  "/..%2f%2fevil.example",
  "/..%2f..%5cevil.example",
  "/%2e%2e//evil.example",
  "/%00",
  "/%",
  "/%c0%af%c0%afevil.example",
  "/%e0%80%af",
  "/sign-in?next=/sign-in",
  "/sign-in",
  "/setup",
  "/api/v1/hosts",
  "/_next/static/x.js",
  "",
  " ",
  `/${"a".repeat(3_000)}`,
];

describe("safeNext", () => {
  it("has enough payloads", () => expect(HOSTILE.length).toBeGreaterThanOrEqual(60));

  it.each(HOSTILE)("does not follow %j", (payload) => expect(safeNext(payload)).toBe("/"));

  it.each([undefined, null, 1, ["/hosts"], { toString: () => "//evil.example" }])("takes only text: %j", (payload) => {
    expect(safeNext(payload)).toBe("/");
  });

  it.each([
    "/",
    "/hosts",
    "/hosts/web-01",
    "/hosts/web%2001/history",
    "/findings?state=open,regressed&stride=T",
    "/scans/7/raw#L120",
    "/sign-in-log",
    "/tasks?next=https%3A%2F%2Fevil.example",
  ])("goes back to %j", (path) => expect(safeNext(path)).toBe(path));

  it("keeps look-alike slashes on the site", () => {
    for (const path of ["/\uff0f\uff0fevil.example", "/\u2215evil.example", "/\u2044evil.example"]) {
      const target = new URL(safeNext(path), "https://bulkhead.example");
      expect(target.origin).toBe("https://bulkhead.example");
    }
  });
});
