import { readFileSync } from "node:fs";
import { expect, freshHost, log, test } from "./support/journey";

test("filter, count, download and assign all that match", async ({ page, signIn, uploadLog, expectAccessible }) => {
  test.setTimeout(300_000);
  const hosts = [freshHost("quay"), freshHost("quay")];
  const only = hosts.map((host) => `host=${host}`).join("&");
  await signIn();
  for (const host of hosts) await uploadLog(host, log("v1.6.1/before.text"));

  await page.goto(`/findings?${only}`);
  const filters = page.getByRole("navigation", { name: "Filters" });
  await filters.getByRole("link", { name: /^Elevation of privilege/ }).click();
  await expect(page).toHaveURL(/stride=E/);
  const high = filters.getByRole("link", { name: /^High/ });
  const matching = Number(/\d+$/.exec(await high.innerText())?.[0]);
  expect(matching).toBeGreaterThan(2);
  await high.click();
  await expect(page).toHaveURL(/severity=high/);
  await expect(page.getByText(new RegExp(`^${matching} failing findings of \\d+ controls$`))).toBeVisible();

  await page.getByRole("link", { name: "Single", exact: true }).click();
  await expect(page.getByRole("table", { name: "Findings" }).getByRole("row")).toHaveCount(matching + 1);

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).click();
  const records = readFileSync(await (await downloading).path(), "utf8")
    .trimEnd()
    .split("\r\n");
  expect(records).toHaveLength(matching + 1);

  await page.getByRole("link", { name: "By control", exact: true }).click();
  const controls = page.getByRole("table", { name: "Findings by control" }).getByRole("row");
  await expect(controls.nth(1)).toBeVisible();
  const tasks = (await controls.count()) - 1;
  expect(tasks * hosts.length).toBe(matching);
  await controls.nth(1).getByRole("checkbox").check();
  await expect(page.getByRole("status").filter({ hasText: "selected" })).toHaveText(`1 of ${tasks} controls selected`);
  await page.getByLabel(`Select all ${matching} matching findings`).check();
  await expect(page.getByRole("status").filter({ hasText: "selected" })).toHaveText(`All ${matching} matching findings selected`);
  await expectAccessible();
  await page.getByRole("button", { name: "Assign selected" }).click();

  await expect(page.getByText(`${tasks} tasks, one per check, for ${matching} findings`)).toBeVisible();
  await page.getByLabel("Owner").selectOption({ label: "admin" });
  await page.getByRole("button", { name: "Make the tasks" }).click();
  await expect(page.getByText(`${tasks} tasks made for ${matching} findings`)).toBeVisible();
  await page.getByRole("table", { name: "Tasks" }).getByRole("link", { name: /./ }).first().click();
  const checklist = page.getByRole("table", { name: "Hosts of this task" });
  for (const host of hosts) await expect(checklist.getByRole("link", { name: host })).toBeVisible();

  await page.goto(`/findings?${only}&stride=E&severity=high&assignee=none`);
  await expect(page.getByText("No finding matches these filters")).toBeVisible();
  await page.goto(`/findings?${only}&stride=E&severity=high&assignee=me&group=host`);
  await expect(page.getByText(`${matching} failing findings on 2 hosts`)).toBeVisible();
});
