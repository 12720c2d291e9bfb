import { relative } from "node:path";
import type { ImportedFile } from "./import-file";

/** One line for a file, as it is read from left to right: what it was, what became of it. */
export function summaryLine(file: ImportedFile): string {
  const name = relative(process.cwd(), file.path) || file.path;
  if (file.kind === "refused") return `refused  ${name}: ${file.reason}`;
  if (file.kind === "known") return `known    ${name} is scan ${file.scanId} of ${file.host}`;
  const parts = [
    `scan ${file.scanId} of ${file.host}`,
    `${file.checks} checks${file.complete ? "" : ", the run is not complete"}`,
    `${file.newlyFailing} newly failing`,
    `${file.fixed} fixed`,
    ...file.warnings,
  ];
  return `stored   ${name} is ${parts.join(", ")}`;
}

/** "3 stored for 2 hosts, 1 known, 1 refused". */
export function totalsOf(files: readonly ImportedFile[]): string {
  const stored = files.filter((file) => file.kind === "stored");
  const hosts = new Set(stored.map(({ host }) => host)).size;
  const count = (kind: ImportedFile["kind"]): number => files.filter((file) => file.kind === kind).length;
  return [
    `${stored.length} stored${stored.length > 0 ? ` for ${hosts} ${hosts === 1 ? "host" : "hosts"}` : ""}`,
    `${count("known")} known already`,
    `${count("refused")} refused`,
  ].join(", ");
}
