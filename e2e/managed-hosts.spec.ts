import { expect, freshHost, log, redated, test } from "./support/journey";

const FIRST = redated(log("v1.6.1/before.text"), "2026-10-01T06:00:00+00:00");
const SECOND = redated(log("v1.6.1/after.text"), "2026-10-02T06:00:00+00:00");

test("a log on the wrong host is moved in two clicks", async ({ page, signIn, uploadLog }) => {
  test.setTimeout(300_000);
  const [right, wrong] = [freshHost("right"), freshHost("wrong")];
  await signIn();
  await uploadLog(right, FIRST);
  await uploadLog(wrong, FIRST);
  const { scan } = await uploadLog(wrong, SECOND);
  await page.goto(`/scans/${scan.id}`);
  await page.getByRole("link", { name: "Move to another host" }).click();
  await page.getByLabel("Host", { exact: true }).fill(right);
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Scan ${scan.id} of ${right}`);
  await expect(page.getByText(`This is a scan of ${right} now`)).toBeVisible();
  await page.goto(`/hosts/${right}/history`);
  await expect(page.getByRole("link", { name: new RegExp(`\\b${scan.id}\\b`) }).first()).toBeVisible();
});

test("a renamed host is found under its old address, and a retired one leaves the list", async ({ page, signIn, uploadLog }) => {
  test.setTimeout(300_000);
  const [old, name] = [freshHost("old"), freshHost("new")];
  await signIn();
  await uploadLog(old, FIRST);
  await page.goto(`/hosts/${old}/settings`);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Environment").fill("prod");
  await page.getByLabel("Time zone").fill("Europe/Berlin");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("The old name leads here")).toBeVisible();
  const answer = await page.request.get(`/hosts/${old}/history?before=1-1`, { maxRedirects: 0 });
  expect([answer.status(), answer.headers().location]).toEqual([308, `/hosts/${name}/history?before=1-1`]);
  await uploadLog(old, SECOND);
  await page.goto(`/hosts/${old}`);
  await expect(page).toHaveURL(new RegExp(`/hosts/${name}$`));
  await page.goto(`/hosts/${name}/settings`);
  await page.getByRole("button", { name: "Retire this host" }).click();
  await expect(page.getByText("Retired since")).toBeVisible();
  await page.goto(`/hosts?q=${name}`);
  await expect(page.getByRole("link", { name, exact: true })).toHaveCount(0);
  await page.goto(`/hosts?q=${name}&retired=1`);
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
  await page.goto(`/hosts/${name}/settings`);
  await page.getByLabel(/^Type/).fill("something else");
  await page.getByRole("button", { name: "Delete this host" }).click();
  await expect(page.getByText(`Type ${name} to delete it.`)).toBeVisible();
  await page.getByLabel(/^Type/).fill(name);
  await page.getByRole("button", { name: "Delete this host" }).click();
  await expect(page).toHaveURL(/\/hosts$/);
  expect((await page.request.get(`/hosts/${name}`)).status()).toBe(404);
});
