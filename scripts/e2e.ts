// npm run e2e: finds or installs a browser, builds when needed, and runs Playwright on a free port with a database of its own.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { build, isBuildNeeded } from "@/cli/build";
import { findFreePort } from "@/cli/free-port";
import { PROJECT_ROOT } from "@/cli/settings";
import { ensureBrowser } from "./browser";

const { executable } = ensureBrowser();
console.log(`Browser: ${executable ?? "Playwright's own"}`);
if (isBuildNeeded(PROJECT_ROOT)) build(PROJECT_ROOT);
rmSync(".e2e", { recursive: true, force: true });
const env = { ...process.env, E2E_PORT: String(await findFreePort()), E2E_FRESH_PORT: String(await findFreePort()) };
const run = spawnSync(process.execPath, ["node_modules/playwright/cli.js", "test", ...process.argv.slice(2)], { stdio: "inherit", env });
process.exit(run.status ?? 1);
