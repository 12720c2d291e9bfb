import { beforeAll, describe, expect, it } from "vitest";
import { GET as getControl } from "@/app/api/v1/controls/[slug]/route";
import { GET as listControls } from "@/app/api/v1/controls/route";
import { GET as listFindings } from "@/app/api/v1/findings/route";
import { GET as listHostFindings } from "@/app/api/v1/hosts/[name]/findings/route";
import { GET as getHost } from "@/app/api/v1/hosts/[name]/route";
import { GET as listHostScans } from "@/app/api/v1/hosts/[name]/scans/route";
import { GET as listHosts } from "@/app/api/v1/hosts/route";
import { GET as diffScans } from "@/app/api/v1/scans/[id]/diff/[base]/route";
import { GET as rawScan } from "@/app/api/v1/scans/[id]/raw/route";
import { GET as getScan } from "@/app/api/v1/scans/[id]/route";
import { ALL_OPERATIONS } from "@/lib/api/all-operations";
import { call, tokenFor } from "../support/api";
import { useDatabase } from "../support/database";
import { logBytes, redated, upload } from "../support/upload";

useDatabase();

let token = "";
let before = 0;
let after = 0;

beforeAll(async () => {
  token = await tokenFor("read");
  before = (await upload("web-01", redated(logBytes("v1.6.1/before.text"), "2024-01-01T00:00:00+00:00"))).runs[0]?.scan.id ?? 0;
  after = (await upload("web-01", redated(logBytes("v1.6.1/after.text"), "2024-02-01T00:00:00+00:00"))).runs[0]?.scan.id ?? 0;
  await upload("db-01", logBytes("v1.3.5/before.text"));
});

/** The answer, checked against the schema that the API document publishes for this call. */
async function answerOf(method: string, path: string, answer: Promise<Response>): Promise<Record<string, never>> {
  const response = await answer;
  expect(response.status).toBe(200);
  const body = await response.json();
  const schema = ALL_OPERATIONS.find((operation) => operation.method === method && operation.path === path)?.answers[200]?.schema;
  expect(schema?.safeParse(body).error?.issues ?? []).toEqual([]);
  return body;
}

describe("reading over the API", () => {
  it("pages hosts by name", async () => {
    const first = await answerOf("get", "/hosts", call(listHosts, "hosts?limit=1", { token }));
    expect(first).toMatchObject({ items: [{ name: "db-01" }], nextCursor: "db-01" });
    const rest = await answerOf("get", "/hosts", call(listHosts, "hosts?limit=1&cursor=db-01", { token }));
    expect(rest).toMatchObject({ items: [{ name: "web-01", latestScanId: after, scans: 2 }], nextCursor: null });
  });

  it("clamps a limit that is too large instead of refusing it", async () => {
    await answerOf("get", "/hosts", call(listHosts, "hosts?limit=100000", { token }));
  });

  it("gives a host all of its findings, whatever their state", async () => {
    const page = await answerOf(
      "get",
      "/hosts/{name}/findings",
      call(listHostFindings, "hosts/web-01/findings?limit=500", { token, params: { name: "web-01" } }),
    );
    const { items } = page as unknown as { items: { state: string; control: string; stride: string[] }[] };
    expect(new Set(items.map((item) => item.state))).toEqual(new Set(["open", "hardened", "needs_review", "not_assessable"]));
    const host = await answerOf("get", "/hosts/{name}", call(getHost, "hosts/web-01", { token, params: { name: "web-01" } }));
    const { states } = host as unknown as { states: Record<string, number> };
    expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(items.length);
  });

  it("filters findings by any letter, by the primary letter, state and control", async () => {
    const items = async (query: string) => {
      const page = await answerOf("get", "/findings", call(listFindings, `findings?limit=500&${query}`, { token }));
      return (page as unknown as { items: { state: string; stride: string[]; control: string; host: string }[] }).items;
    };
    const any = await items("stride=E");
    expect(any.length).toBeGreaterThan(0);
    expect(any.every((finding) => finding.stride.includes("E"))).toBe(true);
    const primary = await items("primary=E&state=open");
    expect(primary.every((finding) => finding.stride[0] === "E" && finding.state === "open")).toBe(true);
    expect(primary.length).toBeLessThan(any.length);
    expect((await items("control=live-restore")).map((finding) => finding.host)).toEqual(["web-01", "db-01"]);
    expect(await items("state=nonsense")).toEqual([]);
  });

  it("gives a scan with results and lines, its diff, and its raw bytes", async () => {
    const scan = await answerOf("get", "/scans/{id}", call(getScan, `scans/${after}`, { token, params: { id: String(after) } }));
    expect(scan).toMatchObject({ host: "web-01", tool: "docker-bench-security", complete: true });
    const diff = await answerOf(
      "get",
      "/scans/{id}/diff/{base}",
      call(diffScans, `scans/${after}/diff/${before}`, { token, params: { id: String(after), base: String(before) } }),
    );
    expect(diff).toMatchObject({ base: before, rest: { newlyUndecided: 0 } });
    const numbered = (diff as unknown as { fixed: { control: string }[] }).fixed.find(({ control }) => control === "live-restore");
    expect(numbered).toMatchObject({
      id: "2.15",
      idBefore: "2.15",
      from: { level: "WARN", outcome: "fail" },
      to: { level: "PASS" },
      why: null,
    });
    expect((diff as unknown as { fixed: unknown[] }).fixed.length).toBeGreaterThan(0);
    const raw = await call(rawScan, `scans/${before}/raw`, { token, params: { id: String(before) } });
    expect(raw.headers.get("content-disposition")).toContain("attachment");
    expect(Buffer.from(await raw.arrayBuffer())).toEqual(redated(logBytes("v1.6.1/before.text"), "2024-01-01T00:00:00+00:00"));
  });

  it("lists a host's scans, newest first, page by page", async () => {
    const ids = async (query: string) => {
      const path = `hosts/web-01/scans?limit=1${query}`;
      const page = await answerOf("get", "/hosts/{name}/scans", call(listHostScans, path, { token, params: { name: "web-01" } }));
      return page as unknown as { items: { id: number }[]; nextCursor: string | null };
    };
    const first = await ids("");
    expect(first.items.map((scan) => scan.id)).toEqual([after]);
    const second = await ids(`&cursor=${first.nextCursor}`);
    expect(second.items.map((scan) => scan.id)).toEqual([before]);
    expect(second.nextCursor).toBeNull();
  });

  it("lists the catalogue and one control with its failing hosts", async () => {
    await answerOf("get", "/controls", call(listControls, "controls?limit=500", { token }));
    const control = await answerOf(
      "get",
      "/controls/{slug}",
      call(getControl, "controls/live-restore", { token, params: { slug: "live-restore" } }),
    );
    expect(control).toMatchObject({ slug: "live-restore", numbers: { "v1.6.1": "2.15", "v1.3.5": "2.13" } });
  });

  it("answers problems: no token, wrong scope, unknown host, malformed id", async () => {
    expect((await call(listHosts, "hosts")).status).toBe(401);
    expect((await call(listHosts, "hosts", { token: await tokenFor("scans:write") })).status).toBe(403);
    const missing = await call(getHost, "hosts/nobody", { token, params: { name: "nobody" } });
    expect(missing.status).toBe(404);
    expect(missing.headers.get("content-type")).toBe("application/problem+json");
    expect((await call(getScan, "scans/abc", { token, params: { id: "abc" } })).status).toBe(400);
  });
});
