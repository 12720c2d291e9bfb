import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { decodeText } from "@/lib/bench/decode-text";
import { getRawBytes, listRawLogs } from "./scan-content";

/** A larger log is not unpacked for a few lines of it; the raw view has them. */
const LARGEST_BYTES = 8 * 1024 * 1024;

export interface PrintedLine {
  readonly line: number;
  readonly text: string;
}

/**
 * Lines `from` to `to` (1-based, both included) of the upload whose lines a scan's evidence names, as the raw view numbers them.
 * Empty when the scan is unknown or its log too large to be unpacked for this.
 */
export async function getPrintedLines(viewer: Viewer, scanId: number, from: number, to: number): Promise<PrintedLine[]> {
  const [log] = await listRawLogs(viewer, scanId);
  if (log === undefined || log.sizeBytes > LARGEST_BYTES) return [];
  const bytes = await getRawBytes(viewer, scanId, log.digest);
  if (bytes === null) return [];
  const lines = decodeText(bytes).text.split("\n");
  return lines.slice(from - 1, to).map((text, index) => ({ line: from + index, text }));
}
