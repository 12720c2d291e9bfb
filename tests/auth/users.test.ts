import { beforeAll, describe, expect, it } from "vitest";
import { addPerson, changePassword, resetPersonPassword } from "@/lib/auth/people";
import { findSession } from "@/lib/auth/session";
import { pool } from "@/lib/data/client";
import { changeRole, disableUser, enableUser, getOwnUser, listPeople, listUsers } from "@/lib/data/users";
import { useDatabase } from "../support/database";
import { browserOf, isSignedIn, PASSWORD, person, SYSTEM, viewerOf } from "./people";

useDatabase();

const NEXT = "another long password";

describe("people", () => {
  it("are added with a role and a password, audited, once per address", async () => {
    const made = await addPerson(SYSTEM, { name: "Ada", email: "Ada@Example.org", role: "lead", password: PASSWORD });
    expect(made).toMatchObject({ name: "Ada", email: "ada@example.org", role: "lead", disabledAt: null, lastSeenAt: null });
    const again = addPerson(SYSTEM, { name: "Other", email: "ADA@example.org", role: "viewer", password: PASSWORD });
    await expect(again).rejects.toMatchObject({ code: "conflict", detail: { field: "email" } });
    const { rows } = await pool().query("select actor, action, object, before, after from audit_event");
    expect(rows).toEqual([
      { actor: "tests", action: "user.create", object: "user ada@example.org", before: null, after: { name: "Ada", role: "lead" } },
    ]);
    expect((await pool().query("select password from account")).rows[0]?.password).toMatch(/^\$argon2id\$/);
  });

  it("are managed by admins only; others see whom they can give work", async () => {
    const lead = viewerOf(await person("lead"));
    const other = await person("viewer");
    const refused = { code: "forbidden", detail: { neededRole: "admin" } };
    await expect(listUsers(lead)).rejects.toMatchObject(refused);
    await expect(addPerson(lead, { name: "X", email: "x@example.org", role: "viewer", password: PASSWORD })).rejects.toMatchObject(refused);
    await expect(changeRole(lead, other.id, "admin")).rejects.toMatchObject(refused);
    await expect(changeRole(lead, lead.userId ?? "", "admin")).rejects.toMatchObject(refused);
    await expect(disableUser(lead, other.id)).rejects.toMatchObject(refused);
    await expect(enableUser(lead, other.id)).rejects.toMatchObject(refused);
    await expect(resetPersonPassword(lead, other.id, NEXT)).rejects.toMatchObject(refused);
    expect(await listPeople(lead)).toContainEqual({ id: other.id, name: other.name, email: other.email, role: "viewer" });
    expect(await getOwnUser(lead)).toMatchObject({ id: lead.userId, role: "lead" });
  });

  it("that do not exist are not found", async () => {
    for (const id of ["", "nobody", "' or true --", '{"not":""}']) {
      await expect(changeRole(SYSTEM, id, "viewer")).rejects.toMatchObject({ code: "not-found" });
      await expect(resetPersonPassword(SYSTEM, id, NEXT)).rejects.toMatchObject({ code: "not-found" });
    }
  });
});

describe("no session outlives", () => {
  beforeAll(async () => void (await person("admin")));

  it.each([
    ["a change of role", (id: string) => changeRole(SYSTEM, id, "viewer"), PASSWORD],
    ["a reset of the password", (id: string) => resetPersonPassword(SYSTEM, id, NEXT), NEXT],
  ])("%s", async (_, change, password) => {
    const ada = await person("engineer");
    const browsers = [await browserOf(ada.email), await browserOf(ada.email)];
    await change(ada.id);
    expect(await Promise.all(browsers.map(isSignedIn))).toEqual([false, false]);
    expect(await isSignedIn(await browserOf(ada.email, password))).toBe(true);
    if (password !== PASSWORD) await expect(browserOf(ada.email)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("being disabled, even one that was opened at that very moment", async () => {
    const ada = await person("engineer");
    const browser = await browserOf(ada.email);
    // Only the mark: as if the session was stored just after the others were deleted.
    await pool().query(`update "user" set disabled_at = now() where id = $1`, [ada.id]);
    expect(await isSignedIn(browser)).toBe(false);
    await expect(browserOf(ada.email)).rejects.toMatchObject({ code: "unauthenticated" });
    await enableUser(SYSTEM, ada.id);
    await disableUser(SYSTEM, ada.id);
    await enableUser(SYSTEM, ada.id);
    expect(await isSignedIn(browser)).toBe(false);
    expect(await isSignedIn(await browserOf(ada.email))).toBe(true);
  });
});

describe("the last admin", () => {
  it("can be neither demoted nor disabled, also not by two admins at once", async () => {
    await pool().query(`update "user" set role = 'viewer'`);
    const [a, b] = [await person("admin"), await person("admin")];
    const answers = await Promise.allSettled([changeRole(viewerOf(a), b.id, "lead"), disableUser(viewerOf(b), a.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict", message: /last admin/ } });
    const left = (await listUsers(SYSTEM)).filter(({ role, disabledAt }) => role === "admin" && disabledAt === null);
    expect(left).toHaveLength(1);
    await expect(changeRole(SYSTEM, left[0]?.id ?? "", "viewer")).rejects.toMatchObject({ code: "conflict" });
    await expect(disableUser(SYSTEM, left[0]?.id ?? "")).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("changePassword", () => {
  it("needs the current password and ends all other sessions", async () => {
    const ada = await person("engineer");
    const [here, elsewhere] = [await browserOf(ada.email), await browserOf(ada.email)];
    const sessionId = (await findSession(here))?.id ?? "";
    const me = viewerOf(ada);
    await expect(changePassword(me, sessionId, "not the password", NEXT)).rejects.toMatchObject({ detail: { field: "currentPassword" } });
    await expect(changePassword(me, sessionId, PASSWORD, "password1234")).rejects.toMatchObject({ detail: { field: "newPassword" } });
    expect(await isSignedIn(elsewhere)).toBe(true);
    await changePassword(me, sessionId, PASSWORD, NEXT);
    expect([await isSignedIn(here), await isSignedIn(elsewhere)]).toEqual([true, false]);
    expect(await isSignedIn(await browserOf(ada.email, NEXT))).toBe(true);
  });

  it("cannot be used to guess the current password", async () => {
    const me = viewerOf(await person("engineer"));
    const codes: string[] = [];
    for (let n = 0; n < 12; n += 1) codes.push((await changePassword(me, "x", `a wrong guess ${n}`, NEXT).catch((error) => error)).code);
    expect(codes).toEqual([...Array(10).fill("invalid-input"), "too-many-requests", "too-many-requests"]);
  });

  it("is only for people, not for tokens or the program", async () => {
    await expect(changePassword(SYSTEM, "x", PASSWORD, NEXT)).rejects.toMatchObject({ code: "forbidden" });
  });
});
