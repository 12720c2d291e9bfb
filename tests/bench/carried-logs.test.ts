import { describe, expect, it } from "vitest";
import { readBench } from "@/lib/bench/read-bench";
import type { BenchRun } from "@/lib/bench/report";
import { logText, readText } from "./log-file";

/** Puts something before every line, as a program that carries a log does. Line n stays line n. */
const before = (prefix: string | ((line: number) => string)) => (text: string) =>
  text
    .split("\n")
    .map((line, index) => (typeof prefix === "string" ? prefix : prefix(index)) + line)
    .join("\n");

const clock = (line: number): string => `${Math.floor(line / 60) % 60}`.padStart(2, "0").concat(":", `${line % 60}`.padStart(2, "0"));

const CARRIERS: Readonly<Record<string, (text: string) => string>> = {
  "docker logs -t": before((line) => `2024-01-08T08:${clock(line)}.123456789Z `),
  "journalctl, and syslog": before((line) => `Nov 12 13:${clock(line)} host-1 docker-bench[4711]: `),
  "journalctl -o short-iso": before((line) => `2024-01-08T08:${clock(line)}+0100 host-1 bench[4711]: `),
  "journalctl, days of one digit": before("Jan  8 13:20:30 host.example.com 3f2a9c1b7d55[1]: "),
  "syslog with a priority": before("<14>Jan  8 13:20:30 host docker[9]: "),
  "GitHub Actions": before((line) => `2024-01-08T08:${clock(line)}.1234567Z `),
  "gh run view --log": before((line) => `bench\tRun the benchmark\t2024-01-08T08:${clock(line)}.1234567Z `),
  "GitLab with stream marks": before((line) => `2024-01-08T08:${clock(line)}.123456Z 00O `),
  "Jenkins with times": before((line) => `[2024-01-08T08:${clock(line)}.123Z] `),
  "Jenkins' pipeline": before("[Pipeline] "),
  "Jenkins' parallel branches": before("[bench-host-1] "),
  "docker compose": before("bench-1  | "),
  "docker compose with times": before((line) => `docker-bench-1  | 2024-01-08T08:${clock(line)}.123456789Z `),
  "docker compose in a CI log": before((line) => `2024-01-08T08:${clock(line)}.1234567Z bench-1  | `),
  "kubectl logs --prefix": before("[pod/docker-bench-x7k2p/bench] "),
  "kubectl logs --prefix --timestamps": before("[pod/docker-bench-x7k2p/bench] 2024-01-08T08:11:11.123456789Z "),
  "docker build": before((line) => `#12 ${line}.345 `),
  "Terraform's remote-exec": before("null_resource.bench (remote-exec): "),
  "grep -n": before((line) => `${line + 1}:`),
  "grep -n of several files": before((line) => `logs/host-1.log:${line + 1}:`),
  "cat -n": before((line) => `${line + 1}`.padStart(6).concat("\t")),
  "a quotation": before("> "),
  "a quotation in a quotation": before("> > "),
  "trailing blanks that were trimmed": (text) => before("bench-1  | ")(text).replaceAll(/ +$/gm, ""),
  "a list in JSON, as Ansible prints it": (text) =>
    text
      .split("\n")
      .map((line) => `            ${JSON.stringify(line)},`)
      .join("\n"),
};

/** A list of Markdown, or a table, holds results only: nobody makes a row of the header. */
const FORMATS: Readonly<Record<string, (text: string) => string>> = {
  "bold lines": (text) => text.replaceAll(/^(?=.)(.*)$/gm, "**$1**"),
  "a list": before("- "),
  "a numbered list": before((line) => `${line + 1}. `),
  "a list of tasks": before("- [ ] "),
  "a table": (text) => text.replaceAll(/^\[(\w{4})\] +(.*)$/gm, "| [$1] | $2 |"),
  "a table without brackets": (text) => text.replaceAll(/^\[(\w{4})\] +(.*)$/gm, "| $1 | $2 |"),
  "a table with a column of numbers": (text) =>
    text
      .replaceAll(/^\[(\w{4})\] ([\dC]+\.[\d.]+) +- (.*)$/gm, "| [$1] | $2 | $3 |")
      .replaceAll(/^\[(\w{4})\] +(\* .*)$/gm, "| [$1] | $2 |"),
  "a table of one cell": (text) => text.replaceAll(/^(\[\w{4}\].*)$/gm, "| $1 |"),
  "colour of LaTeX": (text) => text.replaceAll(/^\[(\w{4})\](.*)$/gm, "$\\color{red}{\\textsf{[$1]}}$$$2<br>"),
  "colour of HTML": (text) => text.replaceAll(/^\[(\w{4})\](.*)$/gm, '<span style="color: red">[$1]</span>$2<br/>'),
};

/** Skipped lines are quoted as they stand in the file, with their prefix. */
const asUnderstood = (run: BenchRun) => ({ ...run, skipped: run.skipped.map(({ line, reason }) => [line, reason]) });

const LOGS = ["v1.6.1/before.text", "v1.3.5/before.text", "v1.0.0-20150513/default5.text", "v1.6.1/before.kill150.text"];

describe.each(LOGS)("%s is read the same", (log) => {
  const plain = logText(log);
  const wanted = readText(plain).runs;

  it.each(Object.entries(CARRIERS))("behind the prefix of %s", (_name, carry) => {
    expect(readText(carry(plain)).runs.map(asUnderstood)).toEqual(wanted.map(asUnderstood));
  });

  it.each(Object.entries(FORMATS))("as %s", (_name, format) => {
    const [read, expected] = [readText(format(plain)).runs, wanted];
    expect(read.map(({ results }) => results)).toEqual(expected.map(({ results }) => results));
    expect(read.map(({ closed }) => closed)).toEqual(expected.map(({ closed }) => closed));
  });

  it("as lines of Docker's json-file", () => {
    const carried = plain
      .split("\n")
      .map((line) => JSON.stringify({ log: `${line}\n`, stream: "stdout", time: "2024-01-08T08:11:11.123456789Z" }))
      .join("\n");
    expect(readText(carried).runs.map(withoutPlaces)).toEqual(wanted.map(withoutPlaces));
    expect(readText(carried).runs.map(({ results }) => results)).toEqual(wanted.map(({ results }) => results));
  });

  it.each([
    ["a JSON string", JSON.stringify(plain)],
    ["a JSON string in an object, with colours", JSON.stringify({ output: plain.replaceAll(/^(\[\w{4}\])/gm, "\u001b[1;31m$1\u001b[0m") })],
    ["a JSON list of lines", JSON.stringify({ stdout_lines: plain.split("\n") }, null, 2)],
  ])("as %s", (_name, wrapped) => {
    const unplaced = (runs: readonly BenchRun[]) =>
      runs.map((run) => run.results.map(({ id, title, level, notes }) => [id, title, level, notes]));
    const read = readText(wrapped).runs;
    expect(unplaced(read)).toEqual(unplaced(wanted));
    expect(read.map(({ closed, checks, score, startedAt, headerVersion }) => [closed, checks, score, startedAt, headerVersion])).toEqual(
      wanted.map(({ closed, checks, score, startedAt, headerVersion }) => [closed, checks, score, startedAt, headerVersion]),
    );
  });
});

/** Blank lines are lines in one form and nothing in the other. */
const withoutPlaces = ({ closed, checks, score, startedAt, headerVersion, benchmark }: BenchRun) => [
  closed,
  checks,
  score,
  startedAt,
  headerVersion,
  benchmark,
];

describe("a sentence that mentions a level is no result", () => {
  it.each([
    "Yesterday we saw [WARN] 5.1 - Ensure AppArmor on every host.",
    "Note: [WARN] 5.1 - Ensure AppArmor",
    "2024-01-08T08:11:11Z the bench said [WARN] 5.1 - Ensure AppArmor",
    "Nov 12 13:20:30 host prog[123]: expected [PASS] 5.1 - Ensure AppArmor, got nothing",
    "bench-1  | see `[WARN] 5.1 - Ensure AppArmor`",
    "[pod/bench/x] we expect [PASS] 4.1 - Ensure a user",
    "TODO 12: [WARN] 5.1 - Ensure AppArmor",
    "| Release | 1.2 | PASS |",
    "| PASS | test suites | 12 |",
    "| 1.2 | PASS | unit tests |",
    "The tool prints Initializing 2024-01-08T11:11:11+00:00 first.",
    "# Docker Bench for Security",
    "2024-01-08T08:11:11Z Initializing database",
  ])("%s", (line) => {
    expect(readBench(`${line}\n`).ok).toBe(false);
  });
});
