import { describe, expect, it } from "vitest";
import { markdownAddress, markdownLine, markdownText } from "@/lib/reports/markdown";
import { threatModelMarkdown } from "@/lib/reports/threat-model-markdown";
import { threatModelCsv } from "@/lib/reports/threats-csv";
import { type ExposureCounts, NO_EXPOSURES } from "@/lib/threats/exposure-words";
import { SHIPPED_MODELS } from "@/lib/threats/shipped-models";
import type { Threat, ThreatModel } from "@/lib/threats/threat-model";

const threat: Threat = {
  slug: "escape",
  number: 3,
  title: "Escape to the host",
  stride: "E",
  origin: "user",
  description: "First.\n\nSecond.",
  attackPath: ["Get in", "Break out"],
  elements: ["engine", "unknown"],
  likelihood: "very_low",
  impact: "high",
  mitigations: [
    { id: "m1", text: "No privileges" },
    { id: "m2", text: "Profiles" },
  ],
  controls: [
    { control: "no-such-control", kind: "mitigates", role: "required", reason: "It stops it.", confidence: "high", mitigation: "m1" },
    { control: "another", kind: "detects", role: "supporting", reason: "It tells.", confidence: "low", mitigation: null },
  ],
  references: [{ source: "attack", id: "T1611", title: "Escape to Host", url: "https://attack.mitre.org/techniques/T1611/" }],
  uncovered: "Nobody knows.",
  stated: null,
};

const model: ThreatModel = {
  slug: "m",
  title: "Model",
  prefix: "D",
  description: "About.",
  owner: "Ann",
  reviewer: "",
  contributors: ["Bo", "Cy"],
  evidence: [],
  diagrams: [],
  elements: [
    {
      id: "engine",
      kind: "process",
      name: "Engine",
      description: "",
      diagram: "d",
      boundary: null,
      outOfScope: null,
      box: { x: 0, y: 0, width: 1, height: 1 },
    },
  ],
  boundaries: [],
  flows: [],
  notes: [],
  threats: [
    threat,
    {
      ...threat,
      slug: "bare",
      number: 1,
      title: "=1+1",
      stride: null,
      controls: [],
      mitigations: [],
      stated: { status: "", severity: "", type: "Linkability" },
    },
  ],
};

const counts = new Map<string, ExposureCounts>([["escape", { ...NO_EXPOSURES, unmitigated: 2, mitigated: 5 }]]);

describe("threatModelCsv", () => {
  const lines = (text: string) => text.replace("\uFEFF", "").split("\r\n");

  it("has a row for each threat and control, and one for a threat without", () => {
    expect(lines(threatModelCsv(model, null))).toEqual([
      "ref,title,letter,category,origin,likelihood,impact,mitigations,control,number,role,kind,reason",
      'D-E3,Escape to the host,E,Elevation of privilege,user,very_low,high,"No privileges\nProfiles",no-such-control,,required,mitigates,It stops it.',
      'D-E3,Escape to the host,E,Elevation of privilege,user,very_low,high,"No privileges\nProfiles",another,,supporting,detects,It tells.',
      "D-?1,'=1+1,,Linkability,user,very_low,high,,,,,,",
      "",
    ]);
  });

  it("tells on how many hosts each threat stands how", () => {
    const [head = "", first = "", , last = ""] = lines(threatModelCsv(model, counts));
    expect(head.split(",").slice(13)).toEqual(["unmitigated", "accepted", "partly", "stale", "manual", "not assessed", "mitigated"]);
    expect(first.split(",").slice(-7)).toEqual(["2", "0", "0", "0", "0", "0", "5"]);
    expect(last.endsWith(",,,,,,,")).toBe(true);
  });

  it("gives the number of a control of the catalogue", () => {
    const [docker] = SHIPPED_MODELS;
    expect(docker && threatModelCsv(docker, null)).toMatch(/,\d+\.\d+(?:\.\d+)?,required,mitigates,/);
  });
});

describe("threatModelMarkdown", () => {
  it("is a whole document", () => {
    expect(threatModelMarkdown(model, counts)).toBe(`# Model

About.

- Owner: Ann
- Contributors: Bo, Cy

## Threats

### Elevation of privilege

| Threat | Title | Likelihood | Impact | Controls | Unmitigated | Accepted | Partly | Stale | Manual | Not assessed | Mitigated |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| D-E3 | Escape to the host | very low | high | 2 | 2 | 0 | 0 | 0 | 0 | 0 | 5 |

### Other methods

| Threat | Title | Likelihood | Impact | Controls | Unmitigated | Accepted | Partly | Stale | Manual | Not assessed | Mitigated |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| D-?1 | \\=1+1 | very low | high | 0 |  |  |  |  |  |  |  |

## D-E3 Escape to the host

- Category: Elevation of privilege
- Likelihood: very low
- Impact: high
- Concerns: Engine, unknown
- Hosts: 2 unmitigated, 5 mitigated

First.

Second.

### Attack path

1. Get in
2. Break out

### Mitigations

- No privileges
- Profiles

### Controls

| Number | Control | Role | Kind | Why |
| --- | --- | --- | --- | --- |
|  | no-such-control | required | mitigates | It stops it. |
|  | another | supporting | detects | It tells. |

Not covered by checks: Nobody knows.

### References

- T1611 - Escape to Host - <https://attack.mitre.org/techniques/T1611/>

## D-?1 \\=1+1

- Category: Linkability
- Likelihood: very low
- Impact: high
- Concerns: Engine, unknown

First.

Second.

### Attack path

1. Get in
2. Break out

Not covered by checks: Nobody knows.

### References

- T1611 - Escape to Host - <https://attack.mitre.org/techniques/T1611/>
`);
  });

  it("stays one row and one section for names that would break out", () => {
    const hostile = "x | y\n\n# Heading\n<script>alert(1)</script> [a](javascript:b) ![i](http://e.org/i) `code` www.e.org a@e.org";
    const text = threatModelMarkdown(
      {
        ...model,
        title: hostile,
        threats: [
          {
            ...threat,
            title: hostile,
            attackPath: [hostile],
            references: [{ source: "other", id: hostile, title: hostile, url: "javascript:alert(1)" }],
          },
        ],
      },
      null,
    );
    expect(text).not.toMatch(/<|^# Heading|(?<!\\)\[|(?<!\\)`|www\.|http:|\w@/m);
    const row = text.split("\n").find((line) => line.startsWith("| D-E3"));
    expect(row?.match(/(?<!\\)\|/g)).toHaveLength(6);
  });

  it("is written for both shipped models", () => {
    for (const shipped of SHIPPED_MODELS) {
      const text = threatModelMarkdown(shipped, null);
      expect(text.match(/^## /gm)).toHaveLength(shipped.threats.length + 1);
    }
  });
});

describe("markdownLine", () => {
  it.each([
    ["# a", "\\# a"],
    ["- a", "\\- a"],
    ["1. a", "1\\. a"],
    ["1) a", "1\\) a"],
    ["1.5 a", "1\\.5 a"],
    ["a\n\nb", "a b"],
    ["a|b", "a\\|b"],
    ["<b>&amp;", "&lt;b&gt;&amp;amp;"],
    ["![a](b)", "\\!\\[a\\]\\(b\\)"],
    ["*a* _b_ ~c~ `d`", "\\*a\\* \\_b\\_ \\~c\\~ \\`d\\`"],
    ["https://e.org", "https\u2060://e.org"],
    ["www.e.org", "www\u2060.e.org"],
    ["a@e.org", "a&#64;e.org"],
    ["back\\slash", "back\\\\slash"],
    ["right\u202Eleft", "rightleft"],
    ["===", "\\=\\=\\="],
    ["---", "\\---"],
  ])("writes %j so that it shows as it is", (text, expected) => {
    expect(markdownLine(text)).toBe(expected);
  });

  it("links only what is plainly an address of the web", () => {
    expect(["https://e.org/a#b", "http://e.org", "https://e.org/>x", "javascript:a()", ""].map(markdownAddress)).toEqual([
      "<https://e.org/a#b>",
      "http\u2060://e.org",
      "https\u2060://e.org/&gt;x",
      "javascript:a\\(\\)",
      "",
    ]);
  });

  it("parts paragraphs at empty lines only", () => {
    expect(markdownText("a\nb\n \nc\n\n\n")).toBe("a b\n\nc");
  });
});
