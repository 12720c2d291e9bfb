import { describe, expect, it } from "vitest";
import { holdOf, newEntry, type Progress, partedEntries, summaryOf, type UploadEntry, withAct } from "@/components/upload/upload-entry";
import type { LogCheck } from "@/lib/api/log-check";
import type { UploadAnswer } from "@/lib/api/upload-json";

const check = (change: Partial<LogCheck> = {}): LogCheck => ({
  format: "docker-bench-text",
  headerVersion: "1.6.0",
  edition: "v1.6.1",
  editionCandidates: [],
  startedAt: "2026-11-21T09:14:00.000Z",
  zoneAssumed: false,
  complete: true,
  checks: 117,
  notRun: 0,
  counts: { PASS: 45, WARN: 33, INFO: 28, NOTE: 11, FAIL: 0 },
  runs: [],
  remarks: [],
  skipped: 0,
  knownAs: null,
  hostKnown: null,
  ...change,
});

const problem = { detail: "No." };
const answer = { scan: { host: "web-01" } } as UploadAnswer;
const entry = (path: string, progress: Progress, id = 1): UploadEntry => ({ ...newEntry(id, new File([], path), path), progress });
const checked = (path: string, change: Partial<LogCheck> = {}, id = 1) => entry(path, { at: "checked", check: check(change) }, id);

describe("a chosen file", () => {
  it("takes its host from its name or its folder, or from nobody", () => {
    const hosts = ["web-01.log.json", "db-07/docker-bench.log", "scan(3).log"].map((path) => newEntry(1, new File([], path), path).host);
    expect(hosts).toEqual(["web-01", "db-07", ""]);
  });
});

describe("what holds a file back", () => {
  it("is nothing once it is read and has a host, its own or the shared one", () => {
    expect(holdOf(checked("web-01.log"), "")).toBeNull();
    expect(holdOf(checked("scan.log"), "")).toBe("needs-host");
    expect(holdOf(checked("scan.log"), " lab-09 ")).toBeNull();
    expect(holdOf({ ...checked("web-01.log"), host: "a/b" }, "")).toBe("bad-host");
  });

  it("is that the same bytes are a scan of the same host, but not of another", () => {
    const twin = { knownAs: { scanId: 101, host: "web-01" } };
    expect(holdOf(checked("web-01.log", twin), "")).toBe("known");
    expect(holdOf({ ...checked("web-01.log", twin), host: "web-02" }, "")).toBeNull();
  });

  it("is where it stands otherwise; what was not sent can be sent again", () => {
    expect(holdOf(entry("a.log", { at: "checking" }), "")).toBe("checking");
    expect(holdOf(entry("a.log", { at: "refused", problem }), "")).toBe("refused");
    expect(holdOf(entry("a.log", { at: "failed", problem, check: null }), "")).toBe("failed");
    expect(holdOf(entry("a.log", { at: "failed", problem, check: check() }), "")).toBeNull();
    expect(holdOf(entry("a.log", { at: "sending", check: check(), part: 0.5 }), "")).toBe("under-way");
    expect(holdOf(entry("a.log", { at: "imported", answer, isShown: false }), "")).toBe("imported");
  });
});

describe("the list of files", () => {
  const list = [checked("web-01.log", {}, 1), checked("scan.log", {}, 2), entry("junk.log", { at: "refused", problem }, 3)];

  it("counts them in words", () => {
    expect(summaryOf(list, "")).toBe("1 ready, 1 needs a host, 1 refused");
    expect(summaryOf(list, "lab")).toBe("2 ready, 1 refused");
    expect(summaryOf([], "")).toBe("");
  });

  it("queues those that are sent, each with a host, and takes a cancelled one back", () => {
    const queued = withAct(list, { do: "queue", ids: new Set([1, 2]), sharedHost: " lab-09 " });
    expect(queued.map(({ host, progress }) => [host, progress.at])).toEqual([
      ["web-01", "waiting"],
      ["lab-09", "waiting"],
      ["junk", "refused"],
    ]);
    expect(withAct(queued, { do: "cancel", id: 2 })[1]).toMatchObject({ host: "lab-09", progress: { at: "checked" } });
    expect(withAct(queued, { do: "cancel", id: 3 })[2]).toEqual(list[2]);
  });

  it("takes no notice of an answer for a file that was taken off", () => {
    const without = withAct(list, { do: "remove", id: 1 });
    expect(withAct(without, { do: "move", id: 1, progress: { at: "checked", check: check() } })).toEqual(without);
  });

  it("tells of imported files when the batch is through, and goes on telling during the next", () => {
    const first = withAct(list, { do: "move", id: 1, progress: { at: "imported", answer, isShown: false } });
    expect(partedEntries(first, true)).toEqual({ done: [], open: first });
    expect(partedEntries(first, false)).toEqual({ done: [answer], open: first.slice(1) });
    const second = withAct(first, { do: "queue", ids: new Set([2]), sharedHost: "lab" });
    expect(partedEntries(second, true)).toEqual({ done: [answer], open: second.slice(1) });
  });
});
