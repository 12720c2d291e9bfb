import { beforeAll, describe, expect, it } from "vitest";
import { pool } from "@/lib/data/client";
import { useDatabase } from "../support/database";
import { logBytes, redated, upload } from "../support/upload";
import { checkAt, form, session, token } from "./upload-request";

useDatabase();

const LOG = logBytes("v1.6.1/default5.text");
let engineer: Readonly<Record<string, string>>;
beforeAll(async () => {
  engineer = await session("engineer");
});

describe("a check", () => {
  it("says what a log holds and stores nothing", async () => {
    const answer = await checkAt("host=web-01", LOG, engineer);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      format: "docker-bench-text",
      headerVersion: "1.6.0",
      edition: "master-20241021",
      editionCandidates: ["v1.6.1"],
      startedAt: "2024-01-08T11:11:11.000Z",
      zoneAssumed: false,
      complete: true,
      checks: 117,
      notRun: 0,
      counts: { PASS: 45, WARN: 33, INFO: 28, NOTE: 11, FAIL: 0 },
      runs: [
        { firstLine: 1, lastLine: expect.any(Number), startedAt: "2024-01-08T11:11:11.000Z", complete: true, checks: 117, taken: true },
      ],
      remarks: [],
      skipped: expect.any(Number),
      knownAs: null,
      hostKnown: false,
    });
    for (const table of ["host", "scan", "raw_log"]) expect((await pool().query(`select 1 from ${table}`)).rows).toEqual([]);
  });

  it("counts the checks that did not run: no container, no section 5", async () => {
    expect(await (await checkAt("", logBytes("v1.6.1/empty.text"), engineer)).json()).toMatchObject({
      complete: true,
      checks: 86,
      notRun: 31,
    });
  });

  it("tells a run that was cut short, and one without a time", async () => {
    expect(await (await checkAt("", logBytes("v1.6.1/before.kill70.json"), engineer)).json()).toMatchObject({ complete: false });
    const undated = Buffer.from(LOG.toString().replace(/^Initializing .*$/m, ""));
    expect(await (await checkAt("", undated, engineer)).json()).toMatchObject({ startedAt: null, checks: 117 });
  });

  it("lists the runs of a file and which one counts", async () => {
    const { runs } = await (await checkAt("", logBytes("v1.6.1/default5.twice.log"), engineer)).json();
    expect(runs.map((run: { taken: boolean }) => run.taken)).toEqual([false, true]);
  });

  it("knows the bytes, first as a scan of the host that is asked about", async () => {
    const log = redated(LOG, "2024-03-01T00:00:00+00:00");
    const one = await upload("known-1", log);
    const two = await upload("known-2", log);
    const known = async (query: string) => (await (await checkAt(query, log, engineer)).json()).knownAs;
    expect(await known("host=known-1")).toEqual({ scanId: one.runs[0]?.scan.id, host: "known-1" });
    expect(await known("host=known-2")).toEqual({ scanId: two.runs[0]?.scan.id, host: "known-2" });
    expect(await known("host=known-3")).toEqual({ scanId: two.runs[0]?.scan.id, host: "known-2" });
  });

  it("tells a token for uploads nothing about hosts", async () => {
    await upload("secret-host", redated(LOG, "2024-03-02T00:00:00+00:00"));
    expect(await (await checkAt("host=secret-host", LOG, await token(["scans:write"]))).json()).toMatchObject({ hostKnown: null });
    expect(await (await checkAt("host=secret-host", LOG, engineer)).json()).toMatchObject({ hostKnown: true });
  });

  it("takes a form, and a guess that is no name", async () => {
    const answer = await checkAt("", form({ host: "a/b" }, { name: "a.log", bytes: LOG }), engineer);
    expect(await answer.json()).toMatchObject({ checks: 117, hostKnown: null });
  });

  it("refuses what the upload refuses", async () => {
    const tomorrow = redated(LOG, new Date(Date.now() + 3 * 86_400_000).toISOString().replace(".000Z", "+00:00"));
    expect((await checkAt("", tomorrow, engineer)).status).toBe(422);
    expect((await checkAt("", Buffer.from("504b0304", "hex"), engineer)).status).toBe(415);
    expect((await checkAt("", LOG, await session("viewer"))).status).toBe(403);
    expect((await checkAt("", LOG, {})).status).toBe(401);
  });
});
