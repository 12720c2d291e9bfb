import { expect, it } from "vitest";
import { cronCommand, curlCommand } from "@/components/upload/curl-command";

it("names this server and carries the token", () => {
  expect(curlCommand("https://bulkhead.example", "bh_secret")).toBe(
    [
      "sudo sh docker-bench-security.sh -b",
      'curl -fsS -H "Authorization: Bearer bh_secret" \\',
      "     -F file=@log/docker-bench-security.log.json \\",
      '     "https://bulkhead.example/api/v1/scans?host=$(hostname)"',
    ].join("\n"),
  );
});

it("is one line for cron, which would end it at a percent sign", () => {
  const [remark, line, ...more] = cronCommand("https://bulkhead.example").split("\n");
  expect(remark).toMatch(/^#/);
  expect(line).toContain('"https://bulkhead.example/api/v1/scans?host=$(hostname)"');
  expect(line).not.toContain("%");
  expect(more).toEqual([]);
});
