import { describe, expect, it } from "vitest";
import { coverageOf } from "@/components/scans/coverage";
import { filterResults, NO_FILTER, readResultFilter, resultsHref, sectionOf } from "@/components/scans/result-filter";
import { decodeText } from "@/lib/bench/decode-text";
import { readBench } from "@/lib/bench/read-bench";
import { resolveFile } from "@/lib/catalogue/resolve-file";
import type { ResolvedRun } from "@/lib/catalogue/resolve-run";
import { logBytes } from "../support/upload";

function runOf(bytes: Buffer): ResolvedRun {
  const file = readBench(decodeText(bytes).text);
  const [run] = file.ok ? resolveFile(file.value).runs : [];
  if (run === undefined) throw new Error("no run");
  return run;
}

const { results } = runOf(logBytes("v1.6.1/before.text"));
const sections = [...new Set(results.map(sectionOf))];
const numbers = (search: Parameters<typeof readResultFilter>[0]) =>
  filterResults(results, readResultFilter(search, sections).filter).map(({ number }) => number);

describe("the filter of a scan's results", () => {
  it("takes nothing away when the address asks for nothing", () => {
    expect(readResultFilter({}, sections)).toEqual({ filter: NO_FILTER, ignored: [] });
    expect(filterResults(results, NO_FILTER)).toEqual(results);
  });

  it("keeps levels, section and words together", () => {
    expect(numbers({ level: "WARN", section: "2", q: "restore" })).toEqual(["2.15"]);
    expect(numbers({ level: "PASS", section: "2", q: "restore" })).toEqual([]);
  });

  it("looks for words in numbers, titles, items and notes, in any case", () => {
    expect(numbers({ q: "2.15" })).toEqual(["2.15"]);
    expect(numbers({ q: "LIVE RESTORE" })).toEqual(["2.15"]);
    expect(numbers({ q: "etc/docker/certs.d", level: "WARN" })).toEqual(["3.8"]);
    expect(numbers({ q: "no tls ca certificate" })).toEqual(["3.9", "3.10"]);
  });

  it("counts what the scan counted", () => {
    expect(numbers({ level: "WARN" })).toHaveLength(54);
    expect(numbers({ level: "warn,note" })).toHaveLength(65);
  });

  it("names what it does not understand and shows the rest", () => {
    const { filter, ignored } = readResultFilter({ level: "WARN,BAD", section: "99", unmapped: "yes" }, sections);
    expect(filter).toEqual({ ...NO_FILTER, levels: ["WARN"] });
    expect(ignored).toEqual(["level=BAD", "section=99", "unmapped=yes"]);
  });

  it("comes back from its own address", () => {
    const filter = { levels: ["WARN", "NOTE"], section: "5", text: "a&b, ü", unmapped: true } as const;
    const href = resultsHref(7, filter);
    expect(href).toBe("/scans/7?level=WARN,NOTE&section=5&unmapped=1&q=a%26b,+%C3%BC#results");
    const query = Object.fromEntries(new URL(href, "http://host").searchParams);
    expect(readResultFilter(query, sections).filter).toEqual(filter);
    expect(resultsHref(7, NO_FILTER)).toBe("/scans/7#results");
  });

  it("finds the results that no catalogue knows", () => {
    const odd = logBytes("v1.6.1/before.text")
      .toString()
      .replace(/^\[WARN\] 2\.2 - .*$/m, "[WARN] 2.2 - Ensure that the flux is grounded");
    const run = runOf(Buffer.from(odd));
    expect(filterResults(run.results, { ...NO_FILTER, unmapped: true }).map(({ title }) => title)).toEqual([
      "Ensure that the flux is grounded",
    ]);
  });
});

describe("the coverage of a scan", () => {
  it("is of the default run of its numbering", () => {
    expect(coverageOf(runOf(logBytes("v1.6.1/before.text")))).toEqual({ printed: 117, usual: 117 });
    expect(coverageOf(runOf(logBytes("v1.6.1/empty.text")))).toEqual({ printed: 86, usual: 117 });
  });

  it("counts no more than the checks it was cut to", () => {
    const cut = coverageOf(runOf(logBytes("v1.6.1/before.kill150.text")));
    expect(cut).toEqual({ printed: 69, usual: 117 });
  });

  it("is unknown without a numbering", () => {
    expect(coverageOf({ edition: null, results: [] })).toBeNull();
  });
});
