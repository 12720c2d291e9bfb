import type { Boundary, Diagram, ModelElement } from "../../threat-model";

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
