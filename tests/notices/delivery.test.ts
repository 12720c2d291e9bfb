import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { pool } from "@/lib/data/client";
import { tell } from "@/lib/data/notices";
import { transaction } from "@/lib/data/transaction";
import { listDeliveries } from "@/lib/data/webhook-deliveries";
import { createWebhook, listWebhooks, switchWebhook, testWebhook } from "@/lib/data/webhooks";
import type { Notice } from "@/lib/notices/notice";
import { at, colleague, create, scan, stopClock } from "../data/task-fixture";
import { useDatabase } from "../support/database";
import { mailReceiver, webhookReceiver } from "../support/receivers";
import { system } from "../support/viewers";
import { passTime, runDueJobs, waitingJobs } from "../support/worker";

useDatabase();

let mail: Awaited<ReturnType<typeof mailReceiver>>;
let hook: Awaited<ReturnType<typeof webhookReceiver>>;
let ann: Viewer;
beforeAll(async () => {
  [mail, hook] = [await mailReceiver(), await webhookReceiver()];
  process.env.BULKHEAD_SMTP_URL = mail.url;
  process.env.BULKHEAD_MAIL_FROM = "Bulkhead <bulkhead@example.org>";
  process.env.BULKHEAD_WEBHOOK_ALLOW = "127.0.0.0/8";
  process.env.BULKHEAD_URL = "https://bulkhead.example.org";
  ann = await colleague("ann");
  await colleague("ben");
});
afterAll(async () => {
  vi.useRealTimers();
  await Promise.all([mail.close(), hook.close()]);
});
beforeEach(async () => {
  await pool().query("delete from notice; delete from webhook; delete from graphile_worker._private_jobs");
  Object.assign(mail.state, { refuse: false });
  Object.assign(hook.state, { always: null, hangUp: false });
  hook.statuses.length = 0;
  hook.events.length = 0;
  mail.mails.length = 0;
});

const webhookOf = async (id: number) => (await listWebhooks(system)).find((webhook) => webhook.id === id);

let count = 0;
const happening = (more: Partial<Notice> = {}): Notice => {
  count += 1;
  return { kind: "assigned", to: ["user-ann"], by: null, title: "Turn ICC off", dedupe: `t:${count}`, ...more };
};
const happens = (...notices: Notice[]): Promise<void> => transaction((sql) => tell(sql, notices));

describe("a regression", () => {
  it("ends in one mail and one signed event, however many checks it takes", async () => {
    stopClock();
    await scan("web-01", "before", -48);
    const { rows } = await pool().query<{ key: string }>("select key from finding where state = 'open' order by key");
    at(0);
    for (const { key } of rows) await create(ann, key, ["web-01"], { assignee: { id: "user-ben" } });
    await scan("web-01", "after", 1);
    vi.useRealTimers();
    await pool().query("delete from notice; delete from graphile_worker._private_jobs");
    const { secret } = await createWebhook(system, { name: "Chat", url: hook.url, kinds: ["regressed"] });
    const scanId = await scan("web-01", "before", 2);
    vi.useRealTimers();
    await passTime();
    await runDueJobs();

    const { rows: told } = await pool().query<{ title: string }>(
      "select title from notice where user_id = 'user-ben' and kind = 'regressed'",
    );
    expect(told.length).toBeGreaterThan(20);
    // One for each who works on them: Ben has the tasks, Ann made them and watches.
    expect(mail.mails.map(({ from, to }) => [from, to]).sort()).toEqual([
      ["bulkhead@example.org", ["ann@example.org"]],
      ["bulkhead@example.org", ["ben@example.org"]],
    ]);
    const raw = mail.mails[0]?.raw.replace(/=\r\n/g, "") ?? "";
    expect(raw).toContain(`Subject: ${told.length} checks fail again on web-01 in scan ${scanId}`);
    expect(raw).toContain(`https://bulkhead.example.org/scans/${scanId}`);
    expect(raw).toContain("List-Unsubscribe: <https://bulkhead.example.org/settings/notifications>");

    expect(hook.events).toHaveLength(1);
    const [event] = hook.events;
    const [, seconds = "", given = ""] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(event?.headers["x-bulkhead-signature"])) ?? [];
    expect(given).toBe(createHmac("sha256", secret).update(`${seconds}.${event?.body}`).digest("hex"));
    expect(Math.abs(Number(seconds) - Date.now() / 1000)).toBeLessThan(60);
    const body = JSON.parse(event?.body ?? "");
    expect(body).toMatchObject({
      id: event?.headers["x-bulkhead-event-id"],
      event: "regressed",
      summary: `${told.length} checks fail again on web-01 in scan ${scanId}`,
      host: "web-01",
      scan: { id: scanId, url: `https://bulkhead.example.org/scans/${scanId}` },
      itemCount: told.length,
    });
    expect(body.items.find((item: { control: string }) => item.control === "live-restore")).toMatchObject({
      title: "Ensure live restore is enabled",
      host: "web-01",
      task: expect.any(Number),
      by: null,
    });
    expect(await waitingJobs()).toEqual([]);
  });

  it("sends nothing when its transaction is undone", async () => {
    await createWebhook(system, { name: "Chat", url: hook.url, kinds: ["assigned"] });
    const undone = transaction(async (sql) => {
      await tell(sql, [happening()]);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    await passTime();
    await runDueJobs();
    expect([mail.mails, hook.events, await waitingJobs()]).toEqual([[], [], []]);
  });
});

describe("mail", () => {
  it("gathers a minute's notices to one person into one mail, and leaves what came later to the next", async () => {
    await happens(happening());
    await happens(happening({ kind: "mentioned", title: "Second" }));
    await pool().query("update notice set at = at - interval '61 seconds' where id = (select min(id) from notice)");
    await pool().query("update graphile_worker._private_jobs set run_at = now()");
    await runDueJobs();
    expect(mail.mails).toHaveLength(1);
    expect(mail.mails[0]?.raw).toContain("Subject: Somebody gave you a task: Turn ICC off, and 1 more notice");
    await happens(happening({ title: "Third" }));
    await pool().query("update graphile_worker._private_jobs set run_at = now()");
    await runDueJobs();
    expect(mail.mails).toHaveLength(1);
  });

  it("is tried again after growing delays, and is sent once", async () => {
    mail.state.refuse = true;
    await happens(happening());
    const delays: number[] = [];
    for (let i = 0; i < 3; i += 1) {
      await passTime();
      await runDueJobs();
      delays.push((await waitingJobs())[0]?.seconds ?? 0);
    }
    expect(delays).toEqual([...delays].sort((a, b) => a - b));
    expect(delays[2]).toBeGreaterThan(delays[0] ?? 0);
    mail.state.refuse = false;
    await passTime();
    await runDueJobs();
    await passTime();
    await runDueJobs();
    expect([mail.mails.length, await waitingJobs()]).toEqual([1, []]);
  });

  it("lets no title into its headers", async () => {
    const evil = 'x\r\nBcc: all@example.org\r\n\r\n<script>alert("1")</script>';
    await pool().query(`update "user" set name = $1 where id = 'user-ann'`, ["Ann\r\nBcc: all@example.org\r\n\r\nHi"]);
    await happens(happening({ title: evil, by: { id: null, name: "Eve\nSubject: hi" } }));
    await passTime();
    await runDueJobs();
    const [received] = mail.mails;
    const head = received?.raw.slice(0, received.raw.indexOf("\r\n\r\n")) ?? "";
    expect(received?.to).toEqual(["ann@example.org"]);
    expect(head.match(/^[A-Za-z-]+(?=:)/gm)?.sort()).toEqual(
      ["Auto-Submitted", "Content-Type", "Date", "From", "List-Unsubscribe", "MIME-Version", "Message-ID", "Subject", "To"].sort(),
    );
    const html = received?.raw.slice(received.raw.indexOf("text/html")) ?? "";
    expect(html).toContain("&lt;script&gt;");
    expect(html).not.toContain("<script>");
  });

  it("goes to nobody who lost access in the meantime", async () => {
    await happens(happening({ to: ["user-ann"] }));
    await pool().query(`update "user" set disabled_at = now() where id = 'user-ann'`);
    await passTime();
    await runDueJobs();
    await pool().query(`update "user" set disabled_at = null where id = 'user-ann'`);
    expect(mail.mails).toEqual([]);
  });
});

describe("a webhook", () => {
  it("is tried again after growing delays, under one id, until it answers", async () => {
    const { id } = await createWebhook(system, { name: "Chat", url: hook.url, kinds: ["assigned"] });
    hook.statuses.push(500, 500);
    await happens(happening({ to: [] }));
    await runDueJobs();
    const first = await waitingJobs();
    expect((await listDeliveries(system, id, 50))[0]).toMatchObject({
      status: "waiting",
      attempts: 1,
      lastError: "The receiver answered 500.",
    });
    await passTime();
    await runDueJobs();
    const second = await waitingJobs();
    expect(second[0]?.seconds).toBeGreaterThan(first[0]?.seconds ?? 0);
    await passTime();
    await runDueJobs();
    expect(new Set(hook.events.map(({ headers }) => headers["x-bulkhead-event-id"])).size).toBe(1);
    expect(hook.events).toHaveLength(3);
    expect(await listDeliveries(system, id, 50)).toMatchObject([{ status: "delivered", attempts: 3, lastError: null }]);
    expect(await waitingJobs()).toEqual([]);
  });

  it("is switched off after ten events in a row that nobody took, and the admins are told", async () => {
    // A port that is free again may belong to another test at once: this one is kept, and hangs up.
    hook.state.hangUp = true;
    const { id } = await createWebhook(system, { name: "Gone", url: hook.url, kinds: ["assigned"] });
    await pool().query(
      `insert into "user" (id, name, email, role) values ('root', 'root', 'root@example.org', 'admin') on conflict do nothing`,
    );
    for (let event = 0; event < 10; event += 1) await happens(happening({ to: [] }));
    for (let attempt = 0; attempt < 9; attempt += 1) {
      await passTime();
      await runDueJobs();
    }
    expect((await webhookOf(id))?.disabledAt).toBeNull();
    // A job whose time came in the very millisecond of a run waits for the next one.
    for (let rest = 0; rest < 4 && (await waitingJobs()).length > 0; rest += 1) {
      await passTime();
      await runDueJobs();
    }
    expect(await webhookOf(id)).toMatchObject({ failures: 10, disabledBy: "Bulkhead", disabledAt: expect.any(Date) });
    const items = await listDeliveries(system, id, 50);
    expect(new Set(items.map(({ status, attempts, lastError }) => `${status} ${attempts} ${lastError}`))).toEqual(
      new Set(["failed 10 The receiver broke the connection off."]),
    );
    const { rows } = await pool().query("select user_id, title, detail from notice where kind = 'webhook_disabled'");
    expect(rows).toEqual([{ user_id: "root", title: "Gone", detail: "10 events in a row could not be delivered." }]);

    await happens(happening({ to: [] }));
    expect(await listDeliveries(system, id, 50)).toHaveLength(10);
    await switchWebhook(system, id, true);
    expect(await webhookOf(id)).toMatchObject({ failures: 0, disabledAt: null, disabledBy: null });
  }, 60_000);

  it("is not sent what still waits when it is switched off", async () => {
    const { id } = await createWebhook(system, { name: "Chat", url: hook.url, kinds: ["assigned"] });
    await happens(happening({ to: [] }));
    await switchWebhook(system, id, false);
    await runDueJobs();
    expect(hook.events).toEqual([]);
    expect(await listDeliveries(system, id, 50)).toMatchObject([
      { status: "failed", attempts: 0, lastError: "The webhook was switched off." },
    ]);
  });

  it("takes a test once, and remembers none of the receiver's words", async () => {
    const { id } = await createWebhook(system, { name: "Chat", url: hook.url, kinds: ["assigned"] });
    hook.state.always = 302;
    await testWebhook(system, id);
    await runDueJobs();
    expect(hook.events).toHaveLength(1);
    expect(await listDeliveries(system, id, 50)).toMatchObject([
      { kind: "test", status: "failed", attempts: 1, lastError: "The receiver answered 302: redirects are not followed." },
    ]);
    expect((await webhookOf(id))?.failures).toBe(0);
    const { rows } = await pool().query("select string_agg(d::text, '') as all from webhook_delivery d");
    expect(rows[0].all).not.toContain("secret answer");
    expect(await waitingJobs()).toEqual([]);
  });

  it("keeps its secret where a copy of the database does not give it away", async () => {
    const { id, secret } = await createWebhook(system, { name: "Chat", url: hook.url, kinds: ["assigned"] });
    const { rows } = await pool().query("select w::text, encode(secret, 'escape') as bytes from webhook w where id = $1", [id]);
    expect(JSON.stringify(rows)).not.toContain(secret.slice(6, 20));
    process.env.BULKHEAD_AUTH_SECRET = "another secret of the program, 32+ letters";
    await happens(happening({ to: [] }));
    await runDueJobs();
    process.env.BULKHEAD_AUTH_SECRET = "a secret that only the tests use, 32+";
    expect(hook.events).toEqual([]);
    expect((await listDeliveries(system, id, 50))[0]?.lastError).toContain("make the webhook anew");
  });

  it("hears of a kind once, whoever else is told, and of no other kind", async () => {
    await createWebhook(system, { name: "Chat", url: hook.url, kinds: ["mentioned"] });
    const said = happening({ kind: "mentioned", to: ["user-ann", "user-ben"] });
    await happens(said, happening());
    await happens(said);
    await runDueJobs();
    expect(hook.events.map(({ body }) => JSON.parse(body).event)).toEqual(["mentioned"]);
  });
});
