import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readPlan } from "@/cli/import";
import { hostOf } from "@/cli/import/host-of";
import { listFiles } from "@/cli/import/list-files";
import { barOf, progressOn } from "@/cli/import/progress";
import { LOGS } from "../bench/log-file";
import { bulkhead, bulkheadUntil, temporaryFolder } from "./bulkhead";

describe("bulkhead import: what it is asked for", () => {
  it("reads paths and options; hosts are guessed from names unless told", () => {
    expect(readPlan(["a.log", "logs"])).toEqual({ paths: ["a.log", "logs"], host: { from: "guess" }, runs: "newest", jobs: 4 });
    expect(readPlan(["a.log", "--host", " web-01 ", "--all-runs", "--jobs=2"])).toEqual({
      paths: ["a.log"],
      host: { name: "web-01" },
      runs: "all",
      jobs: 2,
    });
    expect(readPlan(["--host-from", "folder", "logs"]).host).toEqual({ from: "folder" });
  });

  it.each([
    [[], /Name the logs or folders/],
    [["--host", "web-01"], /Name the logs or folders/],
    [["a", "--host", "x", "--host-from", "file"], /give one of them/],
    [["a", "--host-from", "name"], /--host-from knows no "name"/],
    [["a", "--host", "web/01"], /must not hold/],
    [["a", "--jobs", "9"], /1 to 8/],
    [["a", "--jobs", "many"], /1 to 8/],
    [["a", "--force"], /--help/],
  ])("refuses %j", (args, words) => expect(() => readPlan(args)).toThrow(words));

  it("takes the host from where it is told to", () => {
    const file = { path: "/logs/web-01/docker-bench.log.json" };
    expect(hostOf(file, { name: "db" })).toBe("db");
    expect(hostOf(file, { from: "folder" })).toBe("web-01");
    expect(hostOf(file, { from: "file" })).toBe("docker-bench");
    expect(hostOf(file, { from: "guess" })).toBe("web-01");
    expect(hostOf({ path: "/logs/scan.log" }, { from: "guess" })).toBeNull();
  });

  it("draws its bar on a terminal and nowhere else", () => {
    expect(barOf(0, 10)).toBe(`[${"-".repeat(30)}]`);
    expect(barOf(5, 10)).toBe(`[${"#".repeat(15)}${"-".repeat(15)}]`);
    expect(barOf(10, 10)).toBe(`[${"#".repeat(30)}]`);
    const written: string[] = [];
    const stream = { isTTY: true, write: (text: string) => written.push(text) > 0 };
    progressOn(stream as unknown as NodeJS.WriteStream, 4).show(2);
    expect(written).toEqual([`${barOf(2, 4)} 2 of 4`]);
    progressOn({ ...stream, isTTY: false } as unknown as NodeJS.WriteStream, 4).show(3);
    expect(written.length).toBe(1);
  });
});

describe("bulkhead import: files", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  const put = (name: string, log: string): void => {
    mkdirSync(join(folder.path, "logs", name, ".."), { recursive: true });
    copyFileSync(`${LOGS}${log}`, join(folder.path, "logs", name));
  };
  const run = (...args: string[]) => bulkhead(["import", ...args], { env: { BULKHEAD_DATA_DIR: join(folder.path, "data") } });
  const relativeTo = (path: string, text: string): string => text.replaceAll(`${relative(process.cwd(), path)}/`, "");

  it("walks folders, once each, without hidden files and circles", async () => {
    put("b/one.log", "v1.6.1/before.text");
    put("a/two.log", "v1.6.1/before.text");
    put("a/.hidden", "v1.6.1/before.text");
    symlinkSync(join(folder.path, "logs"), join(folder.path, "logs/a/round"));
    symlinkSync(join(folder.path, "logs/b/one.log"), join(folder.path, "logs/a/zlink.log"));
    const files = await listFiles([join(folder.path, "logs"), join(folder.path, "logs/a/two.log")]);
    expect(files.map(({ path }) => path.slice(folder.path.length))).toEqual(["/logs/a/two.log", "/logs/a/zlink.log", "/logs/b/one.log"]);
    await expect(listFiles([join(folder.path, "nowhere")])).rejects.toThrow(/There is no .*nowhere/);
  });

  it("stores what can be stored, says why not otherwise, and skips what is there", async () => {
    put("harbor-03/before.log", "v1.6.1/before.text");
    put("harbor-03/after.json", "v1.6.1/after.json");
    put("web-01/scan.log", "v1.3.5/default5.tz-berlin.text");
    writeFileSync(join(folder.path, "logs/notes.txt"), "nothing of a report\n");
    const args = [join(folder.path, "logs"), "--host-from", "folder", "--jobs", "1"];
    const first = await run(...args);
    expect(first.stderr).toBe("");
    expect(first.code).toBe(2);
    expect(relativeTo(join(folder.path, "logs"), first.stdout).split("\n")).toEqual([
      expect.stringMatching(/^stored {3}harbor-03\/after\.json is scan 1 of harbor-03, 117 checks, \d+ newly failing, 0 fixed/),
      expect.stringMatching(/^stored {3}harbor-03\/before\.log is scan 2 of harbor-03, 117 checks, \d+ newly failing, 0 fixed/),
      expect.stringMatching(/^refused {2}notes\.txt: line 1: /),
      expect.stringMatching(/^stored {3}web-01\/scan\.log is scan 3 of web-01, \d+ checks, \d+ newly failing, 0 fixed/),
      "",
      "3 stored for 2 hosts, 0 known already, 1 refused",
      "",
    ]);
    const again = await run(...args);
    expect(again.code).toBe(2);
    expect(again.stdout).toContain("harbor-03/before.log is scan 2 of harbor-03");
    expect(again.stdout).toContain("0 stored, 3 known already, 1 refused");
  });

  it("is interrupted between files, and goes on without storing anything twice", async () => {
    const names = Array.from({ length: 60 }, (_, index) => `host-${String(index).padStart(2, "0")}`);
    for (const name of names) put(`${name}.log`, "v1.6.1/before.text");
    const logs = join(folder.path, "logs");
    const stopped = await bulkheadUntil(/stored/, ["import", logs], { env: { BULKHEAD_DATA_DIR: join(folder.path, "data") } });
    const stored = stopped.stdout.match(/^stored/gm)?.length ?? 0;
    expect(stopped.code).toBe(130);
    expect(stopped.stdout).toContain(`Interrupted: ${60 - stored} of 60 files are left.`);
    const resumed = await run(logs);
    expect(resumed.code).toBe(0);
    expect(resumed.stdout).toContain(`${60 - stored} stored for ${60 - stored} hosts, ${stored} known already, 0 refused`);
  });
});
