import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { errorCode, Refusal } from "../refusal";

/** A file to import, with its absolute path. */
export interface ListedFile {
  readonly path: string;
}

/**
 * The files that paths name, folders walked through to the end: sorted, each once, hidden ones and links to folders left out.
 * Throws a Refusal for a path that is not there.
 */
export async function listFiles(paths: readonly string[]): Promise<ListedFile[]> {
  const found = new Set<string>();
  for (const path of paths) for (const file of await filesOf(resolve(path))) found.add(file);
  return [...found].sort().map((path) => ({ path }));
}

async function filesOf(path: string): Promise<string[]> {
  const kind = await kindOf(path);
  return kind === "folder" ? filesIn(path) : [path];
}

async function kindOf(path: string): Promise<"file" | "folder"> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch (problem) {
    const reason = errorCode(problem) === "ENOENT" ? "There is no" : "No access to";
    throw new Refusal(`${reason} ${path}.`, { exitCode: 2, cause: problem });
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await filesIn(path)));
    else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path)))) files.push(path);
  }
  return files;
}

/** A link to a folder could lead in circles, and one to nothing is no file. */
const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (target) => target.isFile(),
    () => false,
  );
