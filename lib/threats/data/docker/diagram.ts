import type { Boundary, Diagram, Flow, ModelElement } from "../../threat-model";

const DIAGRAM = "docker-host";

/** The one diagram of the Docker model; about 980 by 502 pixels. */
export const dockerDiagram: Diagram = {
  id: DIAGRAM,
  title: "Docker host",
  description:
    "One host with its daemon and containers, the workstation it is run from, and what it meets on the network: the registry, other nodes of a swarm, and the people its services are for.",
  method: "STRIDE",
};

type Place = readonly [x: number, y: number, width: number];

const element = (
  id: string,
  kind: ModelElement["kind"],
  boundary: string,
  name: string,
  [x, y, width]: Place,
  description: string,
): ModelElement => ({
  id,
  kind,
  name,
  description,
  diagram: DIAGRAM,
  boundary,
  outOfScope: null,
  box: { x, y, width, height: 56 },
});

/** What the Docker model looks at: people, programs and stores. */
export const dockerElements: readonly ModelElement[] = [
  element("operator", "actor", "workstation", "Operator", [22, 34, 140], "Somebody who is trusted to run containers, or a build job."),
  element("docker-cli", "process", "workstation", "Docker CLI", [22, 124, 140], "The client; speaks to the socket, over SSH, or over TCP."),
  element(
    "swarm-peers",
    "actor",
    "outside-network",
    "Swarm peers",
    [22, 250, 140],
    "Other managers and workers, where the host belongs to a swarm.",
  ),
  element(
    "registry",
    "actor",
    "outside-network",
    "Registry",
    [22, 337, 140],
    "Where images come from: a public one, a mirror, or one's own.",
  ),
  element("service-users", "actor", "outside-network", "Service users", [22, 424, 140], "Whoever can reach a published port."),
  element(
    "daemon-config",
    "store",
    "docker-host",
    "Daemon settings",
    [295, 34, 150],
    "daemon.json, systemd units, environment files, certificates and keys.",
  ),
  element(
    "dockerd",
    "process",
    "docker-host",
    "dockerd",
    [295, 124, 150],
    "The daemon. It runs as root and obeys whoever reaches its API.",
  ),
  element(
    "images-volumes",
    "store",
    "docker-host",
    "Images and volumes",
    [505, 34, 150],
    "/var/lib/docker: layers, container files, volumes.",
  ),
  element(
    "containerd",
    "process",
    "docker-host",
    "containerd, runc",
    [505, 124, 150],
    "The runtime that unpacks images and starts containers, as root.",
  ),
  element(
    "logs-audit",
    "store",
    "docker-host",
    "Logs and audit",
    [295, 382, 150],
    "The daemon's journal, output of containers, records of auditd.",
  ),
  element("host-kernel", "process", "docker-host", "Host kernel", [505, 382, 150], "One kernel for the host and all of its containers."),
  element(
    "web-container",
    "process",
    "container-boundary",
    "Web container",
    [730, 124, 200],
    "A service with a published port, open to strangers.",
  ),
  element(
    "database-container",
    "process",
    "container-boundary",
    "Database container",
    [730, 244, 200],
    "A service for other containers only; its data lies in a volume.",
  ),
];

const boundary = (
  id: string,
  parent: string | null,
  trust: number,
  name: string,
  [x, y, width, height]: readonly [x: number, y: number, width: number, height: number],
  description: string,
): Boundary => ({
  id,
  name,
  description,
  diagram: DIAGRAM,
  parent,
  trust,
  shape: { kind: "box", box: { x, y, width, height } },
});

/** Where trust changes in the Docker model. */
export const dockerBoundaries: readonly Boundary[] = [
  boundary("workstation", null, 70, "Workstation", [0, 0, 184, 200], "A machine of an operator or a build server; its users are known."),
  boundary("outside-network", null, 10, "Network", [0, 216, 184, 286], "Machines and people that the host cannot vouch for."),
  boundary("docker-host", null, 80, "Docker host", [280, 0, 700, 502], "What runs with the host's own rights."),
  boundary(
    "container-boundary",
    "docker-host",
    30,
    "Container boundary",
    [700, 80, 270, 240],
    "Namespaces, cgroups and filters of the kernel. No wall of hardware stands here.",
  ),
];

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
  diagram: DIAGRAM,
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
