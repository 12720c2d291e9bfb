import { readAquaLine } from "./aqua-line";
import { readLenientJson } from "./lenient-json";
import { refuse, shorten } from "./refusal";
import type { Refusal } from "./report";

const EXPECTED = "a line like “[WARN] 4.1 - Ensure that a user for the container has been created”, or the tool's JSON";

/** Says why a text in which no reader found a run is no report, and where that shows. `text` is clean and not blank. */
export function explainRefusal(text: string): Refusal {
  return explainBinary(text) ?? explainJson(text) ?? explainCounts(text) ?? explainProse(text);
}

function explainBinary(text: string): Refusal | null {
  const found = shorten(text.trimStart().split("\n", 1)[0] ?? "", 40);
  if (/^PK\ufffd\ufffd/.test(text))
    return refuse(text, {
      code: "archive",
      message: "This is a zip archive, not a log. Upload the log itself.",
      expected: EXPECTED,
      found,
    });
  const head = text.slice(0, 4096);
  const unreadable = head.length - head.replaceAll("\ufffd", "").length;
  if (!/^(?:%PDF-|\ufffdPNG|\ufffdELF)/.test(text) && unreadable <= head.length / 10) return null;
  return refuse(text, { code: "not-text", message: "This file is not text.", expected: EXPECTED, found });
}

/** The end of a kube-bench log alone, as `tail` gives it: counts, but nothing that was counted. */
function explainCounts(text: string): Refusal | null {
  const { line, content } = firstLineWhere(text, (candidate) => readAquaLine(candidate).kind === "count");
  if (content === "") return null;
  return refuse(text, {
    code: "not-a-report",
    message: "These are only the counts of kube-bench or aquasecurity/docker-bench, without the checks. Upload the whole log.",
    line,
    expected: "a line like “[FAIL] 4.2.6 Ensure that the --protect-kernel-defaults argument is set to true” before the counts",
    found: shorten(content.trim()),
  });
}

function explainJson(text: string): Refusal | null {
  const start = text.trimStart();
  if (!start.startsWith("{") && !/^\[\s*[{["\]\d]/.test(start)) return null;
  const { broken } = readLenientJson(text);
  const expected =
    "JSON of docker-bench-security (“tests”, and results with “id” and “result”) or of kube-bench (“Controls”, and results with “test_number” and “status”)";
  if (broken === null)
    return refuse(text, {
      code: "not-a-report",
      message: "This JSON holds no results of a known tool.",
      expected,
      found: shorten(start.split("\n", 1)[0] ?? ""),
    });
  const found = shorten(lineOf(text, broken.line).slice(Math.max(0, broken.column - 1)));
  const message = `This is broken JSON (${broken.what}), and nothing in it is a result of a known tool.`;
  return refuse(text, {
    code: "not-a-report",
    message,
    line: broken.line,
    column: broken.column,
    expected,
    found: found === "" ? "the end of the line" : found,
  });
}

function explainProse(text: string): Refusal {
  const { line, content } = firstLineWhere(text, (candidate) => candidate.trim() !== "");
  const column = content.length - content.trimStart().length + 1;
  return refuse(text, {
    code: "not-a-report",
    message: "No result of a known tool was found.",
    line,
    column,
    expected: EXPECTED,
    found: shorten(content.trim()),
  });
}

function firstLineWhere(text: string, wanted: (line: string) => boolean): { line: number; content: string } {
  let start = 0;
  for (let line = 1; start <= text.length; line += 1) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const content = text.slice(start, Math.min(end, start + 400));
    if (wanted(content)) return { line, content };
    start = end + 1;
  }
  return { line: 1, content: "" };
}

function lineOf(text: string, wanted: number): string {
  let start = 0;
  for (let line = 1; line < wanted; line += 1) start = text.indexOf("\n", start) + 1;
  const newline = text.indexOf("\n", start);
  return text.slice(start, newline === -1 ? text.length : newline);
}
