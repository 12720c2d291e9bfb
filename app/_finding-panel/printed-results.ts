import "server-only";
import type { Evidence } from "@/components/findings/printed-evidence";
import type { Viewer } from "@/lib/access/viewer";
import { type Observation, observations } from "@/lib/catalogue/observation";
import type { ResolvedRun } from "@/lib/catalogue/resolve-run";
import { defectsOfResult } from "@/lib/catalogue/tool-defects";
import { getPrintedLines, type PrintedLine } from "@/lib/data/printed-lines";
import { getScanRun } from "@/lib/data/scan-content";
import { getScan } from "@/lib/data/scans";
import { evidenceLines, lastLineToRead } from "./evidence-lines";

const READ_WIDTH = 400;

/** What a scan printed of some controls, by key; what it did not print is missing. The log is unpacked once for all of them. */
export async function loadPrintedResults(
  viewer: Viewer,
  scanId: number,
  keys: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Evidence>> {
  const [scan, run] = await Promise.all([getScan(viewer, scanId), getScanRun(viewer, scanId)]);
  if (scan === null || run === null) return new Map();
  const observed = observations(run).filter(({ key }) => keys.has(key));
  const at = observed.flatMap(({ line }) => line ?? []);
  const read = at.length === 0 ? [] : await getPrintedLines(viewer, scanId, Math.min(...at), lastLineToRead(Math.max(...at)));
  return new Map(observed.map((one) => [one.key, { scanId, ranAt: scan.ranAt, ...resultOf(run, one, read) }]));
}

function resultOf(run: ResolvedRun, observed: Observation, all: readonly PrintedLine[]): Omit<Evidence, "scanId" | "ranAt"> {
  const { key, level, line, number, title, items } = observed;
  const result = run.results.find((candidate) => candidate.key === key && candidate.line === line);
  const itemLines = (result?.items ?? []).flatMap((item) => item.line ?? []);
  const read = line === null ? [] : all.filter((candidate) => candidate.line >= line && candidate.line <= lastLineToRead(line));
  const shown = line === null ? null : evidenceLines(read, line, itemLines);
  const asRead = { line: line ?? 1, text: `[${level}] ${number === null ? "" : `${number} - `}${title}`.slice(0, READ_WIDTH) };
  return {
    level,
    line,
    printed: shown?.lines ?? [asRead],
    marked: shown?.marked ?? null,
    left: shown?.left ?? 0,
    // A text log prints each item on a line of its own: shown once is enough.
    items: shown?.itemsShown ? [] : items.map((item) => item.name),
    defects: defectsOfResult({ control: key, level, title }, run),
  };
}
