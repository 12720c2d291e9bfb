import type { Boundary, Flow, ModelElement, Threat, ThreatModel } from "@/lib/threats/threat-model";

const element = (id: string, kind: ModelElement["kind"], name: string, boundary: string | null, x: number, y: number): ModelElement => ({
  id,
  kind,
  name,
  description: "",
  diagram: "main",
  boundary,
  outOfScope: null,
  box: { x, y, width: 140, height: 56 },
});

const boundary = (id: string, name: string, parent: string | null, x: number, y: number, width: number, height: number): Boundary => ({
  id,
  name,
  description: "",
  diagram: "main",
  parent,
  trust: null,
  shape: { kind: "box", box: { x, y, width, height } },
});

const flow = (id: string, name: string, from: Flow["from"], to: Flow["to"], via: Flow["via"] = []): Flow => ({
  id,
  name,
  description: "",
  diagram: "main",
  from,
  to,
  via,
  bidirectional: false,
  protocol: "",
  encrypted: null,
  publicNetwork: null,
  outOfScope: null,
});

export const threat = (fields: Partial<Threat> & Pick<Threat, "slug" | "number" | "stride" | "title">): Threat => ({
  origin: "source",
  description: "",
  attackPath: [],
  elements: [],
  likelihood: null,
  impact: null,
  mitigations: [],
  controls: [],
  references: [],
  uncovered: null,
  stated: null,
  ...fields,
});

/** A Docker host with two diagrams: a daemon and a container in nested boundaries, an operator outside, a log, three threats. */
export const SMALL: ThreatModel = {
  slug: "docker",
  title: "Docker host",
  prefix: "D",
  description: "",
  owner: "",
  reviewer: "",
  contributors: [],
  evidence: ["docker"],
  diagrams: [
    { id: "main", title: "Data flow", description: "", method: "STRIDE" },
    { id: "second", title: "Build", description: "", method: "STRIDE" },
  ],
  elements: [
    element("operator", "actor", "Operator", null, 0, 100),
    element("dockerd", "process", "dockerd", "host", 320, 100),
    element("web", "process", "web-frontend", "containers", 620, 100),
    element("log", "store", "Audit log", "host", 320, 300),
    { ...element("runner", "process", "Build runner", null, 0, 0), diagram: "second" },
  ],
  boundaries: [
    boundary("host", "Docker host", null, 300, 0, 600, 400),
    boundary("containers", "Containers", "host", 600, 50, 200, 200),
    {
      ...boundary("edge", "Edge", null, 0, 0, 1, 1),
      shape: {
        kind: "curve",
        points: [
          { x: 200, y: 10 },
          { x: 220, y: 400 },
        ],
      },
    },
  ],
  flows: [
    flow("asks", "asks", { element: "operator" }, { element: "dockerd" }),
    flow("starts", "starts", { element: "dockerd" }, { element: "web" }, [{ x: 500, y: 120 }]),
    flow("in", "", { point: { x: 0, y: 0 } }, { element: "web" }),
  ],
  notes: [{ id: "hint", text: "Shared kernel", diagram: "main", box: { x: 310, y: 360, width: 100, height: 30 } }],
  threats: [
    threat({
      slug: "resource-exhaustion",
      number: 1,
      stride: "D",
      title: "Resource Exhaustion",
      elements: ["web", "starts", "containers"],
      likelihood: "high",
      mitigations: [
        { id: "quota", text: "Resource quotas" },
        { id: "watch", text: "Usage monitoring" },
      ],
      controls: [
        {
          control: "memory-limit",
          kind: "mitigates",
          role: "required",
          reason: "Caps it.",
          confidence: "high",
          mitigation: "quota",
        },
      ],
    }),
    threat({ slug: "container-breakout", number: 1, stride: "I", title: "Container Breakout", elements: ["dockerd"] }),
    threat({ slug: "noisy-neighbour", number: 4, stride: "D", title: "Noisy neighbour", origin: "user", elements: ["operator", "asks"] }),
  ],
};

/** What the tests call known. */
export const isKnown = (control: string): boolean => ["memory-limit", "cpu-shares", "auditd"].includes(control);
