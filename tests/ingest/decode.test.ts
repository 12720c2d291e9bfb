import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { collectLog, readLogBytes } from "@/lib/ingest/decode";
import { AppError } from "@/lib/shared/app-error";

const LIMIT = 1_000_000;
const LOG = Buffer.from("[WARN] 5.1 - Ensure a\r\n".repeat(100));
const PACKED = gzipSync(LOG);
const badChecksum = Buffer.from(PACKED);
badChecksum.writeUInt8(badChecksum.readUInt8(badChecksum.length - 8) ^ 1, badChecksum.length - 8);

const damaged: readonly (readonly [string, Buffer])[] = [
  ["cut", PACKED.subarray(0, PACKED.length - 5)],
  ["with a wrong checksum", badChecksum],
  ["with garbage after it", Buffer.concat([PACKED, Buffer.from("garbage")])],
  ["with zeros after it", Buffer.concat([PACKED, Buffer.alloc(8)])],
  ["of two bytes", PACKED.subarray(0, 2)],
];

describe("readLogBytes", () => {
  it("takes plain bytes as they are, and their text", () => {
    const read = readLogBytes(LOG, LIMIT);
    expect(read).toEqual({ ok: true, value: { bytes: LOG, text: LOG.toString().replaceAll("\r\n", "\n"), remarks: [] } });
  });

  it("unpacks gzip of one member or several", () => {
    expect(readLogBytes(PACKED, LIMIT)).toMatchObject({ ok: true, value: { bytes: LOG } });
    const two = readLogBytes(Buffer.concat([PACKED, gzipSync("more")]), LIMIT);
    expect(two.ok && Buffer.from(two.value.bytes).toString()).toBe(`${LOG}more`);
  });

  it.each(damaged)("refuses gzip %s", (_what, bytes) => {
    expect(readLogBytes(bytes, LIMIT)).toMatchObject({ ok: false, error: { code: "bad-gzip" } });
  });

  it("refuses gzip in gzip, archives, pictures and programs", () => {
    expect(readLogBytes(gzipSync(PACKED), LIMIT)).toMatchObject({
      ok: false,
      error: { code: "bad-gzip", message: "The file is packed twice." },
    });
    expect(readLogBytes(Buffer.from("PK\u0003\u0004"), LIMIT)).toMatchObject({ ok: false, error: { code: "archive" } });
    expect(readLogBytes(gzipSync("PK\u0003\u0004"), LIMIT)).toMatchObject({ ok: false, error: { code: "archive" } });
    expect(readLogBytes(Buffer.from("%PDF-1.7"), LIMIT)).toMatchObject({ ok: false, error: { code: "not-text" } });
  });

  it("refuses more than the limit, counted after unpacking", () => {
    expect(readLogBytes(LOG, LOG.length)).toMatchObject({ ok: true });
    expect(readLogBytes(LOG, LOG.length - 1)).toMatchObject({ ok: false, error: { code: "too-large" } });
    expect(readLogBytes(PACKED, LOG.length)).toMatchObject({ ok: true });
    expect(readLogBytes(PACKED, LOG.length - 1)).toMatchObject({ ok: false, error: { code: "too-large" } });
    expect(readLogBytes(gzipSync(Buffer.alloc(50_000_000)), LIMIT)).toMatchObject({ ok: false, error: { code: "too-large" } });
  });
});

/** A sender that counts what was taken from it. */
function sender(bytes: Uint8Array, size: number) {
  const state = { sent: 0, ended: false };
  async function* stream() {
    try {
      for (let at = 0; at < bytes.length; at += size) {
        const chunk = bytes.subarray(at, at + size);
        state.sent += chunk.length;
        yield chunk;
      }
    } finally {
      state.ended = true;
    }
  }
  return { state, stream: stream() };
}

const failure = async (promise: Promise<unknown>): Promise<AppError> => {
  const reason: unknown = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(reason instanceof AppError)) throw new Error(`no AppError: ${String(reason)}`);
  return reason;
};

describe("collectLog", () => {
  it.each([1, 2, 7, 100_000])("gives the unpacked bytes of chunks of %i", async (size) => {
    expect(Buffer.from(await collectLog(sender(LOG, size).stream, { limitBytes: LIMIT }))).toEqual(LOG);
    expect(Buffer.from(await collectLog(sender(PACKED, size).stream, { limitBytes: LIMIT }))).toEqual(LOG);
    expect(Buffer.from(await collectLog(sender(PACKED, size).stream, { limitBytes: LIMIT, gzip: true }))).toEqual(LOG);
    const two = await collectLog(sender(Buffer.concat([PACKED, gzipSync("more")]), size).stream, { limitBytes: LIMIT });
    expect(Buffer.from(two).toString()).toBe(`${LOG}more`);
  });

  it("gives nothing for nothing", async () => {
    expect(await collectLog(sender(new Uint8Array(), 1).stream, { limitBytes: LIMIT, gzip: true })).toHaveLength(0);
  });

  it("stops reading as soon as the limit is passed", async () => {
    const { state, stream } = sender(new Uint8Array(100_000_000), 100_000);
    expect(await failure(collectLog(stream, { limitBytes: LIMIT }))).toMatchObject({ code: "too-large" });
    expect(state.sent).toBe(1_100_000);
    expect(state.ended).toBe(true);
  });

  it("counts what comes out of gzip, not what goes in", async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000));
    const { state, stream } = sender(bomb, 1000);
    expect(await failure(collectLog(stream, { limitBytes: LIMIT }))).toMatchObject({
      code: "too-large",
      message: "The log is larger than 1000000 bytes once unpacked.",
    });
    expect(state.sent).toBeLessThan(bomb.length);
    await expect(collectLog(sender(PACKED, 10).stream, { limitBytes: LOG.length })).resolves.toHaveLength(LOG.length);
  });

  it.each(damaged)("refuses gzip %s", async (_what, bytes) => {
    for (const size of [1, 1_000_000]) {
      expect(await failure(collectLog(sender(bytes, size).stream, { limitBytes: LIMIT }))).toMatchObject({
        code: "invalid-input",
        detail: { code: "bad-gzip" },
      });
    }
  });

  it("refuses gzip in gzip, and plain bytes that were announced as gzip", async () => {
    expect(await failure(collectLog(sender(gzipSync(PACKED), 50).stream, { limitBytes: LIMIT }))).toMatchObject({
      code: "unsupported-media",
    });
    expect(await failure(collectLog(sender(LOG, 50).stream, { limitBytes: LIMIT, gzip: true }))).toMatchObject({ code: "invalid-input" });
  });

  it.each([
    ["plain", LOG],
    ["packed", PACKED],
  ])("passes the failure of a %s sender on", async (_what, bytes) => {
    async function* broken() {
      yield bytes.subarray(0, 20);
      throw new Error("connection reset");
    }
    await expect(collectLog(broken(), { limitBytes: LIMIT })).rejects.toThrow("connection reset");
  });
});
