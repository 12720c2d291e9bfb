import { describe, expect, it } from "vitest";
import { leastRoleFor, may, PERMISSIONS, type Permission, ROLES, type Role, TOKEN_SCOPES, type TokenScope } from "@/lib/access/policy";

// The whole table, written out: "viewer engineer lead admin" and the scopes that are enough for a token.
type Row = readonly [permission: Permission, roles: string, scopes: readonly TokenScope[]];
const R = ["read", "write", "admin"] as const;
const W = ["write", "admin"] as const;
const TABLE: readonly Row[] = [
  ["host:read", "viewer engineer lead admin", R],
  ["host:edit", "engineer lead admin", W],
  ["host:delete", "lead admin", W],
  ["scan:read", "viewer engineer lead admin", R],
  ["scan:upload", "engineer lead admin", ["scans:write", "write", "admin"]],
  ["scan:delete", "lead admin", W],
  ["finding:read", "viewer engineer lead admin", R],
  ["finding:attest", "engineer lead admin", W],
  ["finding:reopen", "engineer lead admin", W],
  ["finding:exclude", "lead admin", W],
  ["risk:accept", "lead admin", W],
  ["risk:request", "engineer lead admin", W],
  ["control:read", "viewer engineer lead admin", R],
  ["control:edit", "lead admin", W],
  ["model:read", "viewer engineer lead admin", R],
  ["model:edit", "lead admin", W],
  ["task:read", "viewer engineer lead admin", R],
  ["task:create", "engineer lead admin", W],
  ["task:work", "engineer lead admin", W],
  ["task:comment", "engineer lead admin", W],
  ["task:watch", "viewer engineer lead admin", W],
  ["report:read", "viewer engineer lead admin", R],
  ["user:read", "viewer engineer lead admin", R],
  ["user:manage", "admin", ["admin"]],
  ["token:own", "engineer lead admin", ["admin"]],
  ["token:manage", "admin", ["admin"]],
  ["settings:manage", "admin", ["admin"]],
  ["audit:read", "admin", ["admin"]],
];

const allowed = (row: Row, role: Role) => row[1].split(" ").includes(role);
const cells = TABLE.flatMap((row) => ROLES.map((role) => ({ permission: row[0], role, row })));

describe("who may do what", () => {
  it("is decided for every permission, here and there", () => {
    expect(TABLE.map(([permission]) => permission).sort()).toEqual([...PERMISSIONS].sort());
  });

  it.each(cells)("$permission by a $role, signed in and with a token of each scope", ({ permission, role, row }) => {
    expect(may({ role, scopes: null }, permission)).toBe(allowed(row, role));
    expect(may({ role, scopes: [] }, permission)).toBe(false);
    for (const scope of TOKEN_SCOPES) expect(may({ role, scopes: [scope] }, permission)).toBe(allowed(row, role) && row[2].includes(scope));
    expect(may({ role, scopes: [...TOKEN_SCOPES] }, permission)).toBe(allowed(row, role));
  });

  it("names the least role, for refusals", () => {
    expect(leastRoleFor("host:read")).toBe("viewer");
    expect(leastRoleFor("scan:upload")).toBe("engineer");
    expect(leastRoleFor("risk:accept")).toBe("lead");
    expect(leastRoleFor("user:manage")).toBe("admin");
  });
});
