#!/usr/bin/env node
// The Prisma command line, with the native schema engine when it is installed and the WebAssembly one of
// schema-engine.mjs when it is not: no command downloads anything.
import { spawnSync } from "node:child_process";
import { chmodSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const cli = join(dirname(require.resolve("prisma/package.json")), "build/index.js");
const env = { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" };
if (!env.PRISMA_SCHEMA_ENGINE_BINARY && !hasNativeEngine()) env.PRISMA_SCHEMA_ENGINE_BINARY = standIn();

const { status } = spawnSync(process.execPath, [cli, ...process.argv.slice(2)], { stdio: "inherit", env });
process.exit(status ?? 1);

function hasNativeEngine() {
  const folder = dirname(require.resolve("@prisma/engines/package.json", { paths: [cli] }));
  return readdirSync(folder).some((name) => /^schema-engine-(?!.*\.(gz|sha256)$)/.test(name));
}

/** A path that Prisma can execute. On Windows it cannot execute a script; the commands that need no engine still work. */
function standIn() {
  const script = join(dirname(fileURLToPath(import.meta.url)), "schema-engine.mjs");
  if (process.platform === "win32") return process.execPath;
  chmodSync(script, 0o755);
  return script;
}
