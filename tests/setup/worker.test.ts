import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { findFreePort } from "@/cli/free-port";
import { startWorker, type Worker } from "@/cli/worker";
import { addMailJobs } from "@/lib/data/queue";
import { transaction } from "@/lib/data/transaction";
import { createTestDatabase, useDatabase } from "../support/database";
import { mailReceiver } from "../support/receivers";
import { bulkheadUntil, temporaryFolder } from "./bulkhead";

/** A notice that waits to be mailed, and its job, as `tell` leaves them a minute later. */
const DUE = `insert into "user" (id, name, email) values ('ann', 'Ann', 'ann@example.org') on conflict do nothing;
  insert into notice (user_id, kind, at, title, dedupe, inbox, mail)
    values ('ann', 'assigned', now() - interval '2 minutes', 'Turn ICC off', 'd' || random(), true, true);
  select graphile_worker.add_job('mail_notices', json_build_object('userId', 'ann'));`;

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

let mail: Awaited<ReturnType<typeof mailReceiver>>;
const settings = () => ({ BULKHEAD_SMTP_URL: mail.url, BULKHEAD_MAIL_FROM: "bulkhead@example.org" });
beforeAll(async () => {
  mail = await mailReceiver();
  Object.assign(process.env, settings());
});
afterAll(() => mail.close());

describe("the worker", () => {
  useDatabase();
  let worker: Worker | undefined;
  afterAll(() => worker?.stop());

  it("does what is added while it runs, waits for a database that is away, and stops in order", async () => {
    const url = process.env.DATABASE_URL ?? "";
    worker = startWorker(url);
    await withClient(url, (client) => client.query(DUE));
    await vi.waitFor(() => expect(mail.mails).toHaveLength(1), 10_000);

    const name = new URL(url).pathname.slice(1);
    const server = new URL(url);
    server.pathname = "/postgres";
    await withClient(server.toString(), async (client) => {
      await client.query(`alter database ${name} allow_connections false`);
      await client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      await client.query(`alter database ${name} allow_connections true`);
    });
    await withClient(url, (client) => client.query(DUE));
    await vi.waitFor(() => expect(mail.mails).toHaveLength(2), 15_000);

    await worker.stop();
    await transaction((sql) => addMailJobs(sql, new Set(["ann"])));
    const left = await withClient(url, (client) => client.query("select attempts, locked_at from graphile_worker.jobs"));
    expect(left.rows).toEqual([{ attempts: 0, locked_at: null }]);
  }, 60_000);
});

describe("bulkhead start", () => {
  const data = temporaryFolder();
  afterAll(data.remove);

  it("works through the queue while it serves, and ends with both", async () => {
    const database = await createTestDatabase();
    mail.mails.length = 0;
    await withClient(database.url, (client) => client.query(DUE));
    const env = { DATABASE_URL: database.url, BULKHEAD_DATA_DIR: data.path, PORT: String(await findFreePort()), ...settings() };
    const ended = await bulkheadUntil(/Bulkhead is ready/, ["start", "--dev"], { env });
    expect({ code: ended.code, stderr: ended.stderr.trim() }).toEqual({ code: 0, stderr: "" });
    expect(mail.mails.map(({ to }) => to)).toEqual([["ann@example.org"]]);
    const after = await withClient(database.url, async (client) => ({
      jobs: (await client.query("select attempts, locked_at from graphile_worker.jobs")).rows,
      others: (await client.query("select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()")).rows,
    }));
    expect(after).toEqual({ jobs: [], others: [] });
    await database.remove();
  }, 120_000);
});
