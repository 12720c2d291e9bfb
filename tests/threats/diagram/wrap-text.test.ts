import { expect, it } from "vitest";
import { textWidth, wrapText } from "@/lib/threats/diagram/wrap-text";

it("takes capitals and square characters for wider than small letters", () => {
  expect(textWidth("lil", 10)).toBeLessThan(textWidth("aaa", 10));
  expect(textWidth("aaa", 10)).toBeLessThan(textWidth("MMM", 10));
  expect(textWidth("日本", 10)).toBe(20);
});

it("keeps a short name on one line and breaks a long one between words", () => {
  expect(wrapText("dockerd", 130, 14)).toEqual(["dockerd"]);
  expect(wrapText("Background\nWorker Process", 120, 14)).toEqual(["Background", "Worker Process"]);
});

it("ends in an ellipsis what does not fit, and breaks a word that is too long", () => {
  expect(wrapText("one two three four five six seven", 60, 12)).toEqual(["one two", "three fo…"]);
  const lines = wrapText("registry.example.internal:5000", 80, 14);
  expect(lines).toHaveLength(2);
  expect(lines.every((line) => textWidth(line, 14) <= 80)).toBe(true);
});

it("has no line for no words", () => {
  expect(wrapText(" \n ", 100, 12)).toEqual([]);
});
