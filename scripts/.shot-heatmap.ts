import { chromium } from "/work/wt/heatmap/node_modules/playwright/index.mjs";
import { findBrowser } from "/work/wt/heatmap/scripts/browser";
const base = "http://localhost:4177";
const list = process.argv.slice(2);
const exe = findBrowser()?.executable ?? undefined;
const browser = await chromium.launch({ ...(exe ? { executablePath: exe } : {}), chromiumSandbox: false });
const ctx0 = await browser.newContext({ baseURL: base });
const p = await ctx0.newPage();
await p.goto("/sign-in");
await p.getByLabel("E-mail address").fill("a@example.org");
await p.getByLabel("Password", { exact: true }).fill("correct-horse-battery");
await p.getByRole("button", { name: "Sign in" }).click();
await p.getByRole("heading", { level: 1, name: "Overview" }).waitFor({ timeout: 60000 });
const load = p.getByRole("button", { name: "Load the sample fleet" });
if (await load.count()) { await load.click(); await p.getByText("The sample fleet is loaded").waitFor({ timeout: 120000 }); }
const state = await ctx0.storageState();
for (const spec of list) {
  const [name, path, theme, width] = spec.split("|");
  const ctx = await browser.newContext({ baseURL: base, storageState: state, colorScheme: theme as "light", viewport: { width: Number(width), height: Number(width) < 500 ? 844 : 800 } });
  const page = await ctx.newPage();
  page.on("console", (m) => { if (m.type() === "error") console.log(name, m.text().slice(0, 400)); });
  const t = Date.now();
  const a = await page.goto(path!, { waitUntil: "networkidle", timeout: 120000 });
  console.log(name, a?.status(), Date.now() - t, "ms", await page.evaluate(() => document.querySelectorAll("*").length), "nodes", await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth));
  await page.screenshot({ path: `/tmp/shots-heatmap/${name}.png`, fullPage: name.includes("full") });
  await ctx.close();
}
await browser.close();
