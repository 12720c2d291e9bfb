import type { Threat } from "../../threat-model";
import { required, supporting } from "../links";
import { attack, matrix } from "../references";

/** Information disclosure: reading traffic, secrets, other containers or the host. */
export const dockerDisclosureThreats: readonly Threat[] = [
  {
    slug: "container-breakout",
    number: 1,
    title: "Container Breakout",
    stride: "I",
    origin: "source",
    stated: null,
    description:
      "A flaw, or an option that was given too freely, lets a process leave its container and read the host: its files, its keys, and the data of every other container. Containers share the host's kernel, so nothing but namespaces, capabilities and filters stands between.",
    attackPath: [
      "Run code in a container, for instance through a flaw in the service it offers.",
      "Look for a way out: privileged mode, a mounted system directory, an added capability, an unpatched flaw of runc or the kernel.",
      "Reach the host's file system from outside the container's namespaces.",
      "Read password hashes, keys, and the volumes of the other containers.",
    ],
    elements: ["web-container", "database-container", "containerd", "host-kernel", "container-system-calls", "container-boundary"],
    likelihood: "medium",
    impact: "very_high",
    mitigations: [
      { id: "patched-engine", text: "Keep Docker, containerd, runc and the kernel patched." },
      { id: "minimal-images", text: "Build on minimal base images, which leave an intruder no tools." },
      {
        id: "confined-containers",
        text: "Start containers without privileged mode, system mounts or added capabilities, under the default filters.",
      },
      { id: "runtime-security", text: "Watch running containers with a runtime security tool that knows the signs of an escape." },
    ],
    controls: [
      required(
        "privileged-containers",
        "confined-containers",
        "A privileged container sees the host's disks as devices; reading them needs no flaw at all.",
      ),
      required(
        "sensitive-mounts",
        "confined-containers",
        "A mounted system directory hands password hashes and host keys to the container.",
      ),
      required(
        "kernel-capabilities",
        "confined-containers",
        "Each added capability is a slice of root's power over the shared kernel, and several are known ways out.",
      ),
      required(
        "container-seccomp",
        "confined-containers",
        "Without the filter the rare system calls are open, and most escapes through the kernel begin there.",
      ),
      supporting(
        "docker-up-to-date",
        "patched-engine",
        "Published escapes work on an old engine; the check of current releases can only pass, so its word proves nothing.",
        "low",
      ),
      supporting(
        "kernel-updated",
        "patched-engine",
        "All containers share the kernel, so a public flaw in it leads from each of them to the host.",
        "high",
      ),
      supporting(
        "unnecessary-packages",
        "minimal-images",
        "Shells and compilers left in an image are the tools with which a foothold becomes an escape.",
      ),
      supporting("rebuild-images", "minimal-images", "An unpatched image is the usual way to get a foothold in the first place."),
      supporting(
        "daemon-rootless",
        "confined-containers",
        "Out of a rootless daemon's container one reads the files of one user, not those of root.",
      ),
      supporting(
        "selinux",
        "confined-containers",
        "Labels stop a process that has slipped its namespaces; a host has either SELinux or AppArmor, so neither decides.",
        "high",
      ),
      supporting(
        "apparmor",
        "confined-containers",
        "The profile forbids mounts and writes to kernel files that many escapes need; a host has either AppArmor or SELinux.",
        "high",
      ),
      supporting(
        "host-devices",
        "confined-containers",
        "From a block device that was passed in, files of the host can be read sector by sector.",
        "high",
      ),
      supporting(
        "cap-dac-read-search",
        "confined-containers",
        "CAP_DAC_READ_SEARCH opens any file of the host by its handle; a default run does not ask.",
        "high",
      ),
      supporting(
        "cap-sys-admin",
        "confined-containers",
        "CAP_SYS_ADMIN may mount kernel file systems, from which known tricks lead out; a default run does not ask.",
        "high",
      ),
      supporting(
        "userns-remap",
        "confined-containers",
        "A process that gets out finds itself an ordinary user, who may not read root's files.",
      ),
    ],
    references: [attack("T1611"), attack("T1068"), matrix("MS-TA9013"), matrix("MS-TA9018")],
    uncovered:
      "No check tells whether engine and kernel are patched against published escapes, how minimal the images are, or whether a runtime security tool watches.",
  },
  {
    slug: "traffic-read-between-containers",
    number: 2,
    title: "Traffic Read Between Containers",
    stride: "I",
    origin: "bulkhead",
    stated: null,
    description:
      "A captured container listens to its neighbours or asks their databases directly, because all of them share one flat network. Services that trust their network hand out what they have, and what passes in clear can be recorded.",
    attackPath: [
      "Take over the weakest container on the bridge.",
      "Probe the neighbours for ports that were never published.",
      "Answer ARP in a neighbour's name, or capture on the host's interfaces, to receive its traffic.",
      "Read the queries and answers, and the passwords in them.",
    ],
    elements: ["web-container", "database-container", "web-to-database", "host-kernel"],
    likelihood: "medium",
    impact: "high",
    mitigations: [
      {
        id: "separated-containers",
        text: "Switch off traffic between containers on the default bridge, and give each application a network of its own.",
      },
      { id: "engine-rules", text: "Let Docker write the packet filter rules that keep its networks apart." },
      { id: "own-network-namespace", text: "Share the host's network with no container." },
      { id: "encrypted-services", text: "Have services encrypt and authenticate among themselves too." },
    ],
    controls: [
      required(
        "default-bridge-traffic",
        "separated-containers",
        "While it is allowed, each container on the default bridge reaches every port of all others there.",
      ),
      required("iptables", "engine-rules", "Without Docker's own rules nothing keeps its networks apart."),
      required(
        "host-network",
        "own-network-namespace",
        "A container on the host's network can capture packets of all interfaces, its neighbours' among them.",
      ),
      supporting(
        "docker0-bridge",
        "separated-containers",
        "Unrelated containers meet on the default bridge; the check names them without failing, since the bridge alone is no fault.",
        "high",
      ),
      supporting(
        "docker-network-env-ownership",
        "engine-rules",
        "The owner of the network options can lift the separation for all; only old packages have them.",
        "low",
      ),
      supporting(
        "selinux",
        null,
        "With a category pair of its own a container cannot read the volume of a neighbour it has reached.",
        "low",
      ),
    ],
    references: [attack("T1613"), matrix("MS-TA9034"), matrix("MS-TA9036")],
    uncovered: "Whether services encrypt what they tell each other, no check sees.",
  },
  {
    slug: "secrets-left-in-images-and-environment",
    number: 3,
    title: "Secrets Left in Images and Environment",
    stride: "I",
    origin: "bulkhead",
    stated: null,
    description:
      "Passwords and keys are baked into image layers or handed over as environment variables, where many can read them: everybody who may pull the image, inspect a container or read a debug log. A later layer that deletes the file does not delete the secret.",
    attackPath: [
      "Pull an image, or get read access to the Docker API or its logs.",
      "Look through layers, `docker history` and the environment of containers, stopped ones too.",
      "Pick out tokens and passwords.",
      "Log in with them where the service would.",
    ],
    elements: ["images-volumes", "registry", "image-pull", "dockerd", "logs-audit"],
    likelihood: "high",
    impact: "high",
    mitigations: [
      { id: "build-secrets", text: "Give secrets to a build by mounts that leave no layer, and scan images for those that slipped in." },
      { id: "runtime-secrets", text: "Hand secrets to running services as files from a secret store, not as environment variables." },
      { id: "quiet-logs", text: "Do not run the daemon at level debug, which writes requests and their contents to the log." },
      { id: "cleared-leftovers", text: "Remove stopped containers, which keep their environment and files." },
    ],
    controls: [
      supporting(
        "secrets-in-dockerfiles",
        "build-secrets",
        "A secret written in a Dockerfile is in a layer for good; the tool asks people to look and decides nothing.",
        "high",
      ),
      supporting(
        "swarm-secrets",
        "runtime-secrets",
        "Docker's secrets reach a service as files in memory, which `docker service inspect` does not show.",
      ),
      supporting(
        "log-level",
        "quiet-logs",
        "At debug the daemon writes requests, with the environment in them, to a log that more people may read.",
      ),
      supporting(
        "container-sprawl",
        "cleared-leftovers",
        "Each forgotten container hands out its environment to `docker inspect`; the check counts and never passes.",
      ),
      supporting(
        "daemon-json-permissions",
        "quiet-logs",
        "Who may write daemon.json can send the output of all containers to a collector of their own and read along.",
      ),
      supporting(
        "docker-sock-permissions",
        "runtime-secrets",
        "Through an open socket every local user can inspect the environment of all containers.",
      ),
    ],
    references: [attack("T1552"), attack("T1552.007"), matrix("MS-TA9027")],
    uncovered:
      "The tool does not look into images or environments. Whether secrets lie there has to be searched with a secret scanner and attested.",
  },
  {
    slug: "swarm-secrets-and-traffic-exposed",
    number: 4,
    title: "Swarm Secrets and Traffic Exposed",
    stride: "I",
    origin: "bulkhead",
    stated: null,
    description:
      "A swarm keeps all its secrets in the managers' state, and its services talk across the wires between nodes. Where overlay networks are not encrypted, everybody on the way can read along; where managers are not locked, a stolen disk or backup opens every secret.",
    attackPath: [
      "Get onto the network between two nodes, or get hold of a manager's disk or backup.",
      "Record VXLAN packets, or read the key that lies beside the encrypted state.",
      "Take services' data and all swarm secrets from them.",
    ],
    elements: ["swarm-peers", "swarm-traffic", "dockerd"],
    likelihood: "low",
    impact: "high",
    mitigations: [
      { id: "encrypted-overlays", text: "Create overlay networks with encryption." },
      {
        id: "locked-managers",
        text: "Lock managers, so that a restart asks for a key that is not on the disk, and change that key now and then.",
      },
      { id: "stored-secrets", text: "Keep credentials of services in the swarm's secret store." },
    ],
    controls: [
      required(
        "swarm-overlay-encrypted",
        "encrypted-overlays",
        "An overlay without encryption carries containers' traffic readable across the network between nodes.",
      ),
      required("swarm-autolock", "locked-managers", "Without auto-lock the key of the managers' state lies beside it on the same disk."),
      supporting(
        "swarm-autolock-rotate",
        "locked-managers",
        "A key once copied opens every disk and backup until it is changed; on a locked swarm the tool asks people to look.",
      ),
      supporting("swarm-secrets", "stored-secrets", "Credentials outside the store are shown to everybody who may inspect a service."),
      supporting("ucp-rbac", "stored-secrets", "Teams that are kept apart cannot look into one another's secrets and volumes."),
      supporting(
        "ucp-external-certs",
        null,
        "A known certificate lets administrators notice a server in between before it reads their passwords.",
        "low",
      ),
    ],
    references: [attack("T1552"), attack("T1613")],
    uncovered: "A host without a swarm passes these checks, since it has no swarm secrets and no overlay traffic.",
  },
  {
    slug: "internal-ports-open-to-outsiders",
    number: 5,
    title: "Internal Ports Open to Outsiders",
    stride: "I",
    origin: "bulkhead",
    stated: null,
    description:
      "A port meant for neighbours or operators is published on all interfaces of the host, the public one too. Docker's rules let it in ahead of the host firewall's, so people believe it closed. Databases, caches and metrics then answer strangers.",
    attackPath: [
      "Scan the host's public address.",
      "Find a database, cache or metrics port that was published on 0.0.0.0.",
      "Connect without a password, or with a default one.",
      "Copy what the service holds.",
    ],
    elements: ["service-users", "service-requests", "web-container", "database-container"],
    likelihood: "high",
    impact: "high",
    mitigations: [
      { id: "bound-ports", text: "Publish a port on the one address that needs it, loopback for local use." },
      { id: "needed-ports-only", text: "Publish nothing that only other containers use; they reach each other over their network." },
      { id: "own-stack", text: "Give each container a network of its own, so that what it listens on stays inside." },
    ],
    controls: [
      required(
        "bind-host-interface",
        "bound-ports",
        "A port published on 0.0.0.0 is open on the public interface as well, past the host firewall's input rules.",
      ),
      required(
        "host-network",
        "own-stack",
        "On the host's network everything the container listens on is open, whether or not it was published.",
      ),
      supporting(
        "needed-ports",
        "needed-ports-only",
        "The check names every container with a published port; whether a port is needed only people can say, so its failing decides nothing.",
        "high",
      ),
      supporting(
        "privileged-ports",
        "bound-ports",
        "What answers on a low port is tried first by every scan and trusted most by clients.",
        "low",
      ),
      supporting(
        "iptables",
        "bound-ports",
        "Without Docker's rules containers may be reached where their networks were meant to be closed.",
      ),
      supporting("non-essential-services", "needed-ports-only", "Services of the host that nobody needs are ports that strangers can try."),
    ],
    references: [attack("T1190"), attack("T1133"), matrix("MS-TA9005")],
    uncovered: "A port published on all IPv6 addresses alone is not seen, and whether a published port is needed only people can say.",
  },
];
