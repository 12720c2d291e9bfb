import { err, ok, type Result } from "./result";

const HOST_NAME_MAX = 200;

// Control, format (bidi, zero width) and private characters could make two names look alike or hide in a log line.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/** A host name as people may give it: NFKC-normalised, trimmed, 1 to 200 characters, nothing invisible, no slash. */
export function readHostName(given: string): Result<string, string> {
  const name = given.normalize("NFKC").trim();
  if (name === "") return err("A scan needs the name of its host: the tool never prints it.");
  if (name.length > HOST_NAME_MAX) return err(`A host name has at most ${HOST_NAME_MAX} characters; this one has ${name.length}.`);
  if (UNSEEN.test(name)) return err("A host name must not hold invisible or control characters.");
  if (/[/\\?#]/.test(name) || name === "." || name === "..")
    return err("A host name must not hold / \\ ? or #, because it is part of addresses.");
  return ok(name);
}

/**
 * A host name guessed from where a log lay: the file's name without its endings, or the folder when the file has one of
 * the tool's own names. Null when neither tells anything. `path` uses forward slashes.
 */
export function guessHostName(path: string): string | null {
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  const file = parts.at(-1) ?? "";
  const stem = file.replace(/(\.(gz|json|log|txt|text|out|ansi|stdout))+$/i, "");
  const name = TOOL_NAMES.test(stem) || stem === "" ? (parts.at(-2) ?? "") : stem;
  if (TOOL_NAMES.test(name)) return null;
  const read = readHostName(name.replace(/[-_.]?docker-bench(-security)?([-_.]sh)?$/i, ""));
  return read.ok ? read.value : null;
}

const TOOL_NAMES =
  /^(docker-bench(-security)?(\.sh)?|docker_bench|bench|log|logs|scan|scan ?\(\d+\)|results?|output|stdin|download|untitled)([ _-]?\(?\d+\)?)?$/i;
