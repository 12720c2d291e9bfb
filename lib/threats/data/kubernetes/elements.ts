import type { Box, ModelElement } from "../../threat-model";
import { boxAt, kubernetesDiagram } from "./diagram";

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
export const kubernetesElements: readonly ModelElement[] = PARTS.map((part) => ({
  ...part,
  diagram: kubernetesDiagram.id,
  outOfScope: null,
}));
