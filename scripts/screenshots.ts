// npm run screenshots: makes docs/screenshots anew, from the sample fleet on a server and a database of their own.
import { type Browser, chromium, type Page } from "playwright";
import { build, isBuildNeeded } from "@/cli/build";
import { PROJECT_ROOT } from "@/cli/settings";
import { startServer } from "./bench/server";
import { ensureBrowser } from "./browser";

const FOLDER = "docs/screenshots";
const DAY_MS = 86_400_000;

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly theme: "light" | "dark";
}

const SHOTS: readonly Shot[] = [
  { name: "overview-dark", path: "/", theme: "dark" },
  { name: "host-light", path: "/hosts/web-01?state=failing", theme: "light" },
  { name: "threat-model-light", path: "/threats/docker", theme: "light" },
  { name: "threat-model-dark", path: "/threats/docker", theme: "dark" },
  { name: "threat-diagram-light", path: "/threats/docker?view=diagram", theme: "light" },
  { name: "threat-diagram-dark", path: "/threats/docker?view=diagram", theme: "dark" },
  { name: "heatmap-light", path: "/threats/coverage?model=docker&by=host", theme: "light" },
  { name: "heatmap-dark", path: "/threats/coverage?model=docker&by=host", theme: "dark" },
  { name: "control-light", path: "/controls/container-no-new-privileges", theme: "light" },
  { name: "tasks-light", path: "/tasks", theme: "light" },
];

/** Work for the task page: what is due in how many days, and the buttons somebody has pressed since. */
const TASKS = [
  { control: "container-no-new-privileges", dueIn: -1, moves: ["Start work"] },
  { control: "memory-limit", dueIn: 4, moves: [] },
  { control: "live-restore", dueIn: 9, moves: ["Start work", "Say it is fixed"] },
  { control: "userns-remap", dueIn: 20, moves: [] },
] as const;

async function main(): Promise<void> {
  const { executable } = ensureBrowser();
  if (isBuildNeeded(PROJECT_ROOT)) build(PROJECT_ROOT);
  const server = await startServer();
  const browser = await chromium.launch({
    ...(executable === null ? {} : { executablePath: executable }),
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const cookie = await server.signIn();
    const page = await openPage(browser, server.url, cookie, "light");
    await fill(page);
    for (const shot of SHOTS) await take(await openPage(browser, server.url, cookie, shot.theme), shot);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function openPage(browser: Browser, baseURL: string, cookie: string, colorScheme: Shot["theme"]): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL, colorScheme, locale: "en-GB", timezoneId: "UTC" },
    viewport: { width: 1280, height: 800 },
  });
  const cookies = cookie.split("; ").map((pair) => ({
    name: pair.slice(0, pair.indexOf("=")),
    value: pair.slice(pair.indexOf("=") + 1),
    url: baseURL,
  }));
  await context.addCookies(cookies);
  return context.newPage();
}

/** Loads the sample fleet and makes the tasks, as a person would. */
async function fill(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "Load the sample fleet" }).click();
  await page.getByText("The sample fleet is loaded").waitFor();
  for (const { control, dueIn, moves } of TASKS) {
    await page.goto(`/tasks/new?control=${control}`);
    await page.getByLabel("Owner").selectOption({ index: 1 });
    await page.getByLabel("Due").fill(new Date(Date.now() + dueIn * DAY_MS).toISOString().slice(0, 10));
    await page.getByRole("button", { name: "Make the task" }).click();
    await page.waitForURL(/\/tasks\/\d+/);
    for (const move of moves) {
      await page.getByRole("button", { name: move, exact: true }).click();
      await page.getByRole("button", { name: move, exact: true }).waitFor({ state: "detached" });
    }
  }
}

async function take(page: Page, { name, path }: Shot): Promise<void> {
  await page.goto(path, { waitUntil: "networkidle" });
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  console.log(`${FOLDER}/${name}.png`);
  await page.context().close();
}

await main();
