// What Next.js does not set on its server. Plain JavaScript, because the server runs it without a compiler.
import http from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { guardHeaders } from "./client-address.mjs";

/** Exit code that tells `bulkhead start` that the port was taken after it had looked. */
const PORT_TAKEN = 98;

/**
 * From now on every server made with node:http has limits and guards its requests' headers.
 * @param {{ has(address: string): boolean }} trusted proxies whose word counts
 */
export function limitServers(trusted) {
  const createServer = http.createServer;
  http.createServer = (...args) => {
    const server = createServer(...args);
    // Slow clients cannot hold connections for long, and many clients cannot hold all memory.
    server.headersTimeout = 15_000;
    server.requestTimeout = 120_000;
    server.keepAliveTimeout = 5_000;
    server.maxConnections = 512;
    server.prependListener("request", (request) => guardHeaders(request, trusted));
    server.on("upgrade", (request) => guardHeaders(request, trusted));
    server.on("error", (problem) => {
      if (problem.code === "EADDRINUSE") process.exit(PORT_TAKEN);
    });
    return server;
  };
  syncBuiltinESMExports();
}
