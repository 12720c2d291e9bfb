import { expect, freshHost, test } from "./support/journey";

test("a diagram is drawn, connected, moved, taken back and saved by keys alone", async ({ page, signIn, copyModel, expectAccessible }) => {
  test.setTimeout(300_000);
  const name = freshHost("agent");
  await signIn();
  const model = await copyModel("docker");
  await page.goto(`/threats/${model}/edit-diagram`);
  await expect(page.getByRole("application", { name: "Diagram editor" })).toBeVisible();
  await page.getByRole("button", { name: "Add process" }).press("Enter");
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press("Escape");
  const agent = page.getByRole("group", { name: new RegExp(`^${name}, process`) });
  await expect(agent).toBeFocused();
  const before = await agent.boundingBox();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByText(/^Moved to \d+, \d+\.$/)).toBeVisible();
  const moved = await agent.boundingBox();
  expect((moved?.x ?? 0) - (before?.x ?? 0)).toBeGreaterThan((moved?.y ?? 0) - (before?.y ?? 0));
  await page.keyboard.press("c");
  await expect(page.getByLabel("Connect to")).toBeFocused();
  await page.keyboard.type("dockerd");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await page.keyboard.type("builds");
  await page.keyboard.press("Escape");
  const flow = page.getByRole("group", { name: `builds, flow from ${name} to dockerd` });
  await expect(flow).toBeFocused();
  await expectAccessible();
  await flow.press("Control+z");
  await expect(page.getByText(`Undone: Named the flow from ${name} to dockerd “builds”.`)).toBeVisible();
  await expect(flow).toHaveCount(0);
  await page.keyboard.press("Control+Shift+z");
  await expect(flow).toHaveCount(1);
  await page.keyboard.press("Control+s");
  await expect(page.getByText(/^Saved as version \d+\.$/)).toBeVisible();
  await page.goto(`/threats/${model}?view=diagram`);
  await expect(page.getByRole("rowheader", { name: `${name} to dockerd: builds`, exact: true })).toBeVisible();
});

test("what somebody else saved in the meantime takes nothing away", async ({ page, context, signIn, copyModel }) => {
  test.setTimeout(300_000);
  const [mine, theirs] = [freshHost("mine"), freshHost("theirs")];
  await signIn();
  const address = `/threats/${await copyModel("kubernetes")}/edit-diagram`;
  await page.goto(address);
  await page.getByRole("button", { name: "Add store" }).click();
  await page.getByLabel("Name", { exact: true }).fill(mine);
  const other = await context.newPage();
  await other.goto(address);
  await other.getByRole("button", { name: "Add actor" }).click();
  await other.getByLabel("Name", { exact: true }).fill(theirs);
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText(/^Saved as version \d+\.$/)).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/in the meantime.* Your changes are still here\./)).toBeVisible();
  await page.getByRole("button", { name: /^Put my changes on version \d+$/ }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/^Saved as version \d+\.$/)).toBeVisible();
  for (const name of [mine, theirs]) {
    await expect(page.getByRole("group", { name: new RegExp(`^${name}, `) })).toBeVisible();
  }
});
