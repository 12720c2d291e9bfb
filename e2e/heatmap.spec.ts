import { readFileSync } from "node:fs";
import { expect, freshHost, log, redated, test } from "./support/journey";

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
const stamp = (days: number): string => daysAgo(days).replace(/\.\d+Z/, "+00:00");

test("read the heatmap by keyboard alone, as a table, as a file and as it was on a day that has gone", async ({
  page,
  signIn,
  uploadLog,
  expectAccessible,
}) => {
  test.setTimeout(300_000);
  const [stem, other] = [freshHost("heat"), freshHost("heat")];
  await signIn();
  await uploadLog(stem, redated(log("v1.6.1/before.text"), stamp(3)));
  await uploadLog(stem, redated(log("v1.6.1/after.text"), stamp(1)));
  await uploadLog(other, redated(log("v1.6.1/before.text"), stamp(1)));
  const heatmap = `/threats/coverage?model=docker&q=${stem.replace(/\d+$/, "")}`;

  await page.goto(heatmap);
  const grid = page.getByRole("grid", { name: "STRIDE by host" });
  await expect(grid.getByRole("rowheader", { name: stem })).toBeVisible();
  // One tab stop: from the last link before the grid into it, and from it out of it.
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
  await page.getByRole("link", { name: "Table view" }).focus();
  const inGrid = () => page.evaluate(() => document.activeElement?.closest("[data-at]")?.getAttribute("data-at") ?? null);
  for (let tabs = 0; tabs < 3 && (await inGrid()) === null; tabs += 1) await page.keyboard.press("Tab");
  expect(await inGrid()).toBe("0:1");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  expect(await inGrid()).toBe("1:2");
  await page.keyboard.press("Control+Home");
  expect(await inGrid()).toBe("0:0");
  for (let step = 0; step < 6; step += 1) await page.keyboard.press("ArrowRight");
  expect(await inGrid()).toBe("0:6");
  await expectAccessible();
  // The most exposed host stands first.
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/threats/docker\\?stride=E&host=${other}$`));

  await page.goto(heatmap);
  await page.getByRole("link", { name: "Table view" }).click();
  const table = page.getByRole("table", { name: /^STRIDE by host/ });
  await expect(table.getByRole("row", { name: new RegExp(`^${stem}`) })).toBeVisible();
  await expectAccessible();

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).click();
  const records = readFileSync(await (await downloading).path(), "utf8")
    .trimEnd()
    .split("\r\n");
  expect(records).toHaveLength(3);
  expect(records.find((record) => record.startsWith(stem))).toMatch(/^[^,]+,,\d+,\d+/);

  const openOn = async () =>
    (
      await table
        .getByRole("row", { name: new RegExp(`^${stem}`) })
        .getByRole("cell")
        .nth(6)
        .innerText()
    ).split(" ")[0];
  const now = Number(await openOn());
  await page.getByLabel("As it was on").fill(daysAgo(2).slice(0, 10));
  await page.getByRole("button", { name: "Show that day" }).click();
  await expect(page.getByText("as of the end of")).toBeVisible();
  await expect(table.getByRole("row", { name: new RegExp(`^${other}`) })).toHaveCount(0);
  expect(Number(await openOn())).toBeGreaterThan(now);
  await page.getByRole("link", { name: "Back to now" }).click();
  await expect(table.getByRole("row", { name: new RegExp(`^${other}`) })).toBeVisible();

  await page.goto("/threats/coverage?model=docker&by=element&as_of=2999-01-01");
  await expect(page.getByText("as_of=2999-01-01")).toBeVisible();
  await expectAccessible();
});
