import { describe, expect, it } from "vitest";
import { may, PERMISSIONS, ROLES, type Role, TOKEN_SCOPES } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { requestViewer } from "@/lib/auth/viewer";
import { authorize } from "@/lib/data/authorize";
import { pool } from "@/lib/data/client";
import { hashTokenSecret, makeTokenSecret } from "@/lib/data/token-secret";
import { createToken, findTokenViewer, listTokens, type NewToken, revokeToken } from "@/lib/data/tokens";
import { changeRole, disableUser, enableUser } from "@/lib/data/users";
import { useDatabase } from "../support/database";
import { person, SYSTEM, viewerOf } from "./people";

useDatabase();

const UPLOADER: NewToken = { name: "ansible", scopes: ["scans:write"], role: "engineer", expiresInDays: 30 };

const request = (authorization: string) =>
  new Request("http://localhost:3000/api/v1/hosts", { headers: { authorization, "x-bulkhead-client": "192.0.2.5" } });

const bearer = (secret: string): Promise<Viewer> => requestViewer(request(`Bearer ${secret}`));

describe("a token's secret", () => {
  it("is bh_, 32 random bytes and a checksum that catches every typing error", () => {
    const { secret, hash, prefix } = makeTokenSecret();
    expect(secret).toMatch(/^bh_[\w-]{49}$/);
    expect(prefix).toBe(secret.slice(0, 9));
    expect(hashTokenSecret(secret)).toBe(hash);
    for (let place = 3; place < secret.length - 1; place += 1) {
      const typo = secret.slice(0, place) + (secret[place] === "x" ? "y" : "x") + secret.slice(place + 1);
      expect(hashTokenSecret(typo)).toBeNull();
    }
    for (const wrong of ["", "bh_", secret.slice(1), `${secret}x`, ` ${secret}`, secret.toUpperCase(), hash])
      expect(hashTokenSecret(wrong)).toBeNull();
  });
});

describe("createToken", () => {
  it("gives the secret once and stores nothing that opens anything", async () => {
    const ada = viewerOf(await person("engineer"));
    const { secret, token } = await createToken(ada, UPLOADER);
    expect(token).toMatchObject({
      name: "ansible",
      scopes: ["scans:write"],
      role: "engineer",
      owner: { id: ada.userId },
      revokedAt: null,
      lastUsedAt: null,
    });
    expect(token.expiresAt.getTime() - Date.now()).toBeCloseTo(30 * 86_400_000, -4);
    const { rows } = await pool().query(
      "select t.*, a.after from api_token t, audit_event a where t.id = $1 and a.object = 'token ' || t.id",
      [token.id],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(secret.slice(9));
    for (const column of Object.values(rows[0])) await expect(bearer(String(column))).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("refuses a role above one's own, no scope, and a life of more than a year", async () => {
    const ada = viewerOf(await person("engineer"));
    await expect(createToken(ada, { ...UPLOADER, role: "lead" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(createToken(ada, { ...UPLOADER, scopes: [] })).rejects.toMatchObject({ detail: { field: "scopes" } });
    for (const expiresInDays of [0, -1, 366, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      await expect(createToken(ada, { ...UPLOADER, expiresInDays })).rejects.toMatchObject({ detail: { field: "expires" } });
    }
    expect(await listTokens(ada)).toEqual([]);
  });

  it("is not for viewers, and never for tokens, whatever their scope", async () => {
    await expect(createToken(viewerOf(await person("viewer")), { ...UPLOADER, role: "viewer" })).rejects.toMatchObject({
      code: "forbidden",
    });
    const admin = viewerOf(await person("admin"));
    const { secret } = await createToken(admin, { ...UPLOADER, scopes: ["admin"], role: "admin" });
    await expect(createToken(await bearer(secret), UPLOADER)).rejects.toThrow("A token cannot make tokens.");
  });
});

describe("a request with a token", () => {
  it("is made by the token, with the address, and notes the use", async () => {
    const ada = await person("lead");
    const { secret, token } = await createToken(viewerOf(ada), UPLOADER);
    expect(await bearer(secret)).toMatchObject({
      kind: "token",
      userId: ada.id,
      name: "ansible",
      role: "engineer",
      scopes: ["scans:write"],
      tokenId: token.id,
      address: "192.0.2.5",
    });
    const [listed] = await listTokens(viewerOf(ada));
    expect(Date.now() - (listed?.lastUsedAt?.getTime() ?? 0)).toBeLessThan(60_000);
  });

  it("writes its use at most once a minute", async () => {
    const { secret, token } = await createToken(SYSTEM, UPLOADER);
    const seen = new Set<string>();
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(Array.from({ length: 10 }, () => bearer(secret)));
      seen.add(
        (await pool().query("select xmin::text || ctid::text as version from api_token where id = $1", [token.id])).rows[0]?.version,
      );
    }
    expect(seen.size).toBe(1);
  });

  it.each([
    ["revoked", "revoked_at = now()"],
    ["expired", "expires_at = now() - interval '1 second'"],
    ["deleted", "hash = repeat('0', 64)"],
  ])("is refused at once when the token is %s", async (_, change) => {
    const { secret, token } = await createToken(SYSTEM, UPLOADER);
    await bearer(secret);
    await pool().query(`update api_token set ${change} where id = $1`, [token.id]);
    await expect(bearer(secret)).rejects.toMatchObject({
      code: "unauthenticated",
      message: "This token is not valid: it is unknown, expired or revoked.",
    });
  });

  it.each([
    "",
    "Bearer",
    "Bearer ",
    "Basic YTpi",
    "bh_x",
    "Bearer bh_x y",
    "Bearer null",
    "Bearer ' or 1=1 --",
    `Bearer ${"a".repeat(100_000)}`,
  ])("is refused with the authorization %.40j, cookie or not", async (authorization) => {
    await expect(requestViewer(request(authorization))).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("stops with its person and comes back with them", async () => {
    const ada = await person("engineer");
    const { secret } = await createToken(viewerOf(ada), UPLOADER);
    await disableUser(SYSTEM, ada.id).catch(() => undefined);
    await expect(bearer(secret)).rejects.toMatchObject({ code: "unauthenticated" });
    await enableUser(SYSTEM, ada.id);
    expect((await bearer(secret)).name).toBe("ansible");
  });

  it("never has more than its person's role of this moment", async () => {
    const ada = await person("lead");
    const { secret } = await createToken(viewerOf(ada), { ...UPLOADER, scopes: ["write"], role: "lead" });
    expect(may(await bearer(secret), "risk:accept")).toBe(true);
    await changeRole(SYSTEM, ada.id, "viewer");
    const demoted = await bearer(secret);
    expect([demoted.role, may(demoted, "risk:accept"), may(demoted, "scan:upload"), may(demoted, "host:read")]).toEqual([
      "viewer",
      false,
      false,
      true,
    ]);
    await changeRole(SYSTEM, ada.id, "admin");
    expect((await bearer(secret)).role).toBe("lead");
  });

  it("may what scope and role both allow, for every pair of them", async () => {
    for (const role of ROLES) {
      for (const scope of TOKEN_SCOPES) {
        const { secret } = await createToken(SYSTEM, { ...UPLOADER, role, scopes: [scope] });
        const viewer = await bearer(secret);
        const allowed = PERMISSIONS.filter((permission) => may(viewer, permission));
        expect(allowed).toEqual(
          PERMISSIONS.filter(
            (permission) => may({ role, scopes: null }, permission) && may({ role: "admin", scopes: [scope] }, permission),
          ),
        );
        for (const permission of PERMISSIONS.filter((candidate) => !allowed.includes(candidate))) {
          expect(() => authorize(viewer, permission)).toThrow(/needs the role|do not allow/);
        }
      }
    }
  });

  it("gets nothing from a scope the program does not know", async () => {
    const { secret, token } = await createToken(SYSTEM, UPLOADER);
    await pool().query("update api_token set scopes = '{everything}' where id = $1", [token.id]);
    const viewer = await bearer(secret);
    expect(PERMISSIONS.filter((permission) => may(viewer, permission))).toEqual([]);
  });
});

describe("listTokens and revokeToken", () => {
  it("show and end one's own; admins see and end all", async () => {
    const [ada, bob, admin] = [viewerOf(await person("engineer")), viewerOf(await person("lead")), viewerOf(await person("admin"))];
    const { token } = await createToken(ada, { ...UPLOADER, name: "canary-of-ada" });
    expect((await listTokens(bob)).map(({ name }) => name)).not.toContain("canary-of-ada");
    expect((await listTokens(admin)).map(({ name }) => name)).toContain("canary-of-ada");
    const missing = await revokeToken(bob, 2_000_000_000).catch((error) => error);
    const foreign = await revokeToken(bob, token.id).catch((error) => error);
    expect([foreign.code, foreign.message]).toEqual([missing.code, missing.message]);
    expect((await listTokens(ada))[0]?.revokedAt).toBeNull();
    await Promise.all([revokeToken(admin, token.id), revokeToken(ada, token.id), revokeToken(ada, token.id)]);
    expect((await listTokens(ada))[0]?.revokedAt).toBeInstanceOf(Date);
    const { rows } = await pool().query("select count(*)::int as n from audit_event where action = 'token.revoke' and object = $1", [
      `token ${token.id}`,
    ]);
    expect(rows).toEqual([{ n: 1 }]);
  });

  it("finds one token of many by the index, fast enough for every upload", async () => {
    await pool().query(`insert into api_token (name, prefix, hash, scopes, role, expires_at)
      select 'n' || i, 'bh_', encode(sha256(i::text::bytea), 'hex'), '{read}', 'viewer', now() + interval '1 day' from generate_series(1, 20000) i`);
    await pool().query("analyze api_token");
    const { secret } = await createToken(SYSTEM, UPLOADER);
    await findTokenViewer(secret, null);
    const start = performance.now();
    await Promise.all(Array.from({ length: 500 }, () => findTokenViewer(secret, null)));
    expect(performance.now() - start).toBeLessThan(2_500);
  });
});

describe("roles", () => {
  it.each(ROLES)("a token of %s made by the program keeps that role", async (role: Role) => {
    const { secret } = await createToken(SYSTEM, { ...UPLOADER, role });
    expect((await bearer(secret)).role).toBe(role);
  });
});
