import { describe, expect, it } from "vitest";
import type { Exposure } from "@/lib/threats/exposure-words";
import { NO_EXPOSURES } from "@/lib/threats/exposure-words";
import { compareHeat, elementCells, hostCells } from "@/lib/threats/heat-cells";
import { nextFix, shortControlName } from "@/lib/threats/next-fix";
import type { Flow, ModelElement } from "@/lib/threats/threat-model";
import { link, modelOf, threat } from "./model-fixture";

const href = (letter: string | null) => `/${letter ?? "all"}`;
const exposures = (given: Readonly<Record<string, Exposure>>) => new Map(Object.entries(given));
const counted = (unmitigated: number, assessed: number, letter: string | null) => ({
  kind: "counted",
  unmitigated,
  assessed,
  href: href(letter),
});

const MODEL = modelOf("Heat", [
  threat("limits", { stride: "D", controls: [link("memory-limit")] }),
  threat("forks", { stride: "D", controls: [link("pids-limit")] }),
  threat("escape", { stride: "E", controls: [link("userns-remap"), link("memory-limit")] }),
  threat("insider", { stride: "R", uncovered: "No scan sees people." }),
  threat("foreign", { stride: null, controls: [link("memory-limit")] }),
]);

describe("a host's row", () => {
  it("counts what is unmitigated of what is assessed, and leaves stale and undecided threats out of both", () => {
    const { cells, all } = hostCells(
      MODEL,
      exposures({ limits: "unmitigated", forks: "stale", escape: "partly", insider: "manual", foreign: "accepted" }),
      href,
    );
    expect(cells).toEqual({
      ...{ S: { kind: "none" }, T: { kind: "none" }, I: { kind: "none" } },
      ...{ R: { kind: "no_check", href: "/R" }, D: counted(1, 1, "D"), E: counted(0, 1, "E") },
    });
    expect(all).toEqual(counted(1, 3, null));
  });

  it("says stale where nothing fresher speaks, no evidence where nothing ever did, and counts an attested threat no check covers", () => {
    const { cells, all } = hostCells(MODEL, exposures({ limits: "stale", forks: "not_assessed", insider: "mitigated" }), href);
    expect([cells.D, cells.E, cells.R]).toEqual([{ kind: "stale", href: "/D" }, { kind: "no_evidence", href: "/E" }, counted(0, 1, "R")]);
    expect(all).toEqual(counted(0, 1, null));
    expect(hostCells(MODEL, new Map(), href).all).toEqual({ kind: "no_evidence", href: "/all" });
  });
});

const box = { x: 0, y: 0, width: 10, height: 10 };
const element = (id: string, kind: ModelElement["kind"], outOfScope: string | null = null): ModelElement => ({
  ...{ id, kind, name: id, description: "", diagram: "d", boundary: null, outOfScope, box },
});
const FLOW: Flow = {
  ...{ id: "pull", name: "", description: "", diagram: "d", from: { element: "daemon" }, to: { point: { x: 1, y: 1 } }, via: [] },
  ...{ bidirectional: false, protocol: "HTTPS", encrypted: null, publicNetwork: null, outOfScope: null },
};

describe("an element's row", () => {
  const model = modelOf(
    "Heat",
    [
      threat("limits", { stride: "D", elements: ["daemon", "pull"], controls: [link("memory-limit")] }),
      threat("forks", { stride: "D", elements: ["daemon"], controls: [link("pids-limit")] }),
      threat("insider", { stride: "R", elements: ["operator"] }),
      threat("posing", { stride: "S", elements: ["operator"], controls: [link("userns-remap")] }),
      threat("reading", { stride: "I", elements: ["operator"], controls: [link("userns-remap")] }),
    ],
    {
      elements: [element("daemon", "process"), element("operator", "actor"), element("moon", "store", "Nobody goes there.")],
      flows: [FLOW],
    },
  );
  const counts = new Map([
    ["limits", { ...NO_EXPOSURES, unmitigated: 1, mitigated: 6 }],
    ["forks", { ...NO_EXPOSURES, mitigated: 7 }],
    ["posing", { ...NO_EXPOSURES, stale: 2, not_assessed: 5 }],
  ]);
  const rows = elementCells(model, counts, (id) => (letter) => `/${id}${href(letter)}`);

  it("counts threats that are open somewhere of those assessed somewhere, and marks what STRIDE per element asks in vain", () => {
    expect(rows[0]).toEqual({
      ...{ id: "daemon", name: "daemon", kind: "process", between: null, outOfScope: false },
      cells: {
        ...Object.fromEntries(["S", "T", "R", "I", "E"].map((letter) => [letter, { kind: "gap", href: `/daemon/${letter}` }])),
        D: { kind: "counted", unmitigated: 1, assessed: 2, href: "/daemon/D" },
      },
      all: { kind: "counted", unmitigated: 1, assessed: 2, href: "/daemon/all" },
    });
  });

  it("tells what no check covers, what is stale and what nobody assessed from what is not expected", () => {
    expect(rows[1]?.cells).toEqual({
      ...{ S: { kind: "stale", href: "/operator/S" }, R: { kind: "no_check", href: "/operator/R" } },
      ...{ T: { kind: "none" }, D: { kind: "none" }, E: { kind: "none" }, I: { kind: "no_evidence", href: "/operator/I" } },
    });
    expect(rows[1]?.all).toEqual({ kind: "stale", href: "/operator/all" });
  });

  it("counts nothing of what is out of scope, and names a flow by its protocol and its ends", () => {
    expect(new Set([...Object.values(rows[2]?.cells ?? {}), rows[2]?.all].map((cell) => cell?.kind))).toEqual(new Set(["out"]));
    expect(rows[3]).toMatchObject({
      name: "HTTPS",
      kind: "flow",
      between: ["daemon", null],
      cells: { D: { kind: "counted" }, T: { kind: "gap" } },
    });
  });

  it("stands the higher the more is open, then the larger the share, and last without evidence", () => {
    const cells = [counted(1, 9, null), counted(2, 9, null), counted(2, 3, null)].map((cell) => ({ ...cell, kind: "counted" as const }));
    const sorted = [{ kind: "none" } as const, ...cells].sort(compareHeat);
    expect(sorted.map((cell) => (cell.kind === "counted" ? `${cell.unmitigated}/${cell.assessed}` : cell.kind))).toEqual([
      "2/3",
      "2/9",
      "1/9",
      "none",
    ]);
  });
});

describe("the next fix", () => {
  const failing = (control: string, number = "1.1") => ({ control, findingId: 7, number });

  it("is the control that closes most threats by itself, then the one that fails in most", () => {
    const open = exposures({ limits: "unmitigated", forks: "unmitigated", escape: "unmitigated", foreign: "accepted" });
    const all = [failing("userns-remap"), failing("pids-limit"), failing("memory-limit")];
    expect(nextFix(MODEL, open, all)).toEqual({ ...failing("memory-limit"), closes: 1, failsIn: 2 });
    expect(nextFix(MODEL, exposures({ escape: "unmitigated", forks: "unmitigated" }), all)).toMatchObject({
      control: "pids-limit",
      closes: 1,
    });
  });

  it("is none where nothing required fails in an unmitigated threat", () => {
    expect(nextFix(MODEL, exposures({ limits: "accepted" }), [failing("memory-limit")])).toBeNull();
    expect(nextFix(MODEL, exposures({ limits: "unmitigated" }), [failing("log-level")])).toBeNull();
  });

  it("is named in few words", () => {
    expect(shortControlName("content-trust")).toBe("Content trust");
  });
});
