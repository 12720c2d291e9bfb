import { expect, file, log, test } from "./support/journey";

test("a file that is no log is refused with its place, and nothing is stored", async ({ page, signIn }) => {
  await signIn();
  await page.goto("/upload");
  await page.getByLabel("Log files").setInputFiles([file("build.log", Buffer.from("#5 [2/7] RUN apk add\npanic: runtime error\n"))]);
  await expect(page.getByText("Not imported")).toBeVisible();
  await expect(page.getByText(/Line 1, column 1/)).toBeVisible();
  await expect(page.getByText("Nothing from build.log was stored.")).toBeVisible();
});

test("names in a log stay text, whatever they hold", async ({ page, signIn, uploadLog }) => {
  await signIn();
  let ran = false;
  page.on("dialog", (dialog) => {
    ran = true;
    return dialog.dismiss();
  });
  const { scan } = await uploadLog("hostile", log("v1.6.1/hostile.text"));
  for (const path of ["/hosts/hostile?state=all", `/scans/${scan.id}`, `/scans/${scan.id}/raw`]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  expect(ran).toBe(false);
});

test("pages and calls of strangers lead to the gate", async ({ page, request }) => {
  await page.goto("/hosts");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fhosts$/);
  expect((await request.get("/api/v1/hosts")).status()).toBe(401);
  expect((await request.post("/api/v1/scans?host=x", { data: log("v1.6.1/before.text") })).status()).toBe(401);
});
