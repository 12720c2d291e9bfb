import { readFileSync } from "node:fs";

/** Pieces of one shape of log, each a run with names of its own, until they make `bytes`. */
export type Shape = (bytes: number) => Generator<string>;

const TEXT = readFileSync("tests/logs/v1.6.1/before.text", "utf8");
const COLOURED = readFileSync("tests/logs/v1.6.1/default5.ansi", "utf8");
const SECTIONS = readFileSync("tests/logs/v1.6.1/before.x.json", "utf8");
const FLAT = readFileSync("tests/logs/v1.3.4-20180510/default5.json", "utf8");

const START = Date.UTC(2024, 0, 1) / 1000;
const CONTAINER = /\b([a-z]+(?:-[a-z]+)*)-(\d{1,2})\b/g;

/** The same run on another host at another time: as in a real fleet, no name of a container occurs twice. */
function ofHost(log: string, host: number): string {
  const start = START + host * 3600;
  return log
    .replace(CONTAINER, `$1-h${host}-$2`)
    .replace(/^Initializing .*$/m, `Initializing ${new Date(start * 1000).toISOString().replace(".000Z", "+00:00")}`)
    .replace(/"start": ?\d+/, `"start": ${start}`);
}

function* runs(log: string, bytes: number): Generator<string> {
  for (let host = 0, length = 0; host === 0 || length < bytes; host += 1) {
    const run = ofHost(log, host);
    length += run.length;
    yield run;
  }
}

function* listed(pieces: Iterable<string>): Generator<string> {
  let separator = "[";
  for (const piece of pieces) {
    yield separator + piece;
    separator = ",\n";
  }
  yield "]\n";
}

/** The tool escapes nothing: one user of a Windows domain, and the whole file is no JSON any more. */
function* broken(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield piece.replace('"items": [', '"items": ["CORP\\alice", ');
}

export const SHAPES = {
  text: (bytes) => runs(TEXT, bytes),
  "coloured text": (bytes) => runs(COLOURED, bytes),
  "JSON with sections": (bytes) => listed(runs(SECTIONS, bytes)),
  "flat JSON": (bytes) => listed(runs(FLAT, bytes)),
  "broken JSON": (bytes) => listed(broken(runs(SECTIONS, bytes))),
} satisfies Readonly<Record<string, Shape>>;

/** The bytes of a log of about `bytes` bytes. */
export const bytesOf = (shape: Shape, bytes: number): Uint8Array => Buffer.concat([...shape(bytes)].map((piece) => Buffer.from(piece)));
