#!/usr/bin/env node
// The `bulkhead` command. Plain JavaScript, because it runs before anything that understands TypeScript is loaded.
import { existsSync } from "node:fs";
import * as nodeModule from "node:module";
import { fileURLToPath } from "node:url";
import { nodeVersionRefusal } from "./node-version.mjs";

const refusal = nodeVersionRefusal(process.versions.node) ?? missingPackagesRefusal();
if (refusal) {
  console.error(refusal);
  process.exit(1);
}
process.env.NODE_ENV ??= process.argv.includes("--dev") ? "development" : "production";
process.env.NEXT_TELEMETRY_DISABLED ??= "1";

const { register } = await import("tsx/esm/api");
register({ tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) });
allowServerOnly();
const { main } = await import("./main.ts");
process.exitCode = await main(process.argv.slice(2));

function missingPackagesRefusal() {
  const tsx = new URL("../node_modules/tsx/package.json", import.meta.url);
  return existsSync(tsx) ? null : 'The packages are not installed: run "npm ci" first.';
}

/**
 * "server-only" throws wherever the condition "react-server" is not set, which is how it keeps modules out of the browser.
 * The command line is a server, so the marker is an empty module here (vitest.config.ts has the same for the tests).
 */
function allowServerOnly() {
  const marker = "data:text/javascript,";
  if (nodeModule.registerHooks) {
    nodeModule.registerHooks({
      resolve: (name, context, next) => (name === "server-only" ? { url: marker, shortCircuit: true } : next(name, context)),
    });
    return;
  }
  // Before Node.js 22.15.
  const hook = `export const resolve = (name, context, next) => name === "server-only" ? { url: ${JSON.stringify(marker)}, shortCircuit: true } : next(name, context);`;
  nodeModule.register(`data:text/javascript,${encodeURIComponent(hook)}`);
}
