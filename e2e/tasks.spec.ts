import type { Page } from "playwright/test";
import { expect, freshHost, log, redated, test } from "./support/journey";
import { press, tabTo } from "./support/keyboard";

const BEFORE = redated(log("v1.6.1/before.text"), "2026-09-01T06:00:00+00:00");

/** `after` as a scan that runs a minute from now: later than all that is claimed until then. */
const afterNow = (): Buffer => redated(log("v1.6.1/after.text"), new Date(Date.now() + 60_000).toISOString().replace(/\.\d+Z/, "+00:00"));

/** Makes a task of one failing check of a host; leaves the page at the task. */
async function assignLiveRestore(page: Page, host: string): Promise<void> {
  await page.goto(`/findings?host=${host}&group=none&severity=low`);
  await page
    .getByRole("row", { name: /live restore is enabled/ })
    .getByRole("checkbox")
    .check();
  await page.getByRole("button", { name: "Assign selected" }).click();
  await page.getByRole("button", { name: "Make the task" }).click();
  await expect(page.getByText("1 task made for 1 finding")).toBeVisible();
}

test("triage, assign and verify, with nothing but a keyboard", async ({ page, signIn, uploadLog }) => {
  test.setTimeout(180_000);
  const host = freshHost("keys");
  await signIn();
  await uploadLog(host, BEFORE);

  await page.goto(`/findings?host=${host}&group=none&severity=low`);
  await press(page, page.getByRole("row", { name: /live restore is enabled/ }).getByRole("checkbox"), "Space");
  await expect(page.getByRole("status").filter({ hasText: "selected" })).toContainText("1 of");
  // The bar is above the table.
  await page.keyboard.press("Home");
  const assign = page.getByRole("button", { name: "Assign selected" });
  for (let steps = 0; steps < 300 && !(await assign.evaluate((element) => element === document.activeElement)); steps++)
    await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");

  await tabTo(page, page.getByLabel("Owner"));
  await page.keyboard.type("admin");
  await expect(page.getByLabel("Owner").locator("option:checked")).toHaveText("admin");
  await press(page, page.getByRole("button", { name: "Make the task" }), "Enter");
  await expect(page.getByText("1 task made for 1 finding")).toBeVisible();
  const task = new URL(page.url()).pathname;
  const name = `TSK-${task.split("/").at(-1)}`;

  await page.goto(`/tasks?view=board&host=${host}`);
  const card = page.getByRole("article").filter({ hasText: name });
  await press(page, card.locator("summary"), "Enter");
  await press(page, card.getByRole("button", { name: "Move to Awaiting verification" }), "Enter");
  const waiting = page.locator("section").filter({ has: page.getByRole("heading", { name: "Awaiting verification" }) });
  await expect(waiting.getByRole("article")).toContainText("admin says fixed");

  await page.goto("/upload?tab=paste");
  await tabTo(page, page.getByLabel("Terminal output"));
  await page.keyboard.insertText(afterNow().toString());
  await tabTo(page, page.getByLabel("Host", { exact: true }));
  await page.keyboard.insertText(host);
  await press(page, page.getByRole("button", { name: "Import", exact: true }), "Enter");
  const scan = page.getByRole("link", { name: /View scan/ });
  await expect(scan).toBeVisible();
  const number = (await scan.getAttribute("href"))?.split("/").at(-1);

  await page.goto(task);
  await expect(page.getByRole("table", { name: "Hosts of this task" }).getByRole("link", { name: `scan ${number}` })).toBeVisible();
  await expect(page.getByText("Verified", { exact: true }).first()).toBeVisible();
});

test("a card is dragged, and never into Verified", async ({ page, signIn, uploadLog, expectAccessible }) => {
  const host = freshHost("drag");
  await signIn();
  await uploadLog(host, BEFORE);
  await assignLiveRestore(page, host);

  await page.goto(`/tasks?view=board&host=${host}`);
  const column = (title: string) => page.locator("section.column").filter({ has: page.getByRole("heading", { name: title }) });
  const card = (title: string) =>
    column(title)
      .getByRole("listitem")
      .filter({ has: page.getByRole("article") });
  await card("To do").dragTo(column("In progress"));
  await expect(page.getByText(/^TSK-\d+ is in In progress now\.$/)).toBeVisible();
  await expect(card("In progress")).toHaveCount(1);

  await card("In progress").dragTo(column("Verified"));
  await expect(page.getByText("Only a scan can verify. Upload one, or attest with a reason.")).toBeVisible();
  await expect(page.getByRole("status").getByRole("link", { name: "Upload a scan" })).toBeVisible();
  await expect(card("In progress")).toHaveCount(1);
  await expectAccessible();

  await uploadLog(host, afterNow());
  await page.reload();
  await card("Verified").dragTo(column("To do"));
  await expect(page.getByText("A verified task reopens by itself when a scan fails.")).toBeVisible();
  await expect(card("Verified")).toHaveCount(1);
});

test("somebody who was overtaken gets the card back, and learns why", async ({ page, context, signIn, uploadLog }) => {
  const host = freshHost("late");
  await signIn();
  await uploadLog(host, BEFORE);
  await assignLiveRestore(page, host);
  const task = new URL(page.url()).pathname;
  await page.goto(`/tasks?view=board&host=${host}`);
  const column = (title: string) => page.locator("section.column").filter({ has: page.getByRole("heading", { name: title }) });

  const other = await context.newPage();
  await other.goto(task);
  await other.getByRole("button", { name: "Start work" }).click();
  await expect(other.getByRole("button", { name: "Back to To do" })).toBeVisible();
  await column("To do")
    .getByRole("listitem")
    .filter({ has: page.getByRole("article") })
    .dragTo(column("Awaiting verification"));
  await expect(page.getByText(/has changed since you opened it: it is in progress now/)).toBeVisible();
  await expect(column("Awaiting verification").getByRole("article")).toHaveCount(0);
});

test("a task about two containers, one of them repaired", async ({ page, signIn, uploadLog, expectAccessible }) => {
  const host = freshHost("items");
  await signIn();
  await uploadLog(host, BEFORE);
  await page.goto(`/tasks/new?control=container-user&host=${host}`);
  const items = page.getByRole("list", { name: `Items on ${host}` });
  await expect(items.getByRole("checkbox")).toHaveCount(7);
  for (const box of (await items.getByRole("checkbox").all()).slice(2)) await box.uncheck();
  await page.getByLabel("Labels").fill("Edge Hosts, q3");
  await expectAccessible();
  await page.getByRole("button", { name: "Make the task" }).click();
  const hosts = page.getByRole("table", { name: "Hosts of this task" });
  await expect(hosts).toContainText("This task is about amber-web-01, birch-cache-02 only.");
  const repaired = BEFORE.toString()
    .split("\n")
    .filter((line) => !line.includes("Running as root: amber-web-01"))
    .join("\n");
  await uploadLog(host, redated(Buffer.from(repaired), "2026-09-02T06:00:00+00:00"));
  const task = new URL(page.url()).pathname;
  await page.goto(task);
  await expect(hosts).toContainText("1 of 2 items fixed");

  await page.getByLabel("Add a comment").fill("@admin: the other one tonight.");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(page.getByRole("strong").filter({ hasText: "@admin" })).toBeVisible();
  await page.getByRole("button", { name: "Stop watching" }).click();
  await expect(page.getByText("Nobody watches this task.")).toBeVisible();
  await expectAccessible();

  await page.goto(`/tasks?label=edge-hosts&host=${host}`);
  await expect(page.getByRole("row", { name: /only amber-web-01, birch-cache-02/ })).toContainText("1 of 2 items fixed");
});

test("many tasks are changed in one action, and put back but for the one somebody touched", async ({
  page,
  context,
  signIn,
  uploadLog,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  const host = freshHost("bulk");
  await signIn();
  await uploadLog(host, BEFORE);
  await page.goto(`/findings?host=${host}&group=none&severity=low`);
  await page.getByRole("checkbox", { name: "Select all rows on this page" }).check();
  await page.getByRole("button", { name: "Assign selected" }).click();
  await page.getByRole("button", { name: "Make the tasks" }).click();
  const made = page.getByText(/^\d+ tasks made for \d+ findings$/);
  await expect(made).toBeVisible();
  const tasks = Number.parseInt(await made.innerText(), 10);

  await page.goto(`/tasks?host=${host}`);
  await page
    .getByRole("checkbox", { name: /^Select TSK-/ })
    .first()
    .check();
  await expectAccessible();
  await page.getByLabel(`All ${tasks} that match`).check();
  await page.getByRole("combobox", { name: "Owner" }).selectOption({ label: "admin" });
  await page.getByRole("combobox", { name: "Priority" }).selectOption({ label: "Urgent" });
  await page.getByRole("textbox", { name: "Add label" }).fill("Wave 1");
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await expect(page.getByText(`${tasks} tasks changed: owner admin, priority urgent, label wave-1`)).toBeVisible();
  await expect(page.getByRole("link", { name: "wave-1" }).first()).toBeVisible();
  await expectAccessible();

  const other = await context.newPage();
  await other.goto(`/tasks?host=${host}`);
  const touched = other.getByRole("row", { name: /live restore/ });
  const name = await touched
    .getByText(/^TSK-\d+$/)
    .first()
    .innerText();
  await touched.getByRole("link", { name: /live restore/ }).click();
  await other.getByRole("button", { name: "Start work" }).click();
  await expect(other.getByRole("button", { name: "Back to To do" })).toBeVisible();

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/^Undone by admin:/)).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Left as they are: 1" })).toContainText(
    `${name}: It was changed since: it is in progress now.`,
  );
  await page.goto(`/tasks?host=${host}&label=wave-1`);
  await expect(page.getByRole("table", { name: "Tasks" }).getByRole("row")).toHaveCount(2);
});
