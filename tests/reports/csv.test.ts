import { describe, expect, it } from "vitest";
import { readBench } from "@/lib/bench/read-bench";
import { csvLine } from "@/lib/reports/csv";
import { logBytes } from "../support/upload";

/** A reader of RFC 4180 that knows nothing of the writer. */
function readCsv(text: string): string[][] {
  const records: string[][] = [[]];
  for (let i = 0; i < text.length; ) {
    const quoted = /"((?:[^"]|"")*)"/y;
    const plain = /[^",\r\n]*/y;
    const pattern = text[i] === '"' ? quoted : plain;
    pattern.lastIndex = i;
    const [whole = "", inner = whole] = pattern.exec(text) ?? [];
    records.at(-1)?.push(inner.replaceAll('""', '"'));
    i += whole.length;
    if (text[i] === ",") i += 1;
    else if (text.startsWith("\r\n", i)) {
      i += 2;
      if (i < text.length) records.push([]);
    } else if (i < text.length) throw new Error(`not CSV at ${i}: ${text.slice(i, i + 20)}`);
  }
  return records;
}

describe("csvLine", () => {
  it("makes text of what a spreadsheet would run, and leaves numbers alone", () => {
    expect(csvLine(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", -1])).toBe(`'=1+1,'+1,'-1,'@SUM(A1),'\tx,"'\rx",-1\r\n`);
    expect(csvLine(["a=1", "b-c", ""])).toBe("a=1,b-c,\r\n");
  });

  it("quotes commas, quotes and line ends", () => {
    expect(csvLine(['say "x"', "a,b", "a\nb", null, new Date(0)])).toBe('"say ""x""","a,b","a\nb",,1970-01-01T00:00:00.000Z\r\n');
  });

  it("keeps every hostile name of the logs whole and never at the beginning of a formula", () => {
    const names = ["v1.3.4-20180510/hostile.json", "v1.3.5/hostile.json"].flatMap((log) => {
      const read = readBench(logBytes(log).toString());
      if (!read.ok) throw new Error("unreadable");
      return read.value.runs.flatMap(({ results }) => results.flatMap(({ title, items }) => [title, ...items.map(({ name }) => name)]));
    });
    expect(names.length).toBeGreaterThan(50);
    const all = [...names, ...names.flatMap((name) => ["=", "+", "-", "@", "\t", "\r"].map((sign) => sign + name))];
    const records = readCsv(all.map((name) => csvLine([name, "end"])).join(""));
    expect(records.map(([cell]) => cell?.replace(/^'/, ""))).toEqual(all.map((name) => name.replace(/^'/, "")));
    expect(records.every(([cell = "", end]) => !/^[=+\-@\t\r]/.test(cell) && end === "end")).toBe(true);
  });
});
