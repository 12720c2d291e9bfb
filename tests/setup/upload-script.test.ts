import { execFile, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as postScan } from "@/app/api/v1/scans/route";
import { tokenFor } from "../support/api";
import { useDatabase } from "../support/database";
import { logBytes, redated } from "../support/upload";

useDatabase();

const SCRIPT = new URL("../../public/upload.sh", import.meta.url).pathname;
const runs = (program: string): boolean => spawnSync(program, ["--version"]).error === undefined;
const CURL = spawnSync("sh", ["-c", "command -v curl"], { encoding: "utf8" }).stdout.trim();
const SHELLS = ["sh", "dash", "bash"].filter(runs);

let server: Server;
let url = "";
let secret = "";
let folder = "";
/** What the server answers instead of the real route, while set. */
let canned: { readonly status: number; readonly text: string } | null = null;

beforeAll(async () => {
  secret = await tokenFor("scans:write");
  folder = mkdtempSync(join(tmpdir(), "upload-script-"));
  server = createServer((request, response) => {
    void (async () => {
      const answer = canned === null ? await postScan(await asRequest(request), { params: Promise.resolve({}) }) : null;
      response.writeHead(answer?.status ?? canned?.status ?? 500, { "content-type": "text/plain" });
      response.end(answer === null ? canned?.text : await answer.text());
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

async function asRequest(request: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === "string") headers.set(name, value);
  return new Request(`${url}${request.url}`, { method: "POST", headers, body: new Uint8Array(Buffer.concat(chunks)) });
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function upload(args: readonly string[], { shell = "sh", env = {} }: { shell?: string; env?: Record<string, string> } = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const variables = { PATH: process.env.PATH ?? "", BULKHEAD_TOKEN: secret, BULKHEAD_RETRY_SECONDS: "0", ...env };
    execFile(shell, [SCRIPT, ...args], { env: variables as unknown as NodeJS.ProcessEnv }, (problem, out, err) => {
      resolve({ code: problem === null ? 0 : Number(problem.code), out, err });
    });
  });
}

const stored = (name: string, log: Buffer, day: number): string => {
  const path = join(folder, name);
  writeFileSync(path, redated(log, `2026-09-0${day}T06:00:00+00:00`));
  return path;
};
const BEFORE = logBytes("v1.6.1/before.text");
const AFTER = logBytes("v1.6.1/after.text");

describe.skipIf(CURL === "")("upload.sh", () => {
  it.each(SHELLS)("run by %s: uploads, says what changed, and fails with the gate", async (shell) => {
    const host = `it's ${shell} & co`;
    const common = ["-u", url, "-n", host, "-g", "regression"];
    expect(await upload([...common, "-f", stored("1", BEFORE, 1)], { shell })).toMatchObject({
      code: 0,
      out: expect.stringContaining(host),
    });
    expect(await upload([...common, "-f", stored("2", AFTER, 2)], { shell })).toMatchObject({
      code: 0,
      out: expect.stringMatching(/Fixed/),
    });
    const worse = await upload([...common, "-f", stored("3", BEFORE, 3)], { shell });
    expect(worse).toMatchObject({ code: 1, out: expect.stringContaining("Gate (regression): FAILED.") });
    expect(worse.out).not.toMatch(/^scan: /m);
    expect(await upload([...common, "-q", "-f", stored("4", BEFORE, 4)], { shell })).toMatchObject({ code: 0, out: "" });
  });

  it("runs docker-bench-security from its checkout, with the arguments after --", async () => {
    const bench = join(folder, "bench");
    mkdirSync(bench);
    const log = stored("bench.log", AFTER, 1);
    writeFileSync(join(bench, "docker-bench-security.sh"), `#!/bin/sh\necho "$@" >"${folder}/args"\ncat "${log}"\n`);
    expect(await upload(["-u", url, "-n", "bench-01", "-r", bench, "--", "-c", "host_configuration"])).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, "args"), "utf8")).toMatch(/^-b -l \S+ -c host_configuration$/m);
  });

  it("ends with 2, and says why, where docker-bench-security itself fails", async () => {
    const bench = join(folder, "broken");
    mkdirSync(bench);
    writeFileSync(join(bench, "docker-bench-security.sh"), "echo 'Error connecting to docker daemon' >&2\nexit 1\n");
    expect(await upload(["-u", url, "-n", "bench-02", "-r", bench])).toMatchObject({
      code: 2,
      err: expect.stringContaining("Error connecting to docker daemon"),
    });
  });

  it("gives curl the token where nobody else on the machine can read it", async () => {
    const bin = join(folder, "bin");
    mkdirSync(bin);
    writeFileSync(join(bin, "curl"), `#!/bin/sh\nprintf '%s\\n' "$@" >>"${folder}/argv"\nexec "${CURL}" "$@"\n`);
    chmodSync(join(bin, "curl"), 0o755);
    const env = { PATH: `${bin}:${process.env.PATH}` };
    expect((await upload(["-u", url, "-n", "argv-01", "-f", stored("5", BEFORE, 1)], { env })).code).toBe(0);
    expect(readFileSync(join(folder, "argv"), "utf8")).toContain("/api/v1/scans?host=");
    expect(readFileSync(join(folder, "argv"), "utf8")).not.toContain(secret);
  });

  it("says what is wrong with a log, and stores nothing", async () => {
    const junk = join(folder, "junk");
    writeFileSync(junk, "panic: runtime error\n");
    expect(await upload(["-u", url, "-f", junk])).toMatchObject({
      code: 3,
      err: expect.stringMatching(/^refused: 422 [\s\S]*^expected: /m),
    });
    expect(await upload(["-u", url, "-f", junk], { env: { BULKHEAD_TOKEN: "bh_wrong" } })).toMatchObject({ code: 3 });
  });

  it.each([
    ["no address", ["-f", "-"]],
    ["nothing to upload", ["-u", "http://127.0.0.1:9"]],
    ["a log that is not there", ["-u", "http://127.0.0.1:9", "-f", "/no/such/log"]],
    ["an unknown gate", ["-u", "http://127.0.0.1:9", "-f", "-", "-g", "strict"]],
    ["an unknown option", ["-x"]],
  ])("ends with 2 for %s", async (_, args) => {
    expect((await upload(args)).code).toBe(2);
  });

  it("ends with 4 where no server, a broken one, or another program answers", async () => {
    const log = stored("6", BEFORE, 1);
    expect((await upload(["-u", "http://127.0.0.1:9", "-f", log])).code).toBe(4);
    canned = { status: 503, text: "away" };
    expect((await upload(["-u", url, "-f", log])).code).toBe(4);
    canned = { status: 200, text: "<html>hello" };
    expect((await upload(["-u", url, "-f", log])).code).toBe(4);
    canned = null;
  });
});
