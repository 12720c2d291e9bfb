import { ADMIN } from "./support/admin";
import { expect, file, freshHost, log, test } from "./support/journey";

test.use({ javaScriptEnabled: false });

test("without JavaScript: sign in, upload a file, filter, read", async ({ page }) => {
  const host = freshHost("plain");
  await page.goto("/hosts");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel("E-mail address").fill(ADMIN.email);
  await page.getByLabel("Password", { exact: true }).fill(ADMIN.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/hosts$/);

  await page.goto("/upload");
  await page.locator('input[type="file"][name="file"]').setInputFiles(file("bench.log", log("v1.6.1/before.text")));
  await page.getByLabel("Host", { exact: true }).fill(host);
  await page.getByRole("button", { name: /Upload|Import/ }).click();
  await expect(page).toHaveURL(/\/scans\/\d+$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Scan");

  await page.goto(`/hosts/${host}`);
  await page.getByRole("searchbox").first().fill("live restore");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=live/);
  await expect(page.getByRole("row", { name: /live restore/ })).toHaveCount(1);
});
