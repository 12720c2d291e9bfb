import { readFileSync } from "node:fs";
import { ADMIN } from "./support/admin";
import { expect, file, test } from "./support/journey";

const DEMO = readFileSync(new URL("../tests/threats/samples/demo-threat-model.json", import.meta.url));

test("a model of Threat Dragon is imported, edited and given out again", async ({ page, signIn, expectAccessible }) => {
  test.setTimeout(300_000);
  await signIn();
  await page.goto("/threats/import");
  await expectAccessible();
  await page.getByLabel("Model file").setInputFiles(file("demo.json", DEMO));
  await page.getByRole("button", { name: "Import the file" }).click();
  await expect(page).toHaveURL(/\/threats\/[a-z0-9-]+\/history\?version=1$/);
  await expect(page.getByText("Imported from Threat Dragon")).toBeVisible();
  await expectAccessible();
  await page.getByRole("link", { name: "Open the model" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Demo Threat Model");
  const model = new URL(page.url()).pathname;

  await page.goto(`${model}/edit`);
  await expectAccessible();
  const threats = page.getByRole("table", { name: "Threats of the model" });
  await threats.getByRole("link").first().click();
  await expect(page.getByLabel("Attack path")).toBeVisible(); // the model's own form has a title as well
  await page.getByLabel("Title").fill("Cookies are read by scripts");
  await page.getByLabel("Attack path").fill("Put a script into a page\nRead the cookie");
  await page.getByRole("button", { name: "Save the threat" }).click();
  await expect(page.getByText("Saved as version 2.")).toBeVisible();
  await expectAccessible();

  await page.getByRole("link", { name: "Link a control" }).click();
  await page.getByLabel("Find a control").fill("memory");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=memory/);
  await expect(page.getByText(/controls? found/)).toBeVisible();
  await expectAccessible();
  await page.getByRole("table", { name: "Controls" }).getByRole("link").first().click();
  await page.getByLabel("Reason").fill("It keeps one container from starving the rest.");
  await page.getByRole("button", { name: "Link the control" }).click();
  await expect(page.getByText("Saved as version 3.")).toBeVisible();

  await page.goto(`${model}/history`);
  await page.getByRole("link", { name: /^Renamed/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Version 2");
  await expect(page.getByText("Cookies are read by scripts").first()).toBeVisible();
  await expectAccessible();

  const dragon = await page.request.get(`${model}/export?format=threat-dragon`);
  expect(dragon.headers()["content-disposition"]).toMatch(/^attachment; filename="[a-z0-9-]+\.threat-dragon\.json"$/);
  expect(await dragon.text()).toContain("Cookies are read by scripts");
  const csv = await page.request.get(`${model}/export?format=csv`);
  expect([csv.headers()["content-type"], await csv.text()]).toEqual([
    "text/csv; charset=utf-8",
    expect.stringContaining("Cookies are read by scripts"),
  ]);
  expect(await (await page.request.get(`${model}/export?format=markdown`)).text()).toContain("Cookies are read by scripts");
  expect(JSON.parse(await (await page.request.get(`${model}/export?format=otm`)).text())).toMatchObject({ otmVersion: "0.2.0" });
});

test("an edit of the shipped model is compared with it and reset", async ({ page, signIn, expectAccessible }) => {
  test.setTimeout(300_000);
  await signIn();
  await page.goto("/threats/docker/resource-exhaustion/edit");
  const supporting = page
    .getByRole("table", { name: "Controls" })
    .getByRole("row")
    .filter({ hasText: /mitigates\s*supporting/ });
  await supporting.first().getByRole("link").click();
  await expectAccessible();
  await page.getByRole("radio", { name: "Required" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/^Saved as version \d+\./)).toBeVisible();

  await page.goto("/threats/docker/compare");
  await expect(page.getByText("1 difference between")).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Supporting" })).toContainText("Required");
  await expectAccessible();
  await page.getByRole("link", { name: "Reset to the shipped model" }).click();
  await expect(page.getByText(/1 difference goes, listed below\. \d+ versions? by 1 person stays? in the history/)).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Reset to the shipped model" }).click();
  await expect(page.getByText("Reset to the model that comes with the program.")).toBeVisible();
  await page.goto("/threats/docker/compare");
  await expect(page.getByRole("heading", { name: "Nothing differs" })).toBeVisible();
});

test("two people who edit at once: the second sees what the first saved, and loses nothing", async ({ page, signIn }) => {
  test.setTimeout(300_000);
  await signIn();
  await page.goto("/threats/new");
  await page.getByLabel("Title").fill("Build farm");
  await page.getByRole("checkbox", { name: "Docker" }).check();
  await page.getByRole("button", { name: "Make the model" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Build farm");
  const model = new URL(page.url()).pathname;
  await page.goto(`${model}/edit`);
  const other = await page.context().newPage();
  await other.goto(`${model}/edit`);
  await other.getByLabel("Owner").fill("Platform");
  await other.getByRole("button", { name: "Save the facts" }).click();
  await expect(other.getByText("Saved as version 2.")).toBeVisible();

  await page.getByLabel("Reviewer").fill("Security");
  await page.getByRole("button", { name: "Save the facts" }).click();
  await expect(page.getByText("saved version 2 of this model in the meantime; yours began from version 1.")).toBeVisible();
  await expect(page.getByLabel("Reviewer")).toHaveValue("Security");
  await expect(page.getByRole("link", { name: "See what version 2 changed" })).toHaveAttribute("href", `${model}/history?version=2`);
  await page.getByRole("button", { name: "Save mine on top of version 2" }).click();
  await expect(page.getByText("Saved as version 3.")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a refused file says where and why, and a model is made and drawn by forms", async ({ page }) => {
    test.setTimeout(300_000);
    await page.goto("/threats/import");
    await page.getByLabel("E-mail address").fill(ADMIN.email);
    await page.getByLabel("Password", { exact: true }).fill(ADMIN.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByLabel("Pasted JSON").fill('{"summary": {"title": 7}, "detail": {}}');
    await page.getByRole("button", { name: "Import the text" }).click();
    await expect(page.getByText("The file was not imported")).toBeVisible();
    await expect(page.getByText("Nothing was stored.")).toBeVisible();
    await expect(page.getByText("Expected", { exact: true })).toBeVisible();

    await page.goto("/threats/new");
    await page.getByLabel("Title").fill("Drawn by forms");
    await page.getByRole("button", { name: "Make the model" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Drawn by forms");
    const model = new URL(page.url()).pathname;
    for (const name of ["Web shop", "Orders"]) {
      await page.goto(`${model}/edit?new=element`);
      await page.getByLabel("Name").fill(name);
      await page.getByRole("button", { name: "Add the element" }).click();
      await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
    }
    await page.getByRole("link", { name: "Add a flow" }).click();
    await page.getByLabel("From").selectOption("Web shop");
    await page.getByLabel("To", { exact: true }).selectOption("Orders");
    await page.getByRole("button", { name: "Add the flow" }).click();
    await expect(page.getByRole("link", { name: "Web shop to Orders" })).toBeVisible();
  });
});
