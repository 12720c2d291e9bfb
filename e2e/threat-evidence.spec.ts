import { expect, freshHost, log, redated, test } from "./support/journey";

/** So many hours ago, as a log prints it. */
const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString().replace(/\.\d+Z/, "+00:00");

test("a threat says which lines decide it, and stands mitigated once a scan says so", async ({
  page,
  signIn,
  uploadLog,
  expectAccessible,
}) => {
  const host = freshHost("evidence");
  await signIn();
  const { scan: before } = await uploadLog(host, redated(log("v1.6.1/before.text"), hoursAgo(5)));

  await page.goto(`/hosts/${host}/threats`);
  await expectAccessible();
  // By its address: copies of the model that other journeys made bear on the host as well.
  await page.locator('a[href^="/threats/docker/resource-exhaustion"]').click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Resource Exhaustion");
  await expect(page.getByText(/^Mitigated when .* all say PASS in a scan not older than 14 days\.$/)).toBeVisible();
  const row = page.getByRole("row", { name: new RegExp(host) }).first();
  await expect(row).toContainText("Unmitigated");
  await expect(row).toContainText("0 of 4 pass; failing 5.11, 5.12");
  const decided = page.locator("#decided");
  await expect(decided).toContainText("[WARN] 5.11 - Ensure that the memory usage for containers is limited");
  await expect(decided.getByRole("link", { name: /^See line \d+ in the raw log$/ }).first()).toHaveAttribute(
    "href",
    new RegExp(`^/scans/${before.id}/raw\\?line=\\d+#L\\d+$`),
  );
  await expectAccessible();

  await uploadLog(host, redated(log("v1.6.1/after.text"), hoursAgo(1)));
  await page.reload();
  await expect(row).toContainText("Mitigated");
  await expect(row).toContainText("4 of 4 pass");
  await expect(decided).toContainText("[PASS] 5.11 - Ensure that the memory usage for containers is limited");

  await page.goto("/controls/memory-limit");
  await expect(page.getByRole("listitem").filter({ hasText: "D-D1" }).first()).toContainText("Required");
});

test("a person attests what no check decides, and takes it back", async ({ page, signIn, uploadLog, expectAccessible }) => {
  const host = freshHost("attested");
  await signIn();
  await uploadLog(host, redated(log("v1.6.1/before.text"), hoursAgo(2)));
  await page.goto(`/threats/docker/secrets-left-in-images-and-environment?host=${host}`);
  const row = page.getByRole("row", { name: new RegExp(host) }).first();
  await expect(row).toContainText("Manual");
  await page.locator("#decided").getByRole("link", { name: "Attest", exact: true }).click();
  await page.getByRole("radio", { name: "Mitigated", exact: true }).check();
  await page.getByLabel("What you looked at and what you found").fill("Every image was searched for keys.");
  await page.getByLabel("File").setInputFiles({ name: "search.txt", mimeType: "text/html", buffer: Buffer.from("<b>none</b>") });
  await expectAccessible();
  await page.getByRole("button", { name: "Attest one host" }).click();
  await expect(page.getByText("Your statement is stored for one host.")).toBeVisible();

  await page.goto(`/threats/docker/secrets-left-in-images-and-environment?host=${host}`);
  await expect(row).toContainText("Mitigated");
  await expect(row).toContainText("Attested by");
  const statement = page.getByRole("listitem").filter({ hasText: "Every image was searched for keys." }).filter({ hasText: host });
  const file = await page.request.get((await statement.getByRole("link", { name: "search.txt" }).getAttribute("href")) ?? "");
  expect([file.headers()["content-type"], file.headers()["content-disposition"], await file.text()]).toEqual([
    "application/octet-stream",
    expect.stringMatching(/^attachment; filename="attestation-\d+"; filename\*=UTF-8''search\.txt$/),
    "<b>none</b>",
  ]);
  await expectAccessible();
  await statement.getByRole("button", { name: /Withdraw/ }).click();
  await expect(statement).toContainText("Withdrawn by");
  await expect(row).toContainText("Manual");
});
