import { expect, freshHost, log, redated, test } from "./support/journey";
import { press, tabTo } from "./support/keyboard";

const BEFORE = redated(log("v1.6.1/before.text"), "2026-09-01T06:00:00+00:00");
const AFTER = redated(log("v1.6.1/after.text"), "2026-09-02T06:00:00+00:00");
const BEFORE_AGAIN = redated(log("v1.6.1/before.text"), "2026-09-03T06:00:00+00:00");

test("who has a task learns in the inbox that it is given, verified and failing again, with nothing but a keyboard", async ({
  page,
  signIn,
  joinAs,
  uploadLog,
}) => {
  const host = freshHost("told");
  await signIn();
  await uploadLog(host, BEFORE);
  const ann = await joinAs("Ann", "engineer");
  await page.goto(`/tasks/new?control=live-restore&host=${host}`);
  const ownerId = await page.getByLabel("Owner").locator("option", { hasText: "Ann" }).last().getAttribute("value");
  await page.getByLabel("Owner").selectOption(ownerId);
  await page.getByRole("button", { name: "Make the task" }).click();
  await page.waitForURL(/\/tasks\/\d+/);
  await uploadLog(host, AFTER);
  await uploadLog(host, BEFORE_AGAIN);

  await ann.goto("/");
  await press(ann, ann.getByRole("link", { name: /^Inbox/ }));
  await expect(ann.getByRole("heading", { level: 1 })).toHaveText("Inbox");
  const notices = ann.getByRole("main").getByRole("listitem");
  await expect(notices.filter({ hasText: `fails again on ${host} in scan ` })).toHaveCount(1);
  await expect(notices.filter({ hasText: `is verified on ${host} by scan ` })).toHaveCount(1);
  await expect(notices.filter({ hasText: /admin gave you TSK-\d+:/ })).toHaveCount(1);

  await press(ann, ann.getByRole("button", { name: "Mark all as seen" }));
  await expect(ann.getByRole("heading", { name: "Nothing new" })).toBeVisible();
  await press(ann, ann.getByRole("link", { name: "Show all" }));
  const again = ann.getByRole("link", { name: new RegExp(`fails again on ${host}`) });
  await expect(again).toBeVisible();
  await tabTo(ann, again);
  await ann.keyboard.press("Enter");
  await expect(ann.getByRole("table", { name: "Hosts of this task" })).toContainText("Regressed");
});

test("somebody chooses by which ways they are told, and the choice stays", async ({ signIn, joinAs }) => {
  await signIn();
  const ann = await joinAs("Ann", "engineer");
  await ann.goto("/settings/notifications");
  const mail = ann.getByRole("group", { name: "Verified" }).getByLabel("E-mail");
  await expect(mail).not.toBeChecked();
  await press(ann, mail, "Space");
  await press(ann, ann.getByRole("button", { name: "Save" }));
  await expect(ann.getByText("Saved", { exact: false }).first()).toBeVisible();
  await ann.reload();
  await expect(mail).toBeChecked();
});
