import { expect, test } from "../support/journey";

test("from a fresh start: look at samples, understand the worst control, and assign it", async ({ page, signIn, expectAccessible }) => {
  // Seven pages are gone over by axe.
  test.setTimeout(300_000);
  await signIn();
  await expect(page.getByRole("heading", { name: "No scans yet" })).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Load the sample fleet" }).click();
  await expect(page.getByText("The sample fleet is loaded: 7 hosts with 19 scans")).toBeVisible({ timeout: 20_000 });
  await expectAccessible();

  // What fails on most hosts comes first; from there to the control's own page.
  await page.getByRole("link", { name: "Findings", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Findings");
  await expectAccessible();
  await page.goto("/controls?q=acquiring+additional+privileges");
  await expectAccessible();
  await page
    .getByRole("row", { name: /container is restricted from acquiring additional privileges/ })
    .getByRole("link")
    .first()
    .click();
  for (const name of ["What it means", "Why it matters", "Fix", "Verify", "Hosts"]) {
    await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
  }
  await expectAccessible();

  const boxes = page.getByRole("table", { name: /Hosts and where/ }).getByRole("checkbox", { name: /^Select (?!all)/ });
  const hosts = await boxes.count();
  expect(hosts).toBeGreaterThan(1);
  for (const box of await boxes.all()) await box.check();
  await page.getByRole("button", { name: "Assign selected" }).click();
  await page.getByLabel("Owner").selectOption({ label: "admin" });
  await page.getByRole("button", { name: "Make the task" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("additional privileges");
  await expect(page.getByText(`0 of ${hosts} hosts verified`)).toBeVisible();
  await expectAccessible();

  await page.goto("/settings/data");
  await expect(page.getByText("7 hosts with 19 scans and 1 task are marked as samples.")).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Remove the samples" }).click();
  await expect(page.getByRole("heading", { name: "No scans yet" })).toBeVisible({ timeout: 20_000 });
});
