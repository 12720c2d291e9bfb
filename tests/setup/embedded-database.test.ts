import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenDatabase, openDatabase } from "@/cli/database/open-database";
import { isAlive, sleep } from "@/cli/database/process";
import { temporaryFolder } from "./bulkhead";

describe("the embedded database", () => {
  const { path: dataDir, remove } = temporaryFolder();
  const place = { dataDir, databaseUrl: undefined };
  const pidFile = join(dataDir, "postgres-18/postmaster.pid");
  const pid = (): number => Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  const settings = { fsync: "off" };
  let first: OpenDatabase;
  const said: string[] = [];

  beforeAll(async () => {
    first = await openDatabase(place, { settings, say: (line) => said.push(line) });
    await query(first.url, "create table kept (id int)");
  });
  afterAll(async () => {
    await first.close();
    remove();
  });

  it("is made as promised: password, address, sorting and checksums", async () => {
    const show = async (name: string): Promise<string> => Object.values((await query(first.url, `show ${name}`))[0] ?? {}).join();
    expect(await show("password_encryption")).toBe("scram-sha-256");
    expect(await show("listen_addresses")).toBe("127.0.0.1");
    expect(await show("unix_socket_directories")).toBe("");
    expect(await show("data_checksums")).toBe("on");
    expect(await query(first.url, "select datlocprovider, datlocale from pg_database where datname = 'bulkhead'")).toEqual([
      { datlocprovider: "b", datlocale: "C.UTF-8" },
    ]);
    expect(statSync(join(dataDir, "postgres-password")).mode & 0o777).toBe(0o600);
    const url = new URL(first.url);
    url.password = "";
    await expect(query(url.toString(), "select 1")).rejects.toThrow();
  });

  it("is shared by all who open it, and stopped by the last one only", async () => {
    const second = await openDatabase(place);
    expect(second.url).toBe(first.url);
    await first.close();
    expect(await query(second.url, "select 1 as one")).toEqual([{ one: 1 }]);
    const server = pid();
    await second.close();
    expect(existsSync(pidFile)).toBe(false);
    // It has ended by now; its id goes when this process has taken note of that.
    await expect.poll(() => isAlive(server), { timeout: 5_000, interval: 20 }).toBe(false);
    first = await openDatabase(place, { settings, say: (line) => said.push(line) });
    expect(await query(first.url, "select * from kept")).toEqual([]);
  });

  it("is started again on the same port when its server dies", async () => {
    const server = pid();
    process.kill(server, "SIGKILL");
    await expect.poll(() => query(first.url, "select 1 as one").catch(() => null), { timeout: 15_000, interval: 50 }).toEqual([{ one: 1 }]);
    await expect
      .poll(() => said, { timeout: 5_000 })
      .toEqual([`The embedded database had stopped and was started again on port ${new URL(first.url).port}.`]);
    expect(pid()).not.toBe(server);
  });

  it("says so when its password file was lost", async () => {
    const file = join(dataDir, "postgres-password");
    rmSync(file);
    await expect(openDatabase(place)).rejects.toThrow(`The file postgres-password in ${dataDir} does not open the database beside it`);
    rmSync(file);
    await sleep(0);
  });
});

async function query(url: string, sql: string): Promise<unknown[] & { readonly 0?: object }> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}
