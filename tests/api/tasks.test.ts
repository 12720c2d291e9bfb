import { beforeAll, describe, expect, it } from "vitest";
import { POST as undoBulk } from "@/app/api/v1/bulk-actions/[id]/undo/route";
import { POST as comment } from "@/app/api/v1/tasks/[id]/comments/route";
import { GET as getTask, PATCH as patchTask } from "@/app/api/v1/tasks/[id]/route";
import { POST as createTasks, GET as listTasks } from "@/app/api/v1/tasks/route";
import { ALL_OPERATIONS } from "@/lib/api/all-operations";
import { addPerson } from "@/lib/auth/people";
import { listFindings } from "@/lib/data/findings";
import { ALL_FINDINGS } from "@/lib/hardening/finding-filter";
import { call, tokenFor } from "../support/api";
import { useDatabase } from "../support/database";
import { logBytes, upload } from "../support/upload";
import { system } from "../support/viewers";

useDatabase();

let token = "";
let reader = "";
const ids: Record<string, number> = {};
beforeAll(async () => {
  token = await tokenFor("write");
  reader = await tokenFor("read");
  await addPerson(system, { name: "Ben", email: "ben@example.org", role: "engineer", password: "correct horse battery" });
  for (const host of ["web-01", "web-02"]) await upload(host, logBytes("v1.6.1/before.text"));
  const findings = await listFindings(system, { ...ALL_FINDINGS, controls: ["live-restore"] }, { cursor: null, limit: 10 });
  for (const finding of findings.items) ids[finding.host] = finding.id;
});

const send = (
  handler: Parameters<typeof call>[0],
  path: string,
  method: string,
  body: unknown,
  params: object = {},
  bearer = token,
): Promise<Response> =>
  call(handler, path, { method, body: JSON.stringify(body), headers: { "content-type": "application/json" }, token: bearer, params });

/** The body, checked against what the API document says of this answer. */
async function answerOf(status: number, method: string, path: string, answer: Promise<Response>) {
  const response = await answer;
  const body = await response.json();
  expect([response.status, body.detail]).toEqual([status, undefined]);
  const operation = ALL_OPERATIONS.find((candidate) => candidate.method === method && candidate.path === path);
  expect(operation?.answers[status]?.schema?.safeParse(body).error?.issues ?? []).toEqual([]);
  return body;
}

async function refusalOf(answer: Promise<Response>) {
  const response = await answer;
  const { status, detail, code, reason } = await response.json();
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  return { status, detail, code, ...(reason && { reason }) };
}

const make = (body: object) => send(createTasks, "tasks", "POST", body);
const patch = (id: number, body: object) => send(patchTask, `tasks/${id}`, "PATCH", body, { id: String(id) });

describe("tasks over the API", () => {
  it("are made from findings or from a control, and what has one already is listed", async () => {
    const made = await answerOf(
      201,
      "post",
      "/tasks",
      make({ findings: [ids["web-01"], 999_999], assignee: "BEN@example.org", dueOn: "2031-01-15", description: "Now" }),
    );
    const { id, createdAt, url, ...task } = made.items[0];
    expect([made.items.length, url]).toEqual([1, `http://localhost:3000/tasks/${id}`]);
    expect(task).toEqual({
      control: "live-restore",
      title: "Ensure live restore is enabled",
      description: "Now",
      status: "to_do",
      priority: "normal",
      assignee: "ben@example.org",
      labels: [],
      dueOn: "2031-01-15",
      version: 1,
      watchers: ["ben@example.org"],
      progress: { verified: 0, of: 1 },
      targets: [{ host: "web-01", status: "to_do", verifiedScanId: null, items: null, itemsFixed: null }],
    });
    expect(made.skipped).toEqual([{ finding: 999_999, host: null, reason: "There is no such finding.", taskId: null }]);

    const rest = await answerOf(201, "post", "/tasks", make({ control: "live-restore" }));
    expect(rest.items[0].targets.map((target: { host: string }) => target.host)).toEqual(["web-02"]);
    const none = await answerOf(200, "post", "/tasks", make({ control: "live-restore", hosts: ["web-01"] }));
    expect(none).toEqual({
      items: [],
      bulkAction: null,
      skipped: [{ finding: ids["web-01"], host: "web-01", reason: `It is in the open task TSK-${id} already.`, taskId: id }],
    });
  });

  it("need findings or a control, but not both, and people who exist", async () => {
    const malformed = { status: 400, code: "invalid-input" };
    expect(await refusalOf(make({}))).toMatchObject(malformed);
    expect(await refusalOf(make({ findings: [1], control: "live-restore" }))).toMatchObject(malformed);
    expect(await refusalOf(make({ findings: [1], hosts: ["web-01"] }))).toMatchObject(malformed);
    expect(await refusalOf(make({ findings: [1], surprise: true }))).toMatchObject(malformed);
    expect(await refusalOf(make({ findings: [1], dueOn: "2026-02-30" }))).toMatchObject(malformed);
    expect(await refusalOf(make({ control: "aufs", assignee: "x@example.org" }))).toMatchObject({
      status: 422,
      detail: "Nobody here has this e-mail address.",
    });
    expect(await refusalOf(send(createTasks, "tasks", "POST", { control: "aufs" }, {}, reader))).toMatchObject({ status: 403 });
  });

  it("are changed, moved and guarded by their version", async () => {
    const { items } = await (await make({ control: "userland-proxy", hosts: ["web-01"] })).json();
    const { id } = items[0];
    const moved = await answerOf(
      200,
      "patch",
      "/tasks/{id}",
      patch(id, { version: 1, status: "in_progress", priority: "urgent", assignee: "ben@example.org" }),
    );
    expect(moved).toMatchObject({ status: "in_progress", priority: "urgent", assignee: "ben@example.org", version: 2 });
    expect(moved.targets).toEqual([{ host: "web-01", status: "in_progress", verifiedScanId: null, items: null, itemsFixed: null }]);
    expect(await refusalOf(patch(id, { version: 1, priority: "low" }))).toEqual({
      status: 409,
      code: "conflict",
      reason: "changed",
      detail: `TSK-${id} has changed since you opened it: it is in progress now. Look at it and try again.`,
    });
    expect(await refusalOf(patch(id, { status: "verified", title: "Not kept" }))).toEqual({
      status: 409,
      code: "conflict",
      reason: "only_evidence_verifies",
      detail: "Only a scan can verify. Upload one, or attest with a reason.",
    });
    const same = await answerOf(200, "get", "/tasks/{id}", call(getTask, `tasks/${id}`, { token, params: { id: String(id) } }));
    expect(same).toEqual(moved);
    expect(await answerOf(200, "patch", "/tasks/{id}", patch(id, { ...{ status: "in_progress" }, assignee: null, dueOn: null }))).toEqual({
      ...moved,
      assignee: null,
      version: 3,
    });
    expect(await refusalOf(patch(999_999, { priority: "low" }))).toMatchObject({ status: 404 });
  });

  it("are listed by person and status, and commented", async () => {
    const list = async (query: string) => {
      const page = await answerOf(200, "get", "/tasks", call(listTasks, `tasks?${query}`, { token: reader }));
      return page.items.map((task: { control: string; targets: { host: string }[] }) => [
        task.control,
        ...task.targets.map(({ host }) => host),
      ]);
    };
    expect(await list("")).toEqual([
      ["userland-proxy", "web-01"],
      ["live-restore", "web-02"],
      ["live-restore", "web-01"],
    ]);
    expect(await list("assignee=ben@example.org")).toEqual([["live-restore", "web-01"]]);
    expect(await list("assignee=none&status=in_progress,verified")).toEqual([["userland-proxy", "web-01"]]);
    expect(await list("assignee=me")).toEqual([]);
    const [first] = (await (await call(listTasks, "tasks?limit=1", { token })).json()).items;
    const body = { body: "Line one\nLine two" };
    const path = `tasks/${first.id}/comments`;
    const made = await answerOf(201, "post", "/tasks/{id}/comments", send(comment, path, "POST", body, { id: String(first.id) }));
    expect(made).toMatchObject({ author: "token test", body: "Line one\nLine two" });
    expect(await refusalOf(send(comment, path, "POST", { body: "  " }, { id: String(first.id) }))).toMatchObject({ status: 400 });
    expect(await refusalOf(send(comment, path, "POST", body, { id: String(first.id) }, reader))).toMatchObject({ status: 403 });
  });

  it("may be about some items, have labels, are found by what they are, and are taken back", async () => {
    const items = ["amber-web-01", "birch-cache-02"];
    const body = { control: "container-user", hosts: ["web-01"], items, labels: ["Edge Hosts"], priority: "urgent" };
    const made = await answerOf(201, "post", "/tasks", make(body));
    const [task] = made.items;
    expect(task).toMatchObject({ labels: ["edge-hosts"], targets: [{ host: "web-01", items, itemsFixed: { fixed: 0, of: 2 } }] });
    expect(await refusalOf(make({ findings: [ids["web-01"]], items }))).toMatchObject({ status: 400 });
    const relabelled = await answerOf(200, "patch", "/tasks/{id}", patch(task.id, { labels: ["q3", "Q3"] }));
    expect(relabelled.labels).toEqual(["q3"]);
    const find = async (query: string) => {
      const list = await answerOf(200, "get", "/tasks", call(listTasks, `tasks?${query}`, { token: reader }));
      return list.items.map(({ id }: { id: number }) => id);
    };
    expect(await find("label=Q3&priority=urgent,high&host=web-01&control=container-user")).toEqual([task.id]);
    expect([await find("label=q3,other"), await find("label=q3&due=overdue"), await find("q=nothing-like-it")]).toEqual([[], [], []]);

    const rest = await answerOf(201, "post", "/tasks", make({ control: "container-user", hosts: ["web-02"] }));
    const undo = (bearer: string) =>
      send(undoBulk, `bulk-actions/${rest.bulkAction}/undo`, "POST", {}, { id: String(rest.bulkAction) }, bearer);
    expect(await refusalOf(undo(reader))).toMatchObject({ status: 403 });
    expect(await answerOf(200, "post", "/bulk-actions/{id}/undo", undo(token))).toEqual({ undone: 1, left: [] });
    expect(await refusalOf(undo(token))).toMatchObject({ status: 409 });
    expect(await find("control=container-user")).toEqual([task.id]);
  });
});
