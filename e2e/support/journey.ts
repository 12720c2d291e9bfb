import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { type APIResponse, type BrowserContext, test as base, expect, type Page } from "playwright/test";
import { ADMIN } from "./admin";

/** The bytes of a real log kept with the tests, e.g. "v1.6.1/default5.text". */
export const log = (name: string): Buffer => readFileSync(new URL(`../../tests/logs/${name}`, import.meta.url));

/** A file as a browser's file input takes it. */
export const file = (name: string, buffer: Buffer) => ({ name, mimeType: "text/plain", buffer });

/** Names that no other test uses: all journeys share one server. */
let made = 0;
export const freshHost = (stem: string): string => {
  made += 1;
  return `${stem}-${process.pid}-${made}`;
};

interface Journey {
  readonly signIn: () => Promise<void>;
  /** Uploads a log for a host as the signed-in browser would; answers the API's JSON. */
  readonly uploadLog: (host: string, bytes: Buffer) => Promise<{ scan: { id: number; url: string } }>;
  /** Adds a copy of a shipped threat model under a name of its own, which no other journey edits; answers its slug. */
  readonly copyModel: (slug: "docker" | "kubernetes") => Promise<string>;
  /** Adds somebody and opens the app as them, in a browser of their own; whoever is signed in must be an admin. */
  readonly joinAs: (name: string, role: "viewer" | "engineer" | "lead") => Promise<Page>;
  /** Fails when axe finds anything on the page as it is now. */
  readonly expectAccessible: () => Promise<void>;
}

export const test = base.extend<Journey>({
  signIn: async ({ page }, use) => {
    await use(() => signInAs(page, ADMIN));
  },
  uploadLog: async ({ page, baseURL }, use) => {
    await use(async (host, bytes) => {
      const answer: APIResponse = await page.request.post(`/api/v1/scans?host=${encodeURIComponent(host)}`, {
        data: bytes,
        headers: { "content-type": "application/octet-stream", origin: baseURL ?? "" },
      });
      expect(answer.ok(), await answer.text()).toBe(true);
      return answer.json();
    });
  },
  copyModel: async ({ page, baseURL }, use) => {
    await use(async (slug) => {
      const copy = await (await page.request.get(`/api/v1/threat-models/${slug}?format=otm`)).json();
      const title = freshHost(`Copy of ${slug}`);
      const answer = await page.request.post("/api/v1/threat-models", {
        data: { ...copy, project: { ...copy.project, name: title } },
        headers: { origin: baseURL ?? "" },
      });
      expect(answer.ok(), await answer.text()).toBe(true);
      return (await answer.json()).slug;
    });
  },
  joinAs: async ({ page, browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (name, role) => {
      const person = { email: `${freshHost(name)}@example.org`, password: `a long passphrase for ${name}` };
      await page.goto("/settings/users");
      await page.getByLabel("Name", { exact: true }).fill(name);
      await page.getByLabel("E-mail address").fill(person.email);
      await page.getByLabel("Role", { exact: true }).selectOption(role);
      await page.getByLabel("Initial password").fill(person.password);
      await page.getByRole("button", { name: "Add person" }).click();
      await expect(page.getByText(`${name} can sign in as`)).toBeVisible();
      const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), locale: "en-GB", timezoneId: "UTC" });
      contexts.push(context);
      const own = await context.newPage();
      await signInAs(own, person);
      return own;
    });
    for (const context of contexts) await context.close();
  },
  expectAccessible: async ({ page }, use) => {
    await use(async () => {
      // From the top: a row that is half under the sticky head of its table is no small target, only scrolled.
      await page.evaluate(() => window.scrollTo(0, 0));
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
      expect(found, page.url()).toEqual([]);
    });
  },
});

export { expect };

async function signInAs(page: Page, person: { readonly email: string; readonly password: string }): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");
}

/** A log with another start time, so that one file serves as scans of several days. */
export const redated = (bytes: Buffer, iso: string): Buffer =>
  Buffer.from(bytes.toString().replace(/^Initializing .*$/m, `Initializing ${iso}`));
