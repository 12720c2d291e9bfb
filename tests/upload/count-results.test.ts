import { describe, expect, it } from "vitest";
import { countResults } from "@/components/upload/count-results";
import { readLog } from "@/lib/ingest/ingest-log";
import { logBytes } from "../support/upload";

describe("the number of checks while somebody pastes", () => {
  it.each([
    "v1.6.1/default5.text",
    "v1.6.1/default5.ansi",
    "v1.6.1/default5.json",
    "v1.6.1/before.c-community.log",
    "v1.3.5/debianpkg.text",
    "v1.3.3/before.text",
    "v1.0.0-20150905/default5.text",
  ])("is what the reader will find: %s", (name) => {
    const { file } = readLog(logBytes(name));
    expect(countResults(logBytes(name).toString())).toBe(file.runs[0]?.results.length);
  });

  it("is none for prose, prompts and nothing", () => {
    for (const text of ["", "user@web-01:~$ sudo sh docker-bench-security.sh", "[INFO] 1 - Host Configuration", '{"hello": "world"}']) {
      expect(countResults(text)).toBe(0);
    }
  });

  it("takes no time over hostile text", () => {
    const before = process.cpuUsage();
    for (const text of ["[WARN] ".repeat(100_000), " ".repeat(1_000_000), `[WARN] ${"1.".repeat(500_000)}`, "[PASS]\t".repeat(100_000)])
      countResults(text);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
  });
});
