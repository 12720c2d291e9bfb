import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isNoSpace, noSpaceRefusal } from "./explain";
import { Refusal } from "./refusal";
import { sourceDigest } from "./source-digest";

/** Programs run one after the other, each as arguments for Node.js, in the project's folder. */
const STEPS: readonly (readonly string[])[] = [
  ["scripts/prisma.mjs", "generate"],
  ["node_modules/next/dist/bin/next", "build"],
];

const OUTPUT_LIMIT_BYTES = 64 * 1024 * 1024;

/** Whether there is no build, or one of other sources. */
export function isBuildNeeded(root: string): boolean {
  const marker = digestFile(root);
  return (
    !existsSync(join(root, ".next/standalone/server.js")) || !existsSync(marker) || readFileSync(marker, "utf8") !== sourceDigest(root)
  );
}

/** Builds the app. What the build prints is shown only when it fails. */
export function build(root: string, steps: typeof STEPS = STEPS): void {
  const digest = sourceDigest(root);
  for (const step of steps) runStep(root, step);
  const standalone = join(root, ".next/standalone");
  // The build leaves these two out, for those who serve them from elsewhere.
  cpSync(join(root, ".next/static"), join(standalone, ".next/static"), { recursive: true });
  if (existsSync(join(root, "public"))) cpSync(join(root, "public"), join(standalone, "public"), { recursive: true });
  // Written last: a build that was interrupted is not taken for a whole one.
  writeFileSync(digestFile(root), digest);
}

const digestFile = (root: string): string => join(root, ".next/sources.sha256");

function runStep(root: string, step: readonly string[]): void {
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const run = spawnSync(process.execPath, step, { cwd: root, encoding: "utf8", maxBuffer: OUTPUT_LIMIT_BYTES, env });
  if (run.status === 0) return;
  const output = `${run.stdout}${run.stderr}`;
  process.stderr.write(output);
  if (isNoSpace(output) || isNoSpace(run.error)) throw noSpaceRefusal(root);
  if (run.signal === "SIGKILL") {
    throw new Refusal(
      "The build was killed, most likely because memory ran out: it needs about 2 GB; close other programs and start again.",
    );
  }
  throw new Refusal('The build failed as shown above: mend that, or undo your changes and run "npm ci", then start again.');
}
