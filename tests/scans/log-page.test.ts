import { describe, expect, it } from "vitest";
import { readLogPage } from "@/components/scans/log-page";

describe("the page of a log that an address asks for", () => {
  it("is the first when nothing is asked", () => {
    expect(readLogPage({}, 347)).toEqual({ page: 1, pages: 1, firstLine: 1, lastLine: 347, line: null, ignored: [] });
  });

  it("is the one of the line", () => {
    expect(readLogPage({ line: "2001" }, 4100)).toMatchObject({ page: 2, pages: 3, firstLine: 2001, lastLine: 4000, line: 2001 });
    expect(readLogPage({ line: "2000" }, 4100)).toMatchObject({ page: 1, line: 2000 });
    expect(readLogPage({ line: "4100", page: "1" }, 4100)).toMatchObject({ page: 3, lastLine: 4100 });
  });

  it("names what cannot be followed", () => {
    expect(readLogPage({ line: "4101", page: "4" }, 4100)).toMatchObject({ page: 1, line: null, ignored: ["line=4101", "page=4"] });
    expect(readLogPage({ line: "-1", page: "2x" }, 4100)).toMatchObject({ page: 1, ignored: ["line=-1", "page=2x"] });
    expect(readLogPage({ page: "3" }, 4100)).toMatchObject({ page: 3, firstLine: 4001, lastLine: 4100, ignored: [] });
  });

  it("of an empty log is empty", () => {
    expect(readLogPage({}, 0)).toMatchObject({ page: 1, pages: 1, firstLine: 1, lastLine: 0 });
  });
});
