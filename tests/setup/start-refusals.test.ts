import { writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { bulkhead, temporaryFolder } from "./bulkhead";

/** Whatever goes wrong: one line on stderr, exit code 1, and nothing that looks like a stack trace. */
async function startRefusal(env: Readonly<Record<string, string>>, preload?: string): Promise<string> {
  const { code, stderr } = await bulkhead(["start", "--dev"], preload === undefined ? { env } : { env, preload });
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  return stderr.trim();
}

const pretend = (object: string, name: string, value: string): string =>
  `Object.defineProperty(${object}, ${JSON.stringify(name)}, { value: ${JSON.stringify(value)} });`;

describe("bulkhead start refuses with one sentence", () => {
  const data = temporaryFolder();
  let server: Server;
  let env: Record<string, string>;
  let takenPort: number;

  beforeAll(async () => {
    server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    takenPort = typeof address === "object" && address ? address.port : 0;
    // A port that nobody listens on; a start that went too far would be noticed by what it prints.
    env = { PORT: "1", BULKHEAD_DATA_DIR: data.path };
    env.PORT = await freePort();
  });
  afterAll(() => {
    server.close();
    data.remove();
  });

  it("a port that is taken, and names another", async () => {
    expect(await startRefusal({ ...env, PORT: String(takenPort) })).toBe(
      `Port ${takenPort} is already in use on 127.0.0.1: choose another, for example PORT=3000 npm start.`,
    );
  });

  it.each(["http", "0", "70000", "1.5"])("PORT=%s", async (port) => {
    expect(await startRefusal({ ...env, PORT: port })).toBe(
      `PORT is "${port}", which is not a port: choose a number from 1 to 65535, for example PORT=3000.`,
    );
  });

  it("an address that is not this machine's", async () => {
    expect(await startRefusal({ ...env, HOST: "192.0.2.1" })).toBe(
      'HOST is "192.0.2.1", which is not an address of this machine: use 127.0.0.1 for this machine only or 0.0.0.0 for all.',
    );
  });

  it("a data folder that cannot be written to", async () => {
    const file = join(data.path, "a-file");
    writeFileSync(file, "");
    expect(await startRefusal({ ...env, BULKHEAD_DATA_DIR: join(file, "data") })).toBe(
      `The data folder ${join(file, "data")} cannot be written to (ENOTDIR): give this user write access, or choose another folder with BULKHEAD_DATA_DIR.`,
    );
  });

  it("a wrong setting of the app, without its value", async () => {
    const refusal = await startRefusal({ ...env, BULKHEAD_ADMIN_PASSWORD: "hunter2" });
    expect(refusal).toContain("BULKHEAD_ADMIN_PASSWORD");
    expect(refusal).not.toContain("hunter2");
  });

  it("a proxy that is not an address", async () => {
    expect(await startRefusal({ ...env, TRUSTED_PROXIES: "10.0.0.1, proxy.local" })).toBe(
      'TRUSTED_PROXIES has "proxy.local": it takes addresses and ranges such as "10.0.0.7, 192.168.0.0/16".',
    );
  });

  it("a PostgreSQL that cannot be reached", async () => {
    const port = await freePort();
    expect(await startRefusal({ ...env, DATABASE_URL: `postgresql://me:secret@127.0.0.1:${port}/bulkhead` })).toBe(
      `PostgreSQL at 127.0.0.1:${port} cannot be reached (ECONNREFUSED): start it, correct DATABASE_URL, or leave DATABASE_URL unset for the embedded one.`,
    );
  });

  it("a wrong password, without showing it", async () => {
    const url = new URL(inject("templateUrl"));
    url.password = "wrong-secret";
    expect(await startRefusal({ ...env, DATABASE_URL: url.toString() })).toBe(
      `PostgreSQL at ${url.host} refuses user "${url.username}": correct the user or password in DATABASE_URL.`,
    );
  });

  it("a database that does not exist", async () => {
    const url = new URL(inject("templateUrl"));
    url.pathname = "/nowhere";
    expect(await startRefusal({ ...env, DATABASE_URL: url.toString() })).toBe(
      `PostgreSQL at ${url.host} has no database "nowhere": make it there with CREATE DATABASE, or correct DATABASE_URL.`,
    );
  });

  it("an address that is not PostgreSQL's", async () => {
    expect(await startRefusal({ ...env, DATABASE_URL: "mysql://root@127.0.0.1/bulkhead" })).toBe(
      "DATABASE_URL is not a PostgreSQL address: it should look like postgresql://user:password@host:5432/database.",
    );
  });

  it("a platform without an embedded PostgreSQL", async () => {
    expect(await startRefusal(env, pretend("process", "arch", "mips"))).toBe(
      `There is no embedded PostgreSQL for ${process.platform}-mips: set DATABASE_URL to a PostgreSQL of your own, for example DATABASE_URL=postgresql://user:password@host:5432/bulkhead.`,
    );
  });

  it("a Node.js that is too old", async () => {
    expect(await startRefusal(env, pretend("process.versions", "node", "20.18.3"))).toBe(
      'Bulkhead needs Node.js 20.19 or newer and this is 20.18.3: install the current LTS release from https://nodejs.org, then run "npm ci" again.',
    );
  });

  it("a command or an option that does not exist, with exit code 2", async () => {
    expect(await bulkhead(["serve"])).toMatchObject({
      code: 2,
      stderr: 'There is no command "serve": run "npx bulkhead help" for the list.\n',
    });
    expect(await bulkhead(["start", "--fast"])).toMatchObject({
      code: 2,
      stderr: '"start" knows no "--fast": its only option is --dev.\n',
    });
  });

  it("nothing when asked for help", async () => {
    const { code, stdout, stderr } = await bulkhead(["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const command of ["start", "parse", "token", "user"]) expect(stdout).toContain(`\n  ${command} `);
  });
});

async function freePort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return String(typeof address === "object" && address ? address.port : 0);
}
