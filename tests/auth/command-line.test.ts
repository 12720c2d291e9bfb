import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { readToken } from "@/cli/token";
import { readPassword } from "@/cli/user";

const input = (text: string) => Readable.from([Buffer.from(text)]) as unknown as NodeJS.ReadStream;

describe("bulkhead token create", () => {
  it("reads its options; the role is engineer and the life a year unless told", () => {
    expect(readToken(["--name", "ci", "--scope", "scans:write,read"])).toEqual({
      name: "ci",
      scopes: ["scans:write", "read"],
      role: "engineer",
      expiresInDays: 365,
    });
    expect(readToken(["--name=ci", "--scope=admin", "--role=admin", "--expires=7"])).toEqual({
      name: "ci",
      scopes: ["admin"],
      role: "admin",
      expiresInDays: 7,
    });
  });

  it.each([
    [["--scope", "read"], /--name is missing/],
    [["--name", "ci"], /--scope is missing/],
    [["--name", "ci", "--scope", "all"], /--scope knows no "all": it takes scans:write, read, write, admin/],
    [["--name", "ci", "--scope", "read", "--role", "root"], /--role knows no "root"/],
    [["--name", "ci", "--scope", "read", "--expires", "400"], /1 to 365 days/],
    [["--name", "ci", "--scope", "read", "--host", "x"], /--help/],
    [["ci", "--scope", "read"], /--help/],
  ])("refuses %j", (args, words) => expect(() => readToken(args)).toThrow(words));
});

describe("a password on standard input", () => {
  it.each(["correct horse battery", "correct horse battery\n", "correct horse battery\r\nmore\n"])(
    "is the first line of %j",
    async (text) => {
      expect(await readPassword(input(text))).toBe("correct horse battery");
    },
  );

  it("must be there", async () => void (await expect(readPassword(input("\n"))).rejects.toThrow(/standard input/)));
});
