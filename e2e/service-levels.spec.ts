import { expect, freshHost, log, redated, test } from "./support/journey";

const DAY_MS = 86_400_000;
const stamp = (daysAgo: number): string => new Date(Date.now() - daysAgo * DAY_MS).toISOString().replace(/\.\d+Z/, "+00:00");

test("what fails longer than its service level is counted, listed and marked, and its verdict stays", async ({
  page,
  signIn,
  uploadLog,
  expectAccessible,
}) => {
  const host = freshHost("late");
  await signIn();
  await uploadLog(host, redated(log("v1.6.1/before.text"), stamp(20)));
  await page.goto("/settings/service-levels");
  await expect(page.getByLabel(/^High/)).toHaveValue("14");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The service levels hold from now on.")).toBeVisible();
  await expectAccessible();

  await page.goto(`/hosts/${host}`);
  const overdue = page.getByRole("link", { name: /^\d+ overdue$/ });
  const count = Number.parseInt(await overdue.innerText(), 10);
  expect(count).toBeGreaterThan(0);
  await overdue.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Findings");
  const rows = page.getByRole("table", { name: "Findings" }).getByRole("row").filter({ hasText: host });
  await expect(rows).toHaveCount(count);
  for (const row of await rows.all()) await expect(row).toContainText(/(Open).*over/);

  await rows.first().getByRole("link").first().click();
  const panel = page.getByRole("complementary", { name: "Finding" });
  await expect(panel).toContainText(/days? over/);
  await expectAccessible();
});
