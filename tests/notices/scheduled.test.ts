import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pool } from "@/lib/data/client";
import { getDigest, scheduleDigests } from "@/lib/data/digest";
import { tellOfEndingDecisions } from "@/lib/data/ending-decisions";
import { keepHouse } from "@/lib/data/keep-house";
import { tellOfSilentHosts } from "@/lib/data/silent-hosts";
import { composeDigest } from "@/lib/notices/digest";
import { colleague } from "../data/task-fixture";
import { useDatabase } from "../support/database";
import { logBytes, redated, upload } from "../support/upload";
import { system } from "../support/viewers";
import { waitingJobs } from "../support/worker";

useDatabase();

const NOW = new Date("2026-11-23T12:00:00Z");
const days = (count: number): Date => new Date(NOW.getTime() + count * 86_400_000);

beforeAll(async () => {
  process.env.BULKHEAD_SMTP_URL = "smtp://127.0.0.1:25";
  process.env.BULKHEAD_MAIL_FROM = "bulkhead@example.org";
  await colleague("ann");
  await colleague("ben");
  await colleague("lea", "lead");
});
beforeEach(() => pool().query("delete from notice; delete from graphile_worker._private_jobs; delete from decision; delete from task"));

const told = async (): Promise<string[]> =>
  (await pool().query("select user_id, kind, title, detail from notice order by id")).rows.map(
    ({ user_id, kind, title, detail }) => `${user_id}: ${kind} ${title}: ${detail}`,
  );

describe("a host that is silent", () => {
  it("is told of once for each silence, to its owner, else to the leads", async () => {
    const log = logBytes("v1.6.1/before.text");
    await upload("fresh-01", log, { ranAt: days(-2) });
    await upload("owned-01", log, { ranAt: days(-20) });
    await upload("mailed-01", log, { ranAt: days(-20) });
    await upload("nobodys-01", log, { ranAt: days(-20) });
    await upload("retired-01", log, { ranAt: days(-20) });
    await pool().query("update host set owner = 'ann' where name = 'owned-01'");
    await pool().query("update host set owner = 'Ben@Example.org ' where name = 'mailed-01'");
    await pool().query("update host set owner = 'platform' where name = 'nobodys-01'");
    await pool().query("update host set retired_at = now() where name = 'retired-01'");
    await tellOfSilentHosts(system, NOW);
    await tellOfSilentHosts(system, days(1));
    const line = (who: string, host: string, scan: number) =>
      `user-${who}: host_silent ${host}: No scan for more than 14 days; the last is scan ${scan} of 2026-11-03.`;
    expect((await told()).sort()).toEqual([line("ann", "owned-01", 2), line("ben", "mailed-01", 3), line("lea", "nobodys-01", 4)]);

    await upload("owned-01", redated(log, "2026-11-25T12:00:00+00:00"), { receivedAt: days(2) });
    await tellOfSilentHosts(system, days(3));
    expect(await told()).toHaveLength(3);
    await tellOfSilentHosts(system, days(30));
    expect((await told()).filter((words) => words.startsWith("user-ann: host_silent owned-01"))).toHaveLength(2);
  });
});

describe("a decision", () => {
  it("is told of two weeks before it ends and when it has ended, to who asked and who approved", async () => {
    await pool().query(
      `insert into decision (kind, status, key, control, reason, until, requested_by, requested_by_id, requested_at, decided_by, decided_by_id)
       values ('accept', 'approved', 'live-restore', null, 'r', $1, 'ann', 'user-ann', now(), 'lea', 'user-lea'),
         ('accept', 'withdrawn', 'gone', null, 'r', $1, 'ann', 'user-ann', now(), 'lea', 'user-lea'),
         ('attest_pass', 'approved', 'later', null, 'r', $2, 'ben', 'user-ben', now(), 'ben', 'user-ben'),
         ('not_applicable', 'approved', 'forever', null, 'r', null, 'ben', 'user-ben', now(), 'ben', 'user-ben')`,
      [days(6), days(17)],
    );
    await tellOfEndingDecisions(system, NOW);
    await tellOfEndingDecisions(system, days(1));
    const soon = ["ann", "lea"].map((who) => `user-${who}: acceptance_expiring live-restore: Accepted risk on 0 hosts until 2026-11-29.`);
    expect(await told()).toEqual(soon);
    await tellOfEndingDecisions(system, days(6));
    expect((await told()).slice(2).sort()).toEqual([
      "user-ann: acceptance_expired live-restore: Accepted risk on 0 hosts until 2026-11-29.",
      "user-ben: acceptance_expiring later: Attested that it holds on 0 hosts until 2026-12-10.",
      "user-lea: acceptance_expired live-restore: Accepted risk on 0 hosts until 2026-11-29.",
    ]);
  });
});

describe("the daily mail", () => {
  it("names what is still open for a person, and is none when nothing is", async () => {
    expect(composeDigest(await getDigest(system, "user-ann", NOW), "https://b.example.org")).toBeNull();
    await pool().query(
      `insert into task (id, key, title, status, assignee_id, due_on) values
         (901, 'a', 'Late', 'to_do', 'user-ann', '2026-11-22'), (902, 'b', 'Soon', 'in_progress', 'user-ann', '2026-11-30'),
         (903, 'c', 'Waits', 'awaiting_verification', 'user-ann', '2026-11-01'), (904, 'd', 'Far', 'to_do', 'user-ann', '2026-12-24'),
         (905, 'e', 'Done', 'verified', 'user-ann', '2026-11-01'), (906, 'f', 'Another''s', 'to_do', 'user-ben', '2026-11-01')`,
    );
    await pool().query(
      `insert into decision (kind, status, key, reason, until, requested_by, requested_by_id, requested_at)
       values ('accept', 'approved', 'live-restore', 'r', $1, 'ann', 'user-ann', now())`,
      [days(3)],
    );
    const { rows } = await pool().query<{ id: number; title: string }>(
      `update finding set state = 'regressed', assignee_id = 'user-ann' where key = 'live-restore' and host_id = (select id from host where name = 'fresh-01') returning id, title`,
    );
    const mail = composeDigest(await getDigest(system, "user-ann", NOW), "https://b.example.org");
    expect(mail?.subject).toBe(
      "Still open: 1 regressed check, 1 overdue task, 1 task due soon, 1 task awaiting verification, 1 decision that ends",
    );
    expect(mail?.text).toMatch(
      /^REGRESSED\n\nEnsure live restore is enabled on fresh-01\n {2}https:\/\/b\.example\.org\/hosts\/fresh-01\?finding=/,
    );
    expect(mail?.text).toContain(`finding=${rows[0]?.id}`);
    expect(mail?.text).toContain("OVERDUE\n\nTSK-901: Late\n  due 2026-11-22\n  https://b.example.org/tasks/901");
    expect(mail?.text).toContain("DUE WITHIN 7 DAYS\n\nTSK-902: Soon");
    expect(mail?.text).toContain("AWAITING VERIFICATION\n\nTSK-903: Waits");
    expect(mail?.text).toContain("live-restore\n  ends 2026-11-26");
    expect(mail?.text).not.toMatch(/Far|Done|Another/);
  });

  it("is laid into the queue at its hour, for those who want one", async () => {
    await pool().query("insert into notice_preference values ('user-ben', 'digest', true, false)");
    await scheduleDigests(system, new Date("2026-11-23T06:00:00Z"));
    expect(await waitingJobs()).toEqual([]);
    await scheduleDigests(system, new Date("2026-11-23T07:00:00Z"));
    await scheduleDigests(system, new Date("2026-11-23T07:00:00Z"));
    const { rows } = await pool().query("select payload->>'userId' as id from graphile_worker._private_jobs order by 1");
    expect(rows.map(({ id }) => id)).toEqual(["user-ann", "user-lea"]);
  });
});

describe("housekeeping", () => {
  it("removes old read notices and settled deliveries, and nothing younger", async () => {
    await pool().query(
      `insert into notice (user_id, kind, title, dedupe, inbox, mail, at, read_at) values
         ('user-ann', 'assigned', 'old', '1', true, false, now() - interval '200 days', now() - interval '181 days'),
         ('user-ann', 'assigned', 'unread', '2', true, false, now() - interval '200 days', null),
         ('user-ann', 'assigned', 'read', '3', true, false, now() - interval '200 days', now() - interval '170 days')`,
    );
    await pool().query(
      `with w as (insert into webhook (name, url, kinds, secret, created_by) values ('w', 'https://x.example', '{}', '', 'me') returning id)
       insert into webhook_delivery (id, webhook_id, kind, body, status, created_at)
       select gen_random_uuid(), w.id, 'test', '{}', s, now() - interval '31 days' from w, unnest(array['waiting', 'delivered', 'failed']) s`,
    );
    await keepHouse(system);
    expect((await pool().query("select title from notice order by id")).rows).toEqual([{ title: "unread" }, { title: "read" }]);
    expect((await pool().query("select status from webhook_delivery")).rows).toEqual([{ status: "waiting" }]);
  });
});
