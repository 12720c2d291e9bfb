import { describe, expect, it } from "vitest";
import { may } from "@/lib/access/policy";
import { isViewer, makeViewer, type Viewer } from "@/lib/access/viewer";

const needsViewer = (viewer: Viewer): string => viewer.name;

describe("a viewer", () => {
  it("says who asks", () => {
    expect({ ...makeViewer({ kind: "user", userId: "u1", name: "Ada", role: "lead" }, "192.0.2.7") }).toEqual({
      kind: "user",
      userId: "u1",
      name: "Ada",
      role: "lead",
      scopes: null,
      tokenId: null,
      address: "192.0.2.7",
    });
    expect({ ...makeViewer({ kind: "token", userId: null, name: "cron", role: "engineer", scopes: ["read"], tokenId: 3 }) }).toEqual({
      kind: "token",
      userId: null,
      name: "cron",
      role: "engineer",
      scopes: ["read"],
      tokenId: 3,
      address: null,
    });
    expect({ ...makeViewer({ kind: "system", name: "command line" }) }).toMatchObject({
      kind: "system",
      userId: null,
      role: "admin",
      scopes: null,
    });
  });

  it("can be asked what it may do, a token by its scopes too", () => {
    const token = makeViewer({ kind: "token", userId: "u1", name: "cron", role: "admin", scopes: ["scans:write"], tokenId: 3 });
    expect([may(token, "scan:upload"), may(token, "scan:read"), may(token, "user:manage")]).toEqual([true, false, false]);
  });

  it("cannot be made by hand, copied or changed", () => {
    const viewer = makeViewer({ kind: "user", userId: "u1", name: "Ada", role: "viewer" });
    // @ts-expect-error A literal is no viewer.
    needsViewer({ kind: "user", userId: "u1", name: "Ada", role: "admin", scopes: null, tokenId: null });
    // @ts-expect-error Nor is a copy with more rights.
    needsViewer({ ...viewer, role: "admin" });
    expect(isViewer(viewer)).toBe(true);
    expect(isViewer({ ...viewer })).toBe(false);
    expect(isViewer(null)).toBe(false);
    expect(() => Object.assign(viewer, { role: "admin" })).toThrow(TypeError);
  });
});
