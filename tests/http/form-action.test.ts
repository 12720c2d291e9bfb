import { redirect } from "next/navigation";
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { formAction, visitorAction } from "@/lib/http/form-action";
import { log } from "@/lib/http/log";
import { AppError } from "@/lib/shared/app-error";
import { EMPTY_FORM, type FormState } from "@/lib/shared/form-state";
import { browserOf, person } from "../auth/people";
import { useDatabase } from "../support/database";

const current = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => current.headers }));

useDatabase();
afterEach(() => vi.restoreAllMocks());

const Schema = z.object({
  title: z.string().min(3, "Write at least 3 letters."),
  hosts: z.array(z.string()).default([]),
  password: z.string().optional(),
});

const OWN = { host: "bulkhead.lan:3000", origin: "http://bulkhead.lan:3000" };

function form(fields: Record<string, string | readonly string[]>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const entry of [value].flat()) data.append(name, entry);
  return data;
}

async function send(
  action: (state: FormState, data: FormData) => Promise<FormState>,
  data: FormData,
  headers: Record<string, string>,
  cookie = "",
) {
  current.headers = new Headers({ ...headers, ...(cookie === "" ? {} : { cookie }) });
  return action(EMPTY_FORM, data);
}

describe("visitorAction", () => {
  const act = vi.fn(async (_visitor: unknown, _input: z.output<typeof Schema>): Promise<unknown> => undefined);
  const action = visitorAction(Schema, act as never);

  it.each([
    ["another site", { origin: "https://evil.example" }],
    ["nowhere", { origin: "null" }],
    ["an unsaid place", {}],
    ["a sub-domain", { origin: "http://x.bulkhead.lan:3000" }],
    ["another port", { origin: "http://bulkhead.lan:4000" }],
    ["a host that a header claims", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }],
    ["a look-alike", { origin: "http://bulkhead.lan:3000.evil.example" }],
    ["an odd scheme", { origin: "ftp://bulkhead.lan:3000" }],
    ["what the browser calls cross-site", { origin: "http://bulkhead.lan:3000", "sec-fetch-site": "cross-site" }],
  ])("does nothing for a form from %s", async (_, headers) => {
    const state = await send(action, form({ title: "abc" }), { host: OWN.host, ...headers } as Record<string, string>);
    expect(state).toMatchObject({ ok: false, message: "This form was sent from another site, so nothing was done." });
    expect(act).not.toHaveBeenCalled();
  });

  it("accepts the host that was asked, and BULKHEAD_URL behind a proxy", async () => {
    expect((await send(action, form({ title: "abc" }), OWN)).ok).toBe(true);
    process.env.BULKHEAD_URL = "https://bulkhead.example";
    expect((await send(action, form({ title: "abc" }), { host: "app:3000", origin: "https://bulkhead.example" })).ok).toBe(true);
    expect((await send(action, form({ title: "abc" }), { host: "app:3000", origin: "https://bulkhead.example.evil" })).ok).toBe(false);
    delete process.env.BULKHEAD_URL;
    expect(act).toHaveBeenCalledWith({ headers: expect.any(Headers), address: null }, { title: "abc", hosts: [] });
  });

  it("names each field that must be mended, keeps what was typed and sends no secret back", async () => {
    const data = form({ title: "ab", hosts: ["web-01", "web-02"], password: "hunter2", $ACTION_ID_1: "x" });
    expect(await send(action, data, OWN)).toEqual({
      ok: false,
      message: "One field needs another look.",
      fieldErrors: { title: "Write at least 3 letters." },
      values: { title: "ab", hosts: ["web-01", "web-02"] },
      result: {},
    });
  });

  it("takes the last of a doubled field, and lists where the schema has lists", async () => {
    await send(action, form({ title: ["first", "second"], hosts: "web-01" }), OWN);
    expect(act).toHaveBeenLastCalledWith(expect.anything(), { title: "second", hosts: ["web-01"] });
  });

  it("refuses what is no form, a file for text, and inherited names", async () => {
    expect((await send(action, { title: "abc" } as never, OWN)).message).toBe("This form arrived damaged. Send it again.");
    const data = form({ __proto__x: "1" });
    data.append("title", new File(["x"], "x.txt"));
    expect((await send(action, data, OWN)).ok).toBe(false);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it("shows refusals in words, at their field where they have one", async () => {
    act.mockRejectedValueOnce(new AppError("conflict", "Someone else just moved this task."));
    expect(await send(action, form({ title: "abc" }), OWN)).toMatchObject({
      ok: false,
      message: "Someone else just moved this task.",
      fieldErrors: {},
    });
    act.mockRejectedValueOnce(new AppError("invalid-input", "Taken.", { detail: { field: "title" } }));
    expect(await send(action, form({ title: "abc" }), OWN)).toMatchObject({
      ok: false,
      message: null,
      fieldErrors: { title: "Taken." },
      values: { title: "abc" },
    });
  });

  it("gives a fault an id that the log has too, and none of its story", async () => {
    const error = vi.spyOn(log(), "error").mockImplementation(() => undefined);
    act.mockRejectedValueOnce(new Error("select * from secrets"));
    const state = await send(action, form({ title: "abc" }), OWN);
    const [, id] = /^Something went wrong here\. Quote ([0-9a-f]{12}) when you report it\.$/.exec(state.message ?? "") ?? [];
    expect(id).toBeDefined();
    expect(error).toHaveBeenCalledWith(expect.objectContaining({ id, err: expect.any(Error) }), "fault");
    expect(JSON.stringify(state)).not.toContain("secrets");
  });

  it("lets redirects through", async () => {
    act.mockImplementationOnce(async () => redirect("/hosts"));
    await expect(send(action, form({ title: "abc" }), OWN)).rejects.toMatchObject({ digest: expect.stringContaining("NEXT_REDIRECT") });
  });
});

describe("formAction", () => {
  const act = vi.fn(async (viewer: { readonly name: string }) => ({ message: `Hello ${viewer.name}`, result: { secret: "x" } }));
  const action = formAction(Schema, act);

  it("asks who sends it before it looks at what is sent", async () => {
    const state = await send(action, form({ title: "" }), OWN);
    expect(state).toMatchObject({
      ok: false,
      message: "You are signed out. Sign in in another tab, then send this again.",
      fieldErrors: {},
    });
    expect(act).not.toHaveBeenCalled();
  });

  it("acts for the person whose session it is", async () => {
    const ada = await person("engineer");
    const cookie = (await browserOf(ada.email)).get("cookie") ?? "";
    expect(await send(action, form({ title: "abc" }), OWN, cookie)).toEqual({
      ok: true,
      message: `Hello ${ada.name}`,
      fieldErrors: {},
      values: {},
      result: { secret: "x" },
    });
    expect((await send(action, form({ title: "abc" }), { ...OWN, origin: "https://evil.example" }, cookie)).ok).toBe(false);
    expect(act).toHaveBeenCalledTimes(1);
  });
});
