import { readFileSync } from "node:fs";
import path from "node:path";

/** A file of `tests/threats/samples`, read anew each time. */
export const sampleText = (name: string): string => readFileSync(path.join(import.meta.dirname, "../samples", name), "utf8");

export const sample = (name: string): unknown => JSON.parse(sampleText(name));
