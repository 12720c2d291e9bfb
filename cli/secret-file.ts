import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { errorCode, Refusal } from "./refusal";

/**
 * The secret in a file, made on first use and readable by its owner only. Two processes that start at the same time
 * agree on one: the file appears whole, under its name, once.
 */
export function readOrCreateSecret(file: string, create: () => string): string {
  const found = read(file);
  if (found !== null) return found;
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, `${create()}\n`, { mode: 0o600, flag: "wx" });
  try {
    linkSync(draft, file);
  } catch (problem) {
    // Some file systems know no second name for a file; there the last of two simultaneous first starts would win.
    if (errorCode(problem) !== "EEXIST") renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  const made = read(file);
  if (made === null) throw new Refusal(`The file ${file} vanished while it was made: start again.`);
  return made;
}

function read(file: string): string | null {
  let text: string;
  try {
    text = readFileSync(file, "utf8").trim();
  } catch (problem) {
    if (errorCode(problem) === "ENOENT") return null;
    throw problem;
  }
  if (text === "") throw new Refusal(`The file ${file} is empty: restore it from a backup, or delete it when there is nothing to lose.`);
  return text;
}
