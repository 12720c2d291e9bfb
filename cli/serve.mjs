// The server process, which `bulkhead start` runs: Next.js with limits and a guard on what clients say about themselves.
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { readTrustedProxies } from "./client-address.mjs";
import { limitServers } from "./server-limits.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// When `bulkhead start` dies, however it dies, its end of this pipe closes, and no server is left behind holding the port.
process.stdin.resume().on("end", () => process.exit(1));
process.stdin.unref?.();

limitServers(readTrustedProxies(process.env.TRUSTED_PROXIES));

if (process.argv.includes("--dev")) {
  Object.assign(process.env, { NODE_ENV: "development", TURBOPACK: "1", __NEXT_DEV_SERVER: "1" });
  const { startServer } = await import("next/dist/server/lib/start-server.js");
  await startServer({ dir: root, port: Number(process.env.PORT), hostname: process.env.HOSTNAME, isDev: true, allowRetry: false });
} else {
  await import(pathToFileURL(join(root, ".next/standalone/server.js")).href);
}
