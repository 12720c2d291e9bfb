import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/** What a build is made from. The generated client is left out: it follows from the schema. */
const SOURCES = [
  ...["app", "components", "lib", "public", "prisma/schema.prisma", "proxy.ts", "instrumentation.ts", "instrumentation-client.ts"],
  ...["next.config.js", "postcss.config.mjs", "tsconfig.json", "package.json", "package-lock.json"],
];
const GENERATED = join("lib", "data", "generated");

/** A digest of all sources of the app: another one means that the build is out of date. */
export function sourceDigest(root: string): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap((source) => [...files(root, join(root, source))])) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

function* files(root: string, path: string): Generator<string> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile()) yield path;
  if (!stat?.isDirectory() || relative(root, path) === GENERATED) return;
  for (const name of readdirSync(path).sort()) yield* files(root, join(path, name));
}
