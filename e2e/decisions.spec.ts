import type { Page } from "playwright/test";
import { expect, freshHost, log, redated, test } from "./support/journey";
import { press, write } from "./support/keyboard";

const BEFORE = redated(log("v1.6.1/before.text"), "2026-09-01T06:00:00+00:00");
const AFTER = redated(log("v1.6.1/after.text"), "2026-09-02T06:00:00+00:00");

const panelOf = (page: Page) => page.getByRole("complementary", { name: "Finding" });

test("a risk is asked for, approved, and open again when its end comes, with nothing but a keyboard", async ({
  page: lead,
  baseURL,
  signIn,
  joinAs,
  uploadLog,
  expectAccessible,
}) => {
  const host = freshHost("keys");
  const list = `/hosts/${host}?state=all&q=2.15`;
  await signIn();
  await uploadLog(host, BEFORE);

  const engineer = await joinAs("Ann", "engineer");
  await engineer.goto(list);
  await press(engineer, engineer.getByRole("link", { name: /live restore is enabled/ }));
  const asking = panelOf(engineer);
  await press(engineer, asking.getByText("Ask for acceptance…"));
  await press(engineer, asking.getByRole("button", { name: "Ask for it" }));
  await expect(asking.getByText("Say why, in words that still make sense in a year.")).toBeVisible();
  await write(engineer, asking.getByLabel("Why can it stay as it is?"), "Restart windows are agreed with the owners.");
  await press(engineer, asking.getByRole("button", { name: "Ask for it" }));
  await expect(engineer.locator(":focus")).toHaveText(/Asked for as decision \d+\. A lead approves or declines it\./);
  await expect(asking).toContainText("Asked for by Ann");
  await expect(asking.getByText("Open", { exact: true }).first()).toBeVisible();
  await press(engineer, asking.getByRole("link", { name: "Accepted risk" }));
  await expect(engineer.getByText(/can approve or decline it\. That needs the role lead\./)).toBeVisible();
  await expect(engineer.getByRole("button", { name: "Approve" })).toHaveCount(0);

  await lead.goto(`/decisions?standing=requested&host=${host}`);
  await press(lead, lead.getByRole("table").getByRole("link", { name: /live restore is enabled/ }));
  await expect(lead.getByRole("heading", { level: 1 })).toHaveText(/^Accepted risk: .*live restore/);
  await expectAccessible();
  await write(lead, lead.getByLabel("Note"), "Until the new cluster is there.");
  await press(lead, lead.getByRole("button", { name: "Approve" }));
  await expect(lead.getByText("Asked for by Ann").first()).toBeVisible();
  await expect(lead.getByText("Approved by admin")).toBeVisible();
  await press(lead, lead.getByRole("table").getByRole("link", { name: host, exact: true }));
  const deciding = panelOf(lead);
  await expect(deciding.getByText("Accepted risk").first()).toBeVisible();
  await expect(deciding).toContainText("By admin, asked for by Ann");

  // The form knows days only. So that its end comes within this journey, it is accepted again for seconds, as a program would.
  await press(lead, deciding.getByText("Reopen…"));
  await write(lead, deciding.getByLabel("Why?"), "The windows were cancelled.");
  await press(lead, deciding.getByRole("button", { name: "Reopen it" }));
  await expect(deciding.getByText("It is Open now.")).toBeVisible();
  const answer = await lead.request.post("/api/v1/decisions", {
    data: {
      kind: "accept",
      control: "live-restore",
      hosts: [host],
      reason: "Only until tonight.",
      until: new Date(Date.now() + 10_000).toISOString(),
    },
    headers: { origin: baseURL ?? "" },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  await lead.goto(list);
  const row = lead.getByRole("row", { name: /live restore is enabled/ });
  await expect(row).toContainText("Accepted risk to");
  await expect(async () => {
    await lead.reload();
    await expect(row).toContainText("Open", { timeout: 1_000 });
  }).toPass({ timeout: 150_000, intervals: [3_000] });
  await press(lead, row.getByRole("link", { name: /live restore is enabled/ }));
  await expect(deciding.getByText("The acceptance ended: open")).toBeVisible();
  await expect(deciding.getByText("“Only until tonight.”").first()).toBeVisible();
  await lead.goto(`/decisions?standing=expired&host=${host}`);
  await expect(lead.getByRole("table").getByRole("row", { name: /Only until tonight/ })).toContainText("Expired");
});

test("many findings are accepted at once with one reason, those that cannot be are named, and all of it is undone", async ({
  page,
  signIn,
  uploadLog,
  expectAccessible,
}) => {
  const [failing, mended] = [freshHost("many"), freshHost("mended")];
  await signIn();
  await uploadLog(failing, BEFORE);
  await uploadLog(mended, AFTER);
  await page.goto(`/findings?state=all&group=none&q=live%20restore&host=${failing}&host=${mended}`);
  await page.getByRole("checkbox", { name: "Select all rows on this page" }).check();
  await page.getByText("Decide…").click();
  await page.getByRole("button", { name: "Accept risk…" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accept risk");
  await expect(page.getByText("It passes: there is no risk to accept.")).toBeVisible();
  await expectAccessible();
  await page.getByLabel("Why can it stay as it is?").fill("The fleet is rebuilt in spring.");
  await page.getByLabel("Ends").selectOption({ label: "180 days from now" });
  await page.getByRole("button", { name: "Accept the risk" }).click();
  await expect(page.getByText("1 decision made over 1 host")).toBeVisible();
  await expectAccessible();

  const state = async () => {
    await page.goto(`/hosts/${failing}?state=all&q=2.15`);
    return page.getByRole("row", { name: /live restore/ });
  };
  const strip = page.url();
  await expect(await state()).toContainText("Accepted risk");
  await page.goto(strip);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Undone by admin: 1 decision made over 1 host")).toBeVisible();
  await expect(await state()).toContainText("Open");
});

test("part of the items is accepted, and what comes later is not", async ({ page, signIn, uploadLog }) => {
  const host = freshHost("items");
  await signIn();
  await uploadLog(host, BEFORE);
  await page.goto(`/hosts/${host}?q=5.11`);
  await page.getByRole("link", { name: /memory usage/ }).click();
  const panel = panelOf(page);
  await panel.getByText("Accept risk…").click();
  await panel.getByRole("checkbox", { name: "delta-api-04" }).uncheck();
  await panel.getByLabel("Why can it stay as it is?").fill("Limits come with the new compose files.");
  await panel.getByRole("button", { name: "Accept the risk" }).click();
  await expect(panel.getByText(/Accepted for \d+ of \d+ items, 1 open/)).toBeVisible();
  await panel.getByRole("link", { name: "Accepted risk" }).click();
  await expect(page.getByRole("table", { name: "Hosts of this decision" })).toContainText("Not covered: delta-api-04.");
  await page.getByRole("link", { name: "Decide on them too" }).click();
  await expect(page.getByRole("checkbox", { name: "delta-api-04" })).toBeVisible();
  await expect(page.getByLabel("Why can it stay as it is?")).toHaveValue("Limits come with the new compose files.");
});
