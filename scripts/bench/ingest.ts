import { readFileSync } from "node:fs";
import pg from "pg";
import type { BenchServer } from "./server";
import { median, ms, perSecond, quantile, timeEach } from "./timing";

const LOG = readFileSync("tests/logs/v1.6.1/default5.text", "utf8");
const OTHER = readFileSync("tests/logs/v1.6.1/hardened.json", "utf8");
const START = Date.UTC(2024, 0, 1);

const dated = (minute: number): string =>
  LOG.replace(/^Initializing .*$/m, `Initializing ${new Date(START + minute * 60_000).toISOString().replace(".000Z", "+00:00")}`);

const datedJson = (minute: number): string => OTHER.replace(/"start": \d+/, `"start": ${START / 1000 + minute * 60}`);

/** One 117-check log through HTTP against a bare single-statement insert of 120 result rows with commit, on the same database. */
export async function benchIngest(server: BenchServer): Promise<string[]> {
  const send = (host: string, log: string) => post(server, host, log);
  for (let index = 0; index < 40; index += 1) await send("warm", dated(index));

  // Measured in turns, so that a busy moment of the machine falls on all of them alike.
  const bare: number[] = [];
  const unchanged: number[] = [];
  const changing: number[] = [];
  const fresh: number[] = [];
  const inserter = await bareInserter(server.databaseUrl);
  for (let round = 0; round < 15; round += 1) {
    bare.push(...(await timeEach(20, inserter.insert)));
    unchanged.push(...(await timeEach(10, (index) => send("steady", dated(round * 100 + index)))));
    changing.push(
      ...(await timeEach(10, (index) => send("moving", index % 2 ? dated(round * 100 + index) : datedJson(round * 100 + index)))),
    );
    fresh.push(...(await timeEach(5, (index) => send(`fresh-${round}-${index}`, dated(round * 100 + index)))));
  }
  await inserter.end();
  const sameHost = await perSecond(400, 8, (index) => send(`lane-${index % 8}`, dated(index)));
  const newHosts = await perSecond(200, 8, (index) => send(`fleet-${index}`, dated(index)));

  const base = median(bare);
  const line = (name: string, times: readonly number[]) =>
    `${name.padEnd(62)} ${ms(median(times)).padStart(9)}  p95 ${ms(quantile(times, 0.95)).padStart(9)}  ${(median(times) / base).toFixed(1)}x`;
  return [
    "One 117-check log: auth, read, diff, commit",
    line("bare insert of a scan and 120 results, one statement, commit", bare),
    line("rescan of an unchanged host", unchanged),
    line("rescan that changes many findings", changing),
    line("first scan of a new host", fresh),
    `${"rescans at concurrency 8".padEnd(62)} ${sameHost.toFixed(0).padStart(6)} logs/s`,
    `${"first scans at concurrency 8".padEnd(62)} ${newHosts.toFixed(0).padStart(6)} logs/s`,
  ];
}

async function post(server: BenchServer, host: string, log: string): Promise<void> {
  const answer = await fetch(`${server.url}/api/v1/scans?host=${host}`, {
    method: "POST",
    headers: { authorization: `Bearer ${server.token}` },
    body: log,
  });
  const text = await answer.text();
  if (answer.status !== 201) throw new Error(`upload for ${host}: ${answer.status} ${text.slice(0, 300)}`);
}

/** What any tool that keeps results would do at the least: one scan row and 120 result rows, with keys and a foreign key. */
async function bareInserter(databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`
    drop table if exists bench_result, bench_scan;
    create table bench_scan (id int generated always as identity primary key, host text not null, ran_at timestamptz not null);
    create table bench_result (id int generated always as identity primary key, scan_id int not null references bench_scan,
      key text not null, state text not null, message text not null, unique (scan_id, key))`);
  const keys = Array.from({ length: 120 }, (_, index) => `control-${index}`);
  const messages = keys.map((key) => `Ensure that ${key} is configured as it should be`);
  return {
    insert: () =>
      client.query({
        name: "bench-insert",
        text: `with scan as (insert into bench_scan (host, ran_at) values ('bare', now()) returning id)
          insert into bench_result (scan_id, key, state, message)
          select scan.id, r.* from scan, unnest($1::text[], $2::text[], $3::text[]) r`,
        values: [keys, keys.map(() => "open"), messages],
      }),
    end: async () => {
      await client.query("drop table bench_result, bench_scan");
      await client.end();
    },
  };
}
