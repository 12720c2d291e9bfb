import type { Guidance } from "../../guidance";
import { inspectAll } from "./inspect-all";

/** Guidance for the checks on the walls between running containers and the host: profiles, privileges and namespaces (section 5). */
export const runtimeIsolationGuidance = {
  apparmor: {
    meaning:
      "Looks at `.AppArmorProfile` of each container. A pass means that every one has a profile; where the kernel has AppArmor, Docker gives `docker-default` to each container that asks for nothing else. Recent editions also report the profile `unconfined`. On hosts without AppArmor, such as Red Hat Enterprise Linux, the check always warns and SELinux takes its place.",
    why: "Root in a container without a profile meets no mandatory rule. With one added capability or one kernel flaw it mounts file systems or writes to files below `/proc` and `/sys` that steer the host's kernel. The profile refuses these steps even when everything else has failed.",
    fix: [
      {
        place: "shell",
        text: "See whether the kernel has AppArmor switched on (`Y`) and whether Docker uses it.",
        code: "cat /sys/module/apparmor/parameters/enabled\ndocker info --format '{{json .SecurityOptions}}'",
      },
      {
        place: "docker run",
        text: "Take out `apparmor=unconfined` and `--privileged`; the default profile then applies. A tighter one of your own is loaded first.",
        code: "sudo apparmor_parser -r -W /etc/apparmor.d/<profile>\ndocker run -d --name <name> --security-opt apparmor=<profile> <image>",
      },
      {
        place: "Compose",
        text: "The same in the file.",
        code: "services:\n  web:\n    security_opt:\n      - apparmor=docker-default",
      },
      {
        place: "Kubernetes",
        text: "A field of the pod since 1.30; older clusters use an annotation.",
        code: "securityContext:\n  appArmorProfile:\n    type: RuntimeDefault",
      },
    ],
    verify: [
      {
        text: "Each line ends in `docker-default` or in a profile of your own.",
        code: inspectAll("{{.Name}} {{.AppArmorProfile}}"),
      },
      {
        text: "Prints the profile that is in force for the main process, followed by `(enforce)`.",
        code: "sudo cat /proc/$(docker inspect --format '{{.State.Pid}}' <container>)/attr/current",
      },
    ],
    sideEffects:
      "`docker-default` forbids `mount` and some writes below `/proc`, which breaks FUSE and nested containers. Refusals are in the kernel log: `sudo dmesg | grep 'apparmor=\"DENIED\"'`. The container is made anew.",
    effort: "hours",
    nist: ["4.4.3"],
    attack: ["T1611"],
  },
  selinux: {
    meaning:
      "Asks whether `.HostConfig.SecurityOpt` of each container holds anything at all. A pass is weak evidence: `no-new-privileges` fills that list too, and so does `label=disable`. A warning is weak as well, because SELinux labels each container by itself once it is switched on in the daemon. On hosts without SELinux, such as Ubuntu and Debian, AppArmor takes its place.",
    why: "A process that slips out of its namespaces is an ordinary process of the host, usually as root. Under SELinux it still runs as `container_t` and may touch only files with a container label. The pair of categories that each container gets keeps it from its neighbours' volumes as well.",
    fix: [
      {
        place: "shell",
        text: "Install the policy for containers and keep SELinux enforcing, with `SELINUX=enforcing` in `/etc/selinux/config` for the next boot.",
        code: "sudo dnf install container-selinux\nsudo setenforce 1\ngetenforce",
      },
      {
        place: "daemon.json",
        text: "Switch labels on in the daemon; keep what is there already and restart it.",
        code: '{\n  "selinux-enabled": true\n}',
      },
      {
        place: "docker run",
        text: "Let Docker relabel the folders it mounts: `:Z` for one container alone, `:z` for several. Naming the type makes the check pass too.",
        code: "docker run -d --name <name> --security-opt label=type:container_t -v /srv/<name>:/data:Z <image>",
      },
      {
        place: "Compose",
        text: "The same in the file.",
        code: "services:\n  web:\n    security_opt:\n      - label=type:container_t\n    volumes:\n      - /srv/web:/data:Z",
      },
      {
        place: "Kubernetes",
        text: "The runtime picks the categories; set them only where pods share files.",
        code: "securityContext:\n  seLinuxOptions:\n    type: container_t",
      },
    ],
    verify: [
      {
        text: "Each line shows `container_t` and two categories of its own, as in `s0:c12,c345`.",
        code: inspectAll("{{.Name}} {{.ProcessLabel}}"),
      },
      {
        text: "Prints `Enforcing`.",
        code: "getenforce",
      },
    ],
    sideEffects:
      "Mounted folders without a container label can no longer be read. Never put `:Z` on `/etc`, `/usr` or a home directory: the new label locks the host out of its own files. Find refusals with `sudo ausearch -m AVC -ts recent`.",
    effort: "days",
    nist: ["4.4.3"],
    attack: ["T1611"],
  },
  "kernel-capabilities": {
    meaning:
      "Looks at `.HostConfig.CapAdd` of each container and leaves out the 14 capabilities that Docker gives by default. A pass means that none was added beyond those. It does not mean that any was dropped, and `--privileged`, which grants all of them, is a check of its own.",
    why: "A capability is a piece of root's power over the kernel that all containers share. `SYS_ADMIN`, `SYS_MODULE` or `SYS_PTRACE` are known ways to a root shell on the host, `NET_ADMIN` rewrites routes and firewall rules of the network it is in. They are often added to get rid of an error message and stay for years.",
    fix: [
      {
        place: "docker run",
        text: "Drop all and add what the program is known to need; a web server on a low port needs one. The container is made anew for it.",
        code: "docker run -d --name <name> --cap-drop ALL --cap-add NET_BIND_SERVICE <image>",
      },
      {
        place: "Compose",
        text: "The same in the file.",
        code: "services:\n  web:\n    cap_drop: [ALL]\n    cap_add: [NET_BIND_SERVICE]",
      },
      {
        place: "Kubernetes",
        text: "The same for each container of the pod.",
        code: 'securityContext:\n  capabilities:\n    drop: ["ALL"]\n    add: ["NET_BIND_SERVICE"]',
      },
    ],
    verify: [
      {
        text: "Shows what was added and dropped.",
        code: inspectAll("{{.Name}} add={{.HostConfig.CapAdd}} drop={{.HostConfig.CapDrop}}"),
      },
      {
        text: "Prints what the container can ever have, by name; run on the host.",
        code: "capsh --decode=$(awk '/^CapBnd/ { print $2 }' /proc/$(docker inspect --format '{{.State.Pid}}' <container>)/status)",
      },
    ],
    sideEffects:
      "Images that start as root and change to a user need `SETUID` and `SETGID`, often `CHOWN` and `DAC_OVERRIDE` too. Start with none on a test host, read what fails with `Operation not permitted`, and add one at a time.",
    effort: "days",
    nist: ["4.4.3"],
    attack: ["T1611"],
  },
  "privileged-containers": {
    meaning:
      "Looks at `.HostConfig.Privileged` of each container. A pass means that none was started with `--privileged`. Containers that got the same power in pieces, by capabilities, devices and mounts, are the matter of other checks.",
    why: "`--privileged` grants all capabilities and all devices of the host and takes the seccomp and AppArmor profiles away. Root inside mounts the host's disk with one command, reads every other container's files and adds a user to the host. Any flaw in the service is then a flaw of the whole machine.",
    fix: [
      {
        place: "docker run",
        text: "Replace the switch by the single device or capability that the program needs. The container is made anew for it.",
        code: "docker run -d --name <name> --cap-drop ALL --cap-add <needed-capability> --device /dev/<device> <image>",
      },
      {
        place: "Compose",
        text: "Remove `privileged: true` and name the pieces.",
        code: "services:\n  <service>:\n    cap_drop: [ALL]\n    cap_add: [<needed-capability>]\n    devices:\n      - /dev/<device>:/dev/<device>",
      },
      {
        place: "Kubernetes",
        text: "Set the field to false, and forbid the processes to gain rights later.",
        code: "securityContext:\n  privileged: false\n  allowPrivilegeEscalation: false",
      },
      {
        place: "shell",
        text: "The level `baseline` of Pod Security refuses privileged pods. `--dry-run=server` shows first which running ones break the rule.",
        code: "kubectl label --dry-run=server --overwrite namespace <namespace> pod-security.kubernetes.io/enforce=baseline\nkubectl label --overwrite namespace <namespace> pod-security.kubernetes.io/enforce=baseline",
      },
    ],
    verify: [
      {
        text: "No line ends in `true`.",
        code: inspectAll("{{.Name}} {{.HostConfig.Privileged}}"),
      },
    ],
    sideEffects:
      "Docker in Docker, hardware agents and network plugins rely on the switch. Builds can move to rootless BuildKit; for the others find the needed pieces on a test host, one error message at a time.",
    effort: "days",
    nist: ["4.4.3"],
    attack: ["T1611"],
  },
  "sensitive-mounts": {
    meaning:
      "Goes through the mounts of each container and looks for `/`, `/boot`, `/dev`, `/etc`, `/lib`, `/proc`, `/sys` and `/usr`. A pass means that none of exactly these paths is mounted writable. Folders below them, such as `/etc/cron.d`, and mounts that are read-only go unnoticed in recent editions.",
    why: "A mount is stronger than any wall around the container. Whoever controls a container with the host's `/etc` adds a line to the crontab or to `sudoers` and is root on the host a minute later; with `/boot` or `/usr` it survives a reinstallation of the service. Even a read-only mount gives away password hashes and host keys.",
    fix: [
      {
        place: "docker run",
        text: "Keep data in named volumes, and mount the one file that is needed, read-only. The container is made anew for it.",
        code: "docker run -d --name <name> --mount source=<volume>,target=/var/lib/app --mount type=bind,source=/etc/ssl/certs/ca-certificates.crt,target=/etc/ssl/certs/ca-certificates.crt,readonly <image>",
      },
      {
        place: "Compose",
        text: "The same in the file.",
        code: "services:\n  app:\n    volumes:\n      - data:/var/lib/app\n      - type: bind\n        source: /etc/ssl/certs/ca-certificates.crt\n        target: /etc/ssl/certs/ca-certificates.crt\n        read_only: true\nvolumes:\n  data:",
      },
      {
        place: "Kubernetes",
        text: "Replace `hostPath` by a ConfigMap, a Secret or a claim. Pod Security at the level `baseline` refuses `hostPath` altogether.",
        code: "spec:\n  containers:\n    - name: app\n      image: <image>\n      volumeMounts:\n        - name: config\n          mountPath: /etc/app\n          readOnly: true\n  volumes:\n    - name: config\n      configMap:\n        name: <config-map>",
      },
    ],
    verify: [
      {
        text: "Lists what each container mounts from the host, with `true` behind what it may write.",
        code: inspectAll("{{.Name}}{{range .Mounts}} {{.Source}}:{{.RW}}{{end}}"),
      },
    ],
    sideEffects:
      "Agents for monitoring, backup and log shipping read the host on purpose. Give them single paths, read-only, or run them on the host as a service; record what must stay as an accepted exception.",
    effort: "hours",
    nist: ["4.4.3", "4.5.5"],
    attack: ["T1611"],
  },
  "no-ssh-in-containers": {
    meaning:
      "Runs `ps -el` in each container and looks for `sshd`. A pass means that none was found; an image without `ps` passes too. Most editions also warn where `docker exec` itself fails, with an item that says so.",
    why: "An SSH server in a container is a second way in, beside the host's well-kept one: keys and passwords live in an image that many can read, nobody rotates them, and its log dies with the container. A stolen key or a guessed password passes for a legitimate user, one step from the host and past its access rules.",
    fix: [
      {
        place: "Dockerfile",
        text: "Remove the lines that install the server and copy its keys, and start the service itself. Deleting the keys in a later step leaves them readable in the earlier layer.",
        code: 'CMD ["<program>", "<argument>"]',
      },
      {
        place: "shell",
        text: "Open a shell through the daemon, which knows who may do so. For an image without a shell, join its namespaces from one that has tools.",
        code: "docker exec -it <container> sh\ndocker run --rm -it --pid=container:<container> --network=container:<container> <debug-image> sh",
      },
      {
        place: "Kubernetes",
        text: "The same through the API server, which checks the right `pods/exec` and can audit it.",
        code: "kubectl exec -it <pod> -c <container> -- sh\nkubectl debug -it <pod> --image=<debug-image> --target=<container>",
      },
    ],
    verify: [
      {
        text: "Prints nothing. It asks the host's process table, so the image needs no `ps`.",
        code: 'for c in $(docker ps --quiet); do docker top "$c" -eo pid,args; done | grep sshd',
      },
    ],
    sideEffects:
      "People and jobs that log in or copy files by SSH need another way: `docker cp`, a volume, a deployment by image. Containers whose service is SSH, such as a Git server, stay as an accepted exception with keys only and a patch plan.",
    effort: "hours",
    nist: ["4.1.2"],
    attack: ["T1133", "T1110", "T1078"],
  },
  "read-only-rootfs": {
    meaning:
      "Looks at `.HostConfig.ReadonlyRootfs` of each container. A pass means that the file system of the image is mounted read-only in every one. Volumes and `tmpfs` mounts stay writable and are not judged.",
    why: "An intruder first fetches tools and leaves a way back. In a writable container that is a download into `/usr/local/bin` or a changed line in the application's code, and it lives through restarts until the container is made anew. On a read-only file system the attempt fails, and the error shows in the log.",
    fix: [
      {
        place: "shell",
        text: "See what the container writes now; each path that it needs becomes a volume or a `tmpfs`.",
        code: "docker diff <container>",
      },
      {
        place: "docker run",
        text: "Start it read-only with scratch space in memory.",
        code: "docker run -d --name <name> --read-only --tmpfs /tmp:rw,noexec,nosuid,size=64m --mount source=<volume>,target=/var/lib/app <image>",
      },
      {
        place: "Compose",
        text: "The same in the file.",
        code: "services:\n  app:\n    read_only: true\n    tmpfs:\n      - /tmp:rw,noexec,nosuid,size=64m\n    volumes:\n      - data:/var/lib/app\nvolumes:\n  data:",
      },
      {
        place: "Kubernetes",
        text: "The same in the pod.",
        code: "spec:\n  containers:\n    - name: app\n      image: <image>\n      securityContext:\n        readOnlyRootFilesystem: true\n      volumeMounts:\n        - name: tmp\n          mountPath: /tmp\n  volumes:\n    - name: tmp\n      emptyDir:\n        sizeLimit: 64Mi",
      },
    ],
    verify: [
      {
        text: "Each line ends in `true`.",
        code: inspectAll("{{.Name}} {{.HostConfig.ReadonlyRootfs}}"),
      },
      {
        text: "Fails with `Read-only file system`.",
        code: "docker exec <container> touch /probe",
      },
    ],
    sideEffects:
      "Programs that write PID files, caches or logs beside their code fail at start. Run the whole test suite against a read-only container: some paths are written only by rare functions. `noexec` breaks programs that unpack libraries into `/tmp`.",
    effort: "days",
    nist: ["4.4.4"],
    attack: [],
  },
  "host-pid": {
    meaning:
      "Looks at `.HostConfig.PidMode` of each container. A pass means that none is `host`, so each sees its own processes only. Sharing with another container by `container:<name>` passes.",
    why: "With the host's process table in view, a container reads the command line of every process, in which passwords and tokens are common. Where no AppArmor profile forbids it, root inside also sends signals to them, and one `kill` ends the daemon or a neighbour. Together with `SYS_PTRACE` it puts code into a process of the host.",
    fix: [
      {
        place: "docker run",
        text: "Leave `--pid=host` out. To look into one container, join that one for as long as it takes.",
        code: "docker run -d --name <name> <image>\ndocker run --rm -it --pid=container:<name> <debug-image> sh",
      },
      {
        place: "Compose",
        text: "Remove `pid: host`, or name the one service whose processes are needed.",
        code: 'services:\n  debug:\n    pid: "service:web"',
      },
      {
        place: "Kubernetes",
        text: "Remove `hostPID`; false is the default. Containers of one pod share theirs with this field instead.",
        code: "spec:\n  shareProcessNamespace: true",
      },
    ],
    verify: [
      {
        text: "No line ends in `host`.",
        code: inspectAll("{{.Name}} {{.HostConfig.PidMode}}"),
      },
    ],
    sideEffects:
      "Monitoring and security agents that watch the host go blind. Run those on the host as a service, or keep them as an accepted exception without added capabilities.",
    effort: "hours",
    nist: ["4.4.3"],
    attack: ["T1611"],
  },
  "host-ipc": {
    meaning:
      "Looks at `.HostConfig.IpcMode` of each container. A pass means that none is `host`, so shared memory, semaphores and message queues of the host are out of reach. Sharing between containers passes.",
    why: "Databases and other host programs keep data that is in use in shared memory, and its permissions are those of user ids, which are the same inside a container. A process with the right id attaches the segment, reads what is in it and changes it, or removes a semaphore and stops the program.",
    fix: [
      {
        place: "docker run",
        text: "Leave `--ipc=host` out. If it was there for room in `/dev/shm`, ask for room.",
        code: "docker run -d --name <name> --shm-size 1g <image>",
      },
      {
        place: "docker run",
        text: "Containers that truly share memory do so among themselves.",
        code: "docker run -d --name <owner> --ipc shareable <image>\ndocker run -d --name <partner> --ipc container:<owner> <image>",
      },
      {
        place: "Compose",
        text: "The same in the file.",
        code: 'services:\n  owner:\n    image: <image>\n    ipc: shareable\n    shm_size: 1gb\n  partner:\n    image: <image>\n    ipc: "service:owner"',
      },
      {
        place: "Kubernetes",
        text: "Remove `hostIPC`; false is the default. Containers of one pod share theirs anyway; room in `/dev/shm` is a volume.",
        code: "spec:\n  containers:\n    - name: app\n      image: <image>\n      volumeMounts:\n        - name: shm\n          mountPath: /dev/shm\n  volumes:\n    - name: shm\n      emptyDir:\n        medium: Memory\n        sizeLimit: 1Gi",
      },
    ],
    verify: [
      {
        text: "No line ends in `host`.",
        code: inspectAll("{{.Name}} {{.HostConfig.IpcMode}}"),
      },
    ],
    sideEffects:
      "Programs split between host and container that talk by shared memory lose each other. Machine learning frameworks fail with bus errors when `/dev/shm` is too small, which `--shm-size` mends. The container is made anew.",
    effort: "hours",
    nist: ["4.4.3"],
    attack: [],
  },
  "host-uts": {
    meaning:
      "Looks at `.HostConfig.UTSMode` of each container. A pass means that none is `host`, so each has a host name of its own, and a change of that name stays inside the container.",
    why: "A container in the host's UTS namespace that holds `SYS_ADMIN` renames the machine. Logs, inventory, licences and cluster membership then carry a wrong name, and events of this host are filed under another. Hardly any program needs the namespace, so it mostly stands there by accident.",
    fix: [
      {
        place: "docker run",
        text: "Leave `--uts=host` out and set a name where the program wants one. The container is made anew for it.",
        code: "docker run -d --name <name> --hostname <hostname> <image>",
      },
      {
        place: "Compose",
        text: "Remove `uts: host`.",
        code: "services:\n  web:\n    hostname: <hostname>",
      },
    ],
    verify: [
      {
        text: "No line ends in `host`.",
        code: inspectAll("{{.Name}} {{.HostConfig.UTSMode}}"),
      },
    ],
    sideEffects:
      "A program that reports the machine's name from inside reports the container's instead. Hand the name in as `--hostname` or as an environment variable where monitoring groups by it.",
    effort: "minutes",
    nist: ["4.4.3"],
    attack: [],
  },
  "host-userns": {
    meaning:
      "Looks at `.HostConfig.UsernsMode` of each container. A pass means that none opted out of user namespace remapping with `host`. It does not mean that remapping is on: without `userns-remap` in the daemon every container passes and root inside is still root outside.",
    why: "Remapping makes the container's root an unprivileged id on the host. A container that opts out keeps id 0, so whatever host file it gets hold of, by a mount or by a flaw, it owns. One such container is enough to lose what remapping protects on that host.",
    fix: [
      {
        place: "docker run",
        text: "Leave `--userns=host` out, with the options that force it: `--privileged`, `--pid=host` and `--network=host`.",
        code: "docker run -d --name <name> <image>",
      },
      {
        place: "Compose",
        text: "Remove `userns_mode: host`; the rest of the service stays.",
      },
      {
        place: "daemon.json",
        text: "Switch remapping on if it is not; keep what is there already and restart the daemon.",
        code: '{\n  "userns-remap": "default"\n}',
      },
      {
        place: "Kubernetes",
        text: "The pod gets a user namespace of its own where the runtime and the kernel support it. Clusters offer it by default since 1.33.",
        code: "spec:\n  hostUsers: false",
      },
    ],
    verify: [
      {
        text: "Nothing follows the names.",
        code: inspectAll("{{.Name}} {{.HostConfig.UsernsMode}}"),
      },
      {
        text: "The second number is the id on the host that stands for root inside; it is not 0.",
        code: "cat /proc/$(docker inspect --format '{{.State.Pid}}' <container>)/uid_map",
      },
    ],
    sideEffects:
      "With remapping the daemon uses a new data directory, so images, volumes and containers from before are out of sight. Mounted folders must belong to the remapped ids. Plan it as a migration of the host.",
    effort: "days",
    nist: ["4.4.3"],
    attack: ["T1611"],
  },
  "host-devices": {
    meaning:
      "Looks at `.HostConfig.Devices` of each container. A pass means that no device of the host was handed in by `--device`. Otherwise the tool prints INFO: somebody decides whether each device is needed. GPUs given by `--gpus` and the devices of a privileged container do not appear here.",
    why: "A device file is a direct line to hardware or kernel memory, below all permissions of the file system. With the host's disk in hand, a container reads every file sector by sector and writes a root account into the right place. A serial line or an input device gives away what others type.",
    fix: [
      {
        place: "docker run",
        text: "Leave `--device` out, or narrow it to one node and to the rights needed: `r` read, `w` write, `m` make nodes. All three are the default.",
        code: "docker run -d --name <name> --device /dev/ttyUSB0:/dev/ttyUSB0:rw <image>",
      },
      {
        place: "Compose",
        text: "The same in the file.",
        code: 'services:\n  sensor:\n    devices:\n      - "/dev/ttyUSB0:/dev/ttyUSB0:rw"',
      },
      {
        place: "Kubernetes",
        text: "Let a device plugin hand the hardware out instead of a privileged pod with `hostPath`.",
        code: "resources:\n  limits:\n    <vendor-domain>/<device>: 1",
      },
    ],
    verify: [
      {
        text: "Each line ends in `null` or `[]`, or lists only devices that you know, with the rights you gave.",
        code: inspectAll("{{.Name}} {{json .HostConfig.Devices}}"),
      },
    ],
    sideEffects:
      "The program stops where it opens the device. Some programs open with more rights than they use, so test the narrowed rights. The container is made anew.",
    effort: "hours",
    nist: ["4.4.3"],
    attack: ["T1611"],
  },
  "mount-propagation": {
    meaning:
      "Looks at the propagation of each mount of each container. A pass means that none is `shared` or `rshared`. The default for bind mounts is `rprivate`, so a finding is always somebody's choice.",
    why: "Through a shared mount, what is mounted inside appears on the host too. A container that may mount covers a folder of the host with one of its own, with altered programs or settings, or plants a file system with setuid programs that a local user then runs.",
    fix: [
      {
        place: "docker run",
        text: "Use the default, or `rslave` where the container has to see what the host mounts later. The container is made anew for it.",
        code: "docker run -d --name <name> --mount type=bind,source=/srv/data,target=/data,bind-propagation=rslave <image>",
      },
      {
        place: "Compose",
        text: "The same in the file.",
        code: "services:\n  app:\n    volumes:\n      - type: bind\n        source: /srv/data\n        target: /data\n        bind:\n          propagation: rslave",
      },
      {
        place: "Kubernetes",
        text: "`HostToContainer` is the one-way form; `Bidirectional` is the shared one, which only privileged containers may use.",
        code: "volumeMounts:\n  - name: data\n    mountPath: /data\n    mountPropagation: HostToContainer",
      },
    ],
    verify: [
      {
        text: "No mount shows `shared` or `rshared`.",
        code: inspectAll("{{.Name}}{{range .Mounts}} {{.Destination}}={{.Propagation}}{{end}}"),
      },
    ],
    sideEffects:
      "Storage plugins and FUSE containers that mount for the host or for other containers stop serving. They are the accepted exception, with the one folder they need.",
    effort: "hours",
    nist: ["4.4.3", "4.5.5"],
    attack: ["T1611"],
  },
  "container-seccomp": {
    meaning:
      "Looks for `seccomp=unconfined` in `.HostConfig.SecurityOpt` of each container. A pass means that none asks for it. A privileged container runs without the filter and passes all the same, and so does one under a daemon whose own default is `unconfined`.",
    why: "Docker's profile blocks some of the kernel's rarest system calls, and flaws in just those are what many ways out of a container rest on: new user namespaces, key rings, obscure file system calls. Without it a public exploit for the kernel works from inside an ordinary container.",
    fix: [
      {
        place: "docker run",
        text: "Take the option out; the default profile applies then. Where a call is missing, pass a profile of your own that starts from the default one.",
        code: "docker run -d --name <name> --security-opt seccomp=<profile>.json <image>",
      },
      {
        place: "Compose",
        text: "Remove `seccomp=unconfined`, or name that file.",
        code: "services:\n  app:\n    security_opt:\n      - seccomp=./<profile>.json",
      },
      {
        place: "Kubernetes",
        text: "Pods run without a filter unless they ask for one, or the kubelet sets `seccompDefault: true`.",
        code: "securityContext:\n  seccompProfile:\n    type: RuntimeDefault",
      },
    ],
    verify: [
      {
        text: "No line shows `seccomp=unconfined`.",
        code: inspectAll("{{.Name}} {{.HostConfig.SecurityOpt}}"),
      },
      {
        text: "Prints 2 for the main process of a filtered container; 0 means no filter.",
        code: "grep '^Seccomp:' /proc/$(docker inspect --format '{{.State.Pid}}' <container>)/status",
      },
    ],
    sideEffects:
      "Debuggers, browsers with a sandbox of their own and old images may need a blocked call and fail with `Operation not permitted`. Try them on a test host with the default profile before you write one. The container is made anew.",
    effort: "hours",
    nist: ["4.4.3"],
    attack: ["T1611", "T1068"],
  },
  "container-no-new-privileges": {
    meaning:
      "Looks for `no-new-privileges` in `.HostConfig.SecurityOpt` of each container. A pass means that every one was started with the option. A default in the daemon's configuration protects the containers too but is not seen here: it is a control of its own.",
    why: "Setuid programs such as `su`, `mount` or a forgotten helper give whoever runs them the rights of their owner. An intruder who got in as the service's user uses a flaw in one to become root in the container, and then alters programs, libraries and configuration that the service account cannot write. With the option set, no program that is started gains rights.",
    fix: [
      {
        place: "docker run",
        text: "Set the option, run as a user other than root and drop the capabilities. The container is made anew for it.",
        code: "docker run -d --name <name> --security-opt no-new-privileges --user <uid>:<gid> --cap-drop ALL <image>",
      },
      {
        place: "Compose",
        text: "The same in the file.",
        code: 'services:\n  app:\n    user: "<uid>:<gid>"\n    cap_drop: [ALL]\n    security_opt:\n      - no-new-privileges:true',
      },
      {
        place: "Kubernetes",
        text: "The field of this name does the same.",
        code: 'securityContext:\n  allowPrivilegeEscalation: false\n  runAsNonRoot: true\n  capabilities:\n    drop: ["ALL"]',
      },
    ],
    verify: [
      {
        text: "Each line shows `no-new-privileges`, and none `no-new-privileges:false` or `no-new-privileges=false`.",
        code: inspectAll("{{.Name}} {{.HostConfig.SecurityOpt}}"),
      },
      {
        text: "Prints 1 for the main process.",
        code: "grep '^NoNewPrivs:' /proc/$(docker inspect --format '{{.State.Pid}}' <container>)/status",
      },
    ],
    sideEffects:
      "`sudo`, `su` and programs with file capabilities no longer work for users other than root inside, and start scripts that rely on them fail. List the setuid programs of an image with `find / -xdev -perm -4000 -type f` and test what calls them.",
    effort: "hours",
    nist: ["4.4.3"],
    attack: ["T1068"],
  },
  "docker-socket-mounted": {
    meaning:
      "Looks for `docker.sock` among the mounts of each container. A pass means that none has the socket by its name. A container that mounts the whole of `/run` or `/var/run` has it too and is not noticed.",
    why: "The socket is the daemon's full API without a password. Whoever holds it starts a privileged container with the host's root directory inside and is root on the host, and reads the environment of all other containers on the way. A read-only mount (`:ro`) does not help: it protects the file, not what is said through it.",
    fix: [
      {
        place: "docker run",
        text: "Start the container without the mount. Image builds in CI do not need it: rootless BuildKit builds without a daemon.",
        code: "docker run -d --name <name> <image>",
      },
      {
        place: "Compose",
        text: "Where a tool has to read container data, put a filtering proxy between on a network of its own, which refuses all writes unless told otherwise. The proxy still holds the socket, so its finding stays as the one accepted exception.",
        code: "services:\n  socket-proxy:\n    image: tecnativa/docker-socket-proxy:<version>\n    environment:\n      CONTAINERS: 1\n    volumes:\n      - /var/run/docker.sock:/var/run/docker.sock:ro\n    networks: [socket]\n  <tool>:\n    image: <image>\n    environment:\n      DOCKER_HOST: tcp://socket-proxy:2375\n    networks: [socket]\nnetworks:\n  socket:\n    internal: true",
      },
      {
        place: "Kubernetes",
        text: "Refuse `hostPath`, and with it the sockets of Docker and containerd, for the whole namespace.",
        code: "kubectl label --overwrite namespace <namespace> pod-security.kubernetes.io/enforce=baseline",
      },
    ],
    verify: [
      {
        text: "No line shows `docker.sock`, `/run`, `/var/run` or `/`.",
        code: inspectAll("{{.Name}}{{range .Mounts}} {{.Source}}{{end}}"),
      },
      {
        text: "Asked from a container on the proxy's network, answers 403: making containers is refused.",
        code: "docker run --rm --network <project>_socket curlimages/curl:<version> -sS -o /dev/null -w '%{http_code}\\n' -X POST http://socket-proxy:2375/containers/create",
      },
    ],
    sideEffects:
      "Dashboards, update robots, CI runners and reverse proxies that discover containers lose their source. Find out from their documentation which parts of the API they call; those that create containers cannot be made safe this way and belong on a host of their own.",
    effort: "days",
    nist: ["4.4.3"],
    attack: ["T1611", "T1610", "T1609", "T1613"],
  },
  "exec-privileged": {
    meaning:
      "The tool tests nothing here and always prints NOTE, in its oldest editions INFO: Docker keeps no lasting record of how `docker exec` was called. It reminds you to see that nobody uses `docker exec --privileged`.",
    why: "The option opens a process with all capabilities in a container that was started without them. Reviews of the start command do not show it and `docker inspect` of the container does not change. An operator's convenience or a stolen account turns a confined container into a way to the host for as long as that process lives.",
    fix: [
      {
        place: "auditd",
        text: "Record every call of the client, in `/etc/audit/rules.d/docker-client.rules`, and load the rules with `sudo augenrules --load`. Calls to the API by other programs, and by services that run without a login, are not covered.",
        code: "-a always,exit -F path=/usr/bin/docker -F perm=x -F auid>=1000 -F auid!=unset -k docker-client",
      },
      {
        place: "daemon.json",
        text: "Refuse it in the daemon with an authorization plugin whose policy denies exec requests with `Privileged` set. Test the policy first: without the plugin at hand the daemon does not start or refuses all requests.",
        code: '{\n  "authorization-plugins": ["<plugin>"]\n}',
      },
      {
        place: "shell",
        text: "Whoever needs more rights for a while starts a second container with just those, in plain sight.",
        code: "docker run --rm -it --pid=container:<container> --network=container:<container> --cap-add <needed-capability> <debug-image> sh",
      },
    ],
    verify: [
      {
        text: "Prints nothing for the time since the rule was loaded.",
        code: "sudo ausearch -k docker-client -i | grep '=exec ' | grep -e '--privileged'",
      },
      {
        text: "With the plugin in place, is refused with a message of the plugin.",
        code: "docker exec --privileged <container> true",
      },
    ],
    sideEffects:
      "Runbooks that call the option fail once it is refused; search them for it first. The audit rule writes an event for each call of the client, which is much on hosts with scripted health checks.",
    effort: "hours",
    nist: [],
    attack: ["T1609", "T1611"],
  },
  "exec-user-root": {
    meaning:
      "The tool tests nothing here and always prints NOTE, in its oldest editions INFO: Docker keeps no lasting record of how `docker exec` was called. It reminds you to see that nobody uses `docker exec --user root` on containers that run as another user.",
    why: "An image that runs as a plain user limits what a break-in can change. `--user root` brings root back at any time, files that root creates then block the service, and a stolen account of an operator has more power inside than the service ever needs. Nobody sees it later in the container's configuration.",
    fix: [
      {
        place: "shell",
        text: "Open a shell as the container's own user, which is what happens without the option.",
        code: "docker exec -it <container> sh",
      },
      {
        place: "auditd",
        text: "Record every call of the client, in `/etc/audit/rules.d/docker-client.rules`, and load the rules with `sudo augenrules --load`.",
        code: "-a always,exit -F path=/usr/bin/docker -F perm=x -F auid>=1000 -F auid!=unset -k docker-client",
      },
      {
        place: "daemon.json",
        text: "Refuse it in the daemon with an authorization plugin whose policy denies exec requests with `User` set to root or 0. Test the policy first: without the plugin at hand the daemon does not start or refuses all requests.",
        code: '{\n  "authorization-plugins": ["<plugin>"]\n}',
      },
      {
        place: "Kubernetes",
        text: "`kubectl exec` has no such option, so what counts is who may use it. This tells whether a user may.",
        code: "kubectl auth can-i create pods --subresource=exec --namespace <namespace> --as <user>",
      },
    ],
    verify: [
      {
        text: "Prints nothing for the time since the rule was loaded.",
        code: "sudo ausearch -k docker-client -i | grep '=exec ' | grep -E 'user=(root|0)|=(-u|--user) a[0-9]+=(root|0)'",
      },
      {
        text: "Prints the id of a plain user, not 0.",
        code: "docker exec <container> id -u",
      },
    ],
    sideEffects:
      "Installing a tool or mending a file in a running container as root stops working, and that is the aim: the change belongs in the image. Containers whose image runs as root give root without the option.",
    effort: "hours",
    nist: [],
    attack: ["T1609"],
  },
} satisfies Readonly<Record<string, Guidance>>;
