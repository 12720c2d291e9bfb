import type { Boundary, Box, Diagram } from "../../threat-model";

const DIAGRAM = "cluster";

/** A box on the diagram, in pixels; of the size that most elements have unless another is given. */
export const boxAt = (x: number, y: number, width = 140, height = 56): Box => ({ x, y, width, height });

/** The only diagram of the Kubernetes model. */
export const kubernetesDiagram: Diagram = {
  id: DIAGRAM,
  title: "Cluster with one worker node",
  description:
    "A control plane, one of its worker nodes and what lies outside. Managed services run the control plane for you; the borders stay the same.",
  method: "STRIDE",
};

/** The four trust boundaries; pods stand inside the node. */
export const kubernetesBoundaries: readonly Boundary[] = [
  {
    id: "outside",
    name: "Outside the cluster",
    description: "People, build systems and services that the cluster does not control.",
    diagram: DIAGRAM,
    parent: null,
    trust: 10,
    shape: { kind: "box", box: boxAt(0, 0, 164, 560) },
  },
  {
    id: "control-plane",
    name: "Control plane",
    description: "Whoever rules here rules every node and every pod.",
    diagram: DIAGRAM,
    parent: null,
    trust: 90,
    shape: { kind: "box", box: boxAt(200, 0, 394, 466) },
  },
  {
    id: "worker-node",
    name: "Worker node",
    description: "A machine that runs pods. It is trusted with its own pods and with nothing that belongs to other nodes.",
    diagram: DIAGRAM,
    parent: null,
    trust: 60,
    shape: { kind: "box", box: boxAt(640, 0, 420, 560) },
  },
  {
    id: "pods",
    name: "Pod boundary",
    description: "The namespaces, capabilities and filters that part a pod from its node and from its neighbours.",
    diagram: DIAGRAM,
    parent: "worker-node",
    trust: 30,
    shape: { kind: "box", box: boxAt(850, 112, 198, 308) },
  },
];
