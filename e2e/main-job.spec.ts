import { expect, file, freshHost, log, redated, test } from "./support/journey";

test("upload, read, assign: the three jobs in one sitting", async ({ page, signIn, expectAccessible }) => {
  const [web, db] = [freshHost("web"), freshHost("db")];
  await signIn();

  await page.getByRole("link", { name: "Upload", exact: true }).first().click();
  await page
    .getByLabel("Log files")
    .setInputFiles([
      file(`${web}.log`, redated(log("v1.6.1/before.text"), "2026-10-01T06:00:00+00:00")),
      file(`${web}.log.json`, log("v1.6.1/default5.json")),
      file(`${db}.log`, log("v1.3.5/before.text")),
    ]);
  await expect(page.getByText("3 ready", { exact: true })).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Import 3 ready" }).click();
  const results = page.getByRole("listitem").filter({ hasText: "View scan" });
  await expect(results).toHaveCount(3);

  await page.goto(`/hosts/${web}`);
  const row = page.getByRole("row", { name: /live restore is enabled/ });
  await expect(row).toContainText("2.15");
  await row.getByRole("link", { name: /live restore/ }).click();
  const panel = page.getByRole("complementary", { name: "Finding" });
  await expect(panel).toContainText("Denial of service");
  await expect(panel).toContainText("stops all containers");
  await expectAccessible();

  await panel.getByRole("link", { name: /line \d+ in the raw log/ }).click();
  await expect(page).toHaveURL(/\/scans\/\d+\/raw.*#L\d+$/);
  await expect(page.locator(":target")).toContainText("2.15 - Ensure live restore is enabled");

  await page.goto("/controls/live-restore");
  await page
    .getByRole("link", { name: /Assign/ })
    .first()
    .click();
  for (const name of [web, db]) await expect(page.getByText(name).first()).toBeVisible();
  await page.getByLabel("Owner").selectOption({ label: "admin" });
  await page.getByLabel("Due").fill("2026-12-24");
  await page.getByRole("button", { name: "Make the task" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/live restore/i);

  await page.goto("/tasks?assignee=me");
  const task = page.getByRole("row", { name: /live restore/i }).first();
  await expect(task).toContainText("24 Dec");
  await expectAccessible();
});

test("a fix counts when a scan says so", async ({ page, signIn, uploadLog }) => {
  const host = freshHost("harbor");
  await signIn();
  await uploadLog(host, redated(log("v1.6.1/before.text"), "2026-09-01T06:00:00+00:00"));
  await page.goto(`/hosts/${host}`);
  const fixed = page.getByRole("row", { name: /memory usage for containers is limited/ });
  await fixed.getByRole("checkbox").check();
  await page.getByRole("button", { name: /Assign selected/ }).click();
  await page.getByRole("button", { name: "Make the task" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("memory usage");
  const task = page.url();
  await page.getByRole("button", { name: "Say it is fixed" }).click();
  await expect(page.getByText("Awaiting verification").first()).toBeVisible();

  const { scan } = await uploadLog(
    host,
    redated(log("v1.6.1/after.text"), new Date(Date.now() + 60_000).toISOString().replace(/\.\d+Z/, "+00:00")),
  );
  await page.goto(task);
  await expect(page.getByText("Verified").first()).toBeVisible();
  await expect(page.getByRole("link", { name: new RegExp(`scan ${scan.id}`) }).first()).toBeVisible();
});
