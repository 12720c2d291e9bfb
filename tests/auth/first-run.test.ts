import { beforeEach, describe, expect, it } from "vitest";
import { claimFirstAdmin, prepareFirstRun } from "@/lib/auth/first-run";
import { pool } from "@/lib/data/client";
import { useDatabase } from "../support/database";
import { browserOf, isSignedIn, PASSWORD } from "./people";

useDatabase();
beforeEach(async () => {
  delete process.env.BULKHEAD_ADMIN_EMAIL;
  delete process.env.BULKHEAD_ADMIN_PASSWORD;
  await pool().query(`delete from "user"; delete from setup_code; delete from attempt_counter`);
});

const claim = (code: string, n = 0) =>
  claimFirstAdmin({ code, name: `Admin ${n}`, email: `admin-${n}@example.org`, password: PASSWORD }, `192.0.2.${n}`);

const roles = async () => (await pool().query<{ role: string }>(`select role from "user"`)).rows.map(({ role }) => role);

async function newCode(): Promise<string> {
  const { code } = await prepareFirstRun();
  return code ?? expect.fail("no code");
}

describe("the first run", () => {
  it("gives a code of 100 bits and stores only its hash", async () => {
    const code = await newCode();
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}$/);
    const { rows } = await pool().query("select * from setup_code");
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(code.slice(0, 5));
    expect(rows[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("makes the admin once; the code is used up", async () => {
    const code = await newCode();
    const admin = await claim(code.toLowerCase().replaceAll("-", " "));
    expect(admin).toMatchObject({ name: "Admin 0", email: "admin-0@example.org", role: "admin" });
    expect(await isSignedIn(await browserOf("admin-0@example.org"))).toBe(true);
    await expect(claim(code, 1)).rejects.toMatchObject({ code: "not-found" });
    expect(await prepareFirstRun()).toEqual({ code: null });
    const { rows } = await pool().query(
      "select actor, action, address from audit_event where object = 'user admin-0@example.org' order by id limit 1",
    );
    expect(rows).toEqual([{ actor: "first run", action: "user.create", address: "192.0.2.0" }]);
  });

  it("makes exactly one admin of 50 simultaneous claims", async () => {
    const code = await newCode();
    const answers = await Promise.allSettled(Array.from({ length: 50 }, (_, n) => claim(code, n)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await roles()).toEqual(["admin"]);
    expect((await pool().query("select 1 from account")).rows).toHaveLength(1);
    expect((await pool().query("select 1 from setup_code")).rows).toEqual([]);
  });

  it("refuses wrong codes, and many of them from one address", async () => {
    await newCode();
    const codes: string[] = [];
    for (let n = 0; n < 25; n += 1) {
      const answer = await claimFirstAdmin(
        { code: `wrong-${n}`, name: "X", email: "x@example.org", password: PASSWORD },
        "192.0.2.1",
      ).catch((e) => e);
      codes.push(answer.code);
    }
    expect(codes).toEqual([...Array(20).fill("forbidden"), ...Array(5).fill("too-many-requests")]);
    expect(await roles()).toEqual([]);
  });

  it("makes a new code at each start, and lets it lapse after a day", async () => {
    const first = await newCode();
    const second = await newCode();
    await expect(claim(first)).rejects.toMatchObject({ code: "forbidden", detail: { field: "code" } });
    await pool().query("update setup_code set created_at = now() - interval '25 hours'");
    await expect(claim(second)).rejects.toMatchObject({ code: "forbidden" });
    expect(await roles()).toEqual([]);
  });

  it("makes the admin whom the environment names, without a code", async () => {
    process.env.BULKHEAD_ADMIN_EMAIL = "Root@Example.org";
    process.env.BULKHEAD_ADMIN_PASSWORD = PASSWORD;
    const answers = await Promise.all([prepareFirstRun(), prepareFirstRun(), prepareFirstRun()]);
    expect(answers).toEqual([{ code: null }, { code: null }, { code: null }]);
    expect(await roles()).toEqual(["admin"]);
    expect(await isSignedIn(await browserOf("root@example.org"))).toBe(true);
  });

  it("says what is wrong with the environment", async () => {
    process.env.BULKHEAD_ADMIN_EMAIL = "root@example.org";
    await expect(prepareFirstRun()).rejects.toThrow(/Set both/);
    process.env.BULKHEAD_ADMIN_PASSWORD = "password1234";
    await expect(prepareFirstRun()).rejects.toThrow(/BULKHEAD_ADMIN_PASSWORD cannot be used/);
    expect(await roles()).toEqual([]);
  });
});
