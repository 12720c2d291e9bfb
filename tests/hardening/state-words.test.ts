import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { readFindingQuery } from "@/app/(dashboard)/hosts/[name]/finding-filter";
import { readHostQuery } from "@/app/(dashboard)/hosts/host-filter";
import { historyWords } from "@/components/findings/finding-words";
import { STATE_LOOK, StatePill } from "@/components/marks/state-pill";
import { ALL_OPERATIONS } from "@/lib/api/all-operations";
import { openApiDocument } from "@/lib/api/openapi";
import { finding, findingState, host } from "@/lib/api/schemas";
import { readFindingFilter } from "@/lib/hardening/finding-filter";
import { DEFAULT_SERVICE_LEVELS } from "@/lib/hardening/service-levels";
import { FINDING_STATES, STATE_FACTS } from "@/lib/hardening/states";
import { FINDINGS_CSV_HEAD, findingCsvLine } from "@/lib/reports/findings-csv";
import { filterReader } from "@/lib/shared/read-filters";

// One word for a state, wherever it is met: its id for machines, its label for people.

const sorted = (words: Iterable<string>): string[] => [...words].sort();
const IDS = sorted(FINDING_STATES);

describe("the id of a state", () => {
  it("is the same in the database, the API and the program", () => {
    const stored = /^enum FindingState \{\n([^}]*)\}/m.exec(readFileSync("prisma/schema.prisma", "utf8"))?.[1] ?? "";
    expect(sorted(stored.split("\n").flatMap((line) => line.trim() || []))).toEqual(IDS);
    expect(sorted(findingState.options)).toEqual(IDS);
    expect(sorted(finding.shape.state.options)).toEqual(IDS);
    expect(sorted(host.shape.states.keyType.options)).toEqual(IDS);
    expect(sorted(Object.keys(STATE_FACTS))).toEqual(IDS);
    expect(sorted(Object.keys(STATE_LOOK))).toEqual(IDS);
  });

  it("is what the API document names, wherever it lists states", () => {
    const document = JSON.stringify(openApiDocument(ALL_OPERATIONS, "https://bulkhead.example", "0.0.0"));
    const lists = [...document.matchAll(/"enum":(\[[^\]]*\])/g)].map(([, list = "[]"]): string[] => JSON.parse(list));
    const ofStates = lists.filter((list) => list.includes("hardened"));
    expect(ofStates.length).toBeGreaterThan(0);
    for (const list of ofStates) expect(sorted(list)).toEqual(IDS);
  });

  it.each(FINDING_STATES)("filters every list by the same word: %s", (state) => {
    expect(readHostQuery({ state })).toMatchObject({ query: { state }, ignored: [] });
    expect(readFindingQuery({ state })).toMatchObject({ filter: { states: [state] }, ignored: [] });
    const reader = filterReader({ state });
    expect(readFindingFilter(reader).states).toEqual([state]);
    expect(reader.ignored()).toEqual([]);
  });

  it.each(FINDING_STATES)("stands in the file of findings: %s", (state) => {
    const line = findingCsvLine(
      {
        ...{
          host: "web-01",
          environment: null,
          key: "live-restore",
          number: "2.15",
          title: "Ensure",
          severity: "low",
          stride: ["D"],
          state,
        },
        ...{ level: "WARN", outcome: "fail", items: [], since: new Date(0), firstSeenAt: new Date(0), assignee: null, dueOn: null },
        ...{ scanId: 1, line: 1, failingSince: null, hostRetired: false },
      },
      { levels: DEFAULT_SERVICE_LEVELS, now: new Date(0) },
    );
    const column = FINDINGS_CSV_HEAD.trimEnd().split(",").indexOf("state");
    expect(line.split(",")[column]).toBe(state);
  });
});

describe("the label of a state", () => {
  it.each(FINDING_STATES)("is what pills and histories say: %s", (state) => {
    const { label, meaning } = STATE_FACTS[state];
    const pill = renderToStaticMarkup(createElement(StatePill, { state }));
    expect(pill).toContain(label);
    expect(pill).toContain(meaning.replaceAll("'", "&#x27;"));
    for (const kind of ["acceptance_expired", "attestation_expired", "attestation_retired"]) {
      expect(historyWords({ kind, from: "accepted", to: state })).toContain(label.toLowerCase());
    }
    expect(historyWords({ kind: "of a newer program", from: null, to: state })).toBe(label);
  });

  it("is spelled one way in everything that people read", () => {
    const labels = FINDING_STATES.map((state) => STATE_FACTS[state].label).filter((label) => label.includes(" "));
    const spellings = new RegExp(`\\b(${labels.join("|").replaceAll(" ", "[ -]")})\\b`, "gi");
    const allowed = new Set(labels.flatMap((label) => [label, label.toLowerCase()]));
    const odd = ["app", "components", "lib", "cli"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => /\.tsx?$/.test(file) && !file.includes("generated"))
        .flatMap((file) => {
          const found = [...readFileSync(join(folder, file), "utf8").matchAll(spellings)].map(([word]) => word);
          return found.filter((word) => !allowed.has(word)).map((word) => `${folder}/${file}: ${word}`);
        }),
    );
    // Anchors in addresses, which no one reads as words.
    expect(odd.filter((entry) => !/: (not-applicable|needs-review|not-assessable)$/.test(entry))).toEqual([]);
  });
});
