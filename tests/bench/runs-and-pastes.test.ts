import { describe, expect, it } from "vitest";
import { onlyRun, readLog, readText } from "./log-file";

describe("several runs and cut runs", () => {
  it("splits a log file that two runs were appended to", () => {
    const { runs } = readLog("v1.6.1/default5.twice.log");
    expect(
      runs.map(({ results, closed, checks, score, firstLine, startedAt }) => [
        results.length,
        closed,
        checks,
        score,
        firstLine,
        startedAt?.raw,
      ]),
    ).toEqual([
      [117, true, 117, 4, 1, "2024-01-08T11:11:12+00:00"],
      [117, true, 117, 4, 240, "2024-01-15T11:11:18+00:00"],
    ]);
  });

  it("marks the last list of a run without an end as not whole", () => {
    const run = onlyRun(readLog("v1.6.1/before.kill150.text"));
    expect(run.closed).toBe(false);
    expect(run.checks).toBeNull();
    expect(run.results.filter(({ itemsWhole }) => !itemsWhole)).toEqual([run.results.at(-1)]);
  });

  it("keeps an aborted run of no results", () => {
    const run = onlyRun(readLog("v1.6.1/before.kill12.log"));
    expect(run.results).toEqual([]);
    expect(run.startedAt).toEqual({ kind: "instant", raw: "2024-01-08T11:11:11+00:00", epochMs: 1704712271000 });
    expect(run.closed).toBe(false);
  });

  it("takes the same check again, or a check after the score, for another run", () => {
    const excerpts = readText(
      "[INFO] 5 - Container Runtime\n[WARN] 5.1  - Ensure AppArmor\n[INFO] 5 - Container Runtime\n[PASS] 5.1  - Ensure AppArmor\n",
    );
    expect(excerpts.runs.map(({ results }) => results.map(({ level, section }) => [level, section]))).toEqual([
      [["WARN", "5"]],
      [["PASS", "5"]],
    ]);
    const afterwards = readText("[PASS] 5.1 - Ensure AppArmor\n[INFO] Checks: 1\n[INFO] Score: 1\n[WARN] 4.1 - Ensure a user\n");
    expect(afterwards.runs.map(({ closed, results }) => [closed, results.length])).toEqual([
      [true, 1],
      [false, 1],
    ]);
  });
});

describe("what people do to a log", () => {
  const plain = onlyRun(
    readText(
      "[INFO] 5 - Container Runtime\n[WARN] 5.1 - Ensure AppArmor\n[WARN]      * No AppArmorProfile Found: web-1\n[PASS] 5.2 - Ensure SELinux\n",
    ),
  ).results;
  const strip = (text: string) =>
    onlyRun(readText(text)).results.map(({ id, title, level, items }) => [id, title, level, items.map(({ name }) => name)]);
  const wanted = plain.map(({ id, title, level, items }) => [id, title, level, items.map(({ name }) => name)]);

  it.each([
    [
      "a Markdown fence",
      "# Results\n```\n[INFO] 5 - Container Runtime\n[WARN] 5.1 - Ensure AppArmor\n[WARN]      * No AppArmorProfile Found: web-1\n[PASS] 5.2 - Ensure SELinux\n```\n",
    ],
    [
      "bold lines",
      "**[INFO] 5 - Container Runtime**\n\n**[WARN] 5.1 - Ensure AppArmor**\n\n**[WARN]      * No AppArmorProfile Found: web-1**\n\n**[PASS] 5.2 - Ensure SELinux**\n",
    ],
    [
      "colour markup",
      "$\\color{red}{\\textsf{[WARN]}}$ 5.1 - Ensure AppArmor<br>\n$\\color{red}{\\textsf{[WARN]}}$      * No AppArmorProfile Found: web-1<br>\n[PASS] 5.2 - Ensure SELinux",
    ],
    [
      "a prompt around it",
      "user@host:~$ sh docker-bench-security.sh\n[WARN] 5.1 - Ensure AppArmor\n[WARN] * No AppArmorProfile Found: web-1\n[PASS] 5.2 - Ensure SELinux\nuser@host:~$ ",
    ],
    [
      "leading blanks and collapsed ones",
      " [WARN] 5.1 - Ensure AppArmor\n [WARN] * No AppArmorProfile Found: web-1\n [PASS] 5.2 - Ensure SELinux",
    ],
    ["joined lines", "[WARN] 5.1 - Ensure AppArmor\n[WARN]      * No AppArmorProfile Found: web-1 [PASS] 5.2 - Ensure SELinux"],
    ["quotation marks", "> [WARN] 5.1 - Ensure AppArmor\n> [WARN]      * No AppArmorProfile Found: web-1\n> [PASS] 5.2 - Ensure SELinux"],
    ["CRLF", "[WARN] 5.1 - Ensure AppArmor\r\n[WARN]      * No AppArmorProfile Found: web-1\r\n[PASS] 5.2 - Ensure SELinux\r\n"],
    ["CR alone", "[WARN] 5.1 - Ensure AppArmor\r[WARN]      * No AppArmorProfile Found: web-1\r[PASS] 5.2 - Ensure SELinux\r"],
  ])("reads through %s", (_what, text) => {
    expect(strip(text)).toEqual(wanted);
  });
});
