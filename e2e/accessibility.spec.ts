import { expect, freshHost, log, redated, test } from "./support/journey";

const THEMES = ["light", "dark"] as const;
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
] as const;

for (const theme of THEMES) {
  for (const size of SIZES) {
    test(`axe finds nothing, ${theme}, ${size.width} px`, async ({ page, context, baseURL, signIn, uploadLog, expectAccessible }) => {
      test.setTimeout(900_000);
      await context.addCookies([{ name: "theme", value: theme, url: baseURL ?? "" }]);
      await page.setViewportSize(size);
      const problems: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") problems.push(`${page.url()}: ${message.text()}`);
      });
      await page.goto("/sign-in");
      await expectAccessible();
      await signIn();
      const host = freshHost("axe");
      const first = await uploadLog(host, redated(log("v1.6.1/before.text"), "2026-11-01T06:00:00+00:00"));
      const { scan } = await uploadLog(host, redated(log("v1.6.1/after.text"), "2026-11-02T06:00:00+00:00"));
      await page.goto(`/hosts/${host}`);
      const finding = await page.getByRole("table").getByRole("link").first().getAttribute("href");
      const findingId = Number(/finding=(\d+)/.exec(finding ?? "")?.[1]);
      const accepted = await page.request.post("/api/v1/decisions", {
        data: {
          ...{ kind: "accept", findings: [findingId], reason: "Only the agent of the monitoring does it." },
          until: new Date(Date.now() + 604_800_000).toISOString(),
        },
        headers: { origin: baseURL ?? "" },
      });
      const decision = (await accepted.json()).items[0]?.id;
      const pages = [
        "/",
        "/hosts",
        "/hosts?q=nothing-is-called-this",
        `/hosts/${host}`,
        `/hosts/${host}?state=all`,
        finding ?? "",
        `/hosts/${host}/history`,
        `/hosts/${host}/settings`,
        "/hosts/compare",
        `/hosts/compare?a=${host}&b=${host}&a_on=2026-11-01`,
        `/hosts/compare?a=${host}&b=nobody-is-called-this`,
        `/scans/${scan.id}`,
        `/scans/${scan.id}/raw`,
        `/scans/${scan.id}/diff/${first.scan.id}`,
        "/findings",
        `/findings?group=host&host=${host}`,
        `/findings?group=none&host=${host}`,
        `/findings?group=none&finding=${findingId}`,
        "/findings?q=nothing-is-called-this",
        "/controls?q=5.15",
        "/controls/live-restore",
        "/threats/coverage?model=docker",
        "/threats/coverage?model=docker&by=element&view=table",
        `/threats/coverage?model=docker&q=${host}&view=table&as_of=2026-11-01`,
        "/threats/coverage?model=docker&by=element&as_of=2999-01-01",
        "/upload",
        "/upload?tab=paste",
        "/upload?tab=cli",
        "/tasks",
        "/tasks?view=board",
        "/tasks/new?control=live-restore",
        "/decisions",
        "/decisions?standing=expiring&kind=accept",
        "/decisions?host=nobody-is-called-this&standing=eternal",
        `/decisions/${decision}`,
        `/decisions/new?from=${decision}`,
        `/decisions/new?act=attest&host=${host}&state=needs_review`,
        "/decisions/new",
        "/threats",
        "/threats/docker",
        "/threats/docker?view=table",
        "/threats/docker?view=diagram",
        `/threats/docker?host=${host}&stride=D`,
        "/threats/docker/resource-exhaustion",
        `/threats/docker/resource-exhaustion?host=${host}`,
        "/threats/docker/resource-exhaustion/edit",
        "/threats/docker/edit",
        "/threats/docker/edit?element=dockerd",
        "/threats/docker/edit-diagram",
        "/threats/docker/history",
        "/threats/docker/compare",
        "/threats/kubernetes",
        "/threats/coverage?model=kubernetes",
        "/threats/new",
        "/threats/import",
        `/hosts/${host}/threats`,
        "/inbox",
        "/inbox?show=all",
        "/findings?sla=overdue",
        "/settings/profile",
        "/settings/notifications",
        "/settings/webhooks",
        "/settings/service-levels",
        "/settings/evidence",
        "/settings/users",
        "/settings/tokens",
      ];
      for (const path of pages) {
        const answer = await page.goto(path);
        expect(answer?.status(), path).toBe(200);
        await expectAccessible();
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(sideways, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
      }
      expect(problems).toEqual([]);
    });
  }
}
