// After `npm ci`: makes the database client, and `npx bulkhead`, which npm links only for packages that others install.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { nodeVersionRefusal } from "../cli/node-version.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const refusal = nodeVersionRefusal(process.versions.node);
if (refusal) {
  console.error(refusal);
  process.exit(1);
}
linkCommand();
if (existsSync(join(root, "prisma/schema.prisma"))) {
  const generated = spawnSync(process.execPath, [join(root, "scripts/prisma.mjs"), "generate"], { cwd: root, encoding: "utf8" });
  if (generated.status !== 0) {
    process.stderr.write(`${generated.stdout}${generated.stderr}`);
    process.exit(1);
  }
}

function linkCommand() {
  const folder = join(root, "node_modules/.bin");
  mkdirSync(folder, { recursive: true });
  if (process.platform === "win32") {
    writeFileSync(join(folder, "bulkhead.cmd"), '@node "%~dp0..\\..\\cli\\bulkhead.mjs" %*\r\n');
    return;
  }
  chmodSync(join(root, "cli/bulkhead.mjs"), 0o755);
  const link = join(folder, "bulkhead");
  rmSync(link, { force: true });
  symlinkSync("../../cli/bulkhead.mjs", link);
}
