import { beforeAll, describe, expect, it } from "vitest";
import { GET as getDecision, PATCH as patchDecision } from "@/app/api/v1/decisions/[id]/route";
import { GET as listDecisions, POST as makeDecisions } from "@/app/api/v1/decisions/route";
import { GET as getFinding, PATCH as patchFinding } from "@/app/api/v1/findings/[id]/route";
import { ALL_OPERATIONS } from "@/lib/api/all-operations";
import { listFindings } from "@/lib/data/findings";
import { createToken } from "@/lib/data/tokens";
import { ALL_FINDINGS } from "@/lib/hardening/finding-filter";
import { call, tokenFor } from "../support/api";
import { useDatabase } from "../support/database";
import { logBytes, upload } from "../support/upload";
import { system } from "../support/viewers";

useDatabase();

const REASON = "Only reachable from the build network.";
const UNTIL = new Date(Date.now() + 30 * 86_400_000).toISOString();
let lead = "";
let engineer = "";
const ids: Record<string, number> = {};
beforeAll(async () => {
  lead = await tokenFor("write");
  engineer = (await createToken(system, { name: "eng", scopes: ["write"], role: "engineer", expiresInDays: 1 })).secret;
  for (const host of ["web-01", "web-02"]) await upload(host, logBytes("v1.6.1/before.text"));
  for (const control of ["live-restore", "memory-limit", "trusted-base-images"]) {
    const { items } = await listFindings(system, { ...ALL_FINDINGS, controls: [control] }, { cursor: null, limit: 10 });
    for (const finding of items) ids[`${control} ${finding.host}`] = finding.id;
  }
});

type Route = Parameters<typeof call>[0];

/** The body, checked against what the API document says of this answer. */
async function ask(route: Route, method: "GET" | "POST" | "PATCH", path: string, body?: unknown, bearer = lead) {
  const params = { id: path.split("/")[1] ?? "" };
  const init = body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const response = await call(route, path, { method, token: bearer, params, ...init });
  const answer = await response.json();
  const documented = ALL_OPERATIONS.find(
    (operation) => operation.method.toUpperCase() === method && operation.path === `/${path.replace(/\d+/, "{id}").split("?")[0]}`,
  )?.answers[response.status];
  expect(documented?.schema?.safeParse(answer).error?.issues ?? []).toEqual([]);
  return { status: response.status, ...answer };
}

const act = (finding: string, body: object, bearer = lead) => ask(patchFinding, "PATCH", `findings/${ids[finding]}`, body, bearer);

describe("decisions over the API", () => {
  it("name the control that was not found", async () => {
    const body = { kind: "accept", control: "no-such-control", hosts: ["web-01"], reason: REASON, until: UNTIL };
    expect(await ask(makeDecisions, "POST", "decisions", body)).toMatchObject({
      ...{ status: 422, field: "control" },
      detail: 'There is no finding of "no-such-control" on web-01.',
    });
  });
});

describe("a finding over the API", () => {
  it("is worked on, and what has no effect is refused in words", async () => {
    expect(await act("live-restore web-01", { act: "start" }, engineer)).toMatchObject({
      status: 200,
      state: "in_progress",
      decision: null,
    });
    expect(await act("live-restore web-01", { act: "start" }, engineer)).toMatchObject({
      status: 409,
      detail: "Somebody works on it already.",
    });
    expect(await act("live-restore web-01", { act: "says_fixed" })).toMatchObject({ state: "awaiting_verification" });
    expect(await act("live-restore web-01", { act: "reopen", reason: "Not yet." })).toMatchObject({ state: "open" });
    expect(await act("live-restore web-01", { act: "hardened" })).toMatchObject({ status: 400 });
  });

  it("is accepted by a lead, and asked for by an engineer", async () => {
    const accept = { act: "accept", reason: REASON, until: UNTIL };
    const asked = await act("memory-limit web-01", accept, engineer);
    expect(asked).toMatchObject({ status: 200, state: "open", requested: true, decision: expect.any(Number) });
    const path = `decisions/${asked.decision}`;
    expect((await ask(patchDecision, "PATCH", path, { status: "approved" }, engineer)).status).toBe(403);
    expect(await ask(patchDecision, "PATCH", path, { status: "approved", note: "Until May." })).toMatchObject({
      status: "approved",
      note: "Until May.",
      standings: { active: 1 },
      places: [{ host: "web-01", standing: "active", state: "accepted" }],
    });
    expect(await ask(getFinding, "GET", `findings/${ids["memory-limit web-01"]}`)).toMatchObject({ state: "accepted" });
    expect(await act("memory-limit web-02", accept)).toMatchObject({ state: "accepted", requested: false });
  });

  it("needs an end within a year", async () => {
    const { until: _, ...endless } = { act: "accept", reason: REASON, until: UNTIL };
    expect((await act("live-restore web-01", endless)).status).toBe(400);
    expect((await act("live-restore web-01", { ...endless, until: "2020-01-01" })).status).toBe(422);
  });
});

describe("decisions over the API", () => {
  it("are made over hosts and items, listed by standing, and taken back", async () => {
    const made = await ask(makeDecisions, "POST", "decisions", {
      kind: "attest_pass",
      control: "trusted-base-images",
      hosts: ["web-01", "web-02"],
      reason: "Looked at the registry.",
      until: UNTIL.slice(0, 10),
    });
    expect(made).toMatchObject({
      status: 201,
      requested: false,
      refused: [],
      items: [{ kind: "attest_pass", hosts: 2, standings: { active: 2 } }],
    });
    const [{ id }] = made.items;
    const listed = await ask(listDecisions, "GET", "decisions?standing=active&kind=attest_pass");
    expect(listed.items.map((decision: { id: number }) => decision.id)).toEqual([id]);
    expect(await ask(patchDecision, "PATCH", `decisions/${id}`, { status: "withdrawn", reason: "It moved." })).toMatchObject({
      status: "withdrawn",
      standings: { ended: 2 },
    });
    const failing = { kind: "attest_pass", findings: [ids["live-restore web-01"]], reason: "Looks fine.", until: UNTIL };
    expect(await ask(makeDecisions, "POST", "decisions", failing)).toMatchObject({
      status: 200,
      items: [],
      refused: [{ host: "web-01", reason: "A scan says that it fails, and nobody's word counts against that." }],
    });
    expect((await ask(getDecision, "GET", "decisions/99999")).status).toBe(404);
  });

  it("are paged, and every page says where the next one begins", async () => {
    const first = await ask(listDecisions, "GET", "decisions?limit=2");
    const second = await ask(listDecisions, "GET", `decisions?limit=2&cursor=${first.nextCursor}`);
    const all = [...first.items, ...second.items].map((decision: { id: number }) => decision.id);
    expect([new Set(all).size, second.nextCursor]).toEqual([all.length, null]);
  });
});
