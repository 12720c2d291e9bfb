import type { FixStep, Guidance } from "../../guidance";

/** A file, directory or socket whose owner or mode a control checks. */
interface Place {
  /** As it stands in a command: a real path, or `<path>` where the first step finds it. */
  readonly path: string;
  /** Finds the path, or tells whether the file is read at all. */
  readonly find?: FixStep;
}

/** What each control says for itself. */
interface Words extends Pick<Guidance, "meaning" | "why" | "sideEffects"> {
  /** Steps after the change itself. */
  readonly after?: readonly FixStep[];
  readonly nist?: Guidance["nist"];
  readonly attack?: Guidance["attack"];
}

const guide = ({ find }: Place, change: FixStep, verify: Guidance["verify"], words: Words): Guidance => {
  const steps: [FixStep, ...FixStep[]] = find === undefined ? [change] : [find, change];
  return {
    meaning: words.meaning,
    why: words.why,
    fix: [...steps, ...(words.after ?? [])],
    verify,
    sideEffects: words.sideEffects,
    effort: "minutes",
    nist: words.nist ?? [],
    attack: words.attack ?? [],
  };
};

const ownership = (place: Place, owner: string, words: Words): Guidance =>
  guide(
    place,
    { place: "shell", text: `Set user and group to \`${owner}\`.`, code: `sudo chown ${owner} ${place.path}` },
    [{ text: `Prints \`${owner}\`.`, code: `sudo stat -c %U:%G ${place.path}` }],
    words,
  );

const permissions = (place: Place, mode: string, words: Words): Guidance => {
  const excess = (0o777 - Number.parseInt(mode, 8)).toString(8).padStart(3, "0");
  return guide(
    place,
    { place: "shell", text: `Set the mode to ${mode}.`, code: `sudo chmod ${mode} ${place.path}` },
    [
      { text: `Prints ${mode}, or a stricter mode.`, code: `sudo stat -c %a ${place.path}` },
      {
        text: `Prints nothing: no permission is given that ${mode} does not give.`,
        code: `sudo find ${place.path} -maxdepth 0 -perm /${excess}`,
      },
    ],
    words,
  );
};

/** The tool's comparison of modes has a gap that readers of a PASS have to know. */
const comparesNumbers = (passing: string) =>
  `The tool compares modes as numbers, so ${passing} passes as well although everybody may write; the \`find\` command below is exact.`;

const unit = (name: string): Place => ({
  path: "<path>",
  find: {
    place: "shell",
    text: "Find the unit, and the drop-ins that change it.",
    code: `systemctl show -p FragmentPath -p DropInPaths ${name}`,
  },
});

const tlsFile = (option: string): Place => ({
  path: "<path>",
  find: {
    place: "shell",
    text: "Find the file. The first command looks in the configuration, the second on the daemon's start line.",
    code: `sudo grep '"${option}"' /etc/docker/daemon.json\nps -ww -o args= -C dockerd | grep -o -e '--${option}[= ][^ ]*'`,
  },
});

/** A file of settings that only some distributions' units read. */
const environmentFile = (path: string, service = "docker.service"): Place => ({
  path,
  find: {
    place: "shell",
    text: "See whether the unit reads the file. Where neither a unit nor an init script does, the file has no effect and can go.",
    code: `systemctl show -p EnvironmentFiles ${service}`,
  },
});

const dockerService = unit("docker.service");
const dockerSocketUnit = unit("docker.socket");
const registryService = unit("docker-registry.service");
const caCert = tlsFile("tlscacert");
const serverCert = tlsFile("tlscert");
const serverKey = tlsFile("tlskey");
const daemonJson: Place = { path: "/etc/docker/daemon.json" };
const etcDocker: Place = { path: "/etc/docker" };
const dockerSock: Place = { path: "/var/run/docker.sock" };
const containerdSock: Place = { path: "/run/containerd/containerd.sock" };
const defaultDocker = environmentFile("/etc/default/docker");
const sysconfigDocker = environmentFile("/etc/sysconfig/docker");
const networkEnv = environmentFile("/etc/sysconfig/docker-network");
const storageEnv = environmentFile("/etc/sysconfig/docker-storage");
const registryEnv = environmentFile("/etc/sysconfig/docker-registry", "docker-registry.service");

const comparePackage: FixStep = {
  place: "shell",
  text: "Whoever could write here may have done so. Compare with the package: the first line is for Debian and Ubuntu, the second for Fedora and RHEL; the packages of the distributions have other names.",
  code: "dpkg --verify docker-ce\nrpm --verify docker-ce",
};

const readAgain = (path: string): FixStep => ({
  place: "shell",
  text: "Whoever could write here may have done so. Read the file and compare it with what you expect.",
  code: `sudo cat ${path}`,
});

const socketDropIn: FixStep = {
  place: "systemd",
  text: "The socket is made anew at every start, so make it last. Put this into `/etc/systemd/system/docker.socket.d/access.conf`.",
  code: "[Socket]\nSocketUser=root\nSocketGroup=docker\nSocketMode=0660",
};

const restartSocket: FixStep = {
  place: "shell",
  text: "Start socket and daemon again. On a host without a socket unit the daemon itself makes the socket with mode 660, for the group named as `group` in `daemon.json`.",
  code: "sudo systemctl daemon-reload\nsudo systemctl stop docker.service docker.socket\nsudo systemctl start docker.service",
};

const containerdConfig: FixStep = {
  place: "configuration",
  text: "At every start containerd makes the socket anew, with mode 660 and the owner named here. Set it in `/etc/containerd/config.toml`.",
  code: "[grpc]\n  uid = 0\n  gid = 0",
};

const newServerKey: FixStep = {
  place: "shell",
  text: "If somebody else could read the key, make a new one and have it certified by your authority; a mode takes no copy back. Restart the daemon with the new pair.",
  code: "openssl genrsa -out server-key.pem 4096\nopenssl req -new -sha256 -key server-key.pem -subj '/CN=<host>' -out server.csr",
};

const unitsFromPackage =
  "None for the service: systemd reads the unit as root, and nothing has to be restarted. A later package update puts the shipped file back, with the right owner and mode.";
const nothingToRestart = "None for the service: the daemon reads the file as root, and nothing has to be restarted.";
const toolsThatWrite = `${nothingToRestart} A tool that writes the file under another account has to do so by \`sudo\` from now on.`;
const retired =
  "None for the service, and nothing has to be restarted. Remove the file with its package if the registry it belonged to is no longer used.";

/** Guidance for the checks on owner and mode of the daemon's files, keys and sockets (section 3). */
export const daemonFileGuidance = {
  "docker-service-ownership": ownership(dockerService, "root:root", {
    meaning:
      "Looks at the owner of the systemd unit that starts the Docker daemon. A pass means that user and group are root. Drop-ins in `docker.service.d`, which change the unit just as well, are not looked at. INFO says that the host has no such unit.",
    why: "The unit names the program that systemd starts as root. An account that owns it adds an `ExecStartPre=` line and is root when the service starts next, at the latest after a reboot. It may also take `tlsverify` or an authorization plugin off the start line, and nobody sees a change until somebody reads it.",
    after: [
      {
        place: "shell",
        text: "Do the same for the drop-ins that the first command listed.",
        code: "sudo chown -R root:root /etc/systemd/system/docker.service.d",
      },
      comparePackage,
    ],
    sideEffects: unitsFromPackage,
  }),
  "docker-service-permissions": permissions(dockerService, "644", {
    meaning: `Looks at the mode of the systemd unit that starts the Docker daemon. A pass means 644 or less: only root writes. Drop-ins in \`docker.service.d\` are not looked at. ${comparesNumbers("622")}`,
    why: "With write permission for a group or for all, any local account slips an option into the start line, for instance `-H tcp://0.0.0.0:2375`, which opens the daemon to the network without a password. Or it names a program of its own, which systemd then starts as root.",
    after: [
      {
        place: "shell",
        text: "Do the same for drop-ins, where most people put their changes.",
        code: "sudo find /etc/systemd/system/docker.service.d -type f -exec chmod 644 {} +",
      },
      comparePackage,
    ],
    sideEffects: unitsFromPackage,
  }),
  "docker-socket-unit-ownership": ownership(dockerSocketUnit, "root:root", {
    meaning:
      "Looks at the owner of the unit `docker.socket`, by which systemd opens the API's socket for the daemon. A pass means that user and group are root. It is about the unit's file; the socket is a control of its own. INFO says that the daemon is started without a socket unit.",
    why: "The unit says where the API listens and who may use it. Its owner sets `SocketGroup=` to a group he belongs to, or adds a `ListenStream=` with a network port, and from the next start on commands a daemon that is root.",
    after: [comparePackage],
    sideEffects: unitsFromPackage,
  }),
  "docker-socket-unit-permissions": permissions(dockerSocketUnit, "644", {
    meaning: `Looks at the mode of the unit \`docker.socket\`, by which systemd opens the API's socket for the daemon. A pass means 644 or less: only root writes. ${comparesNumbers("622")}`,
    why: "One line is enough: `SocketMode=0666` in this file makes every local account an administrator of Docker, and so root, when the socket is opened next. A service account that was taken over needs no flaw for that, only write permission here.",
    after: [comparePackage],
    sideEffects: unitsFromPackage,
  }),
  "etc-docker-dir-ownership": ownership(etcDocker, "root:root", {
    meaning:
      "Looks at the owner of the directory `/etc/docker`. A pass means that user and group are root. The files inside are not looked at here. INFO says that the directory does not exist.",
    why: "Whoever owns a directory may rename and replace what lies in it, whatever the files' own modes are. He puts a `daemon.json` of his own in place, with a `runtimes` entry that names his program, and the daemon runs it as root for the next container that asks for it. On a host without that file he need not even replace one.",
    after: [
      {
        place: "shell",
        text: "Look for files that another account left inside.",
        code: "sudo find /etc/docker ! -user root -ls",
      },
    ],
    sideEffects:
      "None for the service: the daemon reads the directory as root, and nothing has to be restarted. A tool that puts files there under another account has to do so by `sudo` from now on.",
  }),
  "etc-docker-dir-permissions": permissions(etcDocker, "755", {
    meaning: `Looks at the mode of the directory \`/etc/docker\`. A pass means 755 or less: only root creates and removes files there. ${comparesNumbers("733")}`,
    why: "Write permission on the directory is permission to exchange everything in it, locked files included. A local account adds an authority of its own below `certs.d`, and the daemon then accepts a false registry. Or it lays down a `daemon.json` that the next restart obeys.",
    after: [
      {
        place: "shell",
        text: "Look for files and directories inside that others may write.",
        code: "sudo find /etc/docker -perm /022 ! -type l -ls",
      },
    ],
    sideEffects:
      "None with 755. With 700, tools that plain users run and that read `certs.d`, such as podman and skopeo, no longer find the registries' authorities there.",
  }),
  "registry-cert-ownership": {
    meaning:
      "Looks at the owner of every file below `/etc/docker/certs.d` whose name ends in `.crt`: the authorities that the daemon trusts for one registry each. A pass means that the user is root; the group is not looked at, and neither are client certificates (`.cert`) and their keys (`.key`). INFO says that the directory does not exist.",
    why: "The owner of such a file exchanges the authority. Then a machine of his passes for the company's registry as soon as he answers for its name, and what he hands out runs as a container on this host. All of this happens over TLS that looks in order.",
    fix: [
      {
        place: "shell",
        text: "Set user and group of everything there, keys included.",
        code: "sudo chown -R root:root /etc/docker/certs.d",
      },
      {
        place: "shell",
        text: "Whoever could write there may have done so. Compare each authority with the one you meant to trust.",
        code: "sudo openssl x509 -noout -subject -enddate -fingerprint -sha256 -in /etc/docker/certs.d/<registry>/ca.crt",
      },
    ],
    verify: [
      {
        text: "Prints nothing: all of it belongs to root.",
        code: "sudo find /etc/docker/certs.d \\( ! -user root -o ! -group root \\)",
      },
    ],
    sideEffects: toolsThatWrite,
    effort: "minutes",
    nist: ["4.2.1"],
    attack: [],
  },
  "registry-cert-permissions": {
    meaning: `Looks at the mode of every file below \`/etc/docker/certs.d\` whose name ends in \`.crt\`. A pass means 444 or less. Client keys (\`.key\`) in the same place, which deserve more care, are not looked at. ${comparesNumbers("422")}`,
    why: "An authority appended to `ca.crt` is trusted from the next pull on, without a restart and without a trace in the daemon's settings. A broken file is trouble of another kind: every pull from that registry ends in a TLS error, and a crashed service does not come back on a fresh host.",
    fix: [
      {
        place: "shell",
        text: "Set 444 on certificates and 400 on the keys of clients.",
        code: "sudo find /etc/docker/certs.d -type f \\( -name '*.crt' -o -name '*.cert' \\) -exec chmod 444 {} +\nsudo find /etc/docker/certs.d -type f -name '*.key' -exec chmod 400 {} +",
      },
      {
        place: "shell",
        text: "Keep the directories closed to writers as well, for they decide who may exchange the files.",
        code: "sudo find /etc/docker/certs.d -type d -exec chmod 755 {} +",
      },
    ],
    verify: [
      {
        text: "Prints nothing: no certificate is writable.",
        code: "sudo find /etc/docker/certs.d -type f -name '*.c*rt' -perm /333",
      },
      { text: "Prints nothing: only root reads the keys.", code: "sudo find /etc/docker/certs.d -type f -name '*.key' -perm /377" },
    ],
    sideEffects:
      "None for the daemon, which reads the files as root. Plain users who use the same client keys with podman or skopeo need copies of their own.",
    effort: "minutes",
    nist: ["4.2.1"],
    attack: [],
  },
  "tls-ca-cert-ownership": ownership(caCert, "root:root", {
    meaning:
      "Looks at the owner of the file given as `tlscacert`: the authority whose client certificates the daemon accepts over TCP. A pass means that user and group are root. INFO says that the daemon names no such file; a default below `/root/.docker` is not looked at.",
    why: "This file is the list of those who may command the daemon. Its owner appends an authority of his own, issues himself a client certificate, and after the next restart starts privileged containers over the network. The daemon's log shows a valid client.",
    after: [
      {
        place: "shell",
        text: "See that it holds the authority you expect, and count how many it holds.",
        code: "sudo openssl x509 -noout -subject -fingerprint -sha256 -in <path>\nsudo grep -c 'BEGIN CERTIFICATE' <path>",
      },
    ],
    sideEffects: toolsThatWrite,
  }),
  "tls-ca-cert-permissions": permissions(caCert, "444", {
    meaning: `Looks at the mode of the file given as \`tlscacert\`: the authority whose client certificates the daemon accepts over TCP. A pass means 444 or less. ${comparesNumbers("422")}`,
    why: "A certificate is public, so reading it harms nobody; writing it does. Who appends an authority here admits clients that nobody ever approved. Who empties the file locks all rightful clients out, or keeps the daemon from starting.",
    after: [readAgain("<path>")],
    sideEffects: toolsThatWrite,
  }),
  "server-cert-ownership": ownership(serverCert, "root:root", {
    meaning:
      "Looks at the owner of the file given as `tlscert`: the certificate by which clients know the daemon. A pass means that user and group are root. INFO says that the daemon names no such file; a default below `/root/.docker` is not looked at.",
    why: "The certificate is public and worth nothing without its key. Its owner can still put another one in its place. If that does not fit the key, the daemon does not come up after its next restart, and with it no container that waits for it.",
    sideEffects: toolsThatWrite,
  }),
  "server-cert-permissions": permissions(serverCert, "444", {
    meaning: `Looks at the mode of the file given as \`tlscert\`: the certificate by which clients know the daemon. A pass means 444 or less. ${comparesNumbers("422")}`,
    why: "A file that others may write is overwritten by a script gone wrong as easily as by an intruder. Clients that verify the server refuse it from the next restart on, and people who cannot reach their host are tempted to switch the verification off.",
    sideEffects: toolsThatWrite,
  }),
  "server-cert-key-ownership": ownership(serverKey, "root:root", {
    meaning:
      "Looks at the owner of the file given as `tlskey`: the private key of the daemon's certificate. A pass means that user and group are root. INFO says that the daemon names no such file; a default below `/root/.docker` is not looked at.",
    why: "The owner of a file can always give himself the right to read it, so a strict mode is no help here. With the key he runs a server elsewhere that clients cannot tell from this daemon, and receives what they send: registry logins, and the secrets that containers get at their start.",
    after: [newServerKey],
    sideEffects: `${nothingToRestart} With a new key and certificate the daemon has to be restarted, which stops all containers unless live restore is on.`,
    attack: ["T1552"],
  }),
  "server-cert-key-permissions": permissions(serverKey, "400", {
    meaning:
      "Looks at the mode of the file given as `tlskey`: the private key of the daemon's certificate. A pass means exactly 400, so that root alone reads it. A mode of 600 fails as well, although it shows the key to nobody else.",
    why: "An intruder in any account that reads the key, of a backup job or of a web server, copies it and stands between administrators and the daemon. Their clients see the right certificate and send the impostor what they meant for the host.",
    after: [newServerKey],
    sideEffects: `${nothingToRestart} A renewal that runs under another account can no longer write the key; let it run as root. With a new key and certificate the daemon has to be restarted.`,
    attack: ["T1552"],
  }),
  "docker-sock-ownership": ownership(dockerSock, "root:docker", {
    meaning:
      "Looks at the owner of `/var/run/docker.sock`, the socket of the Docker API. A pass means user root and group docker. A tool that runs in a container without the host's list of groups cannot resolve the name and warns about a right owner; the command below, on the host, decides.",
    why: "Whoever may write to the socket is root on the host: one request mounts the disk into a container. The file's group is the list of these people. Any other group, such as `users` or the one of a web server, adds accounts to it that nobody counts as administrators.",
    after: [
      socketDropIn,
      restartSocket,
      {
        place: "shell",
        text: "Then see who the members of the group are, and take out who need not be in it.",
        code: "getent group docker",
      },
    ],
    sideEffects:
      "People and jobs that came in by the former group lose their access. Stopping the daemon for the lasting change stops all containers unless live restore is on; the first command alone stops nothing.",
    nist: ["4.5.4"],
    attack: ["T1610"],
  }),
  "docker-sock-permissions": permissions(dockerSock, "660", {
    meaning: `Looks at the mode of \`/var/run/docker.sock\`, the socket of the Docker API. A pass means 660 or less: root and the group may use it, others may not. ${comparesNumbers("646")}`,
    why: "With mode 666, often set to get rid of a `permission denied`, every process of the host commands the daemon. A web server just broken into reads the environment of all containers with `docker inspect` and starts one with the host's disk mounted, which is root.",
    after: [socketDropIn, restartSocket],
    sideEffects:
      "Processes outside of the group get `permission denied`; put those that have a reason into the group docker and know that this makes them root. Look also for a start script or a cron job that runs `chmod 666` again.",
    nist: ["4.5.4"],
    attack: ["T1610", "T1613"],
  }),
  "daemon-json-ownership": ownership(daemonJson, "root:root", {
    meaning:
      "Looks at the owner of `/etc/docker/daemon.json`. A pass means that user and group are root. A file in another place, given by `--config-file` or kept by the snap package, is not looked at. INFO says that there is none at the usual path.",
    why: "The owner can change the mode and then the settings, for good. A `runtimes` entry names a program that the daemon runs as root; an entry in `insecure-registries` lets images in that nobody verified. At the next restart or reload they hold.",
    after: [readAgain("/etc/docker/daemon.json")],
    sideEffects: toolsThatWrite,
    attack: ["T1562.001"],
  }),
  "daemon-json-permissions": permissions(daemonJson, "644", {
    meaning: `Looks at the mode of \`/etc/docker/daemon.json\`. A pass means 644 or less: only root writes. ${comparesNumbers("622")}`,
    why: "Here user namespaces, TLS, logging and authorization are switched on, so here they are switched off. A local account that may write adds a TCP listener under `hosts` and waits for the restart, or sends the output of all containers to a collector of its own.",
    after: [readAgain("/etc/docker/daemon.json")],
    sideEffects: `${toolsThatWrite} With 600, plain users no longer see the settings, which is an advantage if \`log-opts\` hold a token.`,
    attack: ["T1562.001"],
  }),
  "default-docker-ownership": ownership(defaultDocker, "root:root", {
    meaning:
      "Looks at the owner of `/etc/default/docker`, where Debian and Ubuntu keep start options. A pass means that user and group are root. Docker's own systemd unit does not read the file; init scripts and the unit of some distribution packages do.",
    why: "An init script reads the file as shell code, so that every line in it is a command that root runs at the start. Where a unit takes `DOCKER_OPTS` from it, the owner sets the daemon's flags, a TCP listener among them. On hosts that do not read it, it only misleads people.",
    after: [readAgain("/etc/default/docker")],
    sideEffects: toolsThatWrite,
  }),
  "default-docker-permissions": permissions(defaultDocker, "644", {
    meaning: `Looks at the mode of \`/etc/default/docker\`, where Debian and Ubuntu keep start options. A pass means 644 or less: only root writes. ${comparesNumbers("622")}`,
    why: "Where the file is read, a line that anybody may add is enough: a proxy that all pulls then go through, or `--insecure-registry` in `DOCKER_OPTS`. An init script even runs any command put there, as root, at the next start.",
    after: [readAgain("/etc/default/docker")],
    sideEffects: `${toolsThatWrite} If a proxy address with a password stands in the file, use 600.`,
  }),
  "sysconfig-docker-ownership": ownership(sysconfigDocker, "root:root", {
    meaning:
      "Looks at the owner of `/etc/sysconfig/docker`, from which the units of Amazon Linux, SUSE and the former packages of RHEL and CentOS take start options. A pass means that user and group are root. Docker's own packages do not have the file, and then the tool prints INFO.",
    why: "What stands under `OPTIONS` or `DOCKER_OPTS` ends up on the start line of a root process. The owner turns SELinux support off or opens a port there. He can also set `LD_PRELOAD`, as the file fills the daemon's environment, and has code of his loaded into it.",
    after: [readAgain("/etc/sysconfig/docker")],
    sideEffects: toolsThatWrite,
  }),
  "sysconfig-docker-permissions": permissions(sysconfigDocker, "644", {
    meaning: `Looks at the mode of \`/etc/sysconfig/docker\`, from which the units of Amazon Linux, SUSE and the former packages of RHEL and CentOS take start options. A pass means 644 or less: only root writes. ${comparesNumbers("622")}`,
    why: "A local account that may write adds `-H tcp://0.0.0.0:2375` to the options and waits. After the next restart it commands the daemon over that port, and people who look at the unit find nothing changed in it.",
    after: [readAgain("/etc/sysconfig/docker")],
    sideEffects: toolsThatWrite,
  }),
  "docker-network-env-ownership": ownership(networkEnv, "root:root", {
    meaning:
      "Only in v1.0: looks at the owner of `/etc/sysconfig/docker-network`, from which the former packages of RHEL and CentOS took network options. A pass means that user and group are root. INFO says that there is no such file, as on any host with Docker's own packages.",
    why: "The owner sets `DOCKER_NETWORK_OPTIONS`. With `--icc=true` containers that were kept apart reach each other, and with `--iptables=false` the rules between their networks are gone after the next start. Both look like an ordinary setting.",
    after: [readAgain("/etc/sysconfig/docker-network")],
    sideEffects: toolsThatWrite,
  }),
  "docker-network-env-permissions": permissions(networkEnv, "644", {
    meaning:
      "Only in v1.0: looks at the mode of `/etc/sysconfig/docker-network`, from which the former packages of RHEL and CentOS took network options. A pass means exactly 644, so the tool warns about a stricter mode as well.",
    why: "A local account that may write gives all containers a name server of its own with `--dns`, and from then on decides which machine they reach under a name. A wrong bridge name, put there by mistake, keeps the daemon from starting at all.",
    after: [readAgain("/etc/sysconfig/docker-network")],
    sideEffects: toolsThatWrite,
  }),
  "docker-registry-env-ownership": ownership(registryEnv, "root:root", {
    meaning:
      "Only in v1.0: looks at the owner of `/etc/sysconfig/docker-registry`, the settings of the first, long abandoned registry server as RHEL and CentOS packaged it. A pass means that user and group are root. INFO says that there is no such file.",
    why: "Its owner points the registry to another storage directory, filled with images he prepared. Every host that pulls by tag from this registry then runs them. The registry's address and certificate stay what they were, so no client notices.",
    after: [readAgain("/etc/sysconfig/docker-registry")],
    sideEffects: retired,
    attack: ["T1525"],
  }),
  "docker-registry-env-permissions": permissions(registryEnv, "644", {
    meaning:
      "Only in v1.0: looks at the mode of `/etc/sysconfig/docker-registry`, the settings of the first, long abandoned registry server as RHEL and CentOS packaged it. A pass means exactly 644, so the tool warns about 600 as well, which is the better mode if the file holds keys of a storage service.",
    why: "The settings may hold the access keys of the storage behind the registry. Whoever reads them fetches all images, and whoever can write the storage with them replaces what a tag stands for. With write permission on the file itself, another storage is one line away.",
    after: [readAgain("/etc/sysconfig/docker-registry")],
    sideEffects: retired,
    attack: ["T1525", "T1552"],
  }),
  "docker-registry-service-ownership": ownership(registryService, "root:root", {
    meaning:
      "Only in v1.0: looks at the owner of the unit `docker-registry.service`, which started the first, long abandoned registry server. A pass means that user and group are root. INFO says that the host has no such unit.",
    why: "The unit names a program and the user it runs as. Its owner takes the line `User=` out and has a command of his started as root, or starts another server in the registry's place that hands out altered images under a trusted address.",
    after: [
      {
        place: "shell",
        text: "If no registry is meant to run here, switch the unit off.",
        code: "sudo systemctl disable --now docker-registry.service",
      },
    ],
    sideEffects: retired,
  }),
  "docker-registry-service-permissions": permissions(registryService, "644", {
    meaning:
      "Only in v1.0: looks at the mode of the unit `docker-registry.service`, which started the first, long abandoned registry server. A pass means exactly 644, so the tool warns about a stricter mode as well. INFO says that the host has no such unit.",
    why: "Any account that may write the unit becomes root without a flaw in the registry: systemd starts what the file says. A smaller change does harm enough, such as a start line without TLS, over which logins then travel in clear.",
    after: [
      {
        place: "shell",
        text: "If no registry is meant to run here, switch the unit off.",
        code: "sudo systemctl disable --now docker-registry.service",
      },
    ],
    sideEffects: retired,
  }),
  "docker-storage-env-ownership": ownership(storageEnv, "root:root", {
    meaning:
      "Only in v1.0: looks at the owner of `/etc/sysconfig/docker-storage`, from which the units of Amazon Linux and the former packages of RHEL and CentOS take storage options. A pass means that user and group are root. INFO says that there is no such file.",
    why: "The owner sets `DOCKER_STORAGE_OPTIONS`. Another storage driver in it makes all images and containers vanish from view at the next start. Another device lays the daemon's data where he can read and change it.",
    after: [readAgain("/etc/sysconfig/docker-storage")],
    sideEffects: `${toolsThatWrite} On old hosts \`docker-storage-setup\` writes the file, as root.`,
  }),
  "docker-storage-env-permissions": permissions(storageEnv, "644", {
    meaning:
      "Only in v1.0: looks at the mode of `/etc/sysconfig/docker-storage`, from which the units of Amazon Linux and the former packages of RHEL and CentOS take storage options. A pass means exactly 644, so the tool warns about a stricter mode as well.",
    why: "Who may write here can point the daemon to a thin pool that does not exist, and it does not start, or to one that is too small, and containers fail when it is full. Redirected to a device he controls, image layers can be altered before they are used.",
    after: [readAgain("/etc/sysconfig/docker-storage")],
    sideEffects: `${toolsThatWrite} On old hosts \`docker-storage-setup\` writes the file, as root.`,
  }),
  "containerd-sock-ownership": ownership(containerdSock, "root:root", {
    meaning:
      "Looks at the owner of `/run/containerd/containerd.sock`, the socket of the runtime below Docker. A pass means that user and group are root. Sockets in other places, such as the one of k3s, are not looked at. INFO says that there is none at this path.",
    why: "Below Docker neither its authorization plugins nor its defaults hold. The owner of containerd's socket starts a privileged container with `ctr`, or enters one that runs, and `docker ps` never shows what he started, because it lives in a namespace of its own.",
    after: [
      containerdConfig,
      {
        place: "shell",
        text: "Restart containerd. Containers go on running; an older `docker.service` restarts along with it.",
        code: "sudo systemctl restart containerd",
      },
    ],
    sideEffects:
      "People who used `ctr` or `nerdctl` through a group need `sudo` from now on. Where Docker restarts along, its containers stop unless live restore is on; `systemctl show -p BindsTo docker.service` tells.",
    nist: ["4.5.4"],
    attack: ["T1609", "T1610"],
  }),
  "containerd-sock-permissions": permissions(containerdSock, "660", {
    meaning: `Looks at the mode of \`/run/containerd/containerd.sock\`, the socket of the runtime below Docker. A pass means 660 or less: others than root and the group may not use it. ${comparesNumbers("646")}`,
    why: "A closed `docker.sock` is worth little next to an open containerd socket. Any local account that finds `ctr` runs `ctr run` with the host's disk mounted and is root. The container it started appears in none of Docker's lists, events or logs.",
    after: [
      {
        place: "shell",
        text: "At every start containerd makes the socket with 660, so something opens it afterwards. Look for it.",
        code: "sudo grep -rns containerd.sock /etc/systemd/system /etc/cron* /etc/rc.local /etc/tmpfiles.d",
      },
    ],
    sideEffects:
      "Monitoring agents that run as a plain user lose the socket. Give them metrics by the `[metrics]` address in `/etc/containerd/config.toml`, or the group of the socket if they are trusted as root.",
    nist: ["4.5.4"],
    attack: ["T1609", "T1610"],
  }),
} satisfies Readonly<Record<string, Guidance>>;
