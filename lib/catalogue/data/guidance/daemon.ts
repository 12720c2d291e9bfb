import type { FixStep, Guidance } from "../../guidance";

const validate = "sudo dockerd --validate --config-file /etc/docker/daemon.json";

/** For keys that the daemon reads at its start only. */
const restart: FixStep = {
  place: "shell",
  text: "Check the file, then restart the daemon. `--validate` exists since engine 23.0.",
  code: `${validate}\nsudo systemctl restart docker`,
};

/** For keys that the daemon reads anew on SIGHUP, which spares the containers. */
const reload: FixStep = {
  place: "shell",
  text: "Check the file, then let the daemon read it again. This key needs no restart.",
  code: `${validate}\nsudo systemctl reload docker`,
};

/** Guidance for the checks on the running daemon's configuration (section 2, and the registry check that later became C.2). */
export const daemonGuidance = {
  "daemon-rootless": {
    meaning:
      "A reminder without a test: the tool prints a note on every host, whatever runs there. The control is met when `dockerd` runs under an account of its own inside a user namespace, which Docker calls rootless mode. It left its experimental state with engine 20.10.",
    why: "The usual daemon is root, so every flaw in it and in what it starts is worth root on the host. Whoever can send it a request mounts the host's disk into a container and writes there. A rootless daemon can give away no more than the rights of its account.",
    fix: [
      {
        place: "shell",
        text: "Install what rootless mode needs. The first line is for Debian and Ubuntu, the second for Fedora and RHEL; both use the packages of Docker's own repository.",
        code: "sudo apt-get install -y uidmap dbus-user-session systemd-container docker-ce-rootless-extras\nsudo dnf install -y shadow-utils systemd-container docker-ce-rootless-extras",
      },
      {
        place: "shell",
        text: "Make an account for it that keeps running without a login, and see that it has 65536 subordinate ids in both files.",
        code: "sudo useradd --create-home --shell /bin/bash <account>\nsudo loginctl enable-linger <account>\ngrep '^<account>:' /etc/subuid /etc/subgid",
      },
      {
        place: "shell",
        text: "Stop the daemon of root once its data is moved or no longer needed.",
        code: "sudo systemctl disable --now docker.service docker.socket",
      },
      {
        place: "shell",
        text: "Open a real session of the account, which `su` does not, and install the daemon there.",
        code: "sudo machinectl shell <account>@\ndockerd-rootless-setuptool.sh install\nsystemctl --user enable --now docker",
      },
    ],
    verify: [
      {
        text: "Prints the account for every `dockerd` and never `root`.",
        code: "ps -o user= -C dockerd",
      },
      {
        text: "Run as the account, the list contains `name=rootless`.",
        code: "docker --host unix:///run/user/$(id -u)/docker.sock info --format '{{ .SecurityOptions }}'",
      },
    ],
    sideEffects:
      "Images, containers and volumes of the old daemon are not taken along. Ports below 1024, AppArmor and overlay networks are not available as before, limits on CPU and memory need cgroup v2 with systemd, and services may see another source address than the client's. Where this rules out a workload, user namespaces (`userns-remap`) are the smaller step.",
    effort: "days",
    nist: ["4.4.3"],
    attack: ["T1068", "T1611"],
  },
  "default-bridge-traffic": {
    meaning:
      "Looks at the option `com.docker.network.bridge.enable_icc` of the network called `bridge`, which containers join when they name no other. A pass means that containers there cannot open connections to each other. Networks that people make themselves are not looked at.",
    why: "Everything that is started without a network ends up on one flat segment. Whoever takes over one container there reaches the unpublished ports of all the others: databases without a password, admin pages, caches. Nothing of that traffic passes a firewall rule that an operator wrote.",
    fix: [
      {
        place: "daemon.json",
        text: "Switch the traffic off in `/etc/docker/daemon.json`; keep what is there already.",
        code: '{\n  "icc": false\n}',
      },
      {
        place: "shell",
        text: "Check the file, then restart the daemon. The option is taken when the network is made, so the restart is needed.",
        code: "sudo dockerd --validate --config-file /etc/docker/daemon.json\nsudo systemctl restart docker",
      },
      {
        place: "Compose",
        text: "Give containers that must talk a network of their own. Compose makes one per project; name more to separate tiers.",
        code: "services:\n  web:\n    networks: [front, back]\n  db:\n    networks: [back]\nnetworks:\n  front:\n  back:\n    internal: true",
      },
    ],
    verify: [
      {
        text: "Prints `false`.",
        code: "docker network inspect bridge --format '{{ index .Options \"com.docker.network.bridge.enable_icc\" }}'",
      },
    ],
    sideEffects:
      "Containers on the default bridge that found each other by address lose that connection; `--link` still opens the linked ports. List them first with `docker network inspect bridge`. Restarting the daemon stops all containers unless live restore is on.",
    effort: "hours",
    nist: ["4.3.3", "4.4.2"],
    attack: ["T1613"],
  },
  "log-level": {
    meaning:
      'Looks for `log-level` in `daemon.json`. A pass means that the level is `info`, or that none is set there, because `info` is the default. Early releases looked for `--log-level` on the start line; newer ones stop at the file, so a level set by the flag goes unnoticed. It says nothing about `"debug": true`, which raises the level in spite of this key.',
    why: "At `warn` and above the daemon's log loses its record of ordinary operations, and after an incident nobody can tell which image was pulled or which container was stopped when. At `debug` the daemon writes the bodies of API requests, and with them the environment variables of containers, into a log that many people and systems read.",
    fix: [
      {
        place: "shell",
        text: "Look where the level comes from. Take `--log-level`, `-l` and `--debug` off the start line: the daemon does not start when flag and file both set the same option.",
        code: "systemctl cat docker.service | grep ExecStart\nsudo grep -E 'log-level|debug' /etc/docker/daemon.json",
      },
      {
        place: "daemon.json",
        text: "Set the level in `/etc/docker/daemon.json`, or leave both keys out.",
        code: '{\n  "log-level": "info",\n  "debug": false\n}',
      },
      restart,
    ],
    verify: [
      { text: "Prints `false`.", code: "docker info --format '{{ .Debug }}'" },
      {
        text: "Shows lines with `level=info`: the start of the daemon is recorded.",
        code: "sudo journalctl -u docker.service -b | grep level=info | tail -n 3",
      },
    ],
    sideEffects:
      "Busy hosts write more at `info` than at `warn`; look at the size limits of the journal. Restarting the daemon stops all containers unless live restore is on.",
    effort: "minutes",
    nist: [],
    attack: [],
  },
  iptables: {
    meaning:
      'Looks for `--iptables=false` on the start line and for `"iptables": false` in `daemon.json`. A pass means that Docker writes the packet filter rules for its networks itself, which is the default. It does not judge rules that an operator added.',
    why: "Without these rules nothing keeps bridge networks apart, traffic leaves without address translation, and published ports work by accident or not at all. People then open the filter by hand to get a service going, mostly wider than they meant, and the rules do not follow when a container gets another address.",
    fix: [
      {
        place: "daemon.json",
        text: "Remove the key or set it to true, and take `--iptables=false` off the start line.",
        code: '{\n  "iptables": true\n}',
      },
      restart,
      {
        place: "shell",
        text: "Put rules of your own into the chain `DOCKER-USER`, which Docker leaves alone and which is passed before its rules. These two lines let only one range reach published ports from outside; there the destination is the container's port already. They last until the next boot, so make them permanent with the tools of your distribution.",
        code: "sudo iptables -I DOCKER-USER -i <external-interface> ! -s <trusted-range> -j DROP\nsudo iptables -I DOCKER-USER -m conntrack --ctstate RELATED,ESTABLISHED -j RETURN",
      },
    ],
    verify: [
      {
        text: "Prints a jump to `DOCKER-USER`: forwarded traffic passes Docker's chains. An engine from 29.0 on that was switched to nftables has no such chain.",
        code: "sudo iptables -S FORWARD | grep DOCKER-USER",
      },
    ],
    sideEffects:
      "Docker's rules come before those of ufw and firewalld zones, so a published port is open although the host's firewall seems closed: publish on `127.0.0.1` what only the host needs. Rules written by hand for containers may conflict; save them first with `iptables-save`. The restart stops all containers unless live restore is on.",
    effort: "hours",
    nist: ["4.3.3", "4.4.2"],
    attack: [],
  },
  "insecure-registries": {
    meaning:
      "Looks for `--insecure-registry` on the start line and for a list that is not empty under `insecure-registries` in `daemon.json`. A pass means that the daemon takes images only from registries whose certificate it can verify. The addresses `127.0.0.0/8` and `::1` are always exempt and do not count.",
    why: "For a registry in that list the daemon accepts any certificate, and plain HTTP if the registry speaks nothing else. Whoever answers for its name, by forged ARP or DNS or from a machine in between, hands out an image of his own under the tag that was asked for, and it runs at the next deployment. The login for the registry is sent to him as well.",
    fix: [
      {
        place: "shell",
        text: "Give the registry a certificate. If it comes from an authority of your own, put that authority where the daemon looks for it; no restart is needed.",
        code: "sudo install -d -m 755 /etc/docker/certs.d/<registry>:<port>\nsudo install -m 444 <ca-file> /etc/docker/certs.d/<registry>:<port>/ca.crt",
      },
      {
        place: "daemon.json",
        text: "Empty the list, and take `--insecure-registry` off the start line.",
        code: '{\n  "insecure-registries": []\n}',
      },
      reload,
    ],
    verify: [
      {
        text: "Prints only `127.0.0.0/8`, and `::1/128` on newer engines.",
        code: "docker info --format '{{ json .RegistryConfig.InsecureRegistryCIDRs }}'",
      },
      {
        text: "Prints nothing: no registry is marked as insecure by name.",
        code: "docker info --format '{{ range $name, $index := .RegistryConfig.IndexConfigs }}{{ if not $index.Secure }}{{ $name }} {{ end }}{{ end }}'",
      },
      {
        text: "Answers 200 or 401: the certificate fits the authority.",
        code: "curl -sS -o /dev/null -w '%{http_code}\\n' --cacert /etc/docker/certs.d/<registry>:<port>/ca.crt https://<registry>:<port>/v2/",
      },
    ],
    sideEffects:
      "Pulls from a registry without a valid certificate fail from then on, so prepare the certificate first. Builders made with `docker buildx create` have settings of their own in `buildkitd.toml`, which neither this check nor this fix touches.",
    effort: "hours",
    nist: ["4.2.1"],
    attack: ["T1204.003"],
  },
  aufs: {
    meaning:
      "Reads the storage driver from `docker info`. A pass means that it is not `aufs`. Engine 24.0 removed the driver, so a failure also tells that the engine is older than that and gets no fixes.",
    why: "The aufs module was never part of the mainline kernel. Distributions have dropped it, so it runs unpatched or keeps the whole host on an old kernel. It is known for hangs and panics under load, and a panic takes all containers of the host down at once.",
    fix: [
      {
        place: "shell",
        text: "See what is in use. Named volumes survive the change of driver, images and the writable layers of containers do not; save images that no registry has.",
        code: "docker ps --all --size\ndocker save --output <file>.tar <image>:<tag>",
      },
      {
        place: "daemon.json",
        text: "Name the driver that fits current kernels. On XFS it needs a file system made with `ftype=1`, which `xfs_info /var/lib/docker` shows.",
        code: '{\n  "storage-driver": "overlay2"\n}',
      },
      {
        place: "shell",
        text: "Restart the daemon with the new driver, load the saved images and create the containers anew.",
        code: "sudo systemctl restart docker\ndocker load --input <file>.tar",
      },
      {
        place: "shell",
        text: "Free the space of the old driver when nothing is missed any more. Then upgrade the engine.",
        code: "sudo rm -r /var/lib/docker/aufs",
      },
    ],
    verify: [
      {
        text: "Prints `overlay2`, or `overlayfs` on an engine that keeps its images in containerd.",
        code: "docker info --format '{{ .Driver }}'",
      },
    ],
    sideEffects:
      "All containers stop and have to be created anew, and data that was written inside a container and not into a volume is gone. Plan an outage and copy such data out with `docker cp` first.",
    effort: "hours",
    nist: ["4.4.1"],
    attack: [],
  },
  "daemon-tls": {
    meaning:
      "Asks whether the daemon listens on TCP, and if so, whether it demands client certificates (`tlsverify`). INFO stands for a daemon without a TCP listener. Releases since May 2022 overlook a listener given on the start line. Where they find `jq`, some overlook one in `daemon.json` too, and some warn of one that is not there. So trust neither answer, and look with `ss` as below.",
    why: "A TCP port without client certificates takes orders from everyone who reaches it. One request starts a privileged container with the host's disk mounted, and the sender is root. Scanners try ports 2375 and 2376 all day, and coin miners are often there within hours. TLS without verification encrypts this and prevents none of it.",
    fix: [
      {
        place: "shell",
        text: "Best have no TCP listener: take `tcp://` out of `hosts` in `daemon.json` and off the start line, and reach the daemon over SSH.",
        code: "docker context create <name> --docker host=ssh://<user>@<host>\ndocker --context <name> ps",
      },
      {
        place: "shell",
        text: "If TCP has to stay, make an authority and a certificate for the server, on a machine other than this host.",
        code: "openssl genrsa -out ca-key.pem 4096\nopenssl req -new -x509 -sha256 -days 365 -key ca-key.pem -subj '/CN=<authority>' -out ca.pem\nopenssl genrsa -out server-key.pem 4096\nopenssl req -new -sha256 -key server-key.pem -subj '/CN=<host>' -out server.csr\nprintf 'subjectAltName=DNS:<host>,IP:<address>\\nextendedKeyUsage=serverAuth\\n' > server.ext\nopenssl x509 -req -sha256 -days 365 -in server.csr -CA ca.pem -CAkey ca-key.pem -CAcreateserial -extfile server.ext -out server-cert.pem",
      },
      {
        place: "shell",
        text: "Make one certificate per client. Each of them is worth root on the host.",
        code: "openssl genrsa -out key.pem 4096\nopenssl req -new -sha256 -key key.pem -subj '/CN=<client>' -out client.csr\nprintf 'extendedKeyUsage=clientAuth\\n' > client.ext\nopenssl x509 -req -sha256 -days 365 -in client.csr -CA ca.pem -CAkey ca-key.pem -CAcreateserial -extfile client.ext -out cert.pem",
      },
      {
        place: "shell",
        text: "Put what the server needs in its place on the host. The authority's key does not belong there.",
        code: "sudo install -d -m 755 /etc/docker/tls\nsudo install -m 444 ca.pem server-cert.pem /etc/docker/tls/\nsudo install -m 400 server-key.pem /etc/docker/tls/",
      },
      {
        place: "daemon.json",
        text: "Demand client certificates, and listen on an internal address only.",
        code: '{\n  "hosts": ["fd://", "tcp://<address>:2376"],\n  "tlsverify": true,\n  "tlscacert": "/etc/docker/tls/ca.pem",\n  "tlscert": "/etc/docker/tls/server-cert.pem",\n  "tlskey": "/etc/docker/tls/server-key.pem"\n}',
      },
      {
        place: "systemd",
        text: "The packaged unit passes `-H fd://`, and the daemon does not start when flag and file both set the listeners. Put this into `/etc/systemd/system/docker.service.d/hosts.conf`, with the other flags of your unit.",
        code: "[Service]\nExecStart=\nExecStart=/usr/bin/dockerd --containerd=/run/containerd/containerd.sock",
      },
      {
        place: "shell",
        text: "Check the file, then start with the new unit.",
        code: `${validate}\nsudo systemctl daemon-reload\nsudo systemctl restart docker`,
      },
    ],
    verify: [
      {
        text: "Shows no line where TCP is off, and only port 2376 where it is on. Ports 2377 and 7946 belong to a swarm, and a metrics port shows here too.",
        code: "sudo ss -ltnp | grep dockerd",
      },
      {
        text: "Ends with a TLS error that asks for a certificate: nobody gets in without one.",
        code: "curl -sS --cacert ca.pem https://<host>:2376/version",
      },
      {
        text: "Prints the server's version for a client with a certificate.",
        code: "docker --tlsverify --tlscacert ca.pem --tlscert cert.pem --tlskey key.pem -H tcp://<host>:2376 version --format '{{ .Server.Version }}'",
      },
    ],
    sideEffects:
      "Tools that use the open port lose their access: build servers, monitoring, remote scripts. Find them in the firewall's or the network's records first. Certificates expire and need an owner, and the restart stops all containers unless live restore is on.",
    effort: "hours",
    nist: [],
    attack: ["T1133", "T1610", "T1613"],
  },
  "daemon-ulimit": {
    meaning:
      "Asks whether the daemon has default limits for the resources of a process, such as open files, that containers inherit. A pass means that some limit is set; which one is not looked at. Newer releases that find `jq` on the host pass as soon as `daemon.json` exists, because they ask for the key without its last letter.",
    why: "Without a default a container takes over the limits of the service that starts it, and for years the packages set those to infinity. A process that leaks file handles then uses up the host's memory and tables, and services in other containers fail although nothing is wrong with them.",
    fix: [
      {
        place: "daemon.json",
        text: "Set a default for open files. Measure first what the largest of your services needs.",
        code: '{\n  "default-ulimits": {\n    "nofile": {\n      "Name": "nofile",\n      "Soft": 1024,\n      "Hard": 4096\n    }\n  }\n}',
      },
      restart,
      {
        place: "docker run",
        text: "Raise the limit for a container that needs more. Bound the number of processes here too: `nproc` counts all processes of a user id on the whole host, so as a default it hits the wrong container.",
        code: "docker run --detach --ulimit nofile=65536:65536 --pids-limit 200 <image>",
      },
      {
        place: "Compose",
        text: "The same for a service in Compose.",
        code: "services:\n  db:\n    image: <image>\n    pids_limit: 200\n    ulimits:\n      nofile:\n        soft: 65536\n        hard: 65536",
      },
    ],
    verify: [
      {
        text: "Prints the soft and the hard limit, here 1024 and 4096.",
        code: "docker run --rm alpine sh -c 'ulimit -Sn; ulimit -Hn'",
      },
    ],
    sideEffects:
      "Databases, search engines and proxies that open many files fail with `Too many open files` when the limit is too low. Look at the need of a running one with `sudo ls /proc/<pid>/fd | wc -l`. Containers take the limits when they next start.",
    effort: "hours",
    nist: ["4.4.3"],
    attack: ["T1499"],
  },
  "userns-remap": {
    meaning:
      "Asks whether the daemon maps the user ids of containers to other ids of the host (`userns-remap`). A pass means that root in a container is an ordinary id outside. Newer releases that find `jq` on the host pass as soon as `daemon.json` exists, with the key or without; look with the commands below.",
    why: "Without the mapping, user 0 in a container is user 0 of the host. Whoever gets out, by a kernel flaw or a careless mount, is root there at once. In a directory of the host that is mounted for writing they leave a setuid program of root, and any local account runs it.",
    fix: [
      {
        place: "daemon.json",
        text: "Let the daemon use the account `dockremap`, which it makes at its next start.",
        code: '{\n  "userns-remap": "default"\n}',
      },
      {
        place: "shell",
        text: "Check the file and restart the daemon, then see that the account has a range of 65536 ids in both files. Where the distribution gave it none, add a free range by hand and restart again.",
        code: `${validate}\nsudo systemctl restart docker\ngrep '^dockremap:' /etc/subuid /etc/subgid`,
      },
      {
        place: "docker run",
        text: "Exempt a container that must share a namespace of the host, such as a monitoring agent. The exemption gives up the protection for that one.",
        code: "docker run --detach --userns=host --pid=host <image>",
      },
    ],
    verify: [
      {
        text: "The second number is the start of the range, for instance 100000, and not 0.",
        code: "docker run --rm alpine cat /proc/self/uid_map",
      },
      { text: "The list contains `name=userns`.", code: "docker info --format '{{ .SecurityOptions }}'" },
    ],
    sideEffects:
      "The daemon moves to a data directory of its own below `/var/lib/docker/<uid>.<gid>`: images, containers and volumes of before are out of sight until the option is taken away again, and volumes have to be copied with new owners. Mounted directories need owners from the new range. Containers with `--privileged`, `--network=host` or `--pid=host` need `--userns=host`.",
    effort: "days",
    nist: ["4.4.3"],
    attack: ["T1611"],
  },
  "daemon-cgroup": {
    meaning:
      "Looks for `--cgroup-parent` on the daemon's start line. A pass means that containers sit in the control group that Docker chooses by default. The key `cgroup-parent` in `daemon.json` is overlooked since v1.3.5, so a pass says nothing about it.",
    why: "Limits on CPU, memory and tasks hold for a control group and all below it. A parent chosen by somebody in passing may lie outside of the group that such limits were set on. Then one runaway container starves the services of the host, the SSH server among them.",
    fix: [
      {
        place: "shell",
        text: "Find out whether a parent is set, and where. Take it away unless somebody can say what it is for.",
        code: "systemctl cat docker.service | grep cgroup-parent\nsudo grep cgroup-parent /etc/docker/daemon.json",
      },
      {
        place: "systemd",
        text: "If the parent is wanted, give it limits. Put this into `/etc/systemd/system/containers.slice`; the numbers are an example.",
        code: "[Unit]\nDescription=All containers\n\n[Slice]\nMemoryMax=80%\nTasksMax=8192\nCPUWeight=80",
      },
      {
        place: "daemon.json",
        text: "Name that slice. With the systemd driver the name ends in `.slice`.",
        code: '{\n  "cgroup-parent": "containers.slice"\n}',
      },
      {
        place: "shell",
        text: "Load the slice and restart the daemon.",
        code: `${validate}\nsudo systemctl daemon-reload\nsudo systemctl restart docker`,
      },
    ],
    verify: [
      {
        text: "The path is below `/system.slice` with the systemd driver or below `/docker` with cgroupfs. With a parent of your own it is below that one.",
        code: "cat /proc/$(docker inspect --format '{{ .State.Pid }}' <container>)/cgroup",
      },
    ],
    sideEffects:
      "Containers move when they next start. Limits on the parent count for all containers together, so watch `systemd-cgtop` under load before they are made tight. The restart stops all containers unless live restore is on.",
    effort: "hours",
    nist: ["4.4.3"],
    attack: ["T1499"],
  },
  "base-device-size": {
    meaning:
      "Looks for the storage option `dm.basesize`, which the devicemapper driver took as the size of each container's disk. A pass means that it is not set. Engine 25.0 removed the driver, so on newer engines there is nothing to find.",
    why: "Each container may fill a disk of that size, and the thin pool behind all of them is not checked against the sum. When the pool is full, writes fail in every container at once, and file systems in it may be damaged. The size cannot be made smaller again for images that exist.",
    fix: [
      {
        place: "daemon.json",
        text: "Remove `dm.basesize` from `storage-opts`, or better move to overlay2. Save the images first and create the containers anew afterwards, because neither is carried over.",
        code: '{\n  "storage-driver": "overlay2"\n}',
      },
      {
        place: "shell",
        text: "Restart the daemon. A newer engine does not start with the devicemapper driver or its options.",
        code: "sudo systemctl restart docker",
      },
      {
        place: "shell",
        text: "See whether the file system can bound each container: it has to be XFS and mounted with `pquota`, which is shown as `prjquota`.",
        code: "findmnt --noheadings --output FSTYPE,OPTIONS --target /var/lib/docker",
      },
      {
        place: "docker run",
        text: "Give a container a bound of its own where it can.",
        code: "docker run --detach --storage-opt size=10G <image>",
      },
    ],
    verify: [
      {
        text: "Prints no line with `Base Device Size`; with devicemapper and the default it says 10.74GB.",
        code: "docker info --format '{{ range .DriverStatus }}{{ println . }}{{ end }}'",
      },
    ],
    sideEffects:
      "A change of driver hides all images and containers and means an outage. Containers that already hold more than the default size do not fit any more; list them with `docker ps --all --size`.",
    effort: "hours",
    nist: [],
    attack: ["T1499"],
  },
  "authz-plugin": {
    meaning:
      "Asks whether the daemon consults an authorization plugin before it carries out a request. A pass means that one is named; what its policy allows is not looked at. Newer releases that find `jq` on the host pass as soon as `daemon.json` exists, with the key or without.",
    why: "The daemon knows no roles. Whoever is admitted, by the group of the socket or by a client certificate, may do everything, and everything includes root on the host. A build job that only pushes images can start a privileged container just as well, once its account is taken over.",
    fix: [
      {
        place: "shell",
        text: "Install a plugin; this one asks a policy of the Open Policy Agent. Write the policy to `/etc/docker/policies/authz.rego` first, in the package `docker.authz`, with an `allow` that is false by default and true for the requests you list.",
        code: 'sudo install -d -m 755 /etc/docker/policies\nsudo install -m 644 <policy-file> /etc/docker/policies/authz.rego\ndocker plugin install openpolicyagent/opa-docker-authz-v2:<version> opa-args="-policy-file /opa/policies/authz.rego"',
      },
      {
        place: "daemon.json",
        text: "Name the plugin.",
        code: '{\n  "authorization-plugins": ["openpolicyagent/opa-docker-authz-v2:<version>"]\n}',
      },
      reload,
    ],
    verify: [
      { text: "Prints the name of the plugin.", code: "docker info --format '{{ .Plugins.Authorization }}'" },
      {
        text: "Fails with `authorization denied by plugin`, if the policy refuses privileged containers.",
        code: "docker run --rm --privileged alpine true",
      },
    ],
    sideEffects:
      "When the plugin does not answer, the daemon refuses every request; the way back is to take the key out and reload. A policy can tell people apart only by their TLS client certificates, since over the local socket no name is passed on. Old engines have a flaw that lets requests slip past plugins (CVE-2024-41110); it is mended in 25.0.6, 26.1.5 and 27.1.1.",
    effort: "days",
    nist: ["4.3.1"],
    attack: ["T1609", "T1610"],
  },
  "central-logging": {
    meaning:
      "Reads the default log driver from `docker info`; early releases looked for `--log-driver` on the start line. A pass means that it is not `json-file`. That includes `local` and even `none`, so a pass does not prove that logs leave the host.",
    why: "With a local driver the output of containers lies on the same machine as the containers. Whoever becomes root there deletes what would show how he came in. `docker rm` deletes it as well, without any ill will, and without a size limit the files fill the disk.",
    fix: [
      {
        place: "daemon.json",
        text: "Send the output to a collector with other administrators, for instance by syslog over TLS. `non-blocking` keeps a slow collector from stopping the services.",
        code: '{\n  "log-driver": "syslog",\n  "log-opts": {\n    "syslog-address": "tcp+tls://<collector>:6514",\n    "syslog-tls-ca-cert": "/etc/docker/collector-ca.pem",\n    "syslog-format": "rfc5424",\n    "tag": "{{.Name}}/{{.ID}}",\n    "mode": "non-blocking",\n    "max-buffer-size": "4m"\n  }\n}',
      },
      restart,
      {
        place: "Compose",
        text: "Create the containers anew: each keeps the driver that it was made with.",
        code: "docker compose up --detach --force-recreate",
      },
    ],
    verify: [
      { text: "Prints `syslog`, or the driver you chose.", code: "docker info --format '{{ .LoggingDriver }}'" },
      {
        text: "Lists containers that still write to the host: no line ends in `json-file` or `local`.",
        code: "docker ps --quiet | xargs docker inspect --format '{{ .Name }} {{ .HostConfig.LogConfig.Type }}'",
      },
      {
        text: "The word appears at the collector.",
        code: "docker run --rm alpine echo <unique-word>",
      },
    ],
    sideEffects:
      "With a TCP collector that cannot be reached, containers do not start, and `non-blocking` drops lines when its buffer is full. `docker logs` goes on working by a local copy since engine 20.10. Logs often hold personal data, so agree on who may read them and for how long they are kept.",
    effort: "hours",
    nist: [],
    attack: ["T1070"],
  },
  "daemon-no-new-privileges": {
    meaning:
      "Looks for `no-new-privileges` on the daemon's start line and in `daemon.json`. A pass means that containers are created with this option by default. Containers that lift it, or were made before, are not looked at.",
    why: "Without it a setuid program raises a process to its owner's rights, inside a container as elsewhere. Whoever takes over a service that runs as a plain user looks for such a program in the image and is root of the container, with all the capabilities left there. From root a kernel flaw is far easier to use.",
    fix: [
      {
        place: "daemon.json",
        text: "Make it the default.",
        code: '{\n  "no-new-privileges": true\n}',
      },
      restart,
      {
        place: "Compose",
        text: "Create the containers anew: the default is taken when a container is made. One that needs a setuid program lifts the option for itself.",
        code: "services:\n  <service>:\n    security_opt:\n      - no-new-privileges=false",
      },
    ],
    verify: [
      { text: "Prints `NoNewPrivs:` and 1.", code: "docker run --rm alpine grep NoNewPrivs /proc/self/status" },
      {
        text: "Shows the containers that state the option themselves; `no-new-privileges=false` marks an exception.",
        code: "docker ps --quiet | xargs docker inspect --format '{{ .Name }} {{ .HostConfig.SecurityOpt }}'",
      },
    ],
    sideEffects:
      "`sudo`, `su` and other setuid programs in images no longer raise rights, and file capabilities are not given either. Search an image for them with `docker run --rm --entrypoint find <image> / -xdev -perm -4000`. The restart stops all containers unless live restore is on.",
    effort: "hours",
    nist: ["4.4.3"],
    attack: ["T1068"],
  },
  "live-restore": {
    meaning:
      "Reads from `docker info` whether containers go on running while the daemon is down. A pass means that they do, or that the host is an active member of a swarm, where the option is not possible and the swarm itself moves the work.",
    why: "Without it every stop of the daemon stops all containers: a crash, an update of the package, a changed key in `daemon.json`. Security fixes for the engine then cost an outage each time, so they wait for a maintenance window while the flaw is public.",
    fix: [
      {
        place: "daemon.json",
        text: "Switch it on, on hosts that are not part of a swarm.",
        code: '{\n  "live-restore": true\n}',
      },
      reload,
    ],
    verify: [
      { text: "Prints `true`.", code: "docker info --format '{{ .LiveRestoreEnabled }}'" },
      {
        text: "Shows containers whose uptime is longer than that of the restarted daemon. Try it on a test host.",
        code: "sudo systemctl restart docker\ndocker ps --format '{{ .Names }} {{ .Status }}'",
      },
    ],
    sideEffects:
      "The daemon does not start in swarm mode with this key, and `docker swarm init` fails. It bridges patch updates of the engine, not an upgrade to another major version. While the daemon is away, a container that fills its log pipe waits for it to return.",
    effort: "minutes",
    nist: ["4.4.1"],
    attack: [],
  },
  "userland-proxy": {
    meaning:
      "Looks for `userland-proxy` set to false, in `daemon.json` or on the start line. A pass means that published ports are handled by packet filter rules alone, without a process `docker-proxy` for each of them.",
    why: "Each published port starts a process on the host, in no container, that takes bytes from strangers. A service reached by way of it sees the bridge's gateway as the client, so its log and its rate limits no longer know who called. Publishing a range of thousands of ports starts as many processes and can use up a small host's memory.",
    fix: [
      {
        place: "daemon.json",
        text: "Switch the proxy off.",
        code: '{\n  "userland-proxy": false\n}',
      },
      restart,
    ],
    verify: [
      {
        text: "Prints nothing while containers with published ports run.",
        code: "pgrep -a docker-proxy",
      },
      {
        text: "Answers as before: a published port is still reached from the host itself.",
        code: "curl -sS -o /dev/null -w '%{http_code}\\n' http://127.0.0.1:<published-port>/",
      },
    ],
    sideEffects:
      "The IPv6 loopback `[::1]` no longer reaches published ports, and neither does IPv6 traffic to a container that has only an IPv4 address. Test access from the host, from a neighbour container and by IPv6. The daemon sets `route_localnet` on its bridges, and the restart stops all containers unless live restore is on.",
    effort: "hours",
    nist: [],
    attack: [],
  },
  "daemon-seccomp": {
    meaning:
      "Reads from `docker info` whether the default seccomp profile filters the system calls of containers. A pass means that Docker's own profile is in force. Engines from 23.0 on call it `builtin` and not `default`, so the tool prints INFO there although nothing is wrong; INFO also stands for a profile of your own and for `unconfined`.",
    why: "The default profile refuses some forty system calls that containers hardly ever need, such as those that load kernel modules or open the kernel's keyrings. Kernel flaws sit in just such rarely used code. With `unconfined` a process in a container may try them all.",
    fix: [
      {
        place: "shell",
        text: "Find out which profile is set. No key and no flag means the built-in one, and nothing is left to do.",
        code: "systemctl cat docker.service | grep seccomp-profile\nsudo grep seccomp-profile /etc/docker/daemon.json",
      },
      {
        place: "daemon.json",
        text: "Replace `unconfined` by the name of the built-in profile, which the key knows since engine 23.0. On older engines remove the key.",
        code: '{\n  "seccomp-profile": "builtin"\n}',
      },
      restart,
      {
        place: "shell",
        text: "If one service needs other calls, give it a profile of its own and leave the default alone. Start from Docker's file.",
        code: "curl -fsSL -o <profile>.json https://raw.githubusercontent.com/moby/profiles/main/seccomp/default.json\ndocker run --detach --security-opt seccomp=<profile>.json <image>",
      },
    ],
    verify: [
      {
        text: "Contains `name=seccomp,profile=builtin`, or `profile=default` on older engines.",
        code: "docker info --format '{{ .SecurityOptions }}'",
      },
      { text: "Prints `Seccomp:` and 2, which stands for a filter.", code: "docker run --rm alpine grep Seccomp: /proc/self/status" },
    ],
    sideEffects:
      "A narrower profile breaks programs in ways that are hard to see, as calls fail with `Operation not permitted`; record what a service calls with `strace -f -c` first. Containers take a changed default when they are created or next started.",
    effort: "minutes",
    nist: ["4.4.3"],
    attack: ["T1611"],
  },
  experimental: {
    meaning:
      "Asks the server whether experimental features of the daemon are on. A pass means that they are off. For engines newer than 19.03 the tool no longer looks and prints a line marked as deprecated. Only the client lost its switch, with 20.10; the daemon still has `experimental`.",
    why: "Experimental features change or vanish from one release to the next, and a container that relies on one does not start after an update. Their code has had fewer eyes on it and answers requests inside a daemon that is root.",
    fix: [
      {
        place: "daemon.json",
        text: "Switch them off or remove the key, and take `--experimental` off the start line.",
        code: '{\n  "experimental": false\n}',
      },
      restart,
    ],
    verify: [{ text: "Prints `false`.", code: "docker version --format '{{ .Server.Experimental }}'" }],
    sideEffects:
      "Commands that depend on such a feature fail, `docker checkpoint` for one. Search scripts for them first. The restart stops all containers unless live restore is on.",
    effort: "minutes",
    nist: [],
    attack: [],
  },
  "docker-bind-default": {
    meaning:
      "Only in v1.0: looks for `-H` on the daemon's start line, which moves the API to another address or socket. A pass means that the daemon listens where it does by default. INFO asks a person to look at the value, as `fd://` and `unix:///var/run/docker.sock` are the default under another name.",
    why: "Over TCP the file permissions of the socket no longer protect the API, and everyone who reaches the port is root on the host. A second socket in another directory is easily left open to a wider group, and watches set on the usual path do not see who uses it.",
    fix: [
      {
        place: "shell",
        text: "See what the daemon listens on and where this is set.",
        code: "ps -ww -o args= -C dockerd\nsystemctl cat docker.service | grep ExecStart\nsudo grep hosts /etc/docker/daemon.json",
      },
      {
        place: "systemd",
        text: "Go back to the listener of the packaged unit with `sudo systemctl edit docker.service`, and remove `hosts` from `daemon.json`. Where a distribution's unit has other flags, keep those.",
        code: "[Service]\nExecStart=\nExecStart=/usr/bin/dockerd -H fd:// --containerd=/run/containerd/containerd.sock",
      },
      { place: "shell", text: "Start with the new unit.", code: "sudo systemctl daemon-reload\nsudo systemctl restart docker" },
      {
        place: "shell",
        text: "Reach the daemon over SSH from elsewhere.",
        code: "docker context create <name> --docker host=ssh://<user>@<host>\ndocker --context <name> ps",
      },
    ],
    verify: [
      {
        text: "Prints nothing, but for ports 2377 and 7946 in a swarm and a metrics port: the API is not on TCP.",
        code: "sudo ss -ltnp | grep dockerd",
      },
      {
        text: "Shows only `/run/docker.sock` or `/var/run/docker.sock`, besides sockets below `/run/docker` that the daemon uses itself.",
        code: "sudo ss -lxp | grep -E 'dockerd|docker.sock'",
      },
    ],
    sideEffects:
      "Tools that were pointed to the other address fail; look for it in `DOCKER_HOST`, in build jobs and in monitoring. The restart stops all containers unless live restore is on.",
    effort: "hours",
    nist: [],
    attack: ["T1133", "T1610"],
  },
  "lxc-driver": {
    meaning:
      "Only in v1.0: looks for the execution driver `lxc` on the daemon's start line. A pass means that Docker's own driver, today runc, starts the containers. Docker 1.10 removed the lxc driver, so a failure tells of an engine from before 2016.",
    why: "The driver handed raw lxc options to the host, and one of them is enough to give a container the host's devices. Later protections, such as seccomp and user namespaces, never came to it. An engine that still has it carries all the escapes found since.",
    fix: [
      {
        place: "shell",
        text: "Save what the host holds and note how the containers were started.",
        code: "docker ps --all\ndocker save --output <file>.tar <image>:<tag>\ndocker inspect <container> > <container>.json",
      },
      {
        place: "shell",
        text: "Take `--exec-driver=lxc` off the start line and install a supported engine, best on a new host. The first line is for Debian and Ubuntu, the second for Fedora and RHEL, with Docker's repository set up.",
        code: "sudo apt-get install -y docker-ce docker-ce-cli containerd.io\nsudo dnf install -y docker-ce docker-ce-cli containerd.io",
      },
    ],
    verify: [
      { text: "Prints `runc`.", code: "docker info --format '{{ .DefaultRuntime }}'" },
      { text: "Prints a version that still gets fixes.", code: "docker version --format '{{ .Server.Version }}'" },
    ],
    sideEffects:
      "Containers started with `--lxc-conf` do not start any more and need the same settings by ordinary options. An upgrade over so many years does not carry the data directory along reliably: plan a move to a new host.",
    effort: "days",
    nist: ["4.4.1"],
    attack: ["T1611"],
  },
  "registry-mirror": {
    meaning:
      "Only in v1.0: looks for `--registry-mirror` on the daemon's start line. A pass means that pulls from Docker Hub go to a mirror first. INFO says that none is configured there; later releases dropped the check.",
    why: "Without a mirror every host fetches each image from the internet by itself. When the public registry is down or counts the pulls of an address and refuses more, a host that restarts a service gets no image. Nor is there one place where somebody sees which images come in.",
    fix: [
      {
        place: "docker run",
        text: "Run a registry as a pull-through cache of Docker Hub, with a certificate.",
        code: "docker run --detach --restart=unless-stopped --name registry-cache --publish <address>:443:5000 \\\n  --env REGISTRY_PROXY_REMOTEURL=https://registry-1.docker.io \\\n  --env REGISTRY_HTTP_TLS_CERTIFICATE=/certs/<mirror>.crt \\\n  --env REGISTRY_HTTP_TLS_KEY=/certs/<mirror>.key \\\n  --volume <certificate-directory>:/certs:ro \\\n  --volume registry-cache:/var/lib/registry \\\n  registry:2",
      },
      {
        place: "daemon.json",
        text: "Name the mirror on every host.",
        code: '{\n  "registry-mirrors": ["https://<mirror>"]\n}',
      },
      reload,
    ],
    verify: [
      { text: "Prints the address of the mirror.", code: "docker info --format '{{ .RegistryConfig.Mirrors }}'" },
      {
        text: "Lists images that hosts have pulled: the cache is used.",
        code: "curl -sS https://<mirror>/v2/_catalog",
      },
    ],
    sideEffects:
      "The mirror serves Docker Hub only, and the daemon falls back to the Hub when the mirror fails, so this keeps nobody from pulling directly. The cache needs disk space. Give it no Hub account that sees private images, for everybody who reaches the cache would see them too.",
    effort: "hours",
    nist: [],
    attack: [],
  },
  "legacy-registry-v1": {
    meaning:
      "Asks whether the daemon was told not to use the first version of the registry protocol (`--disable-legacy-registry`). Docker 17.12 removed that protocol for good, so on a newer engine the answer says something about the scanner's age only, and releases since v1.3.5 no longer run the check by default.",
    why: "The first protocol names an image by an id that is not derived from its content, so nobody can tell that what arrives is what was pushed. Whoever sits between the daemon and such a registry, or runs it, can hand out an altered image under a trusted name.",
    fix: [
      {
        place: "shell",
        text: "Run an engine that no longer speaks the protocol. Show the version; everything from 17.12 on is enough, and only supported releases get fixes.",
        code: "docker version --format '{{.Server.Version}}'",
      },
      {
        place: "daemon.json",
        text: "On an engine before 17.12 that cannot be upgraded yet, switch the protocol off. Newer engines refuse to start with this key, so take it out before the upgrade.",
        code: '{\n  "disable-legacy-registry": true\n}',
      },
      {
        place: "shell",
        text: "Move images that live in a v1 registry into one that speaks v2, and address them there.",
        code: "docker pull <old-registry>/<image>:<tag>\ndocker tag <old-registry>/<image>:<tag> <registry>/<image>:<tag>\ndocker push <registry>/<image>:<tag>",
      },
    ],
    verify: [
      {
        text: "Answers 200 or 401: the registry speaks v2. 404 means that it does not.",
        code: "curl -sS -o /dev/null -w '%{http_code}\\n' https://<registry>/v2/",
      },
    ],
    sideEffects:
      "Pulls from a registry that only speaks the first protocol fail. Search for its name in Compose files, Dockerfiles and build jobs before the switch.",
    effort: "hours",
    nist: ["4.1.5", "4.2.1"],
    attack: ["T1204.003"],
  },
} satisfies Readonly<Record<string, Guidance>>;
