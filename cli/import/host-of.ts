import { basename, dirname } from "node:path";
import { guessHostName, readHostName } from "@/lib/shared/host-name";
import type { ListedFile } from "./list-files";

export const HOST_SOURCES = ["file", "folder"] as const;

/** One host for all files; or each file's from its own name, its folder's, or whichever tells something. */
export type HostRule = { readonly name: string } | { readonly from: (typeof HOST_SOURCES)[number] | "guess" };

/** The host a file is of; null when its name and folder do not tell. */
export function hostOf({ path }: ListedFile, rule: HostRule): string | null {
  if ("name" in rule) return rule.name;
  if (rule.from === "folder") return nameOrNull(basename(dirname(path)));
  if (rule.from === "file") return nameOrNull(basename(path).replace(ENDINGS, ""));
  return guessHostName(path.replaceAll("\\", "/"));
}

/** Endings that say how a log was written, not of which host it is. */
const ENDINGS = /(\.(gz|json|log|txt|text|out|ansi|stdout))+$/i;

function nameOrNull(text: string): string | null {
  const name = readHostName(text);
  return name.ok ? name.value : null;
}
