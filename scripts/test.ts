// npm test: every check there is, one after the other. All of them run, also after a failure; the last line counts them.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { z } from "zod";

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

interface Suite {
  readonly name: string;
  /** A program for Node.js with its arguments, or several that must all succeed. */
  readonly programs: readonly (readonly string[])[];
  /** Counts single tests in a report; without it the suite counts as one. */
  readonly report?: { readonly file: string; readonly read: (json: unknown) => Tally };
}

const VITEST_REPORT = "test-results/unit.json";
const PLAYWRIGHT_REPORT = "test-results/e2e.json";
const NEXT = "node_modules/next/dist/bin/next";
const TSX = "node_modules/tsx/dist/cli.mjs";

const VitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() });
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

const SUITES: readonly Suite[] = [
  { name: "format and lint", programs: [["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."]] },
  {
    name: "types",
    programs: [
      [NEXT, "typegen"],
      ["node_modules/typescript/bin/tsc", "--noEmit"],
    ],
  },
  { name: "boundaries", programs: [[TSX, "scripts/boundaries.ts"]] },
  { name: "unused code", programs: [["node_modules/knip/bin/knip.js"]] },
  {
    name: "unit",
    programs: [["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${VITEST_REPORT}`]],
    report: {
      file: VITEST_REPORT,
      read: (json) => {
        const { numPassedTests, numFailedTests, success } = VitestReport.parse(json);
        // A file that cannot be loaded has no tests to count and is a failure all the same.
        return { passed: numPassedTests, failed: numFailedTests || (success ? 0 : 1) };
      },
    },
  },
  { name: "build", programs: [[TSX, "scripts/build.ts"]] },
  {
    name: "end to end",
    programs: [[TSX, "scripts/e2e.ts"]],
    report: {
      file: PLAYWRIGHT_REPORT,
      read: (json) => {
        const { stats, errors } = PlaywrightReport.parse(json);
        return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
      },
    },
  },
];

function run({ name, programs, report }: Suite): Tally {
  console.log(`\n==> ${name}`);
  if (report) rmSync(report.file, { force: true });
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  const succeeded = programs.every(
    (args) => spawnSync(process.execPath, args, { stdio: ["ignore", "inherit", "inherit"], env }).status === 0,
  );
  const tally = report ? readReport(report) : { passed: 0, failed: 0 };
  // A suite that failed without a failed test broke before or after its tests.
  if (!succeeded && tally.failed === 0) return { passed: tally.passed, failed: 1 };
  return report ? tally : { passed: 1, failed: 0 };
}

function readReport({ file, read }: NonNullable<Suite["report"]>): Tally {
  try {
    return read(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

mkdirSync("test-results", { recursive: true });
const results = SUITES.map((suite) => {
  const begun = Date.now();
  const tally = run(suite);
  return { name: suite.name, ...tally, seconds: ((Date.now() - begun) / 1000).toFixed(1) };
});
console.log("");
for (const { name, passed, failed, seconds } of results) {
  console.log(
    `${failed === 0 ? "ok  " : "FAIL"} ${name.padEnd(16)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed  ${seconds} s`,
  );
}
const total = (key: keyof Tally): number => results.reduce((sum, result) => sum + result[key], 0);
process.exitCode = total("failed") === 0 ? 0 : 1;
console.log(`${total("passed")} passed, ${total("failed")} failed`);
