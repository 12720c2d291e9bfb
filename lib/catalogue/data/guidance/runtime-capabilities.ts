import type { FixStep, Guidance } from "../../guidance";
import { inspectAll } from "./inspect-all";

/** What is particular about one capability; the check, the removal and the proof are the same for all. */
interface CapabilityFacts {
  readonly allows: string;
  readonly why: string;
  /** Another way to what the capability was added for. */
  readonly instead: readonly FixStep[];
  readonly sideEffects: string;
  readonly effort: Guidance["effort"];
  readonly attack: Guidance["attack"];
}

/** The guidance for one capability by its name without `CAP_`. */
function capabilityGuidance(name: string, facts: CapabilityFacts): Guidance {
  return {
    meaning: `Looks for \`${name}\` among the capabilities added to each container (\`.HostConfig.CapAdd\`). ${facts.allows} A pass means that no container was given it by name; \`--cap-add=ALL\` and \`--privileged\` include it and are not noticed here. The check belongs to the community group and is not part of a default run.`,
    why: facts.why,
    fix: [
      {
        place: "docker run",
        text: "Drop everything and add only what the program is known to need. The container is made anew for it.",
        code: "docker run -d --name <name> --cap-drop ALL --cap-add <needed-capability> <image>",
      },
      {
        place: "Compose",
        text: `Remove \`${name}\` from \`cap_add\`.`,
        code: "services:\n  <service>:\n    cap_drop: [ALL]\n    cap_add: [<needed-capability>]",
      },
      {
        place: "Kubernetes",
        text: `Remove \`${name}\` from the container's \`securityContext\`. Pod Security at the level \`baseline\` refuses it.`,
        code: 'securityContext:\n  capabilities:\n    drop: ["ALL"]\n    add: ["<needed-capability>"]',
      },
      ...facts.instead,
    ],
    verify: [
      {
        text: `No line names \`${name}\`, \`ALL\` or \`true\`.`,
        code: inspectAll("{{.Name}} {{.HostConfig.CapAdd}} {{.HostConfig.Privileged}}"),
      },
      {
        text: `Prints what the container can ever have, decoded on the host; \`cap_${name.toLowerCase()}\` is not in it.`,
        code: "capsh --decode=$(awk '/^CapBnd/ { print $2 }' /proc/$(docker inspect --format '{{.State.Pid}}' <container>)/status)",
      },
    ],
    sideEffects: facts.sideEffects,
    effort: facts.effort,
    nist: ["4.4.3"],
    attack: facts.attack,
  };
}

/** Guidance for the community checks on single capabilities (C.5.3.x). */
export const runtimeCapabilitiesGuidance = {
  "cap-dac-read-search": capabilityGuidance("DAC_READ_SEARCH", {
    allows: "It lifts the read permission checks on files and directories, and permits opening a file by its handle instead of its path.",
    why: "Root in a container with it guesses the handle of the host's root directory and opens files of the same file system that were never mounted into the container. `/etc/shadow` and root's SSH keys come out that way, and with them a login on the host. The exploit is public and needs nothing but the capability.",
    instead: [
      {
        place: "docker run",
        text: "Backup and scan jobs get the folders they read as read-only mounts, and run as a user that may read them.",
        code: "docker run --rm --cap-drop ALL --user <uid>:<gid> --mount type=bind,source=/srv/data,target=/data,readonly <backup-image>",
      },
    ],
    sideEffects:
      "Backup, antivirus and file indexing containers that read other users' files lose that. Run the job once by hand and look for `Permission denied` before the schedule takes over.",
    effort: "hours",
    attack: ["T1611"],
  }),
  "cap-sys-module": capabilityGuidance("SYS_MODULE", {
    allows: "It permits loading and unloading modules of the kernel.",
    why: "There is one kernel, and it is the host's. A module that is loaded from the container runs with all its power, below every user, namespace and profile: it starts a shell as root on the host in a few lines of code. It can also hide files, processes and itself from every later inspection.",
    instead: [
      {
        place: "shell",
        text: "Load the module on the host at boot, so that the container finds it there.",
        code: "echo <module> | sudo tee /etc/modules-load.d/<name>.conf\nsudo modprobe <module>",
      },
      {
        place: "shell",
        text: "Where everything needed is loaded, close the door for all until the next boot. There is no way back without a reboot.",
        code: "sudo sysctl -w kernel.modules_disabled=1",
      },
    ],
    sideEffects:
      "VPN, storage and driver containers that load their module themselves fail at start until the host does it. With `kernel.modules_disabled=1` later hardware, file systems and firewall rules that need a module fail too.",
    effort: "hours",
    attack: ["T1611"],
  }),
  "cap-sys-admin": capabilityGuidance("SYS_ADMIN", {
    allows: "It covers mounting file systems, joining and making namespaces and many more tasks of an administrator.",
    why: "Docker's seccomp profile also opens the matching system calls for a container that has it. Where no AppArmor or SELinux rule stops the mount, root in the container mounts a cgroup file system of version 1, names a program in `release_agent`, and the kernel runs that program as root on the host. It can also remount the parts of `/proc` and `/sys` that are read-only for good reason.",
    instead: [
      {
        place: "shell",
        text: "Let the daemon mount network storage and hand the container a volume.",
        code: "docker volume create --driver local --opt type=nfs --opt o=addr=<server>,rw,nfsvers=4 --opt device=:/<export> <volume>\ndocker run -d --name <name> --cap-drop ALL --mount source=<volume>,target=/data <image>",
      },
      {
        place: "docker run",
        text: "Profilers and tracing agents get along with narrower capabilities on Linux 5.8 and newer.",
        code: "docker run -d --name <agent> --cap-drop ALL --cap-add PERFMON --cap-add BPF <image>",
      },
    ],
    sideEffects:
      "FUSE mounts, nested containers, some tracing tools and images that set mounts up at start stop working. Find out by a run without it on a test host: the failing call is reported as `Operation not permitted`.",
    effort: "days",
    attack: ["T1611"],
  }),
  "cap-sys-ptrace": capabilityGuidance("SYS_PTRACE", {
    allows: "It permits attaching to any process in reach, whoever owns it, and reading or changing its memory.",
    why: "Inside one container it opens the memory of other users' processes, with keys and session tokens in it. As soon as the process namespace is that of the host (`--pid=host`) the reach is the host: code is put into a process of root and runs there, outside of the container.",
    instead: [
      {
        place: "docker run",
        text: "Debug from a second container that joins the process namespace of the first one and ends with the session.",
        code: "docker run --rm -it --pid=container:<container> --cap-drop ALL --cap-add SYS_PTRACE <debug-image> sh",
      },
      {
        place: "Kubernetes",
        text: "An ephemeral container with the profile `general` gets the capability, the workload does not.",
        code: "kubectl debug -it <pod> --profile=general --image=<debug-image> --target=<container>",
      },
    ],
    sideEffects:
      "Debuggers and profilers attached for good, crash reporters and some monitoring agents lose processes of other users. Tracing a child of one's own needs no capability on Linux 4.8 and newer.",
    effort: "hours",
    attack: ["T1611"],
  }),
} satisfies Readonly<Record<string, Guidance>>;
