import type { Flow } from "../../threat-model";
import { dockerDiagram } from "./diagram";

interface Route {
  readonly from: string;
  readonly to: string;
  readonly via?: Flow["via"];
  readonly bidirectional?: boolean;
  readonly protocol: string;
  /** Null where it depends on how the host is set up. */
  readonly encrypted: boolean | null;
  readonly publicNetwork?: boolean;
}

const flow = (
  id: string,
  name: string,
  { from, to, via = [], bidirectional = false, protocol, encrypted, publicNetwork = false }: Route,
  description: string,
): Flow => ({
  id,
  name,
  description,
  diagram: dockerDiagram.id,
  from: { element: from },
  to: { element: to },
  via,
  bidirectional,
  protocol,
  encrypted,
  publicNetwork,
  outOfScope: null,
});

/** What passes between the elements of the Docker model. */
export const dockerFlows: readonly Flow[] = [
  flow(
    "operator-runs-cli",
    "runs",
    { from: "operator", to: "docker-cli", protocol: "local", encrypted: false },
    "Commands typed or scripted on the workstation.",
  ),
  flow(
    "cli-to-daemon",
    "socket, SSH or TLS",
    { from: "docker-cli", to: "dockerd", protocol: "HTTP", encrypted: null },
    "The daemon's API. Over plain TCP it asks nobody who they are.",
  ),
  flow(
    "swarm-traffic",
    "swarm",
    {
      from: "swarm-peers",
      to: "dockerd",
      via: [
        { x: 232, y: 278 },
        { x: 232, y: 170 },
      ],
      bidirectional: true,
      protocol: "gRPC, gossip, VXLAN",
      encrypted: null,
    },
    "Orders and state of the cluster, always under TLS, and traffic of its overlay networks, which is in clear unless asked for otherwise.",
  ),
  flow(
    "image-pull",
    "image pull",
    { from: "registry", to: "dockerd", via: [{ x: 306, y: 365 }], protocol: "HTTPS", encrypted: null, publicNetwork: true },
    "Manifests and layers. Over plain HTTP where a registry is listed as insecure.",
  ),
  flow(
    "service-requests",
    "published port",
    {
      from: "service-users",
      to: "web-container",
      via: [
        { x: 952, y: 452 },
        { x: 952, y: 152 },
      ],
      protocol: "HTTP",
      encrypted: null,
      publicNetwork: true,
    },
    "Requests of strangers to a published port. Docker's own rules let them in ahead of the host firewall's.",
  ),
  flow(
    "daemon-reads-config",
    "reads",
    { from: "daemon-config", to: "dockerd", protocol: "file", encrypted: false },
    "Settings, keys and trusted authorities, read at start and on reload.",
  ),
  flow(
    "daemon-writes-logs",
    "writes",
    { from: "dockerd", to: "logs-audit", protocol: "file", encrypted: false },
    "What the daemon did, and what containers print.",
  ),
  flow(
    "daemon-to-containerd",
    "gRPC",
    { from: "dockerd", to: "containerd", protocol: "gRPC", encrypted: false },
    "Orders over a local socket, which bears no user's name.",
  ),
  flow(
    "containerd-unpacks-images",
    "unpacks",
    { from: "containerd", to: "images-volumes", protocol: "file", encrypted: false },
    "Layers are checked by digest when they are pulled, and not again when a container starts.",
  ),
  flow(
    "containerd-starts-web",
    "starts",
    { from: "containerd", to: "web-container", protocol: "exec", encrypted: false },
    "A process with the options that the order named.",
  ),
  flow(
    "containerd-starts-database",
    "starts",
    {
      from: "containerd",
      to: "database-container",
      via: [
        { x: 686, y: 152 },
        { x: 686, y: 272 },
      ],
      protocol: "exec",
      encrypted: false,
    },
    "A process with the options that the order named, its volume mounted.",
  ),
  flow(
    "containerd-to-kernel",
    "namespaces, cgroups",
    { from: "containerd", to: "host-kernel", protocol: "system call", encrypted: false },
    "What makes a process a container.",
  ),
  flow(
    "web-to-database",
    "SQL",
    { from: "web-container", to: "database-container", bidirectional: true, protocol: "TCP", encrypted: false },
    "Queries and answers over a bridge network of the host.",
  ),
  flow(
    "container-system-calls",
    "system calls",
    { from: "database-container", to: "host-kernel", via: [{ x: 830, y: 410 }], protocol: "system call", encrypted: false },
    "Every container talks to the same kernel, filtered by seccomp, AppArmor or SELinux.",
  ),
];
