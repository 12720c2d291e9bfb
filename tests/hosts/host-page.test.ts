import { describe, expect, it } from "vitest";
import { evidenceLines, lastLineToRead } from "@/app/_finding-panel/evidence-lines";
import { dockerVersionIn } from "@/app/(dashboard)/hosts/[name]/docker-version";
import { nearNames } from "@/app/(dashboard)/hosts/[name]/near-names";
import { logBytes } from "../support/upload";

describe("dockerVersionIn", () => {
  it("finds the version in every wording the tool ever used", () => {
    expect(dockerVersionIn(["Using 24.0.7 which is current"])).toBe("24.0.7");
    expect(dockerVersionIn(["Using 1.12.6, when 1.13.0 is current as of 2017-01-18", "Your operating system vendor may…"])).toBe("1.12.6");
    expect(dockerVersionIn(["Using 19.03.8, verify is it up to date as deemed necessary"])).toBe("19.03.8");
  });

  it("finds none where there is none", () => {
    expect(dockerVersionIn([])).toBeNull();
    expect(dockerVersionIn(["Using the newest version"])).toBeNull();
  });
});

describe("nearNames", () => {
  it("forgives one mistake in a short name and more in a long one; a swapped pair is one", () => {
    const names = ["db-01", "web-01", "web-02", "WEB-04", "registry", "build-runner-01.example.org"];
    expect(nearNames("wbe-01", names, 5)).toEqual(["web-01"]);
    expect(nearNames("web-03", names, 5)).toEqual(["WEB-04", "web-01", "web-02"]);
    expect(nearNames("bild-runer-01.exmple.org", names, 5)).toEqual(["build-runner-01.example.org"]);
    expect(nearNames("mail", names, 5)).toEqual([]);
  });

  it("takes a name that goes on where the other ends for near, however long, and keeps to the limit", () => {
    expect(nearNames("web", ["web-01.example.org", "wed", "web-02"], 2)).toEqual(["web-01.example.org", "web-02"]);
    expect(nearNames("web-01.example.org", ["web-01"], 5)).toEqual(["web-01"]);
  });
});

describe("evidenceLines", () => {
  const read = (name: string, line: number) =>
    logBytes(name)
      .toString()
      .split("\n")
      .slice(line - 1, lastLineToRead(line))
      .map((text, index) => ({ line: line + index, text }));
  const lineOf = (name: string, start: string): number =>
    logBytes(name)
      .toString()
      .split("\n")
      .findIndex((text) => text.trim().startsWith(start)) + 1;

  it("shows a check of a text log with the lines of its items, and no other", () => {
    const line = lineOf("v1.6.1/default5.text", "[WARN] 4.1 ");
    const items = [1, 2, 3, 4].map((step) => line + step);
    const shown = evidenceLines(read("v1.6.1/default5.text", line), line, items);
    expect(shown).toMatchObject({ marked: line, left: 0, itemsShown: true });
    expect(shown?.lines.map(({ text }) => text.trim().slice(0, 10))).toEqual([
      "[WARN] 4.1",
      ...Array.from({ length: 4 }, () => "[WARN]    "),
    ]);
  });

  it("shows the whole object of a JSON log that spreads it over lines", () => {
    const line = lineOf("v1.6.1/default5.json", '"id": "4.1",') - 1;
    const shown = evidenceLines(read("v1.6.1/default5.json", line), line, [line + 5, line + 5]);
    expect(shown).toMatchObject({ marked: null, left: 0 });
    expect(shown?.lines[0]?.text.trim()).toBe("{");
    expect(shown?.lines[2]?.text).toContain("Ensure that a user for the container has been created");
  });

  it("counts the lines it leaves out", () => {
    const lines = Array.from({ length: 8 }, (_, index) => ({ line: 10 + index, text: `[WARN] ${index}` }));
    const items = Array.from({ length: 20 }, (_, index) => 11 + index);
    expect(evidenceLines(lines, 10, items)).toEqual({ lines, marked: 10, left: 13, itemsShown: false });
  });

  it("shows a single line unmarked, and nothing where a line is too long or the log is not at hand", () => {
    expect(evidenceLines([{ line: 3, text: "[PASS] 1.1" }], 3, [])).toEqual({
      lines: [{ line: 3, text: "[PASS] 1.1" }],
      marked: null,
      left: 0,
      itemsShown: false,
    });
    expect(evidenceLines([{ line: 1, text: "x".repeat(5_000) }], 1, [])).toBeNull();
    expect(evidenceLines([], 1, [])).toBeNull();
  });
});
