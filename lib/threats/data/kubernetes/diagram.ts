import type { Boundary, Box, Diagram, Flow, ModelElement, Point } from "../../threat-model";

const DIAGRAM = "cluster";

const boxAt = (x: number, y: number, width = 140, height = 56): Box => ({ x, y, width, height });

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

interface Part {
  readonly id: string;
  readonly kind: ModelElement["kind"];
  readonly name: string;
  readonly description: string;
  readonly boundary: string;
  readonly box: Box;
}

const PARTS: readonly Part[] = [
  {
    id: "administrator",
    kind: "actor",
    name: "Administrator",
    description: "A person with rights in the cluster.",
    boundary: "outside",
    box: boxAt(12, 48),
  },
  {
    id: "kubectl",
    kind: "process",
    name: "kubectl and CI",
    description: "Clients that hold a kubeconfig or a token: command line, pipelines, deployment tools.",
    boundary: "outside",
    box: boxAt(12, 172),
  },
  {
    id: "cloud-identity",
    kind: "actor",
    name: "Cloud identity",
    description: "The provider's service that signs people in and hands cloud credentials to nodes and pods.",
    boundary: "outside",
    box: boxAt(12, 330),
  },
  {
    id: "image-registry",
    kind: "actor",
    name: "Image registry",
    description: "Where nodes fetch the images of pods from.",
    boundary: "outside",
    box: boxAt(12, 470),
  },
  {
    id: "controller-manager",
    kind: "process",
    name: "Controller manager",
    description: "The loops that keep the cluster in its wanted state; it signs the tokens of service accounts.",
    boundary: "control-plane",
    box: boxAt(270, 48),
  },
  {
    id: "scheduler",
    kind: "process",
    name: "Scheduler",
    description: "Decides on which node a pod runs.",
    boundary: "control-plane",
    box: boxAt(444, 48),
  },
  {
    id: "api-server",
    kind: "process",
    name: "API server",
    description: "The only door to the cluster's state: it signs callers in, checks their rights, admits objects and records requests.",
    boundary: "control-plane",
    box: boxAt(270, 160, 140, 80),
  },
  {
    id: "etcd",
    kind: "store",
    name: "etcd",
    description: "All objects of the cluster, Secrets among them.",
    boundary: "control-plane",
    box: boxAt(270, 290),
  },
  {
    id: "audit-log",
    kind: "store",
    name: "Audit log",
    description: "Who asked the API server for what, and when.",
    boundary: "control-plane",
    box: boxAt(444, 290),
  },
  {
    id: "control-plane-files",
    kind: "store",
    name: "Control plane files",
    description: "Static pod manifests, kubeconfigs of the components and the keys of the cluster's authorities.",
    boundary: "control-plane",
    box: boxAt(270, 390),
  },
  {
    id: "node-files",
    kind: "store",
    name: "Node files",
    description: "The kubelet's unit, configuration, kubeconfig and authority, and the files of the network plugin.",
    boundary: "worker-node",
    box: boxAt(664, 48),
  },
  {
    id: "kubelet",
    kind: "process",
    name: "kubelet",
    description: "Runs the pods of its node and answers on port 10250 for logs, exec and metrics.",
    boundary: "worker-node",
    box: boxAt(664, 172),
  },
  {
    id: "container-runtime",
    kind: "process",
    name: "Container runtime",
    description: "Pulls images and starts containers on the node's kernel.",
    boundary: "worker-node",
    box: boxAt(664, 330),
  },
  {
    id: "kube-proxy",
    kind: "process",
    name: "kube-proxy",
    description: "Writes the node's forwarding rules for Services.",
    boundary: "worker-node",
    box: boxAt(664, 440),
  },
  {
    id: "pod-a",
    kind: "process",
    name: "Pod A",
    description: "A workload that talks to the API server with the token of its service account.",
    boundary: "pods",
    box: boxAt(874, 190, 150),
  },
  {
    id: "pod-b",
    kind: "process",
    name: "Pod B",
    description: "A neighbour on the same node, of another team or another trust.",
    boundary: "pods",
    box: boxAt(874, 330, 150),
  },
];

/** Every element in its boundary; sizes in pixels. */
export const kubernetesElements: readonly ModelElement[] = PARTS.map((part) => ({ ...part, diagram: DIAGRAM, outOfScope: null }));

interface Way {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly via?: readonly Point[];
  readonly bidirectional?: true;
  readonly protocol: string;
  readonly encrypted: boolean | null;
  readonly publicNetwork?: true;
}

const WAYS: readonly Way[] = [
  { id: "administrator-kubectl", name: "runs", from: "administrator", to: "kubectl", protocol: "", encrypted: null },
  {
    id: "kubectl-api-server",
    name: "API requests",
    from: "kubectl",
    to: "api-server",
    protocol: "HTTPS, port 6443",
    encrypted: true,
    publicNetwork: true,
  },
  {
    id: "kubectl-cloud-identity",
    name: "signs in",
    from: "kubectl",
    to: "cloud-identity",
    protocol: "OpenID Connect",
    encrypted: true,
    publicNetwork: true,
  },
  {
    id: "controller-manager-api-server",
    name: "updates",
    from: "controller-manager",
    to: "api-server",
    protocol: "HTTPS",
    encrypted: true,
  },
  {
    id: "scheduler-api-server",
    name: "binds pods",
    from: "scheduler",
    to: "api-server",
    via: [
      { x: 514, y: 130 },
      { x: 400, y: 130 },
      { x: 400, y: 148 },
    ],
    protocol: "HTTPS",
    encrypted: true,
  },
  {
    id: "api-server-etcd",
    name: "state",
    from: "api-server",
    to: "etcd",
    bidirectional: true,
    protocol: "gRPC over TLS, port 2379",
    encrypted: true,
  },
  {
    id: "api-server-audit-log",
    name: "records",
    from: "api-server",
    to: "audit-log",
    via: [
      { x: 380, y: 252 },
      { x: 380, y: 266 },
      { x: 514, y: 266 },
    ],
    protocol: "file or webhook",
    encrypted: null,
  },
  {
    id: "control-plane-files-api-server",
    name: "keys",
    from: "control-plane-files",
    to: "api-server",
    via: [
      { x: 224, y: 418 },
      { x: 224, y: 220 },
      { x: 256, y: 220 },
    ],
    protocol: "file",
    encrypted: null,
  },
  {
    id: "api-server-kubelet",
    name: "exec, logs, pod status",
    from: "api-server",
    to: "kubelet",
    bidirectional: true,
    protocol: "HTTPS, ports 10250 and 6443",
    encrypted: true,
  },
  {
    id: "kube-proxy-api-server",
    name: "Services",
    from: "kube-proxy",
    to: "api-server",
    via: [
      { x: 606, y: 468 },
      { x: 606, y: 230 },
      { x: 424, y: 230 },
    ],
    protocol: "HTTPS",
    encrypted: true,
  },
  {
    id: "pod-a-api-server",
    name: "pod's token",
    from: "pod-a",
    to: "api-server",
    via: [
      { x: 949, y: 160 },
      { x: 620, y: 160 },
      { x: 620, y: 170 },
      { x: 424, y: 170 },
    ],
    protocol: "HTTPS",
    encrypted: true,
  },
  { id: "kubelet-node-files", name: "settings", from: "node-files", to: "kubelet", protocol: "file", encrypted: null },
  {
    id: "kubelet-container-runtime",
    name: "CRI",
    from: "kubelet",
    to: "container-runtime",
    protocol: "gRPC, local socket",
    encrypted: false,
  },
  {
    id: "container-runtime-pod-a",
    name: "starts",
    from: "container-runtime",
    to: "pod-a",
    via: [
      { x: 827, y: 338 },
      { x: 827, y: 218 },
    ],
    protocol: "system calls",
    encrypted: null,
  },
  { id: "container-runtime-pod-b", name: "starts", from: "container-runtime", to: "pod-b", protocol: "system calls", encrypted: null },
  {
    id: "pod-a-pod-b",
    name: "pod network",
    from: "pod-a",
    to: "pod-b",
    bidirectional: true,
    protocol: "as the application has it",
    encrypted: null,
  },
  {
    id: "kube-proxy-pod-b",
    name: "Service traffic",
    from: "kube-proxy",
    to: "pod-b",
    via: [{ x: 949, y: 468 }],
    protocol: "TCP, UDP",
    encrypted: null,
  },
  {
    id: "image-registry-container-runtime",
    name: "image pull",
    from: "image-registry",
    to: "container-runtime",
    via: [
      { x: 652, y: 498 },
      { x: 652, y: 358 },
    ],
    protocol: "HTTPS",
    encrypted: true,
    publicNetwork: true,
  },
  {
    id: "pod-b-cloud-identity",
    name: "asks for a cloud token",
    from: "pod-b",
    to: "cloud-identity",
    via: [
      { x: 1004, y: 400 },
      { x: 1004, y: 540 },
      { x: 182, y: 540 },
      { x: 182, y: 358 },
    ],
    protocol: "HTTP to the metadata address, or HTTPS",
    encrypted: null,
    publicNetwork: true,
  },
];

/** Data flows, bent where a straight line would cross a box. */
export const kubernetesFlows: readonly Flow[] = WAYS.map(
  ({ id, name, from, to, via, bidirectional, protocol, encrypted, publicNetwork }) => ({
    id,
    name,
    description: "",
    diagram: DIAGRAM,
    from: { element: from },
    to: { element: to },
    via: via ?? [],
    bidirectional: bidirectional ?? false,
    protocol,
    encrypted,
    publicNetwork: publicNetwork ?? false,
    outOfScope: null,
  }),
);
