import type { Threat } from "../../threat-model";
import { required, supporting } from "../links";
import { attack, matrix } from "../references";

/** Information disclosure out of a container: what it can read of the host and of its neighbours. */
export const dockerContainerDisclosure: readonly Threat[] = [
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
];
