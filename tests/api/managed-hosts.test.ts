import { beforeAll, describe, expect, it } from "vitest";
import { POST as mergeHosts } from "@/app/api/v1/hosts/[name]/merge/route";
import { DELETE as deleteHost, GET as getHost, PATCH as patchHost } from "@/app/api/v1/hosts/[name]/route";
import { GET as listHosts } from "@/app/api/v1/hosts/route";
import { DELETE as deleteScan, PATCH as patchScan } from "@/app/api/v1/scans/[id]/route";
import { host as hostSchema, scan as scanSchema } from "@/lib/api/schemas";
import { call, tokenFor } from "../support/api";
import { useDatabase } from "../support/database";
import { logBytes, upload } from "../support/upload";

useDatabase();

let token = "";
const scans: number[] = [];
beforeAll(async () => {
  token = await tokenFor("write");
  for (const name of ["web-1", "web-2", "web-3"]) scans.push((await upload(name, logBytes("v1.6.1/before.text"))).runs[0]?.scan.id ?? 0);
});

const send = (handler: Parameters<typeof call>[0], path: string, method: string, params: object, body?: unknown) =>
  call(handler, path, {
    ...{ token, params, method },
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });

const hostIn = async (answer: Promise<Response>) => hostSchema.strict().parse(await (await answer).json());

describe("hosts over the API", () => {
  it("are renamed and described; the old name goes on to answer", async () => {
    const changes = { name: "web-01", environment: "prod", labels: ["edge"], timeZone: "Europe/Berlin" };
    expect(await hostIn(send(patchHost, "hosts/web-1", "PATCH", { name: "web-1" }, changes))).toMatchObject({ ...changes, retired: false });
    expect(await hostIn(call(getHost, "hosts/web-1", { token, params: { name: "web-1" } }))).toMatchObject({ name: "web-01" });
    const taken = await send(patchHost, "hosts/web-01", "PATCH", { name: "web-01" }, { name: "web-2" });
    expect([taken.status, await taken.json()]).toMatchObject([409, { field: "name" }]);
    expect((await send(patchHost, "hosts/web-01", "PATCH", { name: "web-01" }, { timeZone: "Mars" })).status).toBe(422);
    expect((await send(patchHost, "hosts/web-01", "PATCH", { name: "web-01" }, { colour: "red" })).status).toBe(400);
  });

  it("retire, and are listed with it", async () => {
    await send(patchHost, "hosts/web-2", "PATCH", { name: "web-2" }, { retired: true });
    const names = async (query: string) =>
      (await (await call(listHosts, `hosts${query}`, { token })).json()).items.map((host: { name: string }) => host.name);
    expect(await names("")).toEqual(["web-01", "web-2", "web-3"]);
    expect(await names("?retired=true")).toEqual(["web-2"]);
    expect(await names("?retired=false")).toEqual(["web-01", "web-3"]);
  });

  it("get the scans that are theirs", async () => {
    const [, , third = 0] = scans;
    const moved = await send(patchScan, `scans/${third}`, "PATCH", { id: String(third) }, { host: "web-4" });
    expect(scanSchema.strict().parse(await moved.json())).toMatchObject({ id: third, host: "web-4" });
    expect((await send(deleteScan, `scans/${third}`, "DELETE", { id: String(third) })).status).toBe(204);
    expect((await send(deleteScan, `scans/${third}`, "DELETE", { id: String(third) })).status).toBe(404);
  });

  it("are merged and deleted", async () => {
    expect(await hostIn(send(mergeHosts, "hosts/web-2/merge", "POST", { name: "web-2" }, { into: "web-1" }))).toMatchObject({
      name: "web-01",
      scans: 1,
    });
    expect((await send(deleteHost, "hosts/web-3?confirm=web-4", "DELETE", { name: "web-3" })).status).toBe(422);
    expect((await send(deleteHost, "hosts/web-3?confirm=web-3", "DELETE", { name: "web-3" })).status).toBe(204);
    expect((await call(getHost, "hosts/web-3", { token, params: { name: "web-3" } })).status).toBe(404);
  });
});
