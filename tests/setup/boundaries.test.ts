import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBoundaries } from "@/scripts/check-boundaries";

/** Planted imports, each of which exactly one rule must catch. */
const FORBIDDEN: readonly (readonly [rule: string, from: string, to: string])[] = [
  ["shared-is-the-floor", "lib/shared/floor.ts", "lib/env.ts"],
  ["order-of-pure-folders-bench", "lib/bench/reader.ts", "lib/catalogue/controls.ts"],
  ["order-of-pure-folders-tasks", "lib/tasks/life.ts", "lib/data/hosts.ts"],
  ["pure-stays-pure", "lib/hardening/fold.ts", "fs"],
  ["pure-needs-no-package", "lib/access/roles.ts", "node_modules/react/index.js"],
  ["prisma-stays-in-data", "lib/auth/session.ts", "node_modules/pg/index.js"],
  ["prisma-stays-in-data", "app/page.tsx", "lib/data/generated/client.ts"],
  ["generated-client-stays-in-data", "cli/token.ts", "lib/data/generated/client.ts"],
  ["lib-knows-no-app", "lib/http/route.ts", "app/layout.tsx"],
  ["data-knows-no-edge", "lib/data/scans.ts", "lib/http/action.ts"],
  ["components-are-dumb", "components/hosts/list.tsx", "lib/data/hosts.ts"],
  ["ui-knows-no-domain", "components/ui/badge.tsx", "lib/stride/categories.ts"],
  ["ui-is-the-bottom", "components/ui/table.tsx", "components/layout/frame.tsx"],
  ["features-do-not-cross", "components/tasks/board.tsx", "components/findings/row.tsx"],
  ["routes-do-not-cross", "app/(dashboard)/tasks/[id]/page.tsx", "app/(dashboard)/hosts/filter.ts"],
  ["routes-do-not-cross", "app/api/v1/scans/route.ts", "app/api/v1/hosts/query.ts"],
  ["pages-and-api-do-not-cross", "app/(dashboard)/upload/form.tsx", "app/api/v1/hosts/query.ts"],
  ["api-and-pages-do-not-cross", "app/api/metrics/route.ts", "app/(dashboard)/hosts/filter.ts"],
  ["e2e-sees-only-the-browser", "e2e/upload.spec.ts", "lib/stride/categories.ts"],
  ["nothing-imports-tests", "cli/user.ts", "tests/support/database.ts"],
  ["app-does-not-run-commands", "app/about.tsx", "cli/build.ts"],
];

/** Imports that the design wants. */
const ALLOWED: readonly (readonly [from: string, to: string])[] = [
  ["lib/hardening/diff.ts", "lib/catalogue/controls.ts"],
  ["lib/bench/shape.ts", "node_modules/zod/index.js"],
  ["lib/data/events.ts", "lib/data/generated/client.ts"],
  ["lib/data/pool.ts", "node_modules/pg/index.js"],
  ["components/hosts/card.tsx", "lib/stride/categories.ts"],
  ["components/hosts/chart.tsx", "components/ui/badge.tsx"],
  ["app/(dashboard)/hosts/[name]/page.tsx", "app/(dashboard)/hosts/filter.ts"],
  ["app/(dashboard)/page.tsx", "lib/data/hosts.ts"],
  ["e2e/host.spec.ts", "e2e/support/sign-in.ts"],
];

describe("boundaries", () => {
  const folder = mkdtempSync(join(tmpdir(), "bulkhead-boundaries-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(() => {
    cpSync("tsconfig.json", join(folder, "tsconfig.json"));
    const edges = [...FORBIDDEN.map(([, from, to]) => [from, to] as const), ...ALLOWED];
    const targets = edges.map(([, to]) => to).filter((to) => to !== "fs");
    for (const file of new Set(targets)) write(join(folder, file), "export const value = 1;\n");
    for (const name of ["pg", "react", "zod"])
      write(join(folder, "node_modules", name, "package.json"), JSON.stringify({ name, main: "index.js" }));
    for (const [from, to] of edges)
      write(join(folder, from), `export { value as imported } from "${specifier(to)}";\nexport const value = 1;\n`);
  });

  it("catch every planted violation, once, and nothing else", async () => {
    const { violations, modules } = await checkBoundaries(folder);
    expect([...violations].sort()).toEqual(FORBIDDEN.map(([rule, from, to]) => `${rule}: ${from} -> ${to}`).sort());
    const files = new Set([...FORBIDDEN.flatMap(([, from, to]) => [from, to]), ...ALLOWED.flat()]);
    expect(modules).toBe([...files].filter((file) => /\.tsx?$/.test(file)).length);
  }, 60_000);
});

function specifier(to: string): string {
  if (to === "fs") return "node:fs";
  const [, name] = /^node_modules\/([^/]+)\//.exec(to) ?? [];
  return name ?? `@/${to.replace(/\.tsx?$/, "")}`;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
