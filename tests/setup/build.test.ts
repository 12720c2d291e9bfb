import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { build, isBuildNeeded } from "@/cli/build";
import { temporaryFolder } from "./bulkhead";

/** Stands in for the compiler: makes the files that a build makes. */
const BUILD = [
  "-e",
  'const fs = require("fs"); fs.mkdirSync(".next/standalone", { recursive: true }); fs.mkdirSync(".next/static", { recursive: true }); fs.writeFileSync(".next/standalone/server.js", ""); fs.writeFileSync(".next/static/chunk.js", "1")',
];

describe("build", () => {
  const project = temporaryFolder();
  const file = (path: string): string => join(project.path, path);
  beforeEach(() => {
    for (const folder of ["app", "lib/data/generated", "public"]) mkdirSync(file(folder), { recursive: true });
    writeFileSync(file("app/page.tsx"), "one");
    writeFileSync(file("package-lock.json"), "{}");
    writeFileSync(file("public/icon.svg"), "<svg/>");
  });
  afterEach(() => vi.restoreAllMocks());
  afterAll(() => project.remove());

  it("is needed at first, then not, then after a change of sources, of the lock file or of the list of files", () => {
    expect(isBuildNeeded(project.path)).toBe(true);
    build(project.path, [BUILD]);
    expect(isBuildNeeded(project.path)).toBe(false);
    expect(readFileSync(file(".next/standalone/.next/static/chunk.js"), "utf8")).toBe("1");
    expect(readFileSync(file(".next/standalone/public/icon.svg"), "utf8")).toBe("<svg/>");

    writeFileSync(file("lib/data/generated/client.ts"), "follows from the schema");
    expect(isBuildNeeded(project.path)).toBe(false);
    writeFileSync(file("app/page.tsx"), "two");
    expect(isBuildNeeded(project.path)).toBe(true);
    build(project.path, [BUILD]);
    writeFileSync(file("package-lock.json"), "{ }");
    expect(isBuildNeeded(project.path)).toBe(true);
    build(project.path, [BUILD]);
    writeFileSync(file("app/new.tsx"), "");
    expect(isBuildNeeded(project.path)).toBe(true);
  });

  it("shows what a failed build printed, and is needed again", () => {
    const shown = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const failing = [
      "-e",
      'require("fs").rmSync(".next", { recursive: true, force: true }); console.error("Syntax error in page.tsx"); process.exit(1)',
    ];
    expect(() => build(project.path, [failing, BUILD])).toThrow(
      'The build failed as shown above: mend that, or undo your changes and run "npm ci", then start again.',
    );
    expect(shown).toHaveBeenCalledWith("Syntax error in page.tsx\n");
    expect(isBuildNeeded(project.path)).toBe(true);
  });

  it("says when memory or space ran out", () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    expect(() => build(project.path, [["-e", 'process.kill(process.pid, "SIGKILL")']])).toThrow("it needs about 2 GB");
    expect(() => build(project.path, [["-e", 'console.error("No space left on device (os error 28)"); process.exit(1)']])).toThrow(
      `No space is left on the disk of ${project.path}`,
    );
  });
});
