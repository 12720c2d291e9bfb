import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decodeText } from "@/lib/bench/decode-text";
import { readBench } from "@/lib/bench/read-bench";
import { CONTROLS, getControl } from "@/lib/catalogue/controls";
import { observations } from "@/lib/catalogue/observation";
import { resolveFile } from "@/lib/catalogue/resolve-file";
import { STRIDE_LETTERS } from "@/lib/stride/categories";
import { kubernetesModel as model } from "@/lib/threats/data/kubernetes/model";
import { kubernetesUnlinked } from "@/lib/threats/data/kubernetes/unlinked";
import { KUBERNETES_MATRIX } from "@/lib/threats/data/kubernetes-matrix";
import { type Box, type Point, threatModelSchema, threatRef } from "@/lib/threats/threat-model";

const kubeSlugs = CONTROLS.filter(({ family }) => family === "kubernetes").map(({ slug }) => slug);
const links = model.threats.flatMap((threat) => threat.controls.map((link) => ({ threat: threatRef(model, threat), ...link })));

/** Controls to which some run of kube-bench among the tests' logs says PASS or FAIL. */
const decidedControls = (): ReadonlySet<string> => {
  const decided = new Set<string>();
  for (const folder of ["tests/logs/kube-bench", "tests/logs/other-tools"]) {
    for (const name of readdirSync(folder)) {
      if (name === "index.json") continue;
      const file = readBench(decodeText(readFileSync(join(folder, name))).text);
      if (!file.ok || !file.value.format.startsWith("kube-bench")) continue;
      for (const run of resolveFile(file.value).runs) {
        for (const { control, outcome } of observations(run)) {
          if (control !== null && (outcome === "pass" || outcome === "fail")) decided.add(control);
        }
      }
    }
  }
  return decided;
};

describe("the Kubernetes threat model", () => {
  it("fits the schema of threat models", () => {
    expect(threatModelSchema.parse(model)).toEqual(model);
    expect(model).toMatchObject({ slug: "kubernetes", prefix: "K", title: "Kubernetes cluster", evidence: ["kubernetes"] });
  });

  it("has the five threats of the founding documents, first in their letters", () => {
    expect(
      model.threats.filter(({ origin }) => origin === "source").map((threat) => [threatRef(model, threat), threat.title, threat.slug]),
    ).toEqual([
      ["K-S1", "Unauthorized Access to Kubernetes API", "unauthorized-access-to-kubernetes-api"],
      ["K-T1", "Pod and Cluster Configuration Tampering", "pod-and-cluster-configuration-tampering"],
      ["K-R1", "Unauthorized Pod Creation", "unauthorized-pod-creation"],
      ["K-I1", "Insecure Communication Channels", "insecure-communication-channels"],
      ["K-D1", "Resource Exhaustion and Pod Disruption", "resource-exhaustion-and-pod-disruption"],
    ]);
  });

  it("has threats of every letter, numbered without gaps, each with an address of its own", () => {
    const numbers = STRIDE_LETTERS.map((letter) => [
      letter,
      model.threats.filter(({ stride }) => stride === letter).map(({ number }) => number),
    ]);
    expect(Object.fromEntries(numbers)).toEqual({
      S: [1, 2, 3, 4],
      T: [1, 2, 3, 4, 5],
      R: [1, 2, 3],
      I: [1, 2, 3, 4],
      D: [1, 2, 3],
      E: [1, 2, 3, 4, 5, 6],
    });
    expect(new Set(model.threats.map(({ slug }) => slug)).size).toBe(model.threats.length);
    for (const { title, slug } of model.threats) expect(slug).toBe(title.toLowerCase().replaceAll(" ", "-"));
  });

  it("tells of each threat what happens, how, where, how bad and what to do", () => {
    for (const threat of model.threats) {
      expect(threat.description.split(/(?<=[.?!]) /).length, threat.slug).toBeGreaterThanOrEqual(2);
      expect(threat.attackPath.length, threat.slug).toBeGreaterThanOrEqual(3);
      expect(threat.attackPath.length, threat.slug).toBeLessThanOrEqual(6);
      expect(threat.elements.length, threat.slug).toBeGreaterThan(0);
      expect(threat.likelihood, threat.slug).not.toBeNull();
      expect(threat.impact, threat.slug).not.toBeNull();
      expect(threat.mitigations.length, threat.slug).toBeGreaterThanOrEqual(2);
      expect(threat.references.length, threat.slug).toBeGreaterThan(0);
    }
  });

  it("refers to elements, flows and mitigations that are there, once each", () => {
    const places = [...model.elements, ...model.flows, ...model.boundaries].map(({ id }) => id);
    expect(new Set(places).size).toBe(places.length);
    for (const { slug, elements, mitigations, controls } of model.threats) {
      for (const element of elements) expect(places, slug).toContain(element);
      const ids = mitigations.map(({ id }) => id);
      expect(new Set(ids).size, slug).toBe(ids.length);
      for (const { control, mitigation } of controls) if (mitigation !== null) expect(ids, `${slug}: ${control}`).toContain(mitigation);
      expect(new Set(controls.map(({ control }) => control)).size, slug).toBe(controls.length);
    }
  });

  it("shows every threat on the diagram, and a threat on every element", () => {
    const threatened = new Set(model.threats.flatMap(({ elements }) => elements));
    expect(model.elements.filter(({ id }) => !threatened.has(id))).toEqual([]);
  });
});

describe("links to controls", () => {
  it("name Kubernetes controls of the catalogue, each with a reason in a sentence", () => {
    for (const { threat, control, reason } of links) {
      expect(getControl(control)?.family, `${threat}: ${control}`).toBe("kubernetes");
      expect(reason, `${threat}: ${control}`).toMatch(/^\S.{20,}\.$/);
    }
  });

  it("give each threat a reason of its own", () => {
    expect(new Set(links.map(({ control, reason }) => `${control}: ${reason}`)).size).toBe(links.length);
  });

  it("cover every Kubernetes control, or say why not, never both", () => {
    const linked = new Set(links.map(({ control }) => control));
    const unlinked = Object.keys(kubernetesUnlinked);
    expect([...linked, ...unlinked].sort()).toEqual([...kubeSlugs].sort());
    expect(unlinked.filter((control) => linked.has(control))).toEqual([]);
  });

  it("are required only where the control mitigates and kube-bench decides it, in the newest benchmark as well", () => {
    const decided = decidedControls();
    for (const { threat, control, role, kind } of links) {
      if (role !== "required") continue;
      expect(kind, `${threat}: ${control}`).toBe("mitigates");
      expect(decided.has(control), `${threat}: ${control}`).toBe(true);
      expect(getControl(control)?.lastEdition, `${threat}: ${control}`).toBe("kube-cis-2.0");
    }
  });

  it("decide a threat by a handful of checks that one run covers, or leave it to people and say so", () => {
    const nodeSections = ["nodefiles", "kubelet"];
    const undecided: string[] = [];
    for (const threat of model.threats) {
      const sections = threat.controls.filter(({ role }) => role === "required").map(({ control }) => getControl(control)?.section ?? "");
      if (sections.length === 0) {
        undecided.push(threatRef(model, threat));
        expect(threat.uncovered, threat.slug).not.toBeNull();
        continue;
      }
      expect(sections.length, threat.slug).toBeGreaterThanOrEqual(2);
      expect(sections.length, threat.slug).toBeLessThanOrEqual(6);
      // A worker's run has the node's checks only: a threat that needed both kinds would never be whole there.
      expect(new Set(sections.map((section) => nodeSections.includes(section))).size, threat.slug).toBe(1);
    }
    expect(undecided).toEqual(["K-T5", "K-I3", "K-D1", "K-E2", "K-E5", "K-E6"]);
  });
});

describe("references", () => {
  it("lead to ATT&CK and to Microsoft's matrix under its own titles", () => {
    expect(Object.keys(KUBERNETES_MATRIX)).toHaveLength(40);
    const titles: ReadonlyMap<string, string> = new Map(Object.entries(KUBERNETES_MATRIX).map(([id, { title }]) => [id, title]));
    for (const { source, id, title, url } of model.threats.flatMap(({ references }) => references)) {
      if (source === "kubernetes-matrix") {
        expect(title).toBe(titles.get(id));
        expect(url).toBe("https://microsoft.github.io/Threat-Matrix-for-Kubernetes/");
      } else {
        expect(source).toBe("attack");
        expect(url).toMatch(/^https:\/\/attack\.mitre\.org\/techniques\/T\d{4}\/(?:\d{3}\/)?$/);
      }
    }
    const references = model.threats.flatMap(({ references }) => references);
    expect(references.find(({ id }) => id === "T1552.007")?.url).toBe("https://attack.mitre.org/techniques/T1552/007/");
    expect(references.find(({ id }) => id === "MS-TA9013")?.title).toBe("Writable hostPath mount");
  });
});

describe("the diagram", () => {
  /** Room for a boundary's name at its upper edge, in pixels. */
  const LABEL = 30;
  const boundaryBox = (id: string | null): Box => {
    const shape = model.boundaries.find((boundary) => boundary.id === id)?.shape;
    if (shape?.kind !== "box") throw new Error(`no box for the boundary ${id}`);
    return shape.box;
  };
  const elementBox = (id: string): Box => {
    const element = model.elements.find((candidate) => candidate.id === id);
    if (element === undefined) throw new Error(`no element ${id}`);
    return element.box;
  };
  const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  const within = (inner: Box, outer: Box): boolean =>
    inner.x >= outer.x &&
    inner.y >= outer.y + LABEL &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height;
  const middle = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

  it("puts each element into its boundary, below the boundary's name, and nothing onto anything else", () => {
    expect(model.elements).toHaveLength(16);
    for (const { id, box, boundary, diagram } of model.elements) {
      expect(diagram).toBe("cluster");
      expect(within(box, boundaryBox(boundary)), id).toBe(true);
      for (const other of model.elements) if (other.id !== id) expect(overlap(box, other.box), `${id}, ${other.id}`).toBe(false);
      for (const other of model.boundaries) {
        if (other.id === boundary || (boundary === "pods" && other.id === "worker-node")) continue;
        expect(overlap(box, boundaryBox(other.id)), `${id}, ${other.id}`).toBe(false);
      }
    }
    for (const { id, parent } of model.boundaries) if (parent !== null) expect(within(boundaryBox(id), boundaryBox(parent)), id).toBe(true);
  });

  it("leads no flow through a box that it does not belong to", () => {
    for (const { id, from, to, via } of model.flows) {
      if (!("element" in from && "element" in to)) throw new Error(`${id} has a loose end`);
      const others = model.elements.filter((element) => element.id !== from.element && element.id !== to.element);
      const points = [middle(elementBox(from.element)), ...via, middle(elementBox(to.element))];
      for (const [index, end] of points.entries()) {
        const start = points[index - 1] ?? end;
        for (let step = 0; step <= 200; step += 1) {
          const at = { x: start.x + ((end.x - start.x) * step) / 200, y: start.y + ((end.y - start.y) * step) / 200, width: 0, height: 0 };
          expect(
            others.filter(({ box }) => overlap(at, box)).map((element) => element.id),
            id,
          ).toEqual([]);
        }
      }
    }
  });
});
