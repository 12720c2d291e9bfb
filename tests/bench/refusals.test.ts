import { describe, expect, it } from "vitest";
import { readBench } from "@/lib/bench/read-bench";
import { logText } from "./log-file";

const refusalOf = (text: string) => {
  const result = readBench(text);
  if (result.ok) throw new Error("was read");
  return result.error;
};

describe("readBench refuses", () => {
  it.each(["", " \n\t\r\n", "\ufeff"])("an empty file (%j)", (text) => {
    expect(refusalOf(text)).toEqual({
      code: "empty",
      message: "The file is empty.",
      line: 1,
      column: 1,
      expected: "the output of docker-bench-security or kube-bench",
      found: "nothing",
      context: [],
    });
  });

  it("the error of a container that did not start, with the place", () => {
    const refusal = refusalOf("\n  docker: Error response from daemon: no such file.\nSee 'docker run --help'.\n");
    expect(refusal).toMatchObject({ code: "not-a-report", line: 2, column: 3, found: "docker: Error response from daemon: no such file." });
    expect(refusal.context).toEqual([
      { line: 1, text: "" },
      { line: 2, text: "  docker: Error response from daemon: no such file." },
      { line: 3, text: "See 'docker run --help'." },
      { line: 4, text: "" },
    ]);
  });

  it("notes, and what the tool wrote to stderr only", () => {
    expect(refusalOf("Harden a cluster\n\nssh user@host\n").code).toBe("not-a-report");
    expect(refusalOf(logText("v1.0.0-20150905/default5.stderr")).code).toBe("not-a-report");
    expect(refusalOf("Initializing database\nready\n").code).toBe("not-a-report");
  });

  it("the counts of kube-bench without its checks", () => {
    expect(refusalOf("== Summary total ==\n43 checks PASS\n10 checks FAIL\n")).toMatchObject({
      code: "not-a-report",
      message: "These are only the counts of kube-bench or aquasecurity/docker-bench, without the checks. Upload the whole log.",
      line: 2,
      found: "43 checks PASS",
    });
  });

  it("JSON of something else, naming where it breaks", () => {
    expect(refusalOf('{"name": "x", "tests": []}').code).not.toBe("empty");
    expect(refusalOf('{\n  "a": 1,\n  "b": nonsense\n}')).toMatchObject({ code: "not-a-report", line: 3, column: 8, found: "nonsense" });
    expect(refusalOf("[".repeat(100_000)).code).toBe("not-a-report");
    expect(refusalOf('{"items": [1, 2, 3]}')).toMatchObject({
      code: "not-a-report",
      message: "This JSON holds no results of a known tool.",
      line: 1,
      column: 1,
    });
  });

  it("what is no text", () => {
    expect(refusalOf("PK\u0003\u0004\u0014\u0000[WARN]").code).toBe("archive");
    expect(refusalOf("%PDF-1.7\n%âãÏÓ\n").code).toBe("not-text");
    expect(refusalOf("\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR").code).toBe("not-text");
    expect(refusalOf("\u0000\u0001\u0002\u0003abc").code).toBe("not-text");
  });

  it("without quoting more than fits on a screen", () => {
    const refusal = refusalOf("x".repeat(1_000_000));
    expect(refusal.found.length).toBeLessThanOrEqual(121);
    expect(refusal.context[0]?.text.length).toBeLessThanOrEqual(201);
  });
});
