import type { Threat } from "../../threat-model";
import { detecting, required, supporting } from "../links";
import { attack, matrix } from "../references";

/** Denial of service: starving the host, losing the daemon, filling the disk. */
export const dockerDenialThreats: readonly Threat[] = [
  {
    slug: "resource-exhaustion",
    number: 1,
    title: "Resource Exhaustion",
    stride: "D",
    origin: "source",
    stated: null,
    description:
      "A container that takes memory, CPU or processes without bounds starves the host and every neighbour. An attacker may do it on purpose, by a flood of requests or a coin miner; a leak or a loop of failing restarts does it by accident.",
    attackPath: [
      "Find a request that costs much, or run code in a container.",
      "Let the service allocate, fork or compute without end.",
      "Crash it, so that an unlimited restart policy starts it again and again.",
      "Wait until the kernel kills other services, or nobody can log in any more.",
    ],
    elements: ["service-users", "service-requests", "web-container", "database-container", "host-kernel"],
    likelihood: "high",
    impact: "medium",
    mitigations: [
      { id: "resource-quotas", text: "Give each container a limit of memory and processes, and a share of CPU that fits its importance." },
      {
        id: "bounded-restarts",
        text: "Choose a restart policy that fits the business need; limit on-failure restarts to a number of tries.",
      },
      { id: "usage-monitoring", text: "Monitor what containers use and whether they still answer, and raise an alarm." },
      { id: "rate-limiting", text: "Limit the rate of requests in front of services that strangers can reach." },
    ],
    controls: [
      required(
        "memory-limit",
        "resource-quotas",
        "Without a limit one leaking container eats the host's memory until the kernel kills others.",
      ),
      required(
        "cpu-priority",
        "resource-quotas",
        "With equal shares a busy batch job or a miner slows an important service as much as any other.",
      ),
      required(
        "pids-limit",
        "resource-quotas",
        "Without a limit of processes a fork bomb in one container fills the process table of the host.",
      ),
      required(
        "on-failure-restart",
        "bounded-restarts",
        "Restarts without a limit let a failing container loop for ever and burn CPU, disk and log space.",
      ),
      supporting(
        "restart-policy-always",
        "bounded-restarts",
        "Under `always` a container that crashes at start is brought up without end.",
      ),
      supporting("daemon-ulimit", "resource-quotas", "A default bound on open files and processes holds for containers that name none."),
      supporting(
        "container-ulimit",
        "resource-quotas",
        "A container that leaks file handles runs up to whatever limit the daemon inherited.",
        "low",
      ),
      supporting(
        "daemon-cgroup",
        "resource-quotas",
        "Under a cgroup parent of its own the daemon's containers may sit outside the host's limits.",
      ),
      supporting(
        "container-cgroup",
        "resource-quotas",
        "A container under a foreign cgroup leaves the limits and accounting of its siblings.",
      ),
      supporting(
        "userland-proxy",
        "resource-quotas",
        "A proxy process for each published port can fill the memory of a small host.",
        "low",
      ),
      supporting("host-pid", null, "A container that shares the host's processes may signal them and stop other services."),
      detecting("container-health", "usage-monitoring", "A probe shows that a starved container hangs, though it is still listed as up."),
      detecting("image-healthcheck", "usage-monitoring", "An image that brings a probe has it in every container that names none.", "low"),
      detecting(
        "monitor-usage",
        "usage-monitoring",
        "Without figures a container that slowly takes everything is noticed when the host stands still.",
      ),
    ],
    references: [attack("T1496"), attack("T1499"), attack("T1498"), matrix("MS-TA9039")],
    uncovered: "Rate limits in front of services, and alarms on what they use, are seen by no check.",
  },
  {
    slug: "daemon-outage-stops-containers",
    number: 2,
    title: "Daemon Outage Stops Containers",
    stride: "D",
    origin: "bulkhead",
    stated: null,
    description:
      "When the daemon crashes, hangs or is updated, all its containers may stop with it. An outage at every update also means that updates are put off. A setting that no longer fits, an abandoned storage driver or a spoiled certificate can keep the daemon from coming back.",
    attackPath: [
      "Find what stops the daemon: a crafted request, a storage driver that hangs, a spoiled file it needs at start.",
      "Stop it, or wait for the next update.",
      "All containers of the host stop at once.",
      "If the cause remains, none comes back.",
    ],
    elements: ["dockerd", "containerd", "daemon-config", "daemon-reads-config", "web-container", "database-container", "swarm-peers"],
    likelihood: "medium",
    impact: "high",
    mitigations: [
      {
        id: "live-restore",
        text: "Enable live restore, so that containers outlive the daemon. In a swarm, spread services over nodes instead.",
      },
      { id: "stable-parts", text: "Use storage drivers and features that are maintained." },
      { id: "intact-settings", text: "Keep the files that the daemon needs at start from being spoiled." },
      { id: "spare-nodes", text: "Run an odd number of managers, three or more, where a swarm must survive a loss." },
    ],
    controls: [
      required("live-restore", "live-restore", "Without it a crash or update of the daemon stops every container."),
      required("aufs", "stable-parts", "The abandoned aufs driver is known for kernel hangs that stop all containers at once."),
      supporting(
        "experimental",
        "stable-parts",
        "Features that may change without notice can break containers with an update of the engine.",
      ),
      supporting(
        "docker-up-to-date",
        "stable-parts",
        "Known ways to crash an old engine stay open; the check of current releases can only pass.",
        "low",
      ),
      supporting(
        "tls-ca-cert-permissions",
        "intact-settings",
        "An emptied CA file locks remote clients out, or keeps the daemon from starting.",
      ),
      supporting("registry-cert-permissions", "intact-settings", "A spoiled registry certificate makes all pulls from there fail.", "low"),
      supporting(
        "server-cert-ownership",
        "intact-settings",
        "With a certificate that does not fit the key the daemon does not come up again.",
        "low",
      ),
      supporting(
        "server-cert-permissions",
        "intact-settings",
        "Clients refuse a damaged certificate, and remote control is lost when it is needed.",
        "low",
      ),
      supporting(
        "docker-network-env-permissions",
        "intact-settings",
        "A wrong bridge name in these options keeps the daemon from starting; only old packages have them.",
        "low",
      ),
      supporting("registry-mirror", null, "When the public registry is down, a mirror still has the image that a restart needs."),
      supporting("iptables", null, "With hand-written rules published ports stop working as soon as a container's address changes.", "low"),
      supporting("single-process", null, "Docker watches the first process alone, so a second one that dies is not started again.", "low"),
      supporting("swarm-manager-count", "spare-nodes", "A swarm with too few managers takes no more orders after the first loss.", "low"),
      supporting(
        "swarm-mgmt-plane",
        "spare-nodes",
        "Heavy traffic on a shared link delays the managers until they hold elections instead of scheduling.",
        "low",
      ),
    ],
    references: [attack("T1499"), matrix("MS-TA9040")],
    uncovered: null,
  },
  {
    slug: "disk-full-or-data-lost",
    number: 3,
    title: "Disk Full or Data Lost",
    stride: "D",
    origin: "bulkhead",
    stated: null,
    description:
      "Images, stopped containers, logs and volumes fill the disk until neither daemon nor host can write, or the volumes are lost with nothing to go back to. Where Docker's data shares the host's root partition, one container that writes without end takes the host's own services with it.",
    attackPath: [
      "Write without end into a container's file system or its log, or let images pile up.",
      "The partition fills; databases stop, logging stops, logins fail.",
      "Somebody clears up in haste and removes the wrong volume, or an intruder encrypts it.",
      "Without a copy the service does not come back.",
    ],
    elements: ["images-volumes", "containerd-unpacks-images", "logs-audit", "database-container", "dockerd"],
    likelihood: "medium",
    impact: "high",
    mitigations: [
      { id: "own-partition", text: "Keep Docker's data on a partition of its own." },
      { id: "bounded-storage", text: "Leave the base size of containers small where the storage driver has one, and bound logs." },
      { id: "clearing-up", text: "Remove unused images and stopped containers regularly." },
      { id: "backups", text: "Back up volumes to another place, and try to restore them." },
    ],
    controls: [
      required(
        "separate-partition",
        "own-partition",
        "On a shared partition one container that writes without end fills the host's root file system.",
      ),
      required(
        "base-device-size",
        "bounded-storage",
        "A larger base device lets each container claim that much of the pool, until all writes fail.",
        "medium",
      ),
      supporting("image-sprawl", "clearing-up", "Unused images pile up until the disk is full; the check counts them and never passes."),
      supporting(
        "container-sprawl",
        "clearing-up",
        "Stopped containers keep their layers and logs on the disk; the check counts them and never passes.",
      ),
      supporting(
        "docker-storage-env-ownership",
        "bounded-storage",
        "Another driver written into these options makes all images and containers disappear from view.",
        "low",
      ),
      supporting(
        "docker-storage-env-permissions",
        "bounded-storage",
        "A pool that is too small, named by anybody who may write these options, leaves the daemon without room.",
        "low",
      ),
      supporting("read-only-rootfs", "bounded-storage", "A container that cannot write to its own layer cannot fill the disk through it."),
      supporting("backup-data", "backups", "Without a copy a lost disk or a wrong command ends the service for good.", "high"),
    ],
    references: [attack("T1485"), attack("T1490"), attack("T1499"), matrix("MS-TA9038")],
    uncovered: "Whether volumes are backed up, and whether a restore works, no current check tells.",
  },
];
