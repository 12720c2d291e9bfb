import type { Flow, Point } from "../../threat-model";
import { kubernetesDiagram } from "./diagram";

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
    diagram: kubernetesDiagram.id,
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
