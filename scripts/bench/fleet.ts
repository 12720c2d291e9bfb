import { readFileSync } from "node:fs";
import pg from "pg";
import type { BenchServer } from "./server";

const LOGS = ["before", "after", "default5"].map((name) => readFileSync(`tests/logs/v1.6.1/${name}.text`, "utf8"));
const HOUR = 3_600_000;

/** Hosts that come in through the real ingest; all others are their copies. */
const TEMPLATES = 10;
/** A task of this control has all hosts where it fails. */
export const WIDE_CONTROL = "container-no-new-privileges";

/**
 * Gives an empty server `hosts` hosts of two real scans and some 117 checks each: ten are uploaded and get tasks over the API, the
 * others are copies of these under new names and somewhat older. Every copied host has tasks of its own, as a team would have.
 */
export async function plantFleet(server: BenchServer, hosts: number): Promise<void> {
  await uploadTemplates(server);
  await assignSome(server);
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    await copyHosts(client, hosts / TEMPLATES - 1);
    await client.query("vacuum analyze");
    await checkTally(client);
  } finally {
    await client.end();
  }
  await call(server, "/tasks", { method: "POST", body: JSON.stringify({ control: WIDE_CONTROL }) });
}

/** Checks get better on some hosts, worse on others, and stay on the rest. */
async function uploadTemplates(server: BenchServer): Promise<void> {
  for (let host = 0; host < TEMPLATES; host += 1) {
    const names = [host % 3, (host + Math.floor(host / 3)) % 3];
    for (const [scan, name] of names.entries()) {
      const at = new Date(Date.now() - host * HOUR - (1 - scan) * 24 * HOUR).toISOString().replace(/\.\d+Z/, "+00:00");
      const body = (LOGS[name] ?? "").replace(/^Initializing .*$/m, `Initializing ${at}`);
      await call(server, `/scans?host=fleet-${host}`, { method: "POST", body });
    }
  }
}

/** Every ninth failing finding gets into a task, the half of them with an owner. */
async function assignSome(server: BenchServer): Promise<void> {
  const ids: number[] = [];
  for (let host = 0; host < TEMPLATES; host += 1) {
    const { items } = await call(server, `/findings?host=fleet-${host}&limit=200`, {});
    ids.push(...items.map(({ id }: { id: number }) => id).filter((_: number, index: number) => index % 9 === host % 9));
  }
  const parts = [
    { findings: ids.filter((_, index) => index % 2 === 0), assignee: server.adminEmail, dueOn: "2027-01-15" },
    { findings: ids.filter((_, index) => index % 2 === 1) },
  ];
  for (const part of parts) await call(server, "/tasks", { method: "POST", body: JSON.stringify(part) });
}

/** A host of its own for long histories. */
export const DEEP_HOST = "deep";

/** Gives the server one host of `scans` scans, a day apart, that gets worse and better by turns: four are uploaded, the others copies. */
export async function plantHistory(server: BenchServer, scans: number): Promise<void> {
  for (const [index, log] of [LOGS[0], LOGS[1], LOGS[0], LOGS[1]].entries()) {
    const at = new Date(Date.now() - (4 - index) * 24 * HOUR).toISOString().replace(/\.\d+Z/, "+00:00");
    await call(server, `/scans?host=${DEEP_HOST}`, {
      method: "POST",
      body: (log ?? "").replace(/^Initializing .*$/m, `Initializing ${at}`),
    });
  }
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    const values = [DEEP_HOST, scans / 4 - 1];
    const age = "k * interval '4 days'";
    await client.query(
      `insert into scan select r.* from scan t join host h on h.id = t.host_id and h.name = $1 cross join generate_series(1, $2::int) k
         cross join lateral jsonb_populate_record(t, jsonb_build_object(
           'id', nextval(pg_get_serial_sequence('scan', 'id')), 'ran_at', t.ran_at - ${age})) r`,
      values,
    );
    await client.query(
      `insert into finding_event select r.* from finding_event t join finding f on f.id = t.finding_id join host h on h.id = f.host_id and h.name = $1
         cross join generate_series(1, $2::int) k
         cross join lateral jsonb_populate_record(t, jsonb_build_object('seq', t.seq + k * 1000, 'at', t.at - ${age})) r`,
      values,
    );
    await client.query("update host set scan_count = (select count(*) from scan where host_id = host.id) where name = $1", [DEEP_HOST]);
    await client.query("analyze");
  } finally {
    await client.end();
  }
}

async function call(server: BenchServer, path: string, { method = "GET", body }: { method?: string; body?: string }) {
  const type = body?.startsWith("{") ? "application/json" : "text/plain";
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${server.token}`, ...(body && { "content-type": type }) },
    ...(body && { body }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

const AGE = "k * interval '90 minutes'";
const shifted = (table: string, column: string): string => `t.${column} + k * (select last from ids where name = '${table}')`;

/** What a copy has of its own, by table, in the order of their foreign keys; everything else is as on the template. */
const COPIED: readonly (readonly [table: string, own: Readonly<Record<string, string>>])[] = [
  [
    "host",
    {
      id: shifted("host", "id"),
      name: "t.name || '-' || k",
      latest_scan_id: shifted("scan", "latest_scan_id"),
      latest_ran_at: `t.latest_ran_at - ${AGE}`,
    },
  ],
  ["scan", { id: shifted("scan", "id"), host_id: shifted("host", "host_id"), ran_at: `t.ran_at - ${AGE}` }],
  ["scan_log", { scan_id: shifted("scan", "scan_id"), host_id: shifted("host", "host_id") }],
  ["host_coverage", { host_id: shifted("host", "host_id"), scan_id: shifted("scan", "scan_id"), ran_at: `t.ran_at - ${AGE}` }],
  ["host_model", { host_id: shifted("host", "host_id") }],
  ["threat_exposure", { host_id: shifted("host", "host_id"), newest_at: `t.newest_at - ${AGE}`, oldest_at: `t.oldest_at - ${AGE}` }],
  ["task", { id: shifted("task", "id") }],
  ["task_target", { task_id: shifted("task", "task_id"), host_id: shifted("host", "host_id") }],
  [
    "finding",
    {
      id: shifted("finding", "id"),
      host_id: shifted("host", "host_id"),
      task_id: shifted("task", "task_id"),
      changed_scan_id: shifted("scan", "changed_scan_id"),
      since: `t.since - ${AGE}`,
      first_seen_at: `t.first_seen_at - ${AGE}`,
    },
  ],
  ["finding_event", { finding_id: shifted("finding", "finding_id"), scan_id: shifted("scan", "scan_id"), at: `t.at - ${AGE}` }],
];

const COUNTED = ["host", "scan", "task", "finding"];

async function copyHosts(client: pg.Client, copies: number): Promise<void> {
  await client.query(
    `create temporary table ids as ${COUNTED.map((name) => `select '${name}' as name, max(id) as last from ${name}`).join(" union all ")}`,
  );
  for (const [table, own] of COPIED) {
    const fields = Object.entries(own).flatMap(([column, value]) => [`'${column}'`, value]);
    await client.query(
      `insert into ${table} select r.* from ${table} t cross join generate_series(1, $1::int) k
         cross join lateral jsonb_populate_record(t, jsonb_build_object(${fields.join(", ")})) r`,
      [copies],
    );
  }
  for (const table of COUNTED) {
    await client.query(`select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`);
  }
}

/** The copies came in behind the app's back: what its triggers count must be right all the same. */
async function checkTally(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `select key, state, level, sum(n)::int from finding_tally group by 1, 2, 3 having sum(n) <> 0
     except select key, state, level, count(*)::int from finding group by 1, 2, 3`,
  );
  if (rows.length > 0) throw new Error(`the tally is wrong for ${JSON.stringify(rows[0])}`);
}
