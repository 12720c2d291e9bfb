import { describe, expect, it } from "vitest";
import { readThreatModelFile } from "@/lib/threats/exchange/read-exchange";
import { sample, sampleText } from "./samples";

const dragon = (change: (file: Any) => void) => changed("v2-threat-model.json", change);
const otm = (change: (file: Any) => void) => changed("example-open-threat-model.json", change);

// biome-ignore lint/suspicious/noExplicitAny: the table below breaks files in ways that no type allows.
type Any = any;

function changed(name: string, change: (file: Any) => void): string {
  const file = sample(name);
  change(file);
  return JSON.stringify(file);
}

function refusal(text: string) {
  const read = readThreatModelFile(text);
  if (read.ok) throw new Error("was read");
  return read.error;
}

describe("readThreatModelFile", () => {
  it.each([
    ["v2-threat-model.json", "threat-dragon", 14],
    ["test-reports.json", "threat-dragon", 8],
    ["demo-threat-model.json", "threat-dragon", 14],
    ["v2-new-model.json", "threat-dragon", 0],
    ["example-open-threat-model.json", "otm", 1],
  ])("knows %s as %s", (name, format, threats) => {
    const read = readThreatModelFile(sampleText(name));
    expect(read).toMatchObject({ ok: true, value: { format } });
    expect(read.ok && read.value.model.threats).toHaveLength(threats);
  });

  it("reads a file that begins with a byte order mark", () => {
    expect(readThreatModelFile(`\uFEFF${sampleText("v2-new-model.json")}`)).toMatchObject({ ok: true });
  });

  it.each([
    ["", 1, 1, "a value", "the end of the file"],
    ['{\n  "summary": {},\n  "detail" {}\n}', 3, 12, "a colon", '"{"'],
    ['{"a": 1,}', 1, 9, "a name in double quotes", '"}"'],
    ['{"a": [1, 2}', 1, 12, "a comma or the closing bracket", '"}"'],
    ["{'a': 1}", 1, 2, "a name in double quotes or }", '"\'"'],
    ['{"a": "never closed}', 1, 7, "a value", '"\\""'],
    ['{"a": "line\nbreak"}', 1, 7, "a value", '"\\""'],
    ["[1 2]", 1, 4, "a comma or the closing bracket", '"2"'],
    ["[01]", 1, 2, "a value or ]", '"0"'],
    ["{} {}", 1, 4, "the end of the file", '"{"'],
    ["<html>", 1, 1, "a value", '"<"'],
    ["[tru", 1, 2, "a value or ]", '"t"'],
    ['{"a": {"b": [', 1, 14, "a value or ]", "the end of the file"],
  ])("names line and column of what is no JSON: %j", (text, line, column, expected, found) => {
    expect(refusal(text)).toEqual({
      code: "not_json",
      message: `The file is no JSON: line ${line}, column ${column} should be ${expected}, but is ${found}.`,
      path: `line ${line}, column ${column}`,
      expected,
      found,
    });
  });

  it.each([
    ["{}", "an object with nothing in it"],
    ["[]", "a list"],
    ["null", "a single value"],
    ['{"bomFormat": "CycloneDX", "components": []}', 'an object with "bomFormat", "components"'],
    ['{"summary": {"title": "a"}}', 'an object with "summary"'],
  ])("refuses other files and says what it understands: %s", (text, found) => {
    const { code, message, path, found: seen } = refusal(text);
    expect([code, path, seen]).toEqual(["unknown_format", "", found]);
    expect(message).toBe(
      'This is no threat model that can be read. Understood are: OWASP Threat Dragon (version 1 or 2, with "summary" and "detail") or Open Threat Model (with "otmVersion").',
    );
  });

  it.each<[what: string, text: string, path: string, expected: string, found: string]>([
    ["summary", dragon((file) => (file.summary = [])), "summary", "an object", "a list of 0"],
    ["title", dragon((file) => delete file.summary.title), "summary.title", "text", "missing"],
    [
      "title's length",
      dragon((file) => (file.summary.title = "x".repeat(201))),
      "summary.title",
      "at most 200 characters",
      "text of 201 characters",
    ],
    ["diagrams", dragon((file) => (file.detail.diagrams = {})), "detail.diagrams", "a list", "an object"],
    [
      "too many diagrams",
      dragon((file) => (file.detail.diagrams = Array.from({ length: 51 }, (_, id) => ({ id })))),
      "detail.diagrams",
      "at most 50 entries",
      "a list of 51",
    ],
    [
      "a cell's type",
      dragon((file) => (file.detail.diagrams[0].cells[3].data.type = 7)),
      "detail.diagrams[0].cells[3].data.type",
      "text",
      "7",
    ],
    [
      "a cell's id",
      dragon((file) => (file.detail.diagrams[0].cells[3].id = "")),
      "detail.diagrams[0].cells[3].id",
      "at least 1 character",
      '""',
    ],
    [
      "a position",
      dragon((file) => (file.detail.diagrams[0].cells[2].position.x = "12")),
      "detail.diagrams[0].cells[2].position.x",
      "a number",
      '"12"',
    ],
    [
      "a position far out",
      dragon((file) => (file.detail.diagrams[0].cells[2].position.x = 1e9)),
      "detail.diagrams[0].cells[2].position.x",
      "at most 100000",
      "1000000000",
    ],
    [
      "a long name",
      dragon((file) => (file.detail.diagrams[0].cells[2].data.name = "n".repeat(301))),
      "detail.diagrams[0].cells[2].data.name",
      "at most 300 characters",
      "text of 301 characters",
    ],
    [
      "a threat",
      dragon((file) => (file.detail.diagrams[0].cells[0].data.threats[0] = "threat")),
      "detail.diagrams[0].cells[0].data.threats[0]",
      "an object",
      '"threat"',
    ],
    [
      "a threat's title",
      dragon((file) => (file.detail.diagrams[0].cells[1].data.threats[0].title = "t".repeat(301))),
      "detail.diagrams[0].cells[1].data.threats[0].title",
      "at most 300 characters",
      "text of 301 characters",
    ],
    [
      "a threat's status",
      dragon((file) => (file.detail.diagrams[0].cells[1].data.threats[0].status = "s".repeat(61))),
      "detail.diagrams[0].cells[1].data.threats[0].status",
      "at most 60 characters",
      "text of 61 characters",
    ],
    [
      "points of a curve",
      dragon((file) => (file.detail.diagrams[0].cells[7].vertices = Array(99).fill({ x: 0, y: 0 }))),
      "detail.diagrams[0].cells[7].vertices",
      "at most 100 entries",
      "a list of 101",
    ],
    [
      "an old cell",
      changed("demo-threat-model.json", (file) => delete file.detail.diagrams[0].diagramJson.cells[4].type),
      "detail.diagrams[0].diagramJson.cells[4].type",
      "text",
      "missing",
    ],
    ["a project", otm((file) => delete file.project), "project", "an object", "missing"],
    ["a component", otm((file) => (file.components[1].id = 5)), "components[1].id", "text", "5"],
    [
      "a component's place",
      otm((file) => (file.components[1].representations[0].size.width = 0)),
      "components[1].representations[0].size.width",
      "at least 1",
      "0",
    ],
    ["a data flow", otm((file) => delete file.dataflows[1].source), "dataflows[1].source", "text", "missing"],
    ["a likelihood", otm((file) => (file.threats[0].risk.likelihood = "high")), "threats[0].risk.likelihood", "a number", '"high"'],
    ["an instance", otm((file) => (file.components[1].threats[0].threat = null)), "components[1].threats[0].threat", "text", "null"],
    [
      "threats without end",
      otm((file) => (file.threats = Array.from({ length: 1_001 }, (_, id) => ({ id: String(id), name: "t" })))),
      "threats",
      "at most 1000 entries",
      "a list of 1001",
    ],
  ])("names the place of what does not fit: %s", (_, text, path, expected, found) => {
    expect(refusal(text)).toEqual({
      code: "wrong_shape",
      message: `${path} should be ${expected}, but is ${found}.`,
      path,
      expected,
      found,
    });
  });

  it("refuses what is nested without end, and has no trouble looking at it", () => {
    const depth = 200_000;
    expect(refusal(`{"otmVersion":${"[".repeat(depth)}${"]".repeat(depth)}}`)).toMatchObject({
      code: "too_large",
      expected: "at most 64 levels of nesting",
    });
    expect(refusal(`{"otmVersion":${"[".repeat(depth)}`)).toMatchObject({ code: "not_json", found: "the end of the file" });
  });

  it("finds the fault behind millions of characters of one string", () => {
    const long = "x\\n".repeat(1_500_000);
    expect(refusal(`{"otmVersion": "${long}",}`)).toMatchObject({ code: "not_json", path: `line 1, column ${long.length + 19}` });
    expect(refusal(`{"otmVersion": "${long}`)).toMatchObject({ code: "not_json", path: "line 1, column 16" });
  });

  it("refuses more than a document holds, counted over all diagrams", () => {
    const cell = { id: "a", shape: "actor" };
    const cells = Array(1_801).fill(cell);
    expect(refusal(dragon((file) => (file.detail.diagrams = [{ cells }, { cells }])))).toEqual({
      code: "too_large",
      message: "The file should have at most 3,600 cells in all diagrams, but has 3,602.",
      path: "",
      expected: "at most 3,600 cells in all diagrams",
      found: "3,602",
    });
    const full = { ...cell, data: { threats: Array(600).fill({}) }, threats: Array(401).fill({}) };
    expect(refusal(dragon((file) => (file.detail.diagrams = [{ cells: [full] }])))).toMatchObject({
      expected: "at most 1,000 threats in all diagrams",
      found: "1,001",
    });
    expect(refusal(JSON.stringify({ otmVersion: Array(1_000_000).fill(0) }))).toMatchObject({ expected: "at most 1,000,000 values" });
    expect(refusal(dragon((file) => (file.detail.diagrams = [{ cells: Array(1_001).fill(cell) }])))).toMatchObject({
      code: "wrong_shape",
      path: "detail.diagrams",
      expected: "at most 1000 entries",
    });
  });

  it("leaves out members that would change the prototype, and says so", () => {
    const text = sampleText("v2-new-model.json").replace(
      '"summary": {',
      '"__proto__": {"polluted": true}, "summary": {"__proto__": {"polluted": true},',
    );
    const read = readThreatModelFile(text);
    expect(read).toMatchObject({ ok: true, value: { remarks: ['Members called "__proto__" were left out.'] } });
    expect(JSON.stringify(read)).not.toContain("polluted");
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    expect(
      readThreatModelFile(sampleText("v2-new-model.json").replace('"summary": {', '"constructor": {"prototype": 1}, "summary": {')),
    ).toMatchObject({ ok: true });
  });
});
