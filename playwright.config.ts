import { defineConfig, devices } from "playwright/test";
import { ADMIN } from "./e2e/support/admin";
import { findBrowser } from "./scripts/browser";

// scripts/e2e.ts picks a free port, so that two checkouts can be tested at the same time.
const port = process.env.E2E_PORT ?? "3199";
const baseURL = `http://localhost:${port}`;
const browser = findBrowser();
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: process.env.CI ? 1 : 0,
  timeout: 30_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }], ["html", { open: "never" }]],
  use: { baseURL, trace: "retain-on-failure", screenshot: "only-on-failure", locale: "en-GB", timezoneId: "UTC" },
  projects: [
    {
      name: "chromium",
      use: {
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
      },
    },
  ],
  webServer: {
    command: "node cli/bulkhead.mjs start",
    url: `${baseURL}/api/health`,
    // Outside outputDir, which is emptied at the start.
    env: {
      PORT: port,
      BULKHEAD_DATA_DIR: process.env.E2E_DATA_DIR ?? ".e2e/data",
      DATABASE_URL: process.env.E2E_DATABASE_URL ?? "",
      BULKHEAD_ADMIN_EMAIL: ADMIN.email,
      BULKHEAD_ADMIN_PASSWORD: ADMIN.password,
    },
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "pipe",
  },
});
