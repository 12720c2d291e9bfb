import { describe, expect, it } from "vitest";
import { cleanText } from "@/lib/bench/clean-text";
import { decodeText } from "@/lib/bench/decode-text";
import { isArchive, sniff } from "@/lib/bench/sniff";
import { logBytes, logText, readText } from "./log-file";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), !bigEndian);
  return bytes;
};

describe("decodeText", () => {
  const log = logText("v1.6.1/before.c-sel.text");
  it.each([
    ["UTF-8 with a mark", utf8(`\ufeff${log}`), []],
    ["UTF-16LE with a mark", utf16(`\ufeff${log}`, false), ["decoded from UTF-16LE"]],
    ["UTF-16BE with a mark", utf16(`\ufeff${log}`, true), ["decoded from UTF-16BE"]],
    ["UTF-16LE without a mark", utf16(log, false), ["decoded from UTF-16LE"]],
    ["UTF-16BE without a mark", utf16(log, true), ["decoded from UTF-16BE"]],
    ["CRLF", utf8(log.replaceAll("\n", "\r\n")), []],
    ["CR", utf8(log.replaceAll("\n", "\r")), ["35 lone carriage returns read as line ends"]],
  ])("reads %s as it reads UTF-8", (_what, bytes, remarks) => {
    const decoded = decodeText(bytes);
    expect(decoded).toEqual({ text: log, remarks: remarks.map((remark) => remark.replace("35", String(log.split("\n").length - 1))) });
  });

  it("replaces what a database refuses, and says so", () => {
    expect(decodeText(utf8("a\u0000b\u0007c\u0085d\u007f\tend"))).toEqual({
      text: "a\ufffdb\ufffdc\ufffdd\ufffd\tend",
      remarks: ["4 control characters replaced"],
    });
    expect(decodeText(new Uint8Array([0x61, 0xff, 0xc0, 0x80, 0x62]))).toEqual({
      text: "a\ufffd\ufffd\ufffdb",
      remarks: ["invalid UTF-8 replaced"],
    });
    expect(cleanText("a\ud800b😀")).toEqual({ text: "a\ufffdb😀", remarks: ["1 half surrogate pair replaced"] });
    expect(decodeText(utf8("a\u202eb\u2066"))).toEqual({ text: "a\u202eb\u2066", remarks: [] });
    expect(decodeText(utf8("kept \ufffd"))).toEqual({ text: "kept \ufffd", remarks: [] });
  });

  it.each([
    ["colours", "\u001b[1;31m[WARN]\u001b[0m x"],
    ["8-bit colours", "\u009b31m[WARN]\u009b0m x"],
    ["a link", "\u001b]8;;https://example.test\u0007[WARN]\u001b]8;;\u001b\\ x"],
    ["the clipboard", "\u001b]52;c;aGk=\u0007[WARN] x"],
    ["a device string", "[WARN]\u001bPq#0;2;0\u001b\\ x"],
    ["a title", "\u001b]0;title\u0007[WARN] x"],
    ["a character set", "\u001b(B[WARN]\u001bM x"],
    ["a sequence without its end", "\u001b][WARN] x"],
  ])("strips %s", (_what, text) => {
    expect(decodeText(utf8(text))).toEqual({ text: "[WARN] x", remarks: ["terminal escape sequences removed"] });
  });

  it("keeps the number of every line", () => {
    expect(decodeText(utf8("1\n\u001b]0;open\n3\u001b[\n4")).text.split("\n")).toEqual(["1", "0;open", "3", "4"]);
  });

  it("is idempotent on a log with everything in it", () => {
    const { text } = decodeText(logBytes("v1.6.1/hostile.text"));
    expect(cleanText(text)).toEqual({ text, remarks: [] });
    expect(readText(text).remarks).toEqual([]);
  });
});

describe("sniff", () => {
  const tar = new Uint8Array(512);
  tar.set(utf8("ustar"), 257);
  it.each([
    ["gzip", new Uint8Array([0x1f, 0x8b, 8])],
    ["zip", utf8("PK\u0003\u0004rest")],
    ["7z", new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0])],
    ["xz", new Uint8Array([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0])],
    ["zstd", new Uint8Array([0x28, 0xb5, 0x2f, 0xfd])],
    ["bzip2", utf8("BZh91AY")],
    ["tar", tar],
    ["png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ["pdf", utf8("%PDF-1.7")],
    ["elf", new Uint8Array([0x7f, 0x45, 0x4c, 0x46])],
    [null, utf8("[INFO] 1 - Host Configuration")],
    [null, new Uint8Array()],
  ])("tells %s", (kind, bytes) => {
    expect(sniff(bytes)).toBe(kind);
  });

  it("calls archives what is packed, but not gzip", () => {
    expect((["gzip", "zip", "tar", "7z", "pdf", "png"] as const).filter(isArchive)).toEqual(["zip", "tar", "7z"]);
  });
});
