import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeText } from "@/lib/bench/decode-text";
import { readBench } from "@/lib/bench/read-bench";
import { bytesOf, SHAPES, type Shape } from "./reader-inputs";
import { median } from "./timing";

const MEGABYTE = 1_000_000;
const SIZES = [0.02, 0.2, 2, 16, 64].map((megabytes) => megabytes * MEGABYTE);
const MEMORY_SIZE = 48 * MEGABYTE;
const TAG = /^\[(?:PASS|WARN|INFO|NOTE)\] /;

/** Ratios of the readers to the least that any reader must do on the same bytes, their growth with size, and their memory. */
export function benchReaders(): string[] {
  return ["", "Readers", ...memory(), ...ratios(), ...growth(), ...hostile()];
}

/** Decoding, then one regular expression per line. */
function splitAndTest(bytes: Uint8Array): number {
  let tagged = 0;
  for (const line of new TextDecoder().decode(bytes).split("\n")) if (TAG.test(line)) tagged += 1;
  return tagged;
}

const parse = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));

function read(bytes: Uint8Array): void {
  const { text, remarks } = decodeText(bytes);
  if (!readBench(text, remarks).ok) throw new Error("a log of the benchmark was refused");
}

function ratios(): string[] {
  const of = (shape: Shape) => bytesOf(shape, 4 * MEGABYTE);
  const text = of(SHAPES.text);
  const sections = of(SHAPES["JSON with sections"]);
  return [
    ratio(
      "text : decode, split, one test per line",
      4,
      () => read(text),
      () => splitAndTest(text),
    ),
    ratio("coloured text : decode, split, one test per line", 4, ...both(of(SHAPES["coloured text"]), splitAndTest)),
    ratio(
      "JSON with sections : decode, JSON.parse",
      3,
      () => read(sections),
      () => parse(sections),
    ),
    ratio("flat JSON : text of the same size", 3, ...both(of(SHAPES["flat JSON"]), (bytes) => read(text.subarray(0, bytes.length)))),
    ratio("broken JSON : text of the same size", 3, ...both(of(SHAPES["broken JSON"]), (bytes) => read(text.subarray(0, bytes.length)))),
  ];
}

const both = (bytes: Uint8Array, other: (bytes: Uint8Array) => unknown): [() => void, () => unknown] => [
  () => read(bytes),
  () => other(bytes),
];

/** Measured in turns, so that a busy moment of the machine falls on both alike. */
function ratio(name: string, limit: number, work: () => unknown, base: () => unknown): string {
  const times: number[] = [];
  const bases: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    bases.push(time(base));
    times.push(time(work));
  }
  return line(name, median(times.slice(3)) / median(bases.slice(3)), limit);
}

function growth(): string[] {
  return Object.entries(SHAPES).map(([name, shape]) => {
    const costs = SIZES.map((size) => costPerMegabyte(bytesOf(shape, size)));
    const each = costs.map((cost) => cost.toFixed(1)).join(" ");
    return `${line(`${name}: dearest : cheapest megabyte`, Math.max(...costs) / Math.min(...costs), 2)}  (${each} ms at 0.02, 0.2, 2, 16, 64 MB)`;
  });
}

/** Small logs are read many times over, so that each size is measured on about as many bytes. */
function costPerMegabyte(bytes: Uint8Array): number {
  const repeats = Math.max(1, Math.round((4 * MEGABYTE) / bytes.length));
  const times = Array.from({ length: bytes.length > 8 * MEGABYTE ? 3 : 7 }, () =>
    time(() => {
      for (let index = 0; index < repeats; index += 1) read(bytes);
    }),
  );
  return (median(times) * MEGABYTE) / (bytes.length * repeats);
}

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const line = (name: string, value: number, limit: number): string =>
  `${name.padEnd(58)} ${value.toFixed(2).padStart(6)}x  (at most ${limit}x${value > limit ? ": MISSED" : ""})`;

/** Peak memory of a fresh process over that of one that reads a small log, as a multiple of the bytes read. */
function memory(): string[] {
  const directory = mkdtempSync(join(tmpdir(), "bulkhead-bench-"));
  try {
    return Object.entries(SHAPES).map(([name, shape]) => {
      const [small, large] = [write(directory, shape, 1), write(directory, shape, MEMORY_SIZE)];
      return line(`${name}: peak memory : bytes read`, (peak(large) - peak(small)) / statSync(large).size, 6);
    });
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function write(directory: string, shape: Shape, bytes: number): string {
  const path = join(directory, String(bytes));
  const file = openSync(path, "w");
  for (const piece of shape(bytes)) writeSync(file, piece);
  closeSync(file);
  return path;
}

const peak = (path: string): number =>
  Number(execFileSync(process.execPath, ["--import", "tsx", "scripts/bench/reader-memory.ts", path], { encoding: "utf8" }));

const HOSTILE: Readonly<Record<string, (bytes: number) => string>> = {
  "tags without an end": (bytes) => "[WARN] ".repeat(bytes / 7),
  "one line of results": (bytes) => "[WARN] 5.1 - x ".repeat(bytes / 15),
  quotes: (bytes) => `{"${'"'.repeat(bytes)}`,
};

/** A linear reader has a ratio near 1, whatever it is given. */
function hostile(): string[] {
  return Object.entries(HOSTILE).map(([name, make]) => {
    const [small, large] = [MEGABYTE, 8 * MEGABYTE].map((size) => {
      const text = make(size);
      return (median(Array.from({ length: 5 }, () => time(() => readBench(text)))) * MEGABYTE) / text.length;
    });
    return line(`hostile, ${name}: megabyte of 8 : of 1`, (large ?? Number.NaN) / (small ?? Number.NaN), 2);
  });
}
