import { expect, freshHost, log, test } from "./support/journey";

const ASSESSMENT = `[WARN] 5.15 - Do not use the 'on-failure' restart policy
[WARN] 5.18 - Do not run SSH within containers
[WARN] 5.26 - Ensure that the container is restricted from acquiring additional privileges
[WARN] 2.14 - Ensure operations on legacy registry (v1) are Disabled
[WARN] 2.15 - Ensure that daemon.json file permissions are set to 644 or more restrictive
[WARN] 2.16 - Ensure that the daemon.json file ownership is set to root:root
`;

const EXPECTED = [
  ["on-failure", "Denial of service"],
  ["ssh", "Spoofing"],
  ["acquiring additional privileges", "Tampering"],
  ["legacy registry", "Tampering"],
  ["daemon.json file permissions", "Tampering"],
  ["daemon.json file ownership", "Tampering"],
] as const;

test("the six findings of the reference assessment stand where the assessment puts them", async ({ page, signIn, uploadLog }) => {
  const host = freshHost("assessment");
  await signIn();
  await uploadLog(host, Buffer.from(ASSESSMENT));
  for (const [words, category] of EXPECTED) {
    await page.goto(`/hosts/${host}?q=${encodeURIComponent(words)}`);
    await page
      .getByRole("table")
      .getByRole("link", { name: new RegExp(words, "i") })
      .first()
      .click();
    const panel = page.getByRole("complementary").last();
    await expect(panel.getByText(category).first()).toBeVisible();
  }
});

test("5.18 of a real 1.6.1 log is about host devices, not about SSH", async ({ page, signIn, uploadLog }) => {
  const host = freshHost("devices");
  await signIn();
  await uploadLog(host, log("v1.6.1/before.text"));
  await page.goto(`/hosts/${host}?q=5.18&state=all`);
  const row = page.getByRole("row", { name: /5\.18/ });
  await expect(row).toContainText("host devices are not directly exposed");
  await expect(row).not.toContainText(/ssh/i);
});
