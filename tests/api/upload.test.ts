import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { pool } from "@/lib/data/client";
import { getRawBytes, listRawLogs } from "@/lib/data/scan-content";
import { useDatabase } from "../support/database";
import { logBytes, redated } from "../support/upload";
import { system } from "../support/viewers";
import { form, session, sha256, stream, token, uploadTo } from "./upload-request";

useDatabase();

const LOG = logBytes("v1.6.1/default5.text");
let engineer: Readonly<Record<string, string>>;
beforeAll(async () => {
  engineer = await session("engineer");
});

const count = async (table: "host" | "scan"): Promise<number> =>
  Number((await pool().query(`select count(*) as n from ${table}`)).rows[0]?.n);

describe("a log as the body", () => {
  it("is stored, and answered with the scan and what it changed", async () => {
    const answer = await uploadTo("host=raw-01", LOG, engineer);
    expect(answer.status).toBe(201);
    const { scan, diff, ...rest } = await answer.json();
    expect(answer.headers.get("location")).toBe(`/api/v1/scans/${scan.id}`);
    expect(scan).toMatchObject({
      host: "raw-01",
      tool: "docker-bench-security",
      format: "docker-bench-text",
      headerVersion: "1.6.0",
      edition: "master-20241021",
      ranAt: "2024-01-08T11:11:11.000Z",
      timeSource: "log",
      complete: true,
      checks: 117,
      counts: { PASS: 45, WARN: 33, INFO: 28, NOTE: 11, FAIL: 0 },
      url: `http://localhost:3000/scans/${scan.id}`,
    });
    expect(rest).toEqual({
      duplicate: false,
      warnings: [],
      runs: [{ firstLine: 1, lastLine: expect.any(Number), complete: true, checks: 117, taken: true }],
    });
    expect(diff).toMatchObject({ base: null, fixed: [], stillFailing: [], changedItems: [], notAssessed: [] });
    expect(diff.newlyFailing).toHaveLength(33);
    expect(diff.newlyFailing).toContainEqual({
      control: "live-restore",
      id: "2.15",
      title: expect.stringContaining("live restore"),
      stride: ["D"],
      items: [],
      itemsGained: [],
      itemsLost: [],
      idBefore: null,
      from: null,
      to: { level: "WARN", outcome: "fail" },
      why: "first",
    });
  });

  it("is answered with 200 and the scan that is there when the same bytes come again", async () => {
    const first = await (await uploadTo("host=again", LOG, engineer)).json();
    const answer = await uploadTo("host=again", LOG, engineer);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ scan: first.scan, diff: first.diff, duplicate: true });
  });

  it("may be packed, in small chunks, whatever the content type", async () => {
    const plain = await (await uploadTo("host=packed", LOG, engineer)).json();
    const answer = await uploadTo("host=packed", stream(gzipSync(LOG), { chunk: 7 }), {
      ...engineer,
      "content-type": "application/x-www-form-urlencoded",
      "content-encoding": "gzip",
    });
    expect(answer.status).toBe(200);
    expect((await answer.json()).scan.id).toBe(plain.scan.id);
    const [raw] = await listRawLogs(system, plain.scan.id);
    expect(await getRawBytes(system, plain.scan.id, raw?.digest ?? "")).toEqual(LOG);
  });

  it("takes the time the caller states, and keeps the log's own", async () => {
    const answer = await uploadTo("host=stated&ran_at=2024-01-08T12:00:00%2B02:00", LOG, engineer);
    expect((await answer.json()).scan).toMatchObject({
      ranAt: "2024-01-08T10:00:00.000Z",
      timeSource: "stated",
      loggedAt: "2024-01-08T11:11:11.000Z",
    });
  });

  it("with several runs gives a scan for the newest, or one for each", async () => {
    const twice = logBytes("v1.6.1/default5.twice.log");
    const newest = await (await uploadTo("host=twice-newest", twice, engineer)).json();
    expect(newest.runs.map((run: { taken: boolean }) => run.taken)).toEqual([false, true]);
    expect(newest.scans).toBeUndefined();
    const all = await (await uploadTo("host=twice-all&runs=all", twice, engineer)).json();
    expect(all.runs.map((run: { taken: boolean }) => run.taken)).toEqual([true, true]);
    expect(all.scans).toHaveLength(2);
    expect(all.scan).toEqual(all.scans[1]);
    const stated = await uploadTo("host=twice-all&runs=all&ran_at=2024-01-01T00:00:00Z", twice, engineer);
    expect(stated.status).toBe(422);
    expect(await stated.json()).toMatchObject({ field: "ran_at" });
  });

  it("sent a hundred times at once is one scan", async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => uploadTo("host=race", LOG, engineer)));
    const ids = await Promise.all(answers.map(async (answer) => (await answer.json()).scan.id));
    expect(new Set(ids).size).toBe(1);
    expect(answers.map((answer) => answer.status).sort()).toEqual([...Array.from({ length: 99 }, () => 200), 201]);
  });
});

describe("a form", () => {
  it("brings the log as a file, with its name", async () => {
    const answer = await uploadTo("", form({ host: "form-01" }, { name: "web/../docker\u202ebench.log", bytes: LOG }), engineer);
    expect(answer.status).toBe(201);
    const { scan } = await answer.json();
    expect(scan.host).toBe("form-01");
    const [raw] = await listRawLogs(system, scan.id);
    expect(raw?.fileName).toBe("web/../docker\ufffdbench.log");
    expect(await getRawBytes(system, scan.id, raw?.digest ?? "")).toEqual(LOG);
  });

  it("brings a packed file", async () => {
    const answer = await uploadTo("host=form-02", form({}, { name: "bench.log.gz", bytes: gzipSync(LOG) }), engineer);
    expect((await answer.json()).scan.checks).toBe(117);
  });

  it("brings pasted text, colours and all, beside a file that was not chosen", async () => {
    const fields = { host: " form-03 ", ran_at: "", text: logBytes("v1.6.1/default5.ansi").toString() };
    const answer = await uploadTo("", form(fields, { name: "", bytes: new Uint8Array() }), engineer);
    expect(answer.status).toBe(201);
    expect((await answer.json()).scan).toMatchObject({ host: "form-03", checks: 117 });
  });

  it("leads a browser to the scan", async () => {
    const answer = await uploadTo("", form({ host: "form-04" }, { name: "a.log", bytes: LOG }), {
      ...engineer,
      accept: "text/html,*/*;q=0.8",
    });
    expect(answer.status).toBe(303);
    const { rows } = await pool().query("select s.id from scan s join host h on h.id = s.host_id where h.name = 'form-04'");
    expect(answer.headers.get("location")).toBe(`/scans/${rows[0]?.id}`);
  });
});

describe("a sender's own count and digest", () => {
  const digest = (bytes: Uint8Array) => `sha-256=:${sha256(bytes).toString("base64")}:`;

  it("may be of the packed or of the unpacked bytes, or of the file in a form", async () => {
    const packed = gzipSync(redated(LOG, "2024-02-01T00:00:00+00:00"));
    for (const stated of [digest(packed), digest(redated(LOG, "2024-02-01T00:00:00+00:00"))]) {
      expect((await uploadTo("host=digest", packed, { ...engineer, "content-digest": stated })).ok).toBe(true);
    }
    const inForm = await uploadTo("host=digest", form({}, { name: "a.gz", bytes: packed }), {
      ...engineer,
      "x-content-sha256": sha256(packed).toString("hex"),
    });
    expect(inForm.status).toBe(200);
  });

  it("that does not match is refused, and nothing is stored", async () => {
    const before = await count("host");
    for (const stated of [digest(Buffer.from("other")), digest(new Uint8Array())]) {
      const answer = await uploadTo("host=never-1", LOG, { ...engineer, "content-digest": stated });
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({
        expected: expect.stringContaining("sha-256"),
        found: expect.stringContaining("sha-256"),
      });
    }
    expect((await uploadTo("host=never-1", LOG, { ...engineer, "content-digest": "sha-256=:no:" })).status).toBe(400);
    expect(await count("host")).toBe(before);
  });

  it("of the length must match too", async () => {
    const before = await count("host");
    for (const length of [LOG.length - 1, LOG.length + 1]) {
      const answer = await uploadTo("host=never-2", LOG, { ...engineer, "content-length": String(length) });
      expect(answer.status).toBe(400);
    }
    expect(await count("host")).toBe(before);
  });
});

describe("who may upload", () => {
  it("is nobody without a session or a token", async () => {
    const answer = await uploadTo("host=web-01", LOG, {});
    expect(answer.status).toBe(401);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  });

  it("is no viewer and no token that only reads", async () => {
    for (const headers of [await session("viewer"), await token(["read"])]) {
      const answer = await uploadTo("host=web-01", LOG, headers);
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ code: "forbidden", permission: "scan:upload" });
    }
  });

  it("is no page of another site that uses somebody's session", async () => {
    expect((await uploadTo("host=web-01", LOG, { ...engineer, origin: "https://evil.example" })).status).toBe(403);
  });

  it("is a token for uploads", async () => {
    const answer = await uploadTo("host=by-token", LOG, { ...(await token(["scans:write"])), "content-type": "text/plain" });
    expect(answer.status).toBe(201);
    const { rows } = await pool().query("select l.via from scan_log l join host h on h.id = l.host_id where h.name = 'by-token'");
    expect(rows).toEqual([{ via: "api" }]);
  });
});
