import { expect, it } from "vitest";
import { GET } from "@/app/(dashboard)/threats/[model]/export/route";
import { addThreatModel } from "@/lib/data/change-threat-model";
import { tokenFor } from "../support/api";
import { useDatabase } from "../support/database";
import { logBytes, upload } from "../support/upload";
import { system } from "../support/viewers";
import { link, modelOf, threat } from "./model-fixture";

useDatabase();

it("gives a model out as a file of each format, with how it stands on the fleet", async () => {
  await addThreatModel(system, modelOf("Containers", [threat("exhaustion", { controls: [link("memory-limit")] })]), "Made for a test");
  await upload("harbor-03", logBytes("v1.6.1/before.text"));
  const authorization = `Bearer ${await tokenFor("read")}`;
  const get = async (format: string) => {
    const request = new Request(`http://bulkhead.lan/threats/containers/export?format=${format}`, { headers: { authorization } });
    const answer = await GET(request, { params: Promise.resolve({ model: "containers" }) });
    return {
      status: answer.status,
      type: answer.headers.get("content-type"),
      file: answer.headers.get("content-disposition"),
      text: await answer.text(),
    };
  };
  const dragon = await get("threat-dragon");
  expect(dragon).toMatchObject({ status: 200, type: "application/json", file: 'attachment; filename="containers.threat-dragon.json"' });
  expect(dragon.text).toMatch(/"status": "Open"/);
  const otm = await get("otm");
  expect(otm).toMatchObject({ status: 200, type: "application/json", file: 'attachment; filename="containers.otm.json"' });
  expect(JSON.parse(otm.text)).toMatchObject({ otmVersion: "0.2.0" });
  const csv = await get("csv");
  expect(csv).toMatchObject({ status: 200, type: "text/csv; charset=utf-8", file: 'attachment; filename="containers.csv"' });
  expect(csv.text).toContain("unmitigated");
  const markdown = await get("markdown");
  expect(markdown).toMatchObject({ status: 200, type: "text/markdown; charset=utf-8", file: 'attachment; filename="containers.md"' });
  expect((await get("pdf")).status).toBe(400);
});
