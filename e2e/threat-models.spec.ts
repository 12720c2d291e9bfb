import { expect, file, freshHost, log, redated, test } from "./support/journey";
import { press } from "./support/keyboard";

const HOUR_MS = 3_600_000;

test("a log opens a threat on the board, in the table and on the diagram, by keyboard alone", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  const host = freshHost("harbor");
  const anHourAgo = new Date(Date.now() - HOUR_MS).toISOString().replace(/\.\d+Z$/, "+00:00");
  await signIn();
  await page.goto("/upload");
  await page.getByLabel("Log files").setInputFiles([file(`${host}.log`, redated(log("v1.6.1/before.text"), anHourAgo))]);
  await press(page, page.getByRole("button", { name: "Import 1 ready" }));
  await expect(page.getByRole("listitem").filter({ hasText: "View scan" })).toHaveCount(1);

  const main = page.getByRole("navigation", { name: "Main" }).first();
  await press(page, main.getByRole("link", { name: /^Threats/ }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Threats");
  await expect(main.getByRole("link", { name: /^Threats\s*[1-9]/ })).toHaveAttribute("aria-current", "page");
  await expectAccessible();

  await press(page, page.getByRole("link", { name: "Docker host and engine", exact: true }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Docker host and engine");
  const denial = page.getByRole("region", { name: "Denial of service" });
  await expect(denial.getByRole("listitem").filter({ hasText: "Resource Exhaustion" })).toContainText("Unmitigated on");
  await expectAccessible();

  await page.goto(`/threats/docker?host=${host}`);
  await expect(denial.getByRole("listitem").filter({ hasText: "Resource Exhaustion" })).toContainText("Unmitigated on 1 of 1");
  const views = page.getByRole("navigation", { name: "View" });
  await press(page, views.getByRole("link", { name: "Table" }));
  const threats = page.getByRole("table", { name: "Threats" });
  await expect(threats.getByRole("row", { name: /Resource Exhaustion/ })).toContainText("Unmitigated");
  await expectAccessible();

  await press(page, views.getByRole("link", { name: "Diagram" }));
  await expect(page).toHaveURL(/view=diagram/);
  const daemon = page.getByRole("table", { name: "Elements of the diagram" }).getByRole("link", { name: "dockerd", exact: true });
  await expect(daemon).toBeVisible();
  await expectAccessible();
  await press(page, daemon);
  await expect(page).toHaveURL(/view=table.*element=/);
  await expect(page.getByRole("link", { name: /Remove filter Element dockerd/ })).toBeVisible();

  await press(page, page.getByRole("link", { name: `Remove filter Host ${host}` }));
  await expect(page).not.toHaveURL(/host=/);
  await page.goto(`/threats/docker?host=no-such-host&view=cube`);
  await expect(page.getByText("host=no-such-host")).toBeVisible();
  await expect(page.getByText("view=cube")).toBeVisible();
});

test("an admin says for how long evidence is fresh", async ({ page, signIn }) => {
  await signIn();
  await page.goto("/settings/evidence");
  const days = page.getByLabel("Evidence is fresh for so many days");
  // Other journeys share the house, so it gets the limit it has.
  const before = await days.inputValue();
  await days.fill(before);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`Evidence is fresh for ${before} days from now on.`)).toBeVisible();
  await page.goto("/threats");
  await expect(page.getByText(`in a scan of the last ${before} days`)).toBeVisible();
});
