import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readBench } from "@/lib/bench/read-bench";
import { CONTROLS, getControl } from "@/lib/catalogue/controls";
import { EDITIONS } from "@/lib/catalogue/editions";
import { observations } from "@/lib/catalogue/observation";
import { canOnlyPass } from "@/lib/catalogue/outcome";
import { resolveFile } from "@/lib/catalogue/resolve-file";
import { TOOL_DEFECTS } from "@/lib/catalogue/tool-defects";
import { STRIDE_LETTERS } from "@/lib/stride/categories";
import { dockerModel } from "@/lib/threats/data/docker/model";
import { dockerUnlinked } from "@/lib/threats/data/docker/unlinked";
import { type Box, threatModelSchema, threatRef } from "@/lib/threats/threat-model";

const { threats, elements, boundaries, flows } = dockerModel;
const links = threats.flatMap((threat) => threat.controls.map((link) => ({ ...link, threat: threatRef(dockerModel, threat), of: threat })));
const dockerSlugs = CONTROLS.filter(({ family }) => family === "docker").map(({ slug }) => slug);
const linked = new Set(links.map(({ control }) => control));

const threatsOf = (control: string) => links.filter((link) => link.control === control).map(({ threat, role }) => `${threat} ${role}`);

describe("the Docker model", () => {
  it("is a threat model", () => {
    expect(threatModelSchema.parse(dockerModel)).toEqual(dockerModel);
    expect([dockerModel.slug, dockerModel.prefix, dockerModel.title, dockerModel.evidence]).toEqual([
      "docker",
      "D",
      "Docker host and engine",
      ["docker"],
    ]);
  });

  it("has the five threats of the source, each first in its letter", () => {
    expect(
      threats.filter(({ origin }) => origin === "source").map((threat) => [threatRef(dockerModel, threat), threat.title, threat.slug]),
    ).toEqual([
      ["D-S1", "Unauthorized Access to Docker Host", "unauthorized-access-to-docker-host"],
      ["D-T1", "Image and Container Integrity", "image-and-container-integrity"],
      ["D-R1", "Unauthorized Image Deployment", "unauthorized-image-deployment"],
      ["D-I1", "Container Breakout", "container-breakout"],
      ["D-D1", "Resource Exhaustion", "resource-exhaustion"],
    ]);
  });

  it.each([
    ["D-S1", ["SSH keys", "second factor"]],
    ["D-T1", ["signed images", "Verify digests and signatures"]],
    ["D-R1", ["Log every pull and start", "trusted repositories"]],
    ["D-I1", ["patched", "minimal base images", "runtime security tool"]],
    ["D-D1", ["limit of memory", "Monitor what containers use", "Limit the rate", "limit on-failure restarts"]],
  ])("records the mitigations of the source for %s", (ref, facts) => {
    const texts = threats
      .find((threat) => threatRef(dockerModel, threat) === ref)
      ?.mitigations.map(({ text }) => text)
      .join("\n");
    for (const fact of facts) expect(texts).toContain(fact);
  });

  it("adds threats of its own, so that every letter has two or more", () => {
    expect(threats.every(({ origin }) => origin === "source" || origin === "bulkhead")).toBe(true);
    for (const letter of STRIDE_LETTERS) {
      const numbers = threats.filter(({ stride }) => stride === letter).map(({ number }) => number);
      expect(numbers.length, letter).toBeGreaterThanOrEqual(2);
      expect(numbers, letter).toEqual(numbers.map((_, index) => index + 1));
    }
    const slugs = threats.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const { slug, title } of threats) expect(slug).toBe(title.toLowerCase().replaceAll(" ", "-"));
  });

  it("refers to nothing that is not there", () => {
    const places = new Set([...elements, ...flows, ...boundaries].map(({ id }) => id));
    expect(places.size).toBe(elements.length + flows.length + boundaries.length);
    for (const { slug, elements: named, mitigations, controls } of threats) {
      expect(
        named.filter((id) => !places.has(id)),
        slug,
      ).toEqual([]);
      expect(named.length, slug).toBeGreaterThan(0);
      const ids = mitigations.map(({ id }) => id);
      expect(new Set(ids).size, slug).toBe(ids.length);
      expect(
        controls.filter(({ mitigation }) => mitigation !== null && !ids.includes(mitigation)),
        slug,
      ).toEqual([]);
    }
  });

  it("is written out: description, path, mitigations, ratings, references with addresses", () => {
    for (const threat of threats) {
      const { slug, description, attackPath, mitigations, likelihood, impact, references } = threat;
      expect(description.length, slug).toBeGreaterThan(100);
      expect(attackPath.length >= 3 && attackPath.length <= 6, slug).toBe(true);
      expect(mitigations.length >= 2 && mitigations.length <= 5, slug).toBe(true);
      expect([likelihood, impact], slug).not.toContain(null);
      expect(references.length, slug).toBeGreaterThan(0);
      for (const { source, id, url } of references) {
        if (source === "attack") expect(url).toBe(`https://attack.mitre.org/techniques/${id.replace(".", "/")}/`);
        else expect([source, url]).toEqual(["kubernetes-matrix", "https://microsoft.github.io/Threat-Matrix-for-Kubernetes/"]);
      }
    }
  });

  it("has a control, or says what no check can tell, for every threat", () => {
    for (const { slug, controls, uncovered } of threats) {
      expect(controls.length > 0 || uncovered !== null, slug).toBe(true);
      if (!controls.some(({ role }) => role === "required")) expect(uncovered, slug).not.toBeNull();
    }
  });
});

describe("links of the Docker model", () => {
  it("lead to controls for Docker, at most once from a threat, each with a reason of its own", () => {
    expect(links.filter(({ control }) => getControl(control)?.family !== "docker")).toEqual([]);
    const pairs = links.map(({ threat, control }) => `${threat} ${control}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    const reasons = links.map(({ reason }) => reason);
    expect(new Set(reasons).size).toBe(reasons.length);
    expect(reasons.filter((reason) => !/^[A-Z`].*\.$/.test(reason))).toEqual([]);
  });

  it("leave no control for Docker out without a reason, and none both in and out", () => {
    const left = dockerSlugs.filter((slug) => !linked.has(slug));
    expect(left.toSorted()).toEqual(Object.keys(dockerUnlinked).toSorted());
    expect(Object.values(dockerUnlinked).filter((reason) => reason === "")).toEqual([]);
  });

  it("are required only where the control mitigates and can pass, and fail to, in a default run of the current editions", () => {
    const current = EDITIONS.filter(({ headerVersion }) => headerVersion === "1.6.0");
    expect(current.map(({ key }) => key)).toEqual(["master-20241021", "v1.6.1", "v1.6.0"]);
    for (const { control, kind, threat, mitigation } of links.filter(({ role }) => role === "required")) {
      expect([threat, control, kind, mitigation === null]).toEqual([threat, control, "mitigates", false]);
      for (const edition of current) {
        const check = edition.byControl.get(control);
        expect(check?.inDefaultRun, `${edition.key} ${control}`).toBe(true);
        expect(check?.textLevels, `${edition.key} ${control}`).toEqual(expect.arrayContaining(["PASS", "WARN"]));
        expect(canOnlyPass(check ?? null), `${edition.key} ${control}`).toBe(false);
      }
    }
  });

  it("rest on no check of which the current editions never tell the truth, whatever it prints", () => {
    const doubtful = TOOL_DEFECTS.filter(
      ({ hides, levels, formats, to }) => !hides && levels === undefined && formats === null && to === null,
    );
    const never = new Set(doubtful.flatMap(({ controls }) => controls));
    expect(never.has("swarm-manager-count")).toBe(true);
    expect(links.filter(({ role, control }) => role === "required" && never.has(control)).map(({ control }) => control)).toEqual([]);
  });

  it("require few controls of a threat", () => {
    for (const { slug, controls } of threats)
      expect(controls.filter(({ role }) => role === "required").length, slug).toBeLessThanOrEqual(6);
  });

  it("do not require a list of trusted users, which only a run with -u decides", () => {
    expect(threatsOf("trusted-users")).toEqual(["D-S1 supporting", "D-R2 supporting", "D-E3 supporting"]);
  });

  it.each([
    ["on-failure-restart", "D-D1 required"],
    ["no-ssh-in-containers", "D-S1 required"],
    ["container-no-new-privileges", "D-T1 required"],
    ["legacy-registry-v1", "D-T1 supporting"],
    ["legacy-registry-v1", "D-S2 supporting"],
    ["daemon-json-permissions", "D-T2 required"],
    ["daemon-json-permissions", "D-E3 supporting"],
    ["daemon-json-permissions", "D-I3 supporting"],
    ["daemon-json-ownership", "D-T2 required"],
    ["daemon-json-ownership", "D-E3 supporting"],
  ])("know the reference finding %s: %s", (control, link) => {
    expect(threatsOf(control)).toContain(link);
  });
});

const outcomesIn = (log: string): ReadonlyMap<string, string> => {
  const read = readBench(readFileSync(path.join(import.meta.dirname, "..", "logs", log), "utf8"));
  if (!read.ok) throw new Error(`${log}: ${read.error.message}`);
  const { runs, chosen } = resolveFile(read.value);
  const run = runs[chosen];
  if (run === undefined) throw new Error(`${log} has no run`);
  return new Map(observations(run).map(({ key, outcome }) => [key, outcome]));
};

/** How each threat stands in one log, from its required controls alone: the first that holds of the words below. */
const standings = (log: string): Record<string, string[]> => {
  const outcomes = outcomesIn(log);
  const words: Record<string, string[]> = { unmitigated: [], mitigated: [], partly: [], silent: [] };
  for (const threat of threats) {
    const seen = threat.controls.filter(({ role }) => role === "required").map(({ control }) => outcomes.get(control));
    const passed = seen.filter((outcome) => outcome === "pass").length;
    const left = passed > 0 ? "partly" : "silent";
    const word = seen.includes("fail") ? "unmitigated" : passed > 0 && passed === seen.length ? "mitigated" : left;
    words[word]?.push(threatRef(dockerModel, threat));
  }
  return words;
};

describe("the threats of one host", () => {
  it("are open before it is hardened", () => {
    expect(standings("v1.6.1/before.text")).toEqual({
      unmitigated: [
        "D-S1",
        "D-S2",
        "D-T1",
        "D-T2",
        "D-T3",
        "D-R1",
        "D-R2",
        "D-I1",
        "D-I2",
        "D-I5",
        "D-D1",
        "D-D2",
        "D-D3",
        "D-E1",
        "D-E2",
        "D-E3",
        "D-E4",
        "D-E5",
        "D-E6",
      ],
      mitigated: ["D-I4", "D-E7"],
      partly: [],
      silent: ["D-S3", "D-I3", "D-E8"],
    });
  });

  it("are mitigated afterwards, but for those whose controls still fail or found nothing to test", () => {
    expect(standings("v1.6.1/after.text")).toEqual({
      unmitigated: ["D-E1"],
      mitigated: [
        "D-S1",
        "D-S2",
        "D-T1",
        "D-T2",
        "D-T3",
        "D-R1",
        "D-R2",
        "D-I1",
        "D-I2",
        "D-I4",
        "D-I5",
        "D-D1",
        "D-D2",
        "D-D3",
        "D-E2",
        "D-E3",
        "D-E4",
        "D-E5",
        "D-E6",
        "D-E7",
      ],
      partly: ["D-S3"],
      silent: ["D-I3", "D-E8"],
    });
  });

  it("are partly open on a fresh installation", () => {
    expect(standings("v1.6.1/default5.text")).toEqual({
      unmitigated: ["D-S2", "D-T1", "D-R1", "D-R2", "D-I2", "D-I5", "D-D1", "D-D2", "D-D3", "D-E1", "D-E3", "D-E4"],
      mitigated: ["D-S1", "D-T3", "D-I1", "D-I4", "D-E2", "D-E5", "D-E6", "D-E7"],
      partly: ["D-T2"],
      silent: ["D-S3", "D-I3", "D-E8"],
    });
  });

  it("go from every required control failing to every one passing, for Resource Exhaustion", () => {
    const required = threats
      .find(({ slug }) => slug === "resource-exhaustion")
      ?.controls.filter(({ role }) => role === "required")
      .map(({ control }) => control);
    expect(required).toEqual(["memory-limit", "cpu-priority", "pids-limit", "on-failure-restart"]);
    for (const [log, outcome] of [
      ["v1.6.1/before.text", "fail"],
      ["v1.6.1/after.text", "pass"],
    ] as const) {
      const outcomes = outcomesIn(log);
      expect(required?.map((control) => outcomes.get(control))).toEqual(required?.map(() => outcome));
    }
  });
});

const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const boxOf = (id: string | null): Box => {
  const shape = boundaries.find((boundary) => boundary.id === id)?.shape;
  if (shape?.kind !== "box") throw new Error(`${id} is no box`);
  return shape.box;
};

describe("the diagram of the Docker model", () => {
  it("lays no two elements over each other", () => {
    const pairs = elements.flatMap((a, index) => elements.slice(index + 1).map((b) => [a, b] as const));
    expect(pairs.filter(([a, b]) => overlap(a.box, b.box)).map(([a, b]) => [a.id, b.id])).toEqual([]);
  });

  it("has each element in its boundary, below the label, and each boundary in its parent and beside the others", () => {
    for (const { id, boundary, box } of elements) {
      expect(within(box, boxOf(boundary)), id).toBe(true);
      expect(box.y - boxOf(boundary).y, id).toBeGreaterThanOrEqual(30);
      const foreign = boundaries.filter(
        (other) => other.id !== boundary && other.id !== boundaries.find((own) => own.id === boundary)?.parent,
      );
      expect(
        foreign.filter((other) => overlap(box, boxOf(other.id))),
        id,
      ).toEqual([]);
    }
    for (const { id, parent } of boundaries.filter(({ parent }) => parent !== null))
      expect(within(boxOf(id), boxOf(parent)), id).toBe(true);
  });

  it("runs every flow along right angles, and through no element that it does not join", () => {
    for (const { id, from, to, via } of flows) {
      if (!("element" in from) || !("element" in to)) throw new Error(`${id} has a loose end`);
      const ends = [from.element, to.element].map((name) => elements.find((element) => element.id === name));
      const [start, end] = ends.map((element) => element?.box);
      if (start === undefined || end === undefined) throw new Error(`${id} ends nowhere`);
      const corners = [start, ...via.map(({ x, y }) => ({ x, y, width: 0, height: 0 })), end];
      for (const [index, a] of corners.slice(0, -1).entries()) {
        const b = corners[index + 1] ?? a;
        const lane = {
          x: [Math.max(a.x, b.x), Math.min(a.x + a.width, b.x + b.width)] as const,
          y: [Math.max(a.y, b.y), Math.min(a.y + a.height, b.y + b.height)] as const,
        };
        expect(lane.x[0] <= lane.x[1] || lane.y[0] <= lane.y[1], `${id}, part ${index + 1}`).toBe(true);
        const level = lane.y[0] <= lane.y[1];
        const at = level ? (lane.y[0] + lane.y[1]) / 2 : (lane.x[0] + lane.x[1]) / 2;
        const reach = level ? [a.x, b.x, a.x + a.width, b.x + b.width] : [a.y, b.y, a.y + a.height, b.y + b.height];
        const [low, high] = [Math.min(...reach), Math.max(...reach)];
        const line: Box = level ? { x: low, y: at, width: high - low, height: 0 } : { x: at, y: low, width: 0, height: high - low };
        const crossed = elements.filter((element) => !ends.includes(element) && overlap(line, element.box));
        expect(
          crossed.map((element) => element.id),
          `${id}, part ${index + 1}`,
        ).toEqual([]);
      }
    }
  });
});
