import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      // The marker throws outside a server component; the tests are a server (cli/bulkhead.mjs has the same for the command line).
      { find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` },
      { find: /^@\//, replacement: root },
    ],
  },
  test: {
    name: "node",
    environment: "node",
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/postgres-server.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
