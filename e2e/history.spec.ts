import type { Page } from "playwright/test";
import { expect, freshHost, log, redated, test } from "./support/journey";

/** Tabs on until the element that has the focus is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press("Tab");
    const label = await page.evaluate(
      () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "",
    );
    if (name.test(label.trim())) return;
  }
  throw new Error(`No stop of the tab key is called ${name}.`);
}

const day = (name: string, date: string) => redated(log(name), `${date}T06:00:00+00:00`);

test("a host's history, by keyboard alone: the strip, and a finding out of it", async ({ page, signIn, uploadLog }) => {
  test.setTimeout(300_000);
  const host = freshHost("strip");
  await signIn();
  await uploadLog(host, day("v1.3.5/before.text", "2026-10-01"));
  await uploadLog(host, day("v1.6.1/before.text", "2026-10-02"));
  await uploadLog(host, day("v1.6.1/before.c-sel.text", "2026-10-03"));
  await uploadLog(host, day("v1.6.1/after.text", "2026-10-04"));

  await page.goto(`/hosts/${host}`);
  await tabTo(page, /^History/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/hosts/${host}/history$`));
  const strip = page.getByRole("table", { name: new RegExp(`Checks of ${host} whose result changed`) });
  const row = strip.getByRole("row", { name: /live restore is enabled/i });
  await expect(row.getByRole("cell")).toHaveText(["WARN", "WARN", "not in it", "PASS"]);
  await expect(strip.getByRole("columnheader", { name: /edition changed from v1\.3\.5/ })).toHaveCount(1);
  // The numbers moved from 2.13 to 2.15, and nothing regressed by it.
  await expect(row.getByRole("rowheader")).toContainText("2.15");
  await expect(page.getByRole("link", { name: /^0\s*regressed$/ })).toBeVisible();

  await tabTo(page, /Checks that changed, scan by scan/);
  await tabTo(page, /live restore is enabled/i);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/finding=\d+/);
  await expect(page.getByRole("heading", { level: 2, name: /live restore/i })).toBeVisible();
  await expect(page.getByText("Hardened: it passes")).toBeVisible();
});

test("two hosts of the list are compared, by keyboard alone, and then two days of one", async ({ page, signIn, uploadLog }) => {
  test.setTimeout(300_000);
  const stem = freshHost("pair");
  const [one, other] = [`${stem}-a`, `${stem}-b`];
  await signIn();
  await uploadLog(one, day("v1.6.1/before.text", "2026-10-01"));
  await uploadLog(one, day("v1.6.1/after.text", "2026-10-04"));
  await uploadLog(other, day("v1.6.1/default5.text", "2026-10-04"));

  await page.goto(`/hosts?q=${stem}`);
  for (const host of [one, other].sort()) {
    await page.getByRole("checkbox", { name: `Select ${host}` }).focus();
    await page.keyboard.press("Space");
  }
  await expect(page.getByRole("status").filter({ hasText: "selected" })).toHaveText("2 of 2 hosts selected");
  await page.getByRole("button", { name: "Compare two hosts" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(one);
  const differences = page.getByRole("table", { name: "Differences by control" });
  const row = differences.getByRole("row", { name: /live restore is enabled/i });
  await expect(row.getByText("PASS")).toBeVisible();
  await expect(row.getByText("WARN")).toBeVisible();
  const fails = differences.getByRole("rowheader", { name: new RegExp(`^Fails only on ${other} \\d+`) });
  const count = Number(/\d+$/.exec(await fails.innerText())?.[0]);
  await expect(page.getByRole("list", { name: "Differences" }).getByRole("link", { name: `fails only on ${other}` })).toContainText(
    String(count),
  );

  await page.goto(`/hosts/${one}/history`);
  await tabTo(page, /^Compare two dates$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${one}: 1 Oct 2026 and 4 Oct 2026`);
  await expect(page.getByRole("list", { name: "Differences" }).getByRole("link", { name: /fails only on 1 Oct 2026/ })).toContainText("51");
});
