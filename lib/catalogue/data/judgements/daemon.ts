import type { Judgement } from "../../judgement";

/** Our judgements of the checks on the running daemon's configuration (section 2, and the registry check that later became C.2). */
export const daemonJudgements = {
  "daemon-rootless": {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "A flaw in the daemon, or a container that gets out of its bounds, acts as the host's root and not as a plain account.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "An escaped process reads all of the host's files, where a rootless daemon would show it only those of one user.",
      },
    ],
    mitigation:
      "Run the daemon rootless (`dockerd-rootless-setuptool.sh install` under a dedicated account) where the workload permits it, else record why not and use userns-remap.",
  },
  "default-bridge-traffic": {
    severity: "medium",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason:
          "A container on the default bridge can reach the unpublished ports of all others there and read from databases and caches that trust their network.",
      },
      {
        letter: "S",
        kind: "mitigates",
        reason: "Neighbours on the shared bridge may answer for each other by forged ARP and so pose as the service another one calls.",
      },
    ],
    mitigation: 'Set `"icc": false` in /etc/docker/daemon.json and join containers that must talk by user-defined networks.',
  },
  "log-level": {
    severity: "low",
    stride: [
      {
        letter: "R",
        kind: "mitigates",
        reason:
          "At warn, error or fatal the daemon leaves out its ordinary record of operations, so an incident cannot be put back together.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason:
          "At debug the bodies of API requests, with the environment variables given to containers, end up in a log that more people may read.",
      },
    ],
    mitigation: 'Set `"log-level": "info"` in /etc/docker/daemon.json, or leave the key out and drop any --log-level flag.',
  },
  iptables: {
    severity: "medium",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason:
          "Without Docker's own rules nothing keeps its networks apart, and containers listen in places their networks were meant to close.",
      },
      {
        letter: "D",
        kind: "mitigates",
        reason: "Published ports and outgoing traffic stop working whenever hand-written rules do not follow a container's new address.",
      },
    ],
    mitigation:
      'Remove `"iptables": false` from daemon.json and --iptables=false from the start line; put rules of your own into the DOCKER-USER chain.',
  },
  "insecure-registries": {
    severity: "high",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason:
          "Anybody on the path or with a hand on DNS can answer as this registry, since its certificate is not verified or not asked for.",
      },
      {
        letter: "T",
        kind: "mitigates",
        reason: "A tag can be answered in transit with a manifest of the attacker's making, and that image then runs on the host.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "Logins sent to the registry, and the private images pulled from it, may be read on the wire.",
      },
    ],
    mitigation:
      'Empty `"insecure-registries"` in daemon.json, give the registry a TLS certificate and put its authority into /etc/docker/certs.d/HOST:PORT/ca.crt.',
  },
  aufs: {
    severity: "medium",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason:
          "The abandoned aufs driver is known for kernel hangs and panics under load, which stop every container of the host at once.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "Its module never was part of the mainline kernel, and flaws in it stay open to those inside a container whose files it serves.",
      },
    ],
    mitigation: 'Move to overlay2: save the images and volumes, set `"storage-driver": "overlay2"` in daemon.json and restart.',
  },
  "daemon-tls": {
    severity: "critical",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "Anyone who reaches the TCP port is taken for an administrator, because nobody has to present a certificate.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "One API call from the network starts a privileged container with the host's disk mounted, which is root on the host.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason:
          "Requests and answers cross the network in clear or unverified, with the secrets that containers were given at their start.",
      },
    ],
    mitigation:
      "Take the tcp:// host away and reach the daemon over SSH, or set tlsverify, tlscacert, tlscert and tlskey in daemon.json and firewall port 2376.",
  },
  "daemon-ulimit": {
    severity: "low",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason: "Where no default bounds open files and processes, one leaking or forking container uses up the host's tables for all.",
      },
    ],
    mitigation:
      'Set `"default-ulimits"` in daemon.json, for instance nofile 1024:4096 and an nproc bound, and raise it per container where one needs more.',
  },
  "userns-remap": {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "User 0 in the container is user 0 of the host, so a process that slips out needs no second flaw to be root there.",
      },
      {
        letter: "T",
        kind: "mitigates",
        reason: "In a bind-mounted directory the container's root writes with the rights of the host's root, setuid programs included.",
      },
    ],
    mitigation: 'Set `"userns-remap": "default"` in daemon.json with ranges in /etc/subuid and /etc/subgid, and pull the images anew.',
  },
  "daemon-cgroup": {
    severity: "low",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason:
          "Under a cgroup parent of one's own choosing, containers may sit outside the slices and limits that keep the host's services alive.",
      },
    ],
    mitigation:
      "Drop --cgroup-parent (and `cgroup-parent` in daemon.json) unless it is chosen on purpose; if so, put CPU, memory and pids limits on that parent.",
  },
  "base-device-size": {
    severity: "low",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason: "A larger base device lets each container claim that much of the thin pool, until the pool is full and all writes fail.",
      },
    ],
    mitigation: "Remove `dm.basesize` from the storage options, or better leave devicemapper for overlay2 with a quota per container.",
  },
  "authz-plugin": {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "A client admitted to the API may give any command, so a person who should only list containers can also start privileged ones.",
      },
    ],
    mitigation:
      'Install an authorization plugin, name it in `"authorization-plugins"` of daemon.json, and write a policy that refuses by default.',
  },
  "central-logging": {
    severity: "medium",
    stride: [
      {
        letter: "R",
        kind: "mitigates",
        reason:
          "The logs lie only on the machine that was broken into, so the intruder who gains root erases what he did, and a removed container takes its output along.",
      },
    ],
    mitigation:
      'Set a remote `"log-driver"` with `"log-opts"` in daemon.json (syslog over TLS, fluentd, gelf, journald with forwarding), shipping to a host with other administrators.',
  },
  "daemon-no-new-privileges": {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "Containers started without the option of their own let a plain user climb to the container's root by any setuid program in the image.",
      },
      {
        letter: "T",
        kind: "mitigates",
        reason: "Whoever has climbed that way can rewrite the programs and settings that the image's author kept from the service user.",
      },
    ],
    mitigation: 'Set `"no-new-privileges": true` in /etc/docker/daemon.json, so that it holds for each container that does not lift it.',
  },
  "live-restore": {
    severity: "low",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason:
          "A crash or an update of the daemon stops all containers with it, so patching the engine costs an outage each time and is put off.",
      },
    ],
    mitigation: 'Set `"live-restore": true` in /etc/docker/daemon.json on hosts that are not part of a swarm.',
  },
  "userland-proxy": {
    severity: "low",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "Each published port adds a process of the host, outside all container confinement, that takes traffic from strangers and so widens the ground to attack.",
      },
      {
        letter: "R",
        kind: "mitigates",
        reason:
          "For connections that pass the proxy the service sees the bridge's gateway as their source, and its log loses who the caller was.",
      },
      {
        letter: "D",
        kind: "mitigates",
        reason: "Publishing a wide range of ports starts a proxy for every single one, and their memory alone can exhaust a small host.",
      },
    ],
    mitigation:
      'Set `"userland-proxy": false` in /etc/docker/daemon.json where the kernel supports hairpin NAT, and test loopback and IPv6 access.',
  },
  "daemon-seccomp": {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "A daemon without a fitting default profile leaves rarely used system calls open to containers, and it is there that kernel flaws are exploited.",
      },
    ],
    mitigation:
      "Keep the built-in seccomp profile (never `unconfined`), or point `seccomp-profile` in daemon.json to a tested one that is narrower.",
  },
  experimental: {
    severity: "low",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason:
          "Features that may change or fail without notice carry production load, and an engine update can break the containers that use them.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "Unfinished code, reviewed less than the rest, answers requests inside a daemon that runs as root.",
      },
    ],
    mitigation: 'Remove `"experimental": true` from daemon.json and --experimental from the start line on production hosts.',
  },
  "docker-bind-default": {
    severity: "high",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason:
          "On another address or socket the permissions of the standard one no longer apply, and whoever reaches it counts as a legitimate client.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "The moved endpoint still obeys as root, so a person on the network or in another local group gets the whole host by it.",
      },
    ],
    mitigation:
      "Let the daemon listen on unix:///var/run/docker.sock (or fd://) only; for remote work use `docker -H ssh://`, or TCP with tlsverify on an internal address.",
  },
  "lxc-driver": {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "The abandoned lxc driver passes raw lxc options to the host and misses later confinement, so a container is more easily left with host rights.",
      },
    ],
    mitigation: "Remove `--exec-driver=lxc` and run a supported engine with runc.",
  },
  "registry-mirror": {
    severity: "low",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason: "When the public registry is down or throttles, no host can fetch the image it needs to restart or scale a service.",
      },
      {
        letter: "T",
        kind: "mitigates",
        reason:
          "Every host pulls straight from the internet, so there is no place in between where an altered image would be held up or scanned.",
      },
    ],
    mitigation: 'Run a pull-through registry of your own over TLS and name it in `"registry-mirrors"` of daemon.json.',
  },
  "legacy-registry-v1": {
    severity: "medium",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason:
          "The v1 protocol does not address images by their content, so a layer altered at the registry or on its way is taken without notice.",
      },
      {
        letter: "S",
        kind: "mitigates",
        reason:
          "By making a v2 pull fail, a man in the middle brings the daemon back to the weaker protocol and poses as the registry it wanted.",
      },
    ],
    mitigation:
      "Use v2 registries only: keep --disable-legacy-registry on (engines before 17.12) or run an engine that no longer speaks v1.",
  },
} as const satisfies Record<string, Judgement>;
