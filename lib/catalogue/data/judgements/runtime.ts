import type { Judgement } from "../../judgement";

/**
 * Our judgements of the controls on running containers (docker-bench section 5) and of the community checks
 * on single capabilities (C.5.3.x), by slug. The check on swarm mode, 5.1 in the newest edition, is with the swarm controls.
 */
export const runtimeJudgements = {
  apparmor: {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "Without a profile no mandatory rule forbids root in the container to mount file systems or write kernel files below /proc and /sys.",
      },
    ],
    mitigation: "Run with `--security-opt apparmor=docker-default` or a tighter profile, and never with `apparmor=unconfined`.",
  },
  selinux: {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "A process that slips out of its namespaces meets no label check on the host, where the `container_t` domain would still stop it.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "With no category pair of its own, a container that reaches a neighbour's volume is free to read it.",
      },
    ],
    mitigation:
      "Set `selinux-enabled: true` in daemon.json, keep SELinux enforcing, and label volumes with `:Z` instead of `label=disable`.",
  },
  "single-process": {
    severity: "low",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "A side daemon such as cron or a mail agent shares the rights of the main service, so breaking the weaker of the two yields both.",
      },
      {
        letter: "D",
        kind: "mitigates",
        reason: "Docker watches pid 1 alone, so a second process that dies takes its part of the service away without any restart.",
      },
    ],
    mitigation: "Run one main process per container, split helpers into containers of their own, and use `--init` to reap children.",
  },
  "kernel-capabilities": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "Every capability added to the default set hands the container another slice of root's power over the shared kernel.",
      },
    ],
    mitigation: "Start with `--cap-drop=ALL` and add back by `--cap-add` only what the workload is proved to need.",
  },
  "privileged-containers": {
    severity: "critical",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "`--privileged` grants all capabilities and devices and lifts seccomp and AppArmor, so root in it is root on the host in one command.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "The host's disks lie open as devices, and with them the files of the host and of all other containers.",
      },
    ],
    mitigation: "Remove `--privileged`; grant the single `--cap-add` or `--device` the workload needs.",
  },
  "sensitive-mounts": {
    severity: "critical",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason:
          "The container writes straight into host directories such as /etc, /boot or /usr and changes accounts, boot files or programs there.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "A line added to the host's sudoers, crontab or systemd units through the mount runs as root outside the container.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "Password hashes, host keys and kernel data below the mounted directory can be read by the workload.",
      },
    ],
    mitigation: "Mount named volumes or single application folders; where a system path is unavoidable, mount the one file with `:ro`.",
  },
  "no-ssh-in-containers": {
    severity: "medium",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason:
          "sshd in a container is a remote login beside the host's strong authentication, where a stolen key or guessed password passes for a legitimate user one step from the host.",
      },
    ],
    mitigation: "Take SSH out of the image and open shells with `docker exec` or `kubectl exec`.",
  },
  "privileged-ports": {
    severity: "low",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason:
          "Clients trust what answers below port 1024 as a system service of the host, so a container there can pose as its SSH, DNS or mail server.",
      },
    ],
    mitigation: "Publish on a host port of 1024 or above (`-p 8443:443`) and let one reverse proxy own the well-known ports.",
  },
  "needed-ports": {
    severity: "medium",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "A database, metrics or debug port that was published without need answers anybody who finds it on the host's address.",
      },
    ],
    mitigation:
      "List the ports each service needs, publish only those with `-p`, never use `-P`, and keep the rest on an internal network.",
  },
  "host-network": {
    severity: "high",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason:
          "With the default NET_RAW capability the container can capture the packets of all host interfaces, its neighbours' traffic included.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "Control interfaces that rely on listening on loopback or on an abstract socket take the container for a local process and obey it.",
      },
    ],
    mitigation: "Replace `--network=host` by a user-defined bridge and publish single ports with `-p`.",
  },
  "memory-limit": {
    severity: "medium",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason:
          "One leaking or attacked container eats the memory of the host until the kernel kills processes, perhaps those of other services.",
      },
    ],
    mitigation: "Set `--memory` for each container from its measured use, with `--memory-swap` at the same value.",
  },
  "cpu-priority": {
    severity: "low",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason: "With equal shares for all, a busy batch job or a hijacked miner slows the important service down as much as any other.",
      },
    ],
    mitigation: "Give important services more weight with `--cpu-shares` and cap the others with `--cpus`.",
  },
  "read-only-rootfs": {
    severity: "medium",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason:
          "An intruder can drop tools into the container and alter the application code, and the change lives until the container is recreated.",
      },
    ],
    mitigation: "Run with `--read-only` and give scratch space with `--tmpfs /tmp:noexec,nosuid` and named volumes for data.",
  },
  "bind-host-interface": {
    severity: "medium",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason:
          "A port published on 0.0.0.0 is open on the public interface too, past the host firewall's input rules, and shows internal data to the internet.",
      },
    ],
    mitigation: "Name the address when publishing, `-p 127.0.0.1:8080:80` or that of the internal interface, or set `ip` in daemon.json.",
  },
  "on-failure-restart": {
    severity: "medium",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason:
          "Restarts without a limit of retries let a failing container loop for ever and burn the CPU, disk and log space that the host's other services need.",
      },
    ],
    mitigation: "Choose a restart policy that fits the business need, with no unbounded on-failure restarts: `--restart=on-failure:5`.",
  },
  "restart-policy-always": {
    severity: "medium",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason:
          "Under `always` a container that crashes at start is brought up again without end, and the loop hides the fault while it loads the host.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "Each crash is answered with a fresh process, so a memory-corruption exploit may be tried as often as it takes to succeed.",
      },
    ],
    mitigation: "Replace `--restart=always` by `--restart=on-failure:5` and raise an alert when the retries are used up.",
  },
  "host-pid": {
    severity: "high",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "The container sees every process of the host with its command line, in which passwords and internal addresses are common.",
      },
      {
        letter: "D",
        kind: "mitigates",
        reason:
          "Root in the container may signal host processes, so unless AppArmor forbids it one `kill` stops the daemon or other workloads.",
      },
    ],
    mitigation: "Drop `--pid=host`; for debugging join one container with `--pid=container:NAME` for the time it takes.",
  },
  "host-ipc": {
    severity: "medium",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason:
          "Shared memory segments that host programs such as databases keep for themselves can be attached and read from the container.",
      },
      {
        letter: "T",
        kind: "mitigates",
        reason: "Semaphores, queues and shared memory of host processes can be written or removed, which corrupts their data in use.",
      },
    ],
    mitigation: "Drop `--ipc=host`; let containers that must share memory use `--ipc=shareable` and `--ipc=container:NAME`.",
  },
  "host-devices": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "A disk or memory device handed in gives raw access beneath all file permissions, enough to plant a root account on the host.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "From a passed block device the container can read deleted and foreign files sector by sector.",
      },
    ],
    mitigation: "Remove `--device` or narrow it to the one node and right needed, as in `--device=/dev/ttyUSB0:/dev/ttyUSB0:r`.",
  },
  "container-ulimit": {
    severity: "low",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason:
          "A process that leaks file handles runs up to whatever limit the daemon inherited, often high enough to strain the file table of the host.",
      },
    ],
    mitigation: "Set `default-ulimits` in daemon.json and override per container with `--ulimit nofile=1024:2048` where a service differs.",
  },
  "mount-propagation": {
    severity: "medium",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "A mount made inside the container appears on the host as well and can cover the files that stood in that place.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "A container that may mount can slip a file system with its own setuid programs into the host's tree and have them run there.",
      },
    ],
    mitigation: "Mount with `bind-propagation=rprivate`, or `rslave` where host mounts must be seen, and never `shared` or `rshared`.",
  },
  "host-uts": {
    severity: "low",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason:
          "A container that shares the UTS namespace and may administer it can change the host name and domain of the machine itself.",
      },
      {
        letter: "S",
        kind: "mitigates",
        reason: "A host under a changed name reports to logging, inventory and license servers as if it were another machine.",
      },
    ],
    mitigation: "Drop `--uts=host` and give the container a name of its own with `--hostname`.",
  },
  "container-seccomp": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "`seccomp=unconfined` reopens the rare system calls, user namespaces among them, on which most kernel exploits for container escape rest.",
      },
    ],
    mitigation: "Remove `--security-opt seccomp=unconfined`; keep the default profile or pass a narrower one as `seccomp=profile.json`.",
  },
  "exec-privileged": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "`docker exec --privileged` opens a process with all capabilities in a container that was started without them, past every review of its start.",
      },
    ],
    mitigation: "Forbid `docker exec --privileged` by an authorization plugin and search the audit log of the docker client for it.",
  },
  "exec-user-root": {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "`docker exec --user=root` brings uid 0 back into a container that was built to run without it.",
      },
    ],
    mitigation: "Let operators exec as the container's own user only, and review uses of `--user=root` in the audit log.",
  },
  "container-cgroup": {
    severity: "low",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason:
          "Put under a foreign cgroup parent, a container leaves the limits and accounting of its siblings and may take their CPU and memory.",
      },
    ],
    mitigation: "Leave `--cgroup-parent` unset, or allow only a documented slice that carries limits of its own.",
  },
  "container-no-new-privileges": {
    severity: "medium",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason:
          "Rights gained later, through a setuid or file-capability program, let an intruder alter binaries and configuration of the container that its service account cannot write.",
      },
    ],
    mitigation: "Drop privileges and keep to least privilege: run with `--security-opt=no-new-privileges` and `--cap-drop=ALL`.",
  },
  "container-health": {
    severity: "low",
    stride: [
      {
        letter: "D",
        kind: "detects",
        reason: "A running container that hangs without exiting is still listed as up, so the outage is first noticed by its users.",
      },
    ],
    mitigation: "Start containers with `--health-cmd`, `--health-interval` and `--health-retries`, and alert on the `unhealthy` state.",
  },
  "latest-image": {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "A copy cached on the host months ago is started again in place of the patched build, and brings its old holes back into service.",
      },
    ],
    mitigation:
      "Deploy by the digest of the newest approved build, and use `docker run --pull=always` or `docker compose pull` before a start.",
  },
  "pids-limit": {
    severity: "medium",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason: "A fork bomb in one container fills the process table of the host, after which not even an administrator can log in.",
      },
    ],
    mitigation: "Set `--pids-limit=100`, or a value measured for the service, on each container.",
  },
  "docker0-bridge": {
    severity: "medium",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason:
          "Unrelated containers meet on one flat bridge, where a captured one can reach and read ports its neighbours never published.",
      },
      {
        letter: "S",
        kind: "mitigates",
        reason: "On the common segment a hostile container can answer ARP for another's address and receive its connections.",
      },
    ],
    mitigation: "Create a user-defined network for each application (`docker network create`) and set `bridge: none` in daemon.json.",
  },
  "host-userns": {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "`--userns=host` switches the id remapping off for this container, so its uid 0 owns whatever host file it gets hold of.",
      },
    ],
    mitigation: "Remove `--userns=host` and keep `userns-remap` in daemon.json effective for all containers.",
  },
  "docker-socket-mounted": {
    severity: "critical",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "Whoever writes to the mounted socket commands the daemon and starts a privileged container with the host's root directory in it.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "Through the API the container can inspect all others, with the passwords and tokens in their environment.",
      },
    ],
    mitigation: "Remove the mount of /var/run/docker.sock; where a tool needs the API, put a filtering, read-only socket proxy before it.",
  },
  "cap-dac-read-search": {
    severity: "high",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason:
          "CAP_DAC_READ_SEARCH permits opening files by handle instead of path, which reads any file of the host's file system from inside.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "The host's shadow file and root's SSH keys, once read that way, are enough to log in to the host as root.",
      },
    ],
    mitigation: "Remove `--cap-add=DAC_READ_SEARCH` and give backup jobs the folders they need as read-only mounts.",
  },
  "cap-sys-module": {
    severity: "critical",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "CAP_SYS_MODULE lets the container load code of its own into the kernel that the host runs on, which is more than root.",
      },
      {
        letter: "T",
        kind: "mitigates",
        reason: "A loaded module can patch the running kernel and hide its files and processes from every later inspection.",
      },
    ],
    mitigation: "Remove `--cap-add=SYS_MODULE`, load needed modules on the host at boot, and then set `kernel.modules_disabled=1`.",
  },
  "cap-sys-admin": {
    severity: "critical",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "CAP_SYS_ADMIN allows mounting cgroup and other kernel file systems, with known tricks to run a command as root on the host.",
      },
      {
        letter: "T",
        kind: "mitigates",
        reason: "With the right to remount, the masked and read-only parts of /proc and /sys become writable and kernel settings change.",
      },
    ],
    mitigation: "Remove `--cap-add=SYS_ADMIN` and replace it by the narrow capability or the host-side mount that the job really needs.",
  },
  "cap-sys-ptrace": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "CAP_SYS_PTRACE lets a process inject code into others, and into those of the host as soon as the pid namespace is shared.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "The memory of every process in reach can be dumped, with private keys and session tokens of other users in it.",
      },
    ],
    mitigation: "Remove `--cap-add=SYS_PTRACE`; attach debuggers from a short-lived container that joins only the target's pid namespace.",
  },
} as const satisfies Record<string, Judgement>;
