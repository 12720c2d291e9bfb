import { DEEP_HOST, plantFleet, plantHistory, WIDE_CONTROL } from "./fleet";
import { type BenchServer, startServer } from "./server";
import { median, ms } from "./timing";

const FEW = 10;
const MANY = 1_000;
/** Scans of the host with a long history, on the server with few hosts and on that with many. */
const SCANS = { few: 40, many: 1_000 };
const ROUNDS = 15;
/** What a read may cost more on a hundred times the hosts. */
const LIMIT = 3;

/** ISO day. */
function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

const READS: readonly (readonly [name: string, path: string])[] = [
  ["Overview", "/"],
  ["Hosts", "/hosts"],
  ["Hosts, where a control fails", `/hosts?control=${WIDE_CONTROL}`],
  ["Findings by control", "/findings"],
  ["Findings by host", "/findings?group=host"],
  ["Findings by host, of a letter", "/findings?group=host&stride=D"],
  ["Findings, single", "/findings?group=none"],
  ["Findings, single, newest first", "/findings?group=none&sort=since"],
  ["Findings of one host", "/findings?group=none&host=fleet-3"],
  ["Findings, mine", "/findings?group=none&assignee=me"],
  ["Findings, nobody's, by control", "/findings?assignee=none"],
  ["Controls", "/controls"],
  ["Control", `/controls/${WIDE_CONTROL}`],
  ["Tasks", "/tasks"],
  ["Tasks, board", "/tasks?view=board"],
  ["Task of all hosts", "the newest task"],
  ["New task, choosing a control", "/tasks/new"],
  ["Threat models", "/threats"],
  ["Threat model, board", "/threats/docker"],
  ["Threat model of one host", "/threats/docker?host=fleet-3"],
  ["Host", "/hosts/fleet-3"],
  ["Host, history", "/hosts/fleet-3/history"],
  [`Host, history of ${SCANS.few} and ${SCANS.many} scans`, `/hosts/${DEEP_HOST}/history`],
  ["Two hosts compared", "/hosts/compare?a=fleet-3&b=fleet-4"],
  [`Two dates compared, of ${SCANS.few} and ${SCANS.many} scans`, `/hosts/compare?a=${DEEP_HOST}&b=${DEEP_HOST}&a_on=${daysAgo(20)}`],
  ["Heatmap by host", "/threats/coverage?model=docker"],
  ["Heatmap by host, by name", "/threats/coverage?model=docker&sort=name"],
  ["Heatmap by element", "/threats/coverage?model=docker&by=element"],
  ["Heatmap as of yesterday", `/threats/coverage?model=docker&as_of=${daysAgo(1)}`],
  ["API: findings", "/api/v1/findings"],
  ["API: findings of a host", "/api/v1/hosts/fleet-3/findings"],
  ["API: hosts", "/api/v1/hosts"],
  ["API: tasks", "/api/v1/tasks"],
  ["CSV of findings, first byte", "/findings.csv"],
];

/** Server time of the reads with 10 and with 1,000 hosts, measured in turns on two servers side by side. */
export async function benchReads(): Promise<string[]> {
  const servers = [await startServer(""), await startServer("")] as const;
  try {
    const planted = performance.now();
    const [few, many] = await Promise.all([open(servers[0], FEW), open(servers[1], MANY)]);
    const seconds = ((performance.now() - planted) / 1000).toFixed(0);
    return [
      "",
      `Reads with ${FEW} and with ${MANY.toLocaleString("en")} hosts of 117 checks (made in ${seconds} s), medians of ${ROUNDS}`,
      ...(await compare(few, many)),
    ];
  } finally {
    for (const server of servers) await server.stop();
  }
}

/** Milliseconds of one read of a path. */
type Read = (path: string) => Promise<number>;

async function open(server: BenchServer, hosts: number): Promise<Read> {
  await plantFleet(server, hosts);
  await plantHistory(server, hosts === MANY ? SCANS.many : SCANS.few);
  const cookie = await server.signIn();
  const { items } = await (await fetch(`${server.url}/api/v1/tasks?limit=1`, { headers: { cookie } })).json();
  return async (path) => {
    const start = performance.now();
    const answer = await fetch(`${server.url}${path.startsWith("/") ? path : `/tasks/${items[0].id}`}`, {
      headers: { cookie },
      redirect: "manual",
    });
    if (answer.status !== 200 || answer.body === null) throw new Error(`${path}: ${answer.status}`);
    if (!path.endsWith(".csv")) {
      await answer.arrayBuffer();
      return performance.now() - start;
    }
    const reader = answer.body.getReader();
    await reader.read();
    const time = performance.now() - start;
    await reader.cancel();
    return time;
  };
}

async function compare(few: Read, many: Read): Promise<string[]> {
  const lines: string[] = [];
  for (const [name, path] of READS) {
    const times: [number[], number[]] = [[], []];
    for (let round = -2; round < ROUNDS; round += 1) {
      const [one, other] = [await few(path), await many(path)];
      // The first rounds warm up.
      if (round < 0) continue;
      times[0].push(one);
      times[1].push(other);
    }
    const [small, large] = [median(times[0]), median(times[1])];
    const ratio = large / small;
    const verdict = ratio > LIMIT ? `  over ${LIMIT}x` : "";
    lines.push(`${name.padEnd(42)} ${ms(small).padStart(9)} ${ms(large).padStart(9)}  ${ratio.toFixed(1)}x${verdict}`);
  }
  return lines;
}
