import { parseArgs } from "node:util";
import { makeViewer } from "@/lib/access/viewer";
import { loadCatalogue } from "@/lib/data/load-catalogue";
import { readHostName } from "@/lib/shared/host-name";
import { limiter } from "@/lib/shared/limiter";
import { withDatabase } from "./connect";
import { HOST_SOURCES, type HostRule, hostOf } from "./import/host-of";
import { type ImportedFile, importFile } from "./import/import-file";
import { type ListedFile, listFiles } from "./import/list-files";
import { progressOn } from "./import/progress";
import { summaryLine, totalsOf } from "./import/summary";
import { errorMessage, Refusal } from "./refusal";

const VIEWER = makeViewer({ kind: "system", name: "command line" });

/** Uploads under way at once unless told: enough to keep two cores and the database busy. */
const DEFAULT_JOBS = 4;
const MAX_JOBS = 8;

export interface ImportPlan {
  readonly paths: readonly string[];
  readonly host: HostRule;
  readonly runs: "newest" | "all";
  readonly jobs: number;
}

/**
 * `bulkhead import PATH...`: stores logs, folders of them included, as an upload would. What is there already is skipped, so that
 * an import that was interrupted goes on where it was. Exit code 2 when any file was refused, 130 when it was interrupted.
 */
export async function run(args: readonly string[]): Promise<number> {
  const plan = readPlan(args);
  const files = await listFiles(plan.paths);
  if (files.length === 0) throw new Refusal(`There is no file in ${plan.paths.join(", ")}.`);
  return withDatabase(async () => {
    await loadCatalogue();
    return importAll(files, plan);
  });
}

async function importAll(files: readonly ListedFile[], { host, runs, jobs }: ImportPlan): Promise<number> {
  const interruption = interrupted();
  const progress = progressOn(process.stderr, files.length);
  const done: ImportedFile[] = [];
  const inTurn = limiter(jobs);
  await Promise.all(
    files.map((file) =>
      inTurn(async () => {
        if (interruption.requested()) return;
        const imported = await importFile(VIEWER, file.path, { host: hostOf(file, host), runs });
        done.push(imported);
        progress.clear();
        console.log(summaryLine(imported));
        progress.show(done.length);
      }),
    ),
  );
  progress.clear();
  console.log(`\n${totalsOf(done)}`);
  if (done.length < files.length) {
    console.log(`Interrupted: ${files.length - done.length} of ${files.length} files are left. Run the same command again to go on.`);
    return 130;
  }
  return done.some(({ kind }) => kind === "refused") ? 2 : 0;
}

/** What the options ask for. Throws a Refusal that lists the choices. */
export function readPlan(args: readonly string[]): ImportPlan {
  const { values, positionals } = parsed(args);
  if (positionals.length === 0) throw new Refusal('Name the logs or folders: "npx bulkhead import PATH...".', { exitCode: 2 });
  return {
    paths: positionals,
    host: readHostRule(values.host, values["host-from"]),
    runs: values["all-runs"] === true ? "all" : "newest",
    jobs: readJobs(values.jobs ?? String(DEFAULT_JOBS)),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        host: { type: "string" },
        "host-from": { type: "string" },
        "all-runs": { type: "boolean" },
        jobs: { type: "string" },
      },
      strict: true,
      allowPositionals: true,
    });
  } catch (problem) {
    throw new Refusal(`${errorMessage(problem)} Run the command with --help to see what it takes.`, { exitCode: 2, cause: problem });
  }
}

function readHostRule(host: string | undefined, source: string | undefined): HostRule {
  if (host !== undefined && source !== undefined)
    throw new Refusal("--host names one host for all files and --host-from one for each: give one of them.", { exitCode: 2 });
  if (host !== undefined) {
    const name = readHostName(host);
    if (!name.ok) throw new Refusal(name.error, { exitCode: 2 });
    return { name: name.value };
  }
  if (source === undefined) return { from: "guess" };
  const from = HOST_SOURCES.find((known) => known === source);
  if (from === undefined)
    throw new Refusal(`--host-from knows no "${source}": the name of the host is that of the "file" or of its "folder".`, { exitCode: 2 });
  return { from };
}

function readJobs(text: string): number {
  const jobs = Number(text);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= MAX_JOBS) return jobs;
  throw new Refusal(`--jobs is "${text}": it takes 1 to ${MAX_JOBS}.`, { exitCode: 2 });
}

/** The first Ctrl-C lets what is under way finish; nothing is left half-stored by a second one either, it only ends at once. */
function interrupted(): { readonly requested: () => boolean } {
  let requested = false;
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.once(name, () => {
      requested = true;
    });
  }
  return { requested: () => requested };
}
