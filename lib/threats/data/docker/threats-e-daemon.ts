import type { Threat } from "../../threat-model";
import { detecting, required, supporting } from "../links";
import { attack } from "../references";

/** Elevation of privilege to root of the host: as root of a container, by the socket, by the API. */
export const dockerDaemonElevation: readonly Threat[] = [
  {
    slug: "container-root-becomes-host-root",
    number: 1,
    title: "Container Root Becomes Host Root",
    stride: "E",
    origin: "bulkhead",
    stated: null,
    description:
      "Root in a container is root of the host, held back by namespaces only. As soon as such a process touches something of the host, a mount or a flaw in the kernel, it does so as root. Images whose services run as root make this the ordinary case.",
    attackPath: [
      "Run code in a service that runs as user 0.",
      "Reach a host file through a mount, or get out by a flaw.",
      "Be user 0 there as well, since ids are not mapped.",
      "Own the host.",
    ],
    elements: ["web-container", "database-container", "host-kernel", "containerd-to-kernel", "container-boundary"],
    likelihood: "medium",
    impact: "very_high",
    mitigations: [
      { id: "plain-user", text: "Run services as an ordinary user, set in the image." },
      { id: "mapped-ids", text: "Map the container's users to unprivileged ids of the host, or run the daemon rootless." },
      { id: "no-root-on-entry", text: "Do not bring root back by `docker exec`." },
    ],
    controls: [
      required("container-user", "plain-user", "A service that runs as root is user 0 from its first instruction and needs one flaw only."),
      required("userns-remap", "mapped-ids", "Without remapping the container's user 0 is the host's.", "medium"),
      required("host-userns", "mapped-ids", "`--userns=host` takes the remapping away from this container again."),
      supporting(
        "daemon-rootless",
        "mapped-ids",
        "Under a rootless daemon an escaped root is an ordinary account; the tool asks people to look.",
        "high",
      ),
      supporting(
        "exec-user-root",
        "no-root-on-entry",
        "`docker exec --user=root` brings user 0 into a container that was built without it; the tool asks people to look.",
      ),
      supporting(
        "docker-registry-service-ownership",
        null,
        "Without its User= line the registry's unit starts as root what its owner names.",
        "low",
      ),
    ],
    references: [attack("T1611"), attack("T1068")],
    uncovered: "On a host with jq the tool passes user namespaces that were never switched on, so `docker info` has the last word there.",
  },
  {
    slug: "docker-socket-inside-a-container",
    number: 2,
    title: "Docker Socket Inside a Container",
    stride: "E",
    origin: "bulkhead",
    stated: null,
    description:
      "A container has the Docker socket mounted, for a build job, a dashboard or a proxy. Whoever takes over that container commands the daemon and is root on the host with one more order. Mounting the socket read-only changes nothing.",
    attackPath: [
      "Take over a container that has docker.sock mounted.",
      "Speak to the API through it.",
      "Start a privileged container with the host's root directory.",
      "Work on the host as root.",
    ],
    elements: ["web-container", "dockerd", "containerd-starts-web", "container-boundary"],
    likelihood: "medium",
    impact: "very_high",
    mitigations: [
      {
        id: "no-socket",
        text: "Mount the socket into no container; where a tool needs the API, put a proxy between that passes the few calls it needs.",
      },
      { id: "limited-orders", text: "Have an authorization plugin refuse the orders that such a client has no need of." },
    ],
    controls: [
      required("docker-socket-mounted", "no-socket", "Who writes to a mounted socket commands the daemon, and by it the host."),
      supporting("authz-plugin", "limited-orders", "A plugin can refuse a privileged container to a client that only lists them."),
      supporting(
        "userns-remap",
        "no-socket",
        "With remapped ids the container's root is not in the group that may open the socket.",
        "low",
      ),
      supporting(
        "selinux",
        "no-socket",
        "A label on the container forbids it to connect to the daemon, though the socket is mounted.",
        "low",
      ),
    ],
    references: [attack("T1611"), attack("T1610"), attack("T1552.007")],
    uncovered: "A container that mounts /run as a whole has the socket too, and the check looks for the name of the socket only.",
  },
  {
    slug: "daemon-api-without-authorization",
    number: 3,
    title: "Daemon API Without Authorization",
    stride: "E",
    origin: "bulkhead",
    stated: null,
    description:
      "The daemon knows no roles: whoever is admitted to its API, or to containerd's below it, may give any order. An account meant to list containers, or a local process that finds a socket open, can start a privileged container and is root on the host.",
    attackPath: [
      "Get an account in the docker group, or find a socket or its unit open to others.",
      "Ask the daemon for a container with all privileges and the host's disk.",
      "It obeys, since it asks no further.",
      "Act as root on the host, without a root password.",
    ],
    elements: ["docker-cli", "cli-to-daemon", "dockerd", "daemon-to-containerd", "containerd"],
    likelihood: "medium",
    impact: "very_high",
    mitigations: [
      { id: "authorized-orders", text: "Use an authorization plugin, or a management layer with roles, that decides on each order." },
      { id: "few-members", text: "Keep the docker group as small as the group of people who may be root." },
      {
        id: "closed-sockets",
        text: "Keep the sockets of Docker and containerd, and the units that make them, to root and the docker group.",
      },
      { id: "settings-for-root-only", text: "Let root alone write what the daemon runs at its start." },
    ],
    controls: [
      required("authz-plugin", "authorized-orders", "Without a plugin a client that is admitted at all may give any order.", "medium"),
      required("docker-sock-permissions", "closed-sockets", "A socket open to others gives every local process the power of root."),
      required(
        "docker-sock-ownership",
        "closed-sockets",
        "A foreign owner or group of the socket holds root's power without being listed as an administrator.",
      ),
      required(
        "containerd-sock-permissions",
        "closed-sockets",
        "An open containerd socket makes local users root, past Docker and its plugin.",
      ),
      required("containerd-sock-ownership", "closed-sockets", "The owner of containerd's socket starts privileged tasks directly."),
      supporting(
        "trusted-users",
        "few-members",
        "Each member of the docker group is root without a password; the check decides only with a list of trusted names.",
        "high",
      ),
      supporting(
        "docker-socket-unit-permissions",
        "closed-sockets",
        "SocketMode=0666 written into the unit opens the API to all from the next start.",
        "high",
      ),
      supporting("docker-socket-unit-ownership", "closed-sockets", "The unit's owner can give the socket to a group of his own.", "high"),
      supporting(
        "docker-bind-default",
        "closed-sockets",
        "A moved endpoint still obeys as root, and the usual permissions do not guard it.",
      ),
      supporting(
        "daemon-json-permissions",
        "settings-for-root-only",
        "A `hosts` line with an open port makes its writer root after a restart.",
        "high",
      ),
      supporting(
        "daemon-json-ownership",
        "settings-for-root-only",
        "A `runtimes` entry names a program that root runs for the next container.",
        "high",
      ),
      supporting(
        "docker-service-permissions",
        "settings-for-root-only",
        "Who may write the unit names the program that systemd starts as root.",
        "high",
      ),
      supporting("docker-service-ownership", "settings-for-root-only", "An ExecStartPre line of the unit's owner is run as root.", "high"),
      supporting(
        "ucp-rbac",
        "authorized-orders",
        "With roles that were never narrowed, a developer starts privileged workloads on any node.",
      ),
      supporting(
        "ucp-client-bundles",
        "authorized-orders",
        "A user who goes to the engine past UCP has all its rights instead of those granted there.",
      ),
      detecting("audit-docker-socket", "closed-sockets", "Shows who widened the mode of the socket in its unit.", "low"),
      detecting("audit-var-run-docker-sock", "closed-sockets", "Shows who loosened the mode or owner of the API socket."),
      detecting("audit-containerd-sock", "closed-sockets", "Shows an account that commands the runtime directly."),
    ],
    references: [attack("T1610"), attack("T1609"), attack("T1068")],
    uncovered:
      "What the plugin allows, and who ought to be in the docker group, no default run judges. On a host with jq the tool passes a plugin that was never set.",
  },
];
