import { beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "../support/database";
import { logBytes, redated } from "../support/upload";
import { token, uploadTo } from "./upload-request";

useDatabase();

const at = (day: number): string => `2026-09-0${day}T06:00:00+00:00`;
const BEFORE = logBytes("v1.6.1/before.text");
const AFTER = logBytes("v1.6.1/after.text");
let headers: Readonly<Record<string, string>> = {};
beforeAll(async () => {
  headers = await token(["scans:write"]);
});

const send = (query: string, log: Buffer, more: Readonly<Record<string, string>> = {}) => uploadTo(query, log, { ...headers, ...more });

describe("a gate over the API", () => {
  it("passes the first scan and the fix, fails the regression, and says why, with the status of the upload itself", async () => {
    const first = await send("host=web-01&gate=regression", redated(BEFORE, at(1)));
    expect([first.status, await first.json()]).toMatchObject([201, { gate: "pass", gateMode: "regression", gateReasons: [] }]);
    const fixed = await send("host=web-01&gate=regression", redated(AFTER, at(2)));
    expect([fixed.status, await fixed.json()]).toMatchObject([201, { gate: "pass" }]);
    const again = redated(BEFORE, at(3));
    const worse = await send("host=web-01&gate=regression", again);
    const answer = await worse.json();
    expect([worse.status, answer.gate]).toEqual([201, "fail"]);
    expect(answer.gateReasons).toContainEqual(
      expect.objectContaining({ code: "regressed", control: "live-restore", message: expect.stringContaining("it passed before") }),
    );
    expect(answer.gateReasons).toHaveLength(answer.diff.newlyFailing.filter(({ why }: { why: string }) => why === "regressed").length);
    const known = await send("host=web-01&gate=regression", again);
    expect([known.status, (await known.json()).gate]).toEqual([200, "fail"]);
  });

  it("counts against a threshold, and answers nothing of a gate where none is asked for", async () => {
    const strict = await send("host=web-02&gate=threshold&severity=critical", redated(BEFORE, at(1)));
    expect(await strict.json()).toMatchObject({
      gate: "fail",
      gateReasons: [{ code: "threshold_exceeded", count: 2 }, { severity: "critical" }, { severity: "critical" }],
    });
    const lax = await send("host=web-02&gate=threshold&severity=critical&max=500", redated(BEFORE, at(2)));
    expect((await lax.json()).gate).toBe("pass");
    expect(await (await send("host=web-02", redated(BEFORE, at(3)))).json()).not.toHaveProperty("gate");
  });

  it.each(["gate=strict", "gate=new&max=3", "gate=threshold&max=-1", "severity=high"])("refuses %s and stores nothing", async (query) => {
    expect((await send(`host=web-03&${query}`, redated(BEFORE, at(1)))).status).toBeGreaterThanOrEqual(400);
    expect((await (await send("host=web-03", redated(AFTER, at(1)))).json()).diff.base).toBeNull();
  });

  it("is told in lines to who asks for text", async () => {
    const answer = await send("host=web-04&gate=new", redated(BEFORE, at(1)), { accept: "text/plain" });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([201, "text/plain; charset=utf-8"]);
    const text = await answer.text();
    expect(text).toMatch(/^scan: \d+\nhost: web-04\n/);
    expect(text).toMatch(/\ngate: pass\n/);
    // As the numbering counts, and once: the tool prints this check's number twice.
    expect(text).toMatch(/\n {2}1\.1\.11 Ensure auditing [^\n]*\n {2}1\.1\.12 Ensure auditing /);
    const refused = await send("host=web-04", Buffer.from("no log"), { accept: "text/plain" });
    expect([refused.status, (await refused.text()).split("\n")[0]]).toEqual([422, expect.stringMatching(/^refused: 422 /)]);
  });
});
