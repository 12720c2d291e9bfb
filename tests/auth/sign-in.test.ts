import { beforeEach, describe, expect, it, vi } from "vitest";
import { endSession, findSession } from "@/lib/auth/session";
import { signIn } from "@/lib/auth/sign-in";
import { pool } from "@/lib/data/client";
import { disableUser } from "@/lib/data/users";
import { AppError } from "@/lib/shared/app-error";
import { useDatabase } from "../support/database";
import { browserOf, from, isSignedIn, PASSWORD, person, SYSTEM } from "./people";

const hashed = vi.hoisted(() => ({ count: 0 }));
vi.mock("@/lib/auth/password-hash", async (load) => {
  const real = await load<typeof import("@/lib/auth/password-hash")>();
  const counted =
    <Args extends unknown[], T>(work: (...args: Args) => Promise<T>) =>
    (...args: Args) => {
      hashed.count += 1;
      return work(...args);
    };
  return { hashPassword: counted(real.hashPassword), verifyPassword: counted(real.verifyPassword) };
});

useDatabase();
beforeEach(async () => {
  hashed.count = 0;
  await pool().query("delete from attempt_counter");
});

const refusal = (attempt: Promise<unknown>): Promise<AppError> =>
  attempt.then(
    () => expect.fail("signed in"),
    (error: unknown) => (error instanceof AppError ? error : expect.fail(String(error))),
  );

describe("signIn", () => {
  it("opens a session that the cookie proves", async () => {
    const ada = await person("engineer");
    const answer = await signIn(from("192.0.2.1"), ` ${ada.email.toUpperCase()} `, PASSWORD);
    const [cookie = ""] = answer.getSetCookie();
    expect(cookie).toMatch(/^better-auth\.session_token=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/);
    const session = await findSession(from("192.0.2.1", { cookie: cookie.split(";")[0] ?? "" }));
    expect(session?.user).toEqual({ id: ada.id, name: ada.name, email: ada.email, role: "engineer" });
    const { rows } = await pool().query("select action, address from audit_event where actor_id = $1", [ada.id]);
    expect(rows).toEqual([{ action: "session.start", address: "192.0.2.1" }]);
  });

  it("believes no cookie that it did not sign", async () => {
    const browser = await browserOf((await person("viewer")).email);
    const cookie = browser.get("cookie") ?? "";
    for (const forged of [cookie.slice(0, -6), cookie.replace(/=.{4}/, "=AAAA"), cookie.replace(/\..*$/, "")]) {
      expect(await findSession(from("192.0.2.1", { cookie: forged }))).toBeNull();
    }
    const { rows } = await pool().query("select token from session limit 1");
    expect(await findSession(from("192.0.2.1", { cookie: `better-auth.session_token=${rows[0]?.token}` }))).toBeNull();
  });

  it("answers alike for unknown people, wrong passwords and disabled people, and hashes for each", async () => {
    const known = await person("viewer");
    const disabled = await person("viewer");
    await disableUser(SYSTEM, disabled.id);
    hashed.count = 0;
    const answers = [
      await refusal(signIn(from("192.0.2.1"), known.email, "not the password")),
      await refusal(signIn(from("192.0.2.1"), "nobody@example.org", "not the password")),
      await refusal(signIn(from("192.0.2.1"), disabled.email, PASSWORD)),
    ];
    const one = { code: "unauthenticated", message: "This e-mail address and password do not belong together.", detail: {} };
    expect(answers.map(({ code, message, detail }) => ({ code, message, detail }))).toEqual([one, one, one]);
    expect(hashed.count).toBe(3);
    const { rows } = await pool().query("select 1 from session where user_id = $1", [disabled.id]);
    expect(rows).toEqual([]);
  });

  it("takes as long for unknown people as for known ones", async () => {
    const known = await person("viewer");
    const median = async (email: string) => {
      const times: number[] = [];
      for (let round = 0; round < 9; round += 1) {
        const start = performance.now();
        await refusal(signIn(from(`192.0.2.${round}`), email, "not the password"));
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[4] ?? 0;
    };
    const [a, b] = [await median(known.email), await median("nobody@example.org")];
    // Wide enough for a busy machine; without the hash the difference is tenfold.
    expect(Math.max(a, b) / Math.min(a, b)).toBeLessThan(2);
  });
});

describe("the limits of signing in", () => {
  it("lets 10 of 1,000 wrong passwords for one account reach the hash, whatever the address says", async () => {
    const ada = await person("admin");
    hashed.count = 0;
    const attempt = (n: number) => {
      const headers = from(`10.0.${n >> 8}.${n & 255}`, { "x-forwarded-for": `203.0.113.${n % 250}` });
      return refusal(signIn(headers, ada.email, "wrong password"));
    };
    const codes = new Map<string, number>();
    for (let batch = 0; batch < 20; batch += 1) {
      const errors = await Promise.all(Array.from({ length: 50 }, (_, n) => attempt(batch * 50 + n)));
      for (const { code } of errors) codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect(Object.fromEntries(codes)).toEqual({ unauthenticated: 10, "too-many-requests": 990 });
    expect(hashed.count).toBe(10);

    const refused = await refusal(signIn(from("192.0.2.200"), ada.email, PASSWORD));
    expect(refused.code).toBe("too-many-requests");
    expect(refused.detail.retryAfterSeconds).toBeGreaterThan(850);
    expect(refused.message).toBe(`Too many attempts. Wait ${refused.detail.retryAfterSeconds} seconds, then try again.`);

    await pool().query("update attempt_counter set window_ends_at = now() - interval '1 second'");
    expect(await isSignedIn(await browserOf(ada.email))).toBe(true);
  });

  it("refuses unknown accounts after the same number", async () => {
    const codes: string[] = [];
    for (let n = 0; n < 12; n += 1) codes.push((await refusal(signIn(from(`10.1.0.${n}`), "nobody@example.org", "wrong password"))).code);
    expect(codes).toEqual([...Array(10).fill("unauthenticated"), "too-many-requests", "too-many-requests"]);
  });

  it("lets one address, or one /64, fail 30 times in an hour over all accounts", async () => {
    for (const address of [(_: number) => "198.51.100.7", (n: number) => `2001:db8:1:2::${n + 1}`]) {
      const errors = await Promise.all(
        Array.from({ length: 40 }, (_, n) => refusal(signIn(from(address(n)), `someone-${n}@example.org`, "spring2026spring"))),
      );
      expect(errors.filter(({ code }) => code === "unauthenticated")).toHaveLength(30);
    }
  });

  it("does not count what succeeds", async () => {
    const ada = await person("viewer");
    for (let n = 0; n < 13; n += 1) await signIn(from("192.0.2.9"), ada.email, PASSWORD);
    const { rows } = await pool().query("select max(count) as most from attempt_counter");
    expect(rows).toEqual([{ most: 0 }]);
  });

  it("stores neither address nor e-mail address in the clear", async () => {
    await refusal(signIn(from("198.51.100.8"), "nobody@example.org", "wrong password"));
    const { rows } = await pool().query<{ key: string }>("select key from attempt_counter order by key");
    expect(rows).toHaveLength(2);
    for (const { key } of rows) expect(key).toMatch(/^sign-in-(account|address):[\w-]{43}$/);
  });
});

describe("a session", () => {
  it("ends when the person signs out", async () => {
    const ada = await person("viewer");
    const [one, two] = [await browserOf(ada.email), await browserOf(ada.email)];
    await endSession(one);
    expect([await isSignedIn(one), await isSignedIn(two)]).toEqual([false, true]);
  });

  it("ends after twelve hours without a request, and after seven days in any case", async () => {
    const ada = await person("viewer");
    const [idle, old] = [await browserOf(ada.email), await browserOf(ada.email)];
    const token = (browser: Headers) => decodeURIComponent(browser.get("cookie") ?? "").split(/[=.]/)[2] ?? "";
    await pool().query("update session set updated_at = now() - interval '11 hours' where token = $1", [token(idle)]);
    expect(await isSignedIn(idle)).toBe(true);
    const { rows } = await pool().query("select updated_at > now() - interval '1 minute' as touched from session where token = $1", [
      token(idle),
    ]);
    expect(rows).toEqual([{ touched: true }]);
    await pool().query("update session set updated_at = now() - interval '13 hours' where token = $1", [token(idle)]);
    await pool().query("update session set expires_at = now() - interval '1 second' where token = $1", [token(old)]);
    expect([await isSignedIn(idle), await isSignedIn(old)]).toEqual([false, false]);
  });
});
