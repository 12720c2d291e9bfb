import { readFileSync } from "node:fs";
import { readBench } from "@/lib/bench/read-bench";
import { median } from "./timing";

const text = readFileSync("tests/logs/v1.6.1/default5.text", "utf8");
const json = readFileSync("tests/logs/v1.6.1/default5.json", "utf8");

const SHAPES: Readonly<Record<string, (bytes: number) => string>> = {
  "runs appended to one text log": (bytes) => text.repeat(Math.ceil(bytes / text.length)),
  "an array of JSON runs": (bytes) => `[${Array.from({ length: Math.ceil(bytes / json.length) }, () => json).join(",\n")}]`,
  "hostile: tags without an end": (bytes) => "[WARN] ".repeat(bytes / 7),
  "hostile: one line of results": (bytes) => "[WARN] 5.1 - x ".repeat(bytes / 15),
  "hostile: quotes": (bytes) => `{"${'"'.repeat(bytes)}`,
};

const MEGABYTE = 1_000_000;

/** How reading time grows with size: per megabyte at 1 and at 8 MB. A linear reader has a ratio near 1. */
export function benchReaders(): string[] {
  const lines = Object.entries(SHAPES).map(([name, make]) => {
    const [small, large] = [perMegabyte(make(MEGABYTE)), perMegabyte(make(8 * MEGABYTE))];
    return `${name.padEnd(58)} ${small.toFixed(1).padStart(6)} ms/MB at 1 MB, ${large.toFixed(1).padStart(6)} at 8 MB  ${(large / small).toFixed(1)}x`;
  });
  return ["", "Readers", ...lines];
}

function perMegabyte(input: string): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    readBench(input);
    return performance.now() - start;
  });
  return (median(times) * MEGABYTE) / input.length;
}
