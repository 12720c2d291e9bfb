import type { FixStep, Guidance } from "../../guidance";

/** What sets the guidance of one audit rule apart from that of the others. */
interface Watch extends Pick<Guidance, "meaning" | "why" | "sideEffects" | "nist" | "attack"> {
  /** The file, directory or socket that the rule names, as the check looks for it. */
  readonly path: string;
  /** The lines for the file of rules. */
  readonly rules: string;
  /** What there is to say about the lines. */
  readonly about?: string;
  /** What comes before the rule is written. */
  readonly first?: readonly FixStep[];
}

const INSTALL: FixStep = {
  place: "shell",
  text: "Install the audit system where `auditctl` is missing; on Red Hat style systems the package is `audit` and mostly there.",
  code: "sudo apt-get install auditd",
};

const LOAD: FixStep = {
  place: "shell",
  text: "Load the rules; where they were locked with `-e 2`, they change at the next boot only. Fedora ships the line `-a task,never`, which switches such rules off: take it out of `/etc/audit/rules.d` first.",
  code: "sudo augenrules --load",
};

/** The guidance of one audit rule: they are put in place, loaded and proven in the same way. */
const audited = ({ path, rules, about, first = [], ...rest }: Watch): Guidance => ({
  ...rest,
  fix: [
    INSTALL,
    ...first,
    { place: "auditd", text: ["Add to `/etc/audit/rules.d/docker.rules`.", about ?? []].flat().join(" "), code: rules },
    LOAD,
  ],
  verify: [
    {
      text: "Prints the rule as the kernel holds it, and none of a neighbour whose name only begins alike.",
      code: `sudo auditctl -l | grep -E '(-w |path=|dir=)${path}/?( |$)'`,
    },
    {
      text: "Sets the mode that is there already, which changes nothing, and then shows the record of it with the login behind it (`auid`).",
      code: `sudo chmod --reference=${path} ${path}\nsudo ausearch -k docker -f ${path} -ts recent -i`,
    },
  ],
  effort: "minutes",
});

/** How the check finds out, and what it says when there is nothing to watch. */
const asks = (path: string): string =>
  `Looks for \`${path}\` in the audit rules that the kernel holds (\`auditctl -l\`) or, without that command, in \`/etc/audit/audit.rules\`.`;
const asksIfThere = (path: string): string => `${asks(path)} On a host without it the check is an INFO.`;

const DATA_ROOT: FixStep = {
  place: "shell",
  text: "Show the data root, and whether containerd keeps data beside it. Name what is there in the rules, and leave out what is not: a line for a missing directory stops the loading.",
  code: "docker info --format '{{.DockerRootDir}}'\nls -d /var/lib/containerd",
};

const SERVICE_PATH: FixStep = {
  place: "shell",
  text: "Show where the unit and its drop-ins lie. Packages put units into `/usr/lib/systemd/system`, older Debian systems into `/lib/systemd/system`; a file of the same name in `/etc/systemd/system` replaces them.",
  code: "systemctl show -p FragmentPath -p DropInPaths docker.service docker.socket",
};

/** Guidance for the checks on audit rules for Docker's files, programs and sockets (section 1). */
export const hostAuditGuidance = {
  "audit-docker-daemon": audited({
    path: "/usr/bin/dockerd",
    rules: "-w /usr/bin/dockerd -p wxa -k docker",
    about:
      "Where `command -v dockerd` names another path, as for Debian's `docker.io` package in `/usr/sbin`, watch that one as well: the check only knows this one.",
    meaning: `${asks("/usr/bin/dockerd")} The first editions looked for \`/usr/bin/docker\`. A pass means that starts of the daemon's program and changes to it are recorded together with the login they came from.`,
    why: "Every container trusts this program, and it runs as root. Whoever got root once can exchange it for one with a back door, which then outlives a change of every password. A second daemon, started by hand with other flags and a data directory of its own, runs containers that show in no `docker ps`.",
    sideEffects: "Each start of the daemon and each package update writes a few records. There is no load to speak of.",
    nist: ["4.5.4"],
    attack: ["T1543.005"],
  }),
  "audit-run-containerd": audited({
    path: "/run/containerd",
    rules: "-w /run/containerd -p wa -k docker",
    first: [
      {
        place: "configuration",
        text: "Have the directory made at boot before the rules are loaded, in `/etc/tmpfiles.d/containerd.conf`. It lies in memory, and a rule for a directory that is not there yet does not reach into it later.",
        code: "d /run/containerd 0711 root root -",
      },
    ],
    meaning: `${asks("/run/containerd")} A rule for something below, such as the socket of containerd, is enough for a pass. With the rule proper, changes anywhere below the directory are recorded.`,
    why: "The directory holds containerd's socket and the bundles of running containers, with the `config.json` by which runc starts each of them. Whoever edits a bundle between its making and its start decides what root runs. Nothing of that shows in Docker's events or logs.",
    sideEffects:
      "Both containerd and its shims write here at every start and end of a container, so a busy host gets many records. Watch how fast `/var/log/audit` grows and set `max_log_file` and `num_logs` in `/etc/audit/auditd.conf` to match.",
    nist: [],
    attack: ["T1611"],
  }),
  "audit-var-lib-docker": audited({
    path: "/var/lib/docker",
    first: [DATA_ROOT],
    rules:
      "-a always,exit -F dir=/var/lib/docker -F perm=wa -F auid!=unset -k docker\n-a always,exit -F dir=/var/lib/containerd -F perm=wa -F auid!=unset -k docker",
    about:
      "The lines record what comes out of a login and leave the daemon's and the containers' own work alone; `-w /var/lib/docker -p wa -k docker` records all of it.",
    meaning: `${asksIfThere("/var/lib/docker")} That INFO also stands for a data root that was moved elsewhere. A pass means that some rule reaches this directory, which holds layers, volumes and the configuration of all containers; images kept by containerd lie in \`/var/lib/containerd\`, which the check does not know.`,
    why: "Whoever edits files here goes past the daemon. A program slipped into an unpacked layer is run by each container made from that image, for digests are not checked again at start. Volumes with database files can be changed the same way, and no Docker event tells of it.",
    sideEffects:
      "The wide rule records each file that a container opens for writing in a volume: measure that on one host before you choose it. The narrow one misses intruders who came in through a service, since such processes have no login.",
    nist: [],
    attack: ["T1525"],
  }),
  "audit-etc-docker": audited({
    path: "/etc/docker",
    rules: "-w /etc/docker -p wa -k docker",
    meaning: `${asksIfThere("/etc/docker")} A rule for \`/etc/docker/daemon.json\` alone is enough for a pass, though it leaves the rest of the directory unwatched. With the rule proper, changes anywhere below are recorded.`,
    why: "A certificate authority dropped into `certs.d` makes the daemon believe a false registry, which can then hand out any image under a trusted name. A `daemon.json` where there was none switches protections off at the next restart. Both can be put there and taken away between two reviews.",
    sideEffects:
      "Configuration management that rewrites files on every run writes a record each time; make it leave unchanged files alone. There is no load to speak of.",
    nist: [],
    attack: ["T1562.001"],
  }),
  "audit-docker-service": audited({
    path: "/usr/lib/systemd/system/docker.service",
    rules: "-w /usr/lib/systemd/system/docker.service -p wa -k docker\n-w /etc/systemd/system/docker.service.d -p wa -k docker",
    first: [
      SERVICE_PATH,
      {
        place: "shell",
        text: "Make the directory for drop-ins, so that a rule can reach into it.",
        code: "sudo mkdir -p /etc/systemd/system/docker.service.d",
      },
    ],
    about:
      "Put in the path that the command above printed; the second line covers drop-ins, which count as much as the unit and which the check leaves out.",
    meaning:
      "Takes the unit file of `docker.service` from `/etc/systemd/system`, else from `/lib/systemd/system`, else from what systemd names, and looks for that path in the audit rules. A rule with `/usr/lib/systemd/system` is found as well, for it contains the other path. A host without the unit gets an INFO; drop-ins in `docker.service.d` are not looked at.",
    why: "The unit decides with which flags root starts the daemon. One line added to it opens the API on a TCP port without a password, or runs a command as root at each boot through `ExecStartPre`. Both are easily put back after use, and systemd keeps no record of who did it.",
    sideEffects: "Package updates replace the unit and leave records. There is no load to speak of.",
    nist: [],
    attack: ["T1543.005"],
  }),
  "audit-containerd-sock": audited({
    path: "/run/containerd/containerd.sock",
    rules:
      "-w /run/containerd/containerd.sock -p rwxa -k docker\n-a always,exit -F arch=b64 -S connect -F path=/run/containerd/containerd.sock -k docker",
    first: [
      {
        place: "configuration",
        text: "Have the socket's directory made at boot before the rules are loaded, in `/etc/tmpfiles.d/containerd.conf`. Without it these lines fail at boot, and all that follow them are not loaded.",
        code: "d /run/containerd 0711 root root -",
      },
    ],
    about: "The first line records changes of owner and mode, the second one every connection.",
    meaning:
      "Means the socket by which containerd takes orders, but asks systemd for a unit called `containerd.socket`, which no common package installs. So the answer is an INFO on nearly every host, whatever the rules say. The rule is worth having all the same.",
    why: "Whoever reaches this socket commands the runtime beneath Docker. With `ctr` it takes one command to start a privileged container in another namespace, which shows neither in `docker ps` nor in Docker's events. Without a rule nothing tells that the socket was ever used.",
    sideEffects:
      "Docker itself connects here, at each start of the daemon and for its own calls, so not every record is a finding: look for an `auid` that is set. There is no load to speak of.",
    nist: ["4.5.4"],
    attack: ["T1609", "T1610"],
  }),
  "audit-docker-socket": audited({
    path: "/usr/lib/systemd/system/docker.socket",
    rules: "-w /usr/lib/systemd/system/docker.socket -p wa -k docker\n-w /etc/systemd/system/docker.socket.d -p wa -k docker",
    first: [
      SERVICE_PATH,
      {
        place: "shell",
        text: "Make the directory for drop-ins, so that a rule can reach into it.",
        code: "sudo mkdir -p /etc/systemd/system/docker.socket.d",
      },
    ],
    about: "Put in the path that the command above printed; the second line covers drop-ins, which the check leaves out.",
    meaning:
      "Looks for the path of the systemd unit `docker.socket` in the audit rules, from `/etc/systemd/system`, else from `/lib/systemd/system`, else as systemd names it. It concerns that file, not the socket that people connect to. A host without the unit gets an INFO.",
    why: "Where systemd opens the API socket, this file sets its group and mode. A `SocketMode=0666` put in here gives each local account the daemon, and thereby root, from the next start on. The mode of the socket alone does not tell who wrote it.",
    sideEffects: "Package updates replace the unit and leave records. There is no load to speak of.",
    nist: [],
    attack: ["T1543.005"],
  }),
  "audit-var-run-docker-sock": audited({
    path: "/var/run/docker.sock",
    rules: "-w /var/run/docker.sock -p rwxa -k docker\n-a always,exit -F arch=b64 -S connect -F path=/var/run/docker.sock -k docker",
    about: "The first line records changes of owner and mode; connections are not part of it, so the second one records those.",
    meaning: `${asksIfThere("/var/run/docker.sock")} A pass means that a rule names the socket of Docker's API, though a plain watch records no connection. The check was part of v1.0 only; later editions look at the unit \`docker.socket\` instead.`,
    why: "Every order to the daemon that comes from the host goes through this socket, and the daemon's log does not name the local user who gave it. After a container with the host's root directory mounted has come and gone, all who may use the socket are equally suspect. A loosened mode, which adds everybody to them, passes unseen too.",
    sideEffects:
      "Monitoring and build agents poll the API, and each of their connections writes a record: leave such an account out with a `-a never,exit` line for its uid above these. A process in a container that was given the socket has no login, so its `auid` is unset.",
    nist: ["4.5.4"],
    attack: ["T1609", "T1610"],
  }),
  "audit-default-docker": audited({
    path: "/etc/default/docker",
    rules: "-w /etc/default/docker -p wa -k docker",
    meaning: `${asksIfThere("/etc/default/docker")} A pass means that changes to this file of daemon options are recorded. Init scripts and the units of some Debian and Ubuntu packages read it; the unit of \`docker-ce\` does not.`,
    why: "Where the file is read, `DOCKER_OPTS` in it is as strong as the daemon's command line: `-H tcp://0.0.0.0:2375` there hands out root to the network. People review `daemon.json` and the unit and overlook this place, and nobody is on record for the line.",
    sideEffects:
      "None to speak of: the file hardly ever changes. Find out with `systemctl cat docker.service` whether it counts here; where it does not, delete it and the question is gone.",
    nist: [],
    attack: ["T1543.005", "T1562.001"],
  }),
  "audit-daemon-json": audited({
    path: "/etc/docker/daemon.json",
    rules: "-w /etc/docker/daemon.json -p wa -k docker",
    about: "A host that starts the daemon with `--config-file` needs the rule for that file.",
    meaning: `${asksIfThere("/etc/docker/daemon.json")} A rule for \`/etc/docker\` covers the file in fact but not for this check, which wants the whole path. A pass means that edits of the daemon's settings are recorded, also by editors that replace the file.`,
    why: "One edit here takes away user namespaces, sends the logs of new containers nowhere or trusts a registry without TLS. Some settings count after a mere reload, the others wait for the next restart, weeks later perhaps. Without a record nobody can tell who prepared it, or since when.",
    sideEffects:
      "Configuration management that rewrites the file on every run writes a record each time; make it leave an unchanged file alone. There is no load to speak of.",
    nist: [],
    attack: ["T1562.001"],
  }),
  "audit-containerd-config": audited({
    path: "/etc/containerd/config.toml",
    rules: "-w /etc/containerd/config.toml -p wa -k docker",
    meaning: `${asksIfThere("/etc/containerd/config.toml")} A pass means that edits of containerd's settings are recorded. Docker itself never reads this file.`,
    why: "The file names the runtime binary, the plugins and the address that containerd listens on. Another binary in the place of runc is run as root for every container from the next restart on. Since the change is below Docker, `docker info` looks as it always did.",
    sideEffects: "None to speak of: the file changes with package updates and by hand only.",
    nist: [],
    attack: ["T1543.005"],
  }),
  "audit-sysconfig-docker": audited({
    path: "/etc/sysconfig/docker",
    rules: "-w /etc/sysconfig/docker -p wa -k docker",
    meaning: `${asksIfThere("/etc/sysconfig/docker")} A rule for \`/etc/sysconfig/docker-storage\` or a sister file is enough for a pass, since its path begins the same. The file holds daemon options for the packages of Amazon Linux, openSUSE and the old ones of Red Hat; \`docker-ce\` does not read it.`,
    why: "What stands in `OPTIONS` or `DOCKER_OPTS` goes onto the daemon's command line at the next start. An `--insecure-registry` or a TCP listener added there survives reviews of the unit, which only shows a variable. Who added it, nobody can say.",
    sideEffects:
      "None to speak of: the file hardly ever changes. `systemctl cat docker.service` shows whether it is read here; where it is not, delete it.",
    nist: [],
    attack: ["T1543.005", "T1562.001"],
  }),
  "audit-containerd-binary": audited({
    path: "/usr/bin/containerd",
    rules: "-w /usr/bin/containerd -p wxa -k docker",
    meaning: `${asksIfThere("/usr/bin/containerd")} A rule for one of the shims is enough for a pass, since their paths begin the same; until 2019 the check looked for \`/usr/bin/docker-containerd\`. With the rule proper, starts of containerd and changes to it are recorded.`,
    why: "The daemon containerd runs as root, fetches and unpacks images and starts each container. An exchanged one can alter whatever it unpacks, and no digest is checked after that. A second one, started by hand with a socket of its own, runs containers that no inventory knows.",
    sideEffects: "Each start of containerd and each package update writes a few records. There is no load to speak of.",
    nist: [],
    attack: ["T1543.005"],
  }),
  "audit-containerd-shim": audited({
    path: "/usr/bin/containerd-shim",
    rules: "-w /usr/bin/containerd-shim -p wxa -k docker",
    about:
      "Where containerd is 2.0 or newer the file is a leftover: delete it instead, once `dpkg -S` or `rpm -qf` says that no package owns it.",
    meaning: `${asksIfThere("/usr/bin/containerd-shim")} A rule for one of the newer shims is enough for a pass, since their paths begin the same. This first shim is shipped up to containerd 1.7 and no longer used by Docker.`,
    why: "A shim stands between containerd and a container, as root, and holds its input and output. On hosts that still run this one, an exchanged copy can listen to everything that a container reads and prints. On others it is a root program that nobody expects to be started, and so a good place to hide one.",
    sideEffects: "Where the shim is in use, each start of a container writes a record. Elsewhere any record at all is worth a look.",
    nist: [],
    attack: ["T1036"],
  }),
  "audit-containerd-shim-runc-v1": audited({
    path: "/usr/bin/containerd-shim-runc-v1",
    rules: "-w /usr/bin/containerd-shim-runc-v1 -p wxa -k docker",
    about:
      "Where containerd is 2.0 or newer the file is a leftover: delete it instead, once `dpkg -S` or `rpm -qf` says that no package owns it.",
    meaning: `${asksIfThere("/usr/bin/containerd-shim-runc-v1")} A pass means that starts of this shim and changes to it are recorded. Docker never uses it by default, and containerd 2.0 removed it.`,
    why: "A file that belongs to the system and is never run draws no attention. A program planted under this name passes every look at `/usr/bin` and at the process list, where shims are expected. A record of its start or of the swap is all that gives it away.",
    sideEffects: "None: in ordinary operation the rule never fires but for package updates. Treat each other record as an alarm.",
    nist: [],
    attack: ["T1036"],
  }),
  "audit-containerd-shim-runc-v2": audited({
    path: "/usr/bin/containerd-shim-runc-v2",
    rules: "-w /usr/bin/containerd-shim-runc-v2 -p wxa -k docker",
    about: "On a host that starts containers by the second take `-p wa`, which leaves the starts out.",
    meaning: `${asksIfThere("/usr/bin/containerd-shim-runc-v2")} A pass means that starts of this shim and changes to it are recorded. It is the one in use today: one process of it stands beside each running container.`,
    why: "Code planted in this file runs as root at the side of every new container, sees what it prints and can enter it at will. It survives updates of images and containers alike, since those never touch the shim. Nothing in Docker compares the file with what was installed.",
    sideEffects:
      "Each start of a container writes a record or two, so hosts with many short-lived containers get long logs. Package updates leave records as well.",
    nist: [],
    attack: ["T1036"],
  }),
  "audit-runc-binary": audited({
    path: "/usr/bin/runc",
    rules: "-w /usr/bin/runc -p wxa -k docker",
    about:
      "Debian's and Ubuntu's own packages install `/usr/sbin/runc`: watch that one there, though only some versions of the tool look for it.",
    meaning: `${asksIfThere("/usr/bin/runc")} The path was \`/usr/bin/docker-runc\` until 2019 and \`/usr/sbin/runc\` in v1.3.5 and early v1.3.6. A pass means that runs of runc and changes to it are recorded.`,
    why: "With CVE-2019-5736 a container could overwrite this very file from inside, and the next start of any container ran the intruder's code as root. A rule shows the write when it happens, not when it is too late. Root on the host can also enter containers by `runc exec`, of which neither Docker nor containerd keeps a record.",
    sideEffects:
      "Every start of a container executes runc times, and so do each `docker exec` and each health probe, so the log grows with them. Alert on writes to the file; on a busy host take `-p wa`, which leaves the runs out.",
    nist: ["4.5.4"],
    attack: ["T1611"],
  }),
  "audit-docker-registry-service": audited({
    path: "/usr/lib/systemd/system/docker-registry.service",
    rules: "-w /usr/lib/systemd/system/docker-registry.service -p wa -k docker",
    about:
      "Where no registry is served from this host, remove the package instead (`sudo dnf remove docker-registry` or `docker-distribution`).",
    meaning: `${asksIfThere("/usr/lib/systemd/system/docker-registry.service")} A pass means that changes to the unit of a registry that runs on the host itself are recorded. The check was part of v1.0 only; registries run as containers today.`,
    why: "The unit says which program serves the images that other hosts pull. Pointed at another program or another directory, it hands out altered images under the old names. Without a record nobody can tell since when, and which pulls are affected.",
    sideEffects: "Package updates replace the unit and leave records. There is no load to speak of.",
    nist: [],
    attack: [],
  }),
  "audit-sysconfig-docker-network": audited({
    path: "/etc/sysconfig/docker-network",
    rules: "-w /etc/sysconfig/docker-network -p wa -k docker",
    meaning: `${asksIfThere("/etc/sysconfig/docker-network")} A pass means that changes to the network options of Red Hat's old \`docker\` package are recorded. The check was part of v1.0 only, and no current package reads the file.`,
    why: "`DOCKER_NETWORK_OPTIONS` in this file goes onto the daemon's command line. An edit there moves the bridge into another network or lifts the separation between containers at the next start, and the traffic that was kept apart flows.",
    sideEffects:
      "None to speak of: the file hardly ever changes. Where `systemctl cat docker.service` does not name it, delete it and the question is gone.",
    nist: [],
    attack: [],
  }),
  "audit-sysconfig-docker-registry": audited({
    path: "/etc/sysconfig/docker-registry",
    rules: "-w /etc/sysconfig/docker-registry -p wa -k docker",
    meaning: `${asksIfThere("/etc/sysconfig/docker-registry")} A pass means that changes to the settings of the old \`docker-registry\` service are recorded. The check was part of v1.0 only, and no current package reads the file.`,
    why: "The file sets where the registry keeps its images and how it is reached. Pointed at a directory with prepared images, it serves those under the names that hosts trust. Images can vanish the same way, and nobody is on record for it.",
    sideEffects:
      "None to speak of: the file hardly ever changes. Where no registry of this kind runs, remove the package and the file instead.",
    nist: [],
    attack: ["T1525"],
  }),
  "audit-sysconfig-docker-storage": audited({
    path: "/etc/sysconfig/docker-storage",
    rules: "-w /etc/sysconfig/docker-storage -p wa -k docker",
    meaning: `${asksIfThere("/etc/sysconfig/docker-storage")} A pass means that changes to the storage options of Red Hat's old \`docker\` package are recorded. The check was part of v1.0 only, and no current package reads the file.`,
    why: "`DOCKER_STORAGE_OPTIONS` in this file chooses the storage driver and the device behind it. After an edit the daemon comes up on another store: all images and containers seem gone, or prepared ones stand in their place. Without a record a mistake and an attack look the same.",
    sideEffects:
      "The tool `docker-storage-setup` rewrites the file at boot and leaves a record each time. Where `systemctl cat docker.service` does not name the file, delete it.",
    nist: [],
    attack: [],
  }),
} satisfies Readonly<Record<string, Guidance>>;
