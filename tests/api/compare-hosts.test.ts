import { beforeAll, describe, expect, it } from "vitest";
import { GET as compareCsv } from "@/app/(dashboard)/hosts/compare.csv/route";
import { GET as compareHosts } from "@/app/api/v1/hosts/[name]/compare/[other]/route";
import { ALL_OPERATIONS } from "@/lib/api/all-operations";
import { editHost } from "@/lib/data/edit-host";
import { hostId } from "../data/host-fixture";
import { call, tokenFor } from "../support/api";
import { useDatabase } from "../support/database";
import { logBytes, redated, upload } from "../support/upload";
import { system } from "../support/viewers";

useDatabase();

let token = "";
const ids: number[] = [];

async function stored(host: string, log: string, at: string): Promise<void> {
  const { runs } = await upload(host, redated(logBytes(log), at));
  ids.push(runs[0]?.scan.id ?? 0);
}

beforeAll(async () => {
  token = await tokenFor("read");
  await stored("web-01", "v1.6.1/before.text", "2026-11-01T23:59:59+00:00");
  await stored("web-01", "v1.6.1/after.text", "2026-11-02T00:00:00+00:00");
  await stored("web-02", "v1.3.5/before.text", "2026-11-05T06:00:00+00:00");
  await upload("kube-01", logBytes("kube-bench/v0.4.0-cis-1.6-job-master.data"), { ranAt: new Date("2026-11-05T06:00:00Z") });
  await upload("web-02", logBytes("kube-bench/v0.4.0-cis-1.6-job-master.data"), { ranAt: new Date("2026-11-06T06:00:00Z") });
  await editHost(system, await hostId("web-02"), { name: "web-03" });
});

interface Answer {
  readonly a: { readonly id: number };
  readonly b: { readonly id: number };
  readonly passOnBoth: number;
  readonly undecided: number;
  readonly [name: string]: unknown;
}

const ask = (name: string, other: string, query = "") =>
  call(compareHosts, `hosts/${name}/compare/${other}${query}`, { token, params: { name, other } });

/** The answer, checked against the published schema. */
async function compared(...asked: Parameters<typeof ask>): Promise<Answer> {
  const answer = await ask(...asked);
  expect(answer.status).toBe(200);
  const body = await answer.json();
  const operation = ALL_OPERATIONS.find(({ path }) => path === "/hosts/{name}/compare/{other}");
  expect(operation?.answers[200]?.schema?.safeParse(body).error?.issues ?? []).toEqual([]);
  return body;
}

const controls = (answer: Answer, name: string) => (answer[name] as { control: string }[]).map(({ control }) => control);

describe("one host at two dates", () => {
  it("is the newest scan of each by the end of the day, UTC", async () => {
    const answer = await compared("web-01", "web-01", "?on=2026-11-01&other_on=2026-11-02");
    expect([answer.a.id, answer.b.id]).toEqual([ids[0], ids[1]]);
    expect(controls(answer, "failsOnlyA")).toHaveLength(51);
    expect(controls(answer, "failsOnlyB")).toEqual([]);
    expect(controls(answer, "otherItems").sort()).toEqual(["container-user", "image-healthcheck", "needed-ports"]);
    const now = await compared("web-01", "web-01", "?on=2026-11-01");
    expect(now.b.id).toBe(ids[1]);
  });

  it("refuses a day before its first scan, and what is no day", async () => {
    const early = await ask("web-01", "web-01", "?on=2026-10-31");
    expect([early.status, (await early.json()).detail]).toEqual([404, "web-01 had no scan by the end of 2026-10-31."]);
    expect((await ask("web-01", "web-01", "?on=yesterday")).status).toBe(400);
  });
});

describe("two hosts", () => {
  it("are compared by their Docker scans where both have one, though another tool ran last, and under a former name", async () => {
    const answer = await compared("web-01", "web-02");
    expect([answer.a.id, answer.b.id]).toEqual([ids[1], ids[2]]);
    expect(answer.b).toMatchObject({ host: "web-03", edition: "v1.3.5" });
    expect(controls(answer, "failsOnlyB").length).toBeGreaterThan(30);
    expect(answer.passOnBoth).toBeGreaterThan(10);
  });

  it("are compared by Kubernetes where one has nothing else", async () => {
    const answer = await compared("web-03", "kube-01");
    expect([answer.a, answer.b]).toMatchObject([{ tool: "kube-bench" }, { tool: "kube-bench" }]);
    expect([controls(answer, "failsOnlyA"), controls(answer, "failsOnlyB"), controls(answer, "assessedOnlyA")]).toEqual([[], [], []]);
    expect(controls(answer, "failsOnBoth").length).toBeGreaterThan(10);
  });

  it("refuse a host that nobody knows", async () => {
    expect((await ask("web-01", "nobody")).status).toBe(404);
  });
});

it("is a file for spreadsheets, with the filters of the page", async () => {
  const read = async (query: string) => {
    const answer = await call(compareCsv, `http://localhost:3000/hosts/compare.csv?a=web-01&b=web-03${query}`, { token });
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    return (await answer.text()).trimEnd().split(/\r\n/);
  };
  const [head, ...lines] = await read("");
  expect(head).toBe(
    "class,control,title,section,stride,number on web-01,result on web-01,number on web-03,result on web-03,items only on web-01,items only on web-03,items on both",
  );
  expect(lines.find((line) => line.includes(",live-restore,"))).toBe(
    "Fails only on web-03,live-restore,Ensure live restore is enabled (Scored),2,D,2.15,PASS,2.13,WARN,,,",
  );
  const section = await read("&section=5");
  expect(section.slice(1).every((line) => line.split(",").includes("5"))).toBe(true);
  expect(section.length).toBeLessThan(lines.length);
});
