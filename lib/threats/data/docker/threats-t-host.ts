import type { Threat } from "../../threat-model";
import { detecting, required, supporting } from "../links";
import { attack, matrix } from "../references";

/** Tampering with the host: the settings of the daemon and files that containers reach. */
export const dockerHostTampering: readonly Threat[] = [
  {
    slug: "daemon-configuration-tampering",
    number: 2,
    title: "Daemon Configuration Tampering",
    stride: "T",
    origin: "bulkhead",
    stated: null,
    description:
      "A local user changes the files that the daemon is started with: daemon.json, its systemd units, environment files. Protection of all containers can be taken away in one line, and since root reads these files, a line in them can also be a command. The change waits quietly for the next restart.",
    attackPath: [
      "Get any account on the host, or write access to /etc from a container.",
      "Find a configuration file that the account owns or may write.",
      "Add a listener, a runtime of one's own, or switch off user namespaces or logging.",
      "Wait for a restart or reboot, and use what was opened.",
    ],
    elements: ["daemon-config", "daemon-reads-config", "dockerd"],
    likelihood: "low",
    impact: "very_high",
    mitigations: [
      { id: "daemon-json-closed", text: "daemon.json belongs to root:root and has mode 644 or stricter." },
      { id: "directory-closed", text: "/etc/docker belongs to root:root, mode 755 or stricter, so that files in it cannot be exchanged." },
      { id: "units-closed", text: "docker.service and docker.socket belong to root:root, mode 644 or stricter." },
      { id: "environment-closed", text: "Environment files that the service reads belong to root:root, mode 644 or stricter." },
      { id: "watched-settings", text: "Audit writes to these files, and compare hosts with the agreed state from time to time." },
    ],
    controls: [
      required(
        "daemon-json-permissions",
        "daemon-json-closed",
        "With a looser mode than 644 other users can rewrite the settings that protect every container.",
      ),
      required("daemon-json-ownership", "daemon-json-closed", "Its owner can rewrite daemon.json whatever the mode says."),
      required(
        "etc-docker-dir-permissions",
        "directory-closed",
        "Who may write the directory can exchange daemon.json, though the file itself is locked.",
      ),
      required(
        "etc-docker-dir-ownership",
        "directory-closed",
        "The directory's owner can move daemon.json away and put one of his own in its place.",
      ),
      required(
        "docker-service-permissions",
        "units-closed",
        "A unit that others may write lets them choose the daemon's flags, or the program that starts as root.",
      ),
      required("docker-service-ownership", "units-closed", "The unit's owner can take protective flags off the daemon's start line."),
      supporting(
        "docker-socket-unit-permissions",
        "units-closed",
        "A second ListenStream written into this unit opens the API on a network port.",
        "high",
      ),
      supporting(
        "docker-socket-unit-ownership",
        "units-closed",
        "The owner of the socket unit decides anew where the API listens, and for which group.",
        "high",
      ),
      supporting(
        "default-docker-permissions",
        "environment-closed",
        "Where the init script reads this file, a writer of it sets the daemon's options; Docker's own systemd unit leaves it aside.",
      ),
      supporting(
        "default-docker-ownership",
        "environment-closed",
        "The init script runs this file as shell, so its owner's lines are root's commands; Docker's own systemd unit leaves it aside.",
      ),
      supporting(
        "sysconfig-docker-permissions",
        "environment-closed",
        "On Red Hat's packages a writer of this file adds flags that nobody sees in the unit.",
        "high",
      ),
      supporting(
        "sysconfig-docker-ownership",
        "environment-closed",
        "On Red Hat's packages its owner can change the daemon's options, or preload a library into it.",
        "high",
      ),
      supporting(
        "docker-network-env-ownership",
        "environment-closed",
        "Its owner may choose another bridge or lift the separation of containers; only old packages have it.",
      ),
      supporting(
        "docker-network-env-permissions",
        "environment-closed",
        "If others write it, they give all containers a name server of their choice; only old packages have it.",
      ),
      supporting(
        "server-cert-ownership",
        "environment-closed",
        "The owner of the server certificate can change the identity that the daemon shows.",
        "low",
      ),
      supporting(
        "server-cert-permissions",
        "environment-closed",
        "With write bits the server certificate can be overwritten, by mistake or on purpose.",
        "low",
      ),
      detecting(
        "audit-daemon-json",
        "watched-settings",
        "Between the edit and the restart there is time to catch it, if the edit is recorded.",
      ),
      detecting(
        "audit-docker-service",
        "watched-settings",
        "Flags that were added and put back between two reviews show only in a record.",
      ),
      detecting("audit-default-docker", "watched-settings", "Shows who wrote options where the init script still reads them.", "low"),
      detecting("audit-sysconfig-docker", "watched-settings", "Shows who added a flag to the OPTIONS line.", "low"),
      detecting("security-audits", "watched-settings", "A regular review finds settings that have drifted from what was agreed."),
    ],
    references: [attack("T1562.001"), attack("T1543.005")],
    uncovered: "The tool compares modes as numbers, not by their bits: 622 passes where 644 is asked for, although everybody may write.",
  },
  {
    slug: "host-files-changed-from-a-container",
    number: 3,
    title: "Host Files Changed from a Container",
    stride: "T",
    origin: "bulkhead",
    stated: null,
    description:
      "A container may write to files that belong to the host, because a system directory is mounted into it or because its mounts show on the host as well. Accounts, boot files and scheduled jobs can then be changed from inside, and the next login or reboot does the rest.",
    attackPath: [
      "Take over a service whose container has a host directory mounted.",
      "Write to /etc, /boot or /usr through the mount, as the container's root.",
      "Add an account, a cron job or a changed program.",
      "Wait until the host runs it.",
    ],
    elements: ["web-container", "database-container", "host-kernel", "images-volumes", "container-boundary"],
    likelihood: "medium",
    impact: "very_high",
    mitigations: [
      {
        id: "no-system-mounts",
        text: "Mount no system directories into containers; use named volumes, and read-only mounts where a host file is needed.",
      },
      { id: "private-mounts", text: "Leave mount propagation private." },
      { id: "mapped-root", text: "Map the container's root to an ordinary user of the host." },
      { id: "restorable-data", text: "Keep copies of data and settings elsewhere, to compare with and to go back to." },
    ],
    controls: [
      required(
        "sensitive-mounts",
        "no-system-mounts",
        "A mounted system directory lets the container write straight into accounts, boot files and programs of the host.",
      ),
      required("mount-propagation", "private-mounts", "Under shared propagation a mount made in the container covers files of the host."),
      supporting(
        "userns-remap",
        "mapped-root",
        "With remapped ids the container's root has no right to write root's files in a mount.",
        "high",
      ),
      supporting("host-userns", "mapped-root", "A container that keeps the host's user namespace writes in mounts as the host's root."),
      supporting(
        "host-ipc",
        null,
        "Shared memory and queues of host programs can be overwritten by a container that shares the IPC namespace.",
      ),
      supporting(
        "host-uts",
        null,
        "A container that shares the UTS namespace, with the right to administer it, can rename the host.",
        "low",
      ),
      supporting(
        "cap-sys-admin",
        "private-mounts",
        "With CAP_SYS_ADMIN a container can mount again, writable, what was masked or read-only; a default run does not ask.",
        "high",
      ),
      supporting(
        "cap-sys-module",
        null,
        "A module loaded from a container changes the running kernel itself; a default run does not ask.",
        "high",
      ),
      supporting("backup-data", "restorable-data", "Only a copy from before tells what was falsified and sets it back."),
    ],
    references: [attack("T1611"), attack("T1543.005"), matrix("MS-TA9013")],
    uncovered: null,
  },
];
