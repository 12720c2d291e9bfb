import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CRUISER = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
const RULES = join(ROOT, ".dependency-cruiser.mjs");
const PLACES = ["app", "cli", "components", "e2e", "lib", "prisma", "scripts", "tests"];
const FILES = [
  "instrumentation.ts",
  "instrumentation-client.ts",
  "playwright.config.ts",
  "prisma.config.ts",
  "proxy.ts",
  "vitest.config.ts",
];
const OUTPUT_LIMIT_BYTES = 256 * 1024 * 1024;

const Report = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

export interface Boundaries {
  /** Modules of the project that were read, packages not counted. */
  readonly modules: number;
  /** One line each: rule, importing module, imported module. */
  readonly violations: string[];
}

/** Checks a folder that is laid out like the project against the project's rules. */
export async function checkBoundaries(folder: string): Promise<Boundaries> {
  const roots = [...PLACES, ...FILES].filter((path) => existsSync(join(folder, path)));
  const args = [CRUISER, "--config", RULES, "--output-type", "json", ...roots];
  const run = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", maxBuffer: OUTPUT_LIMIT_BYTES });
  if (!run.stdout.startsWith("{")) throw new Error(`dependency-cruiser failed: ${run.stderr || run.stdout}`);
  const { modules, summary } = Report.parse(JSON.parse(run.stdout));
  return {
    modules: modules.filter(({ source }) => /\.tsx?$/.test(source) && !source.includes("node_modules")).length,
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
  };
}
