import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { pool } from "@/lib/data/client";
import { REFUSAL_COOKIE, readRefusal } from "@/lib/http/form-refusal";
import { withinOversizeBudget } from "@/lib/http/oversize-budget";
import { AppError } from "@/lib/shared/app-error";
import { browserOf, person, viewerOf } from "../auth/people";
import { useDatabase } from "../support/database";
import { logBytes } from "../support/upload";
import { bomb, form, session, stream, uploadTo } from "./upload-request";

useDatabase();

const LOG = logBytes("v1.6.1/default5.text");
const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const ZIP = Buffer.from("504b0304140000000800", "hex");
let engineer: Readonly<Record<string, string>>;
beforeAll(async () => {
  engineer = await session("engineer");
});

const hosts = async (): Promise<number> => Number((await pool().query("select count(*) as n from host")).rows[0]?.n);

describe("what is no log", () => {
  it.each<[what: string, status: number, body: Uint8Array | string, headers: Record<string, string>]>([
    ["nothing", 422, "", {}],
    ["blanks", 422, " \n\t\n", {}],
    ["a picture", 422, PNG, { "content-type": "application/json" }],
    ["a zip archive", 415, ZIP, {}],
    ["a zip archive that says it is gzip", 422, ZIP, { "content-encoding": "gzip" }],
    ["a log packed twice", 415, gzipSync(gzipSync(LOG)), {}],
    ["a packing that is not taken", 415, LOG, { "content-encoding": "br" }],
    ["two packings", 415, gzipSync(LOG), { "content-encoding": "gzip, gzip" }],
    ["gzip cut short", 422, gzipSync(LOG).subarray(0, -20), {}],
    ["gzip with something behind it", 422, Buffer.concat([gzipSync(LOG), Buffer.from("tail")]), {}],
    ["JSON of something else", 422, '{"hello": "world"}', {}],
    ["a form without a boundary", 400, LOG, { "content-type": "multipart/form-data" }],
    ["a form that is none", 400, LOG, { "content-type": "multipart/form-data; boundary=x" }],
    ["a packed form", 415, gzipSync(LOG), { "content-type": "multipart/form-data; boundary=x", "content-encoding": "gzip" }],
    ["more than the limit, announced", 413, LOG, { "content-length": String(66 * 1024 * 1024) }],
  ])("is refused: %s (%i)", async (_what, status, body, headers) => {
    const before = await hosts();
    const answer = await uploadTo("host=never", body, { ...engineer, ...headers });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({ status, detail: expect.any(String), code: expect.any(String) });
    expect(await hosts()).toBe(before);
  });

  it("is refused with the place, what was expected, what was found, and the lines around it", async () => {
    const answer = await uploadTo("host=never", "\n\n  panic: runtime error\ngoroutine 1", engineer);
    expect(await answer.json()).toMatchObject({
      line: 3,
      column: 3,
      expected: expect.stringContaining("[WARN]"),
      found: "panic: runtime error",
      context: expect.arrayContaining([{ line: 3, text: "  panic: runtime error" }]),
    });
  });
});

describe("too much", () => {
  it("is refused while it is unpacked: 10 MB of gzip that hold 10 GB", async () => {
    const packed = bomb(10);
    const before = process.cpuUsage();
    const answer = await uploadTo("host=never", stream(packed, { chunk: 65_536 }), engineer);
    expect(answer.status).toBe(413);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(2);
  });

  it("is refused in a form as well, as a file and as text", async () => {
    expect((await uploadTo("host=never", form({}, { name: "a.gz", bytes: bomb(1) }), engineer)).status).toBe(413);
    expect((await uploadTo("host=never", form({ text: "x".repeat(65 * 1024 * 1024) }), engineer)).status).toBe(413);
  });

  it("is refused without being read to its end", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1024 * 1024;
        controller.enqueue(new Uint8Array(1024 * 1024).fill(97));
      },
    });
    expect((await uploadTo("host=never", endless, engineer)).status).toBe(413);
    expect(sent).toBeLessThan(70 * 1024 * 1024);
  });

  it("too often is refused before it is read, for ten minutes, for that sender alone", async () => {
    const user = await person("engineer");
    const greedy = Object.fromEntries(await browserOf(user.email));
    const tooLarge = () => Promise.reject(new AppError("too-large", "Too large."));
    const now = Date.now();
    for (let i = 0; i < 20; i += 1)
      await expect(withinOversizeBudget(viewerOf(user), now, tooLarge)).rejects.toMatchObject({ code: "too-large" });
    const answer = await uploadTo("host=never", LOG, greedy);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(500);
    expect((await uploadTo("host=somebody-else", LOG, engineer)).status).toBe(201);
    expect(await withinOversizeBudget(viewerOf(user), now + 600_000, async () => "read")).toBe("read");
  });
});

describe("a form that is an attack or an accident", () => {
  it("is refused: two files, a field twice, many fields, ten thousand parts, another name", async () => {
    const two = form({ host: "never" }, { name: "a.log", bytes: LOG });
    two.append("file", new File([new Uint8Array(LOG)], "b.log"));
    const doubled = form({ host: "never" }, { name: "a.log", bytes: LOG });
    doubled.append("host", "other");
    const many = form(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`field${i}`, "x"])));
    const parts = form(Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`p${i}`, ""])));
    const other = new FormData();
    other.append("upload", new File([new Uint8Array(LOG)], "a.log"));
    for (const body of [two, doubled, many, parts, other]) expect((await uploadTo("host=never", body, engineer)).status).toBe(400);
  });

  it("is refused by the field that is wrong", async () => {
    expect(await (await uploadTo("host=a", form({}), engineer)).json()).toMatchObject({ status: 422, field: "file" });
    const differs = await uploadTo("host=a", form({ host: "b" }, { name: "a.log", bytes: LOG }), engineer);
    expect(await differs.json()).toMatchObject({ status: 422, field: "host" });
    expect((await uploadTo("host=a", form({ ran_at: "yesterday" }, { name: "a.log", bytes: LOG }), engineer)).status).toBe(400);
  });
});

describe("a host", () => {
  it.each(["", "host=", "host=%20", "host=a/b", "host=a%E2%80%AEb", `host=${"x".repeat(201)}`])("must be named: ?%s", async (query) => {
    const answer = await uploadTo(query, LOG, engineer);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ field: "host", detail: expect.stringMatching(/host/i) });
  });
});

describe("a sender that goes away", () => {
  it.each([0.1, 0.5, 0.99])("after %d of the log leaves nothing", async (part) => {
    const before = await hosts();
    const answer = await uploadTo("host=gone", stream(LOG, { breakAfter: LOG.length * part }), engineer);
    expect(answer.status).toBe(400);
    const { body, boundary } = rawForm();
    const inForm = await uploadTo("host=gone", stream(body, { breakAfter: body.length * part }), {
      ...engineer,
      "content-type": `multipart/form-data; boundary=${boundary}`,
    });
    expect(inForm.status).toBe(400);
    const cut = await uploadTo("host=gone", body.subarray(0, body.length * part), {
      ...engineer,
      "content-type": `multipart/form-data; boundary=${boundary}`,
    });
    expect(cut.status).toBe(400);
    expect(await hosts()).toBe(before);
  });

  function rawForm() {
    const boundary = "----part";
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.log"\r\n\r\n`;
    return { boundary, body: Buffer.concat([Buffer.from(head), LOG, Buffer.from(`\r\n--${boundary}--\r\n`)]) };
  }
});

describe("a browser's plain form that is refused", () => {
  const browser = () => ({ ...engineer, accept: "text/html" });
  const refusalOf = (answer: Response) => {
    const cookie = answer.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/; Max-Age=60; Path=\/upload; HttpOnly; SameSite=Lax$/);
    return readRefusal(cookie.slice(`${REFUSAL_COOKIE}=`.length).split(";")[0]);
  };

  it("leads back to the form, which is told the place", async () => {
    const answer = await uploadTo("", form({ host: "x" }, { name: "a.log", bytes: Buffer.from("hello\nworld") }), browser());
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/upload?refused=1");
    expect(refusalOf(answer)).toMatchObject({
      line: 1,
      column: 1,
      found: "hello",
      context: [
        { line: 1, text: "hello" },
        { line: 2, text: "world" },
      ],
    });
  });

  it("leads back to the paste form, and never to a cookie that a browser drops", async () => {
    const answer = await uploadTo("form=paste", form({ host: "x", text: "\u{1f4a3}".repeat(5000) }), browser());
    expect(answer.headers.get("location")).toBe("/upload?tab=paste&refused=1");
    expect(answer.headers.get("set-cookie")?.length).toBeLessThan(4096);
    expect(refusalOf(answer)).not.toBeNull();
  });

  it("leads to the sign-in when the session has ended", async () => {
    const answer = await uploadTo("", form({ host: "x" }, { name: "a.log", bytes: LOG }), { accept: "text/html" });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/sign-in?next=%2Fupload"]);
  });

  it("is told nothing by a cookie that we did not write", () => {
    for (const value of [undefined, "", "%%%", "e30", Buffer.from('{"detail":5}').toString("base64url")])
      expect(readRefusal(value)).toBeNull();
  });
});
