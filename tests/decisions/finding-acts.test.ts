import { beforeAll, describe, expect, it, vi } from "vitest";
import { submitFindingAct } from "@/app/_finding-panel/actions";
import { listFindingDecisions, listOfferedActs } from "@/lib/data/finding-decisions";
import { EMPTY_FORM, type FormState } from "@/lib/shared/form-state";
import { browserOf, person } from "../auth/people";
import { findingOf, scan, stateOf } from "../data/task-fixture";
import { useDatabase } from "../support/database";
import { system } from "../support/viewers";

const current = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => current.headers }));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

useDatabase();

const OWN = { host: "bulkhead.lan:3000", origin: "http://bulkhead.lan:3000" };
const browsers: Record<"engineer" | "lead" | "viewer", Headers> = {
  engineer: new Headers(),
  lead: new Headers(),
  viewer: new Headers(),
};

beforeAll(async () => {
  for (const role of ["engineer", "lead", "viewer"] as const) {
    const { email } = await person(role);
    browsers[role] = new Headers({ ...OWN, cookie: (await browserOf(email)).get("cookie") ?? "" });
  }
  for (const host of ["web-01", "web-02"]) await scan(host, "before", -24);
});

async function act(role: keyof typeof browsers, key: string, fields: Record<string, string | readonly string[]>): Promise<FormState> {
  current.headers = browsers[role];
  const data = new FormData();
  data.append("finding", String((await findingOf("web-01", key)).id));
  for (const [name, value] of Object.entries(fields)) for (const entry of [value].flat()) data.append(name, entry);
  return submitFindingAct(EMPTY_FORM, data);
}

const decisionsOn = async (key: string) => listFindingDecisions(system, (await findingOf("web-01", key)).id, new Date(), 5);

describe("the forms on the panel of a finding", () => {
  it("accept a risk for the items that are ticked, and leave the others open", async () => {
    const fields = {
      act: "accept",
      reason: "Goes away in March.",
      period: "30",
      scope: "items",
      items: ["amber-web-01", "birch-cache-02"],
    };
    expect(await act("lead", "memory-limit", fields)).toMatchObject({ ok: true, fieldErrors: {} });
    expect(await stateOf("web-01", "memory-limit")).toBe("open");
    expect(await decisionsOn("memory-limit")).toMatchObject([
      { kind: "accept", standing: "active", items: ["amber-web-01", "birch-cache-02"], hosts: 1, reason: "Goes away in March." },
    ]);
    expect(await act("lead", "memory-limit", { ...fields, scope: "all" })).toMatchObject({ ok: true });
    expect([await stateOf("web-01", "memory-limit"), await stateOf("web-02", "memory-limit")]).toEqual(["accepted", "open"]);
  });

  it.each([
    ["a reason", { act: "accept", reason: " ", period: "90", scope: "all" }, "reason"],
    ["an item", { act: "accept", reason: "So.", period: "90", scope: "items" }, "items"],
    ["a day that is ahead", { act: "accept", reason: "So.", period: "day", until: "2020-01-01", scope: "all" }, "until"],
    ["a day at all", { act: "accept", reason: "So.", period: "day", until: "", scope: "all" }, "until"],
    ["what an attestation says", { act: "attest", reason: "So.", period: "90" }, "says"],
    ["why it is reopened", { act: "reopen", reason: "" }, "reason"],
  ])("ask for %s at its field, and keep what was typed", async (_, fields, field) => {
    const answer = await act("lead", "live-restore", fields);
    expect([answer.ok, Object.keys(answer.fieldErrors)]).toEqual([false, [field]]);
    expect(answer.values).toMatchObject({ act: fields.act, reason: fields.reason });
    expect(await stateOf("web-01", "live-restore")).toBe("open");
  });

  it("ask a lead where somebody may not decide, and refuse who may not even ask", async () => {
    const fields = { act: "accept", reason: "Please.", period: "90", scope: "all" };
    expect(await act("viewer", "live-restore", fields)).toMatchObject({ ok: false });
    const asked = await act("engineer", "live-restore", fields);
    expect(asked).toMatchObject({ ok: true, message: expect.stringContaining("A lead approves or declines it.") });
    expect(await stateOf("web-01", "live-restore")).toBe("open");
    expect(await decisionsOn("live-restore")).toMatchObject([{ standing: "requested", decidedBy: null }]);
  });

  it("start work, say fixed and reopen; what has no effect any more is said in words", async () => {
    expect(await act("engineer", "host-pid", { act: "start" })).toMatchObject({ ok: true, message: "It is In progress now." });
    expect(await act("engineer", "host-pid", { act: "start" })).toMatchObject({ ok: false, message: "Somebody works on it already." });
    expect(await act("engineer", "host-pid", { act: "saysFixed" })).toMatchObject({ message: "It is Awaiting verification now." });
    expect(await act("engineer", "host-pid", { act: "reopen", reason: "Another host." })).toMatchObject({ message: "It is Open now." });
  });

  it("attest where no tool decides, and are offered only what has an effect", async () => {
    const finding = await findingOf("web-01", "trusted-base-images");
    expect(await listOfferedActs(system, finding, new Date())).toEqual(["attest", "notApplicable"]);
    const fields = { act: "attest", says: "pass", reason: "Read the build files.", period: "90" };
    expect(await act("engineer", "trusted-base-images", fields)).toMatchObject({ ok: true });
    expect(await stateOf("web-01", "trusted-base-images")).toBe("hardened");
    expect(await act("engineer", "live-restore", fields)).toMatchObject({
      ok: false,
      message: "A scan says that it fails, and nobody's word counts against that.",
    });
  });
});
