import { defineConfig, devices } from "playwright/test";
import { ADMIN } from "./e2e/support/admin";
import { findBrowser } from "./scripts/browser";

// scripts/e2e.ts picks a free port, so that two checkouts can be tested at the same time.
const port = process.env.E2E_PORT ?? "3199";
const freshPort = process.env.E2E_FRESH_PORT ?? "3198";
const baseURL = `http://localhost:${port}`;
const browser = findBrowser();
const isRoot = process.getuid?.() === 0;

const chrome = {
  ...devices["Desktop Chrome"],
  launchOptions: {
    ...(browser?.executable ? { executablePath: browser.executable } : {}),
    // The sandbox does not work for root.
    chromiumSandbox: !isRoot,
    args: [
      ...["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage"],
      // No look-ups of the browser's own.
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
    ],
  },
};

/** The app as a new user starts it, on a data folder outside outputDir, which is emptied at the start. */
const server = (onPort: string, dataDir: string, databaseUrl: string) => ({
  command: "node cli/bulkhead.mjs start",
  url: `http://localhost:${onPort}/api/health`,
  env: {
    PORT: onPort,
    BULKHEAD_DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    BULKHEAD_ADMIN_EMAIL: ADMIN.email,
    BULKHEAD_ADMIN_PASSWORD: ADMIN.password,
  },
  timeout: 300_000,
  gracefulShutdown: { signal: "SIGTERM" as const, timeout: 20_000 },
  stdout: "pipe" as const,
});

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: process.env.CI ? 1 : 0,
  // Generous, because two cores also run the browser, the server and the database; a journey that waits in vain still ends.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }], ["html", { open: "never" }]],
  use: { baseURL, trace: "retain-on-failure", screenshot: "only-on-failure", locale: "en-GB", timezoneId: "UTC" },
  projects: [
    { name: "chromium", testDir: "e2e", testIgnore: /e2e.fresh.[^/\\]+$/, use: chrome },
    // Journeys that begin where nothing is: they have a server and a database of their own.
    { name: "fresh", testDir: "e2e/fresh", use: { ...chrome, baseURL: `http://localhost:${freshPort}` } },
  ],
  webServer: [
    server(port, process.env.E2E_DATA_DIR ?? ".e2e/data", process.env.E2E_DATABASE_URL ?? ""),
    server(freshPort, ".e2e/fresh", ""),
  ],
});
