import type { Judgement } from "../../judgement";

/** Our judgements of the checks on the host itself (section 1): what a failure gives away, and what to put in place. */
export const hostJudgements = {
  "separate-partition": {
    severity: "medium",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason:
          "One container that writes without end fills the root file system, and the host's own logging, logins and updates stop with it.",
      },
    ],
    mitigation: "Mount a file system of its own on Docker's data root (/var/lib/docker) and watch how full it gets.",
  },
  "trusted-users": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "Every member of the docker group can start a container with / mounted, so an account meant to be ordinary is root without a password.",
      },
      {
        letter: "R",
        kind: "mitigates",
        reason: "What a member does through the daemon is carried out by root, so many names in the group leave nobody to hold to account.",
      },
    ],
    mitigation:
      "Remove from the docker group (`gpasswd -d USER docker`) everybody who is not meant to be root on this host, and review the list regularly.",
  },
  "docker-up-to-date": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "Published escape flaws of the engine, containerd and runc stay usable, with working exploits for anyone who runs code in a container.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "Fixed path-handling flaws such as those of `docker cp` and the builder keep letting an image read files of the host.",
      },
      { letter: "D", kind: "mitigates", reason: "Known ways to crash or hang the old engine with a crafted image or request remain open." },
    ],
    mitigation:
      "Install the newest supported release of docker-ce, containerd.io and runc from the vendor's repository, and update them on a schedule.",
  },
  "host-hardened": {
    severity: "medium",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason:
          "Weak logins of an unhardened host, such as SSH by password or for root, let a guesser be taken for its administrator, beneath every container.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "Loose kernel settings and stray setuid programs turn a small foothold outside the containers into root.",
      },
    ],
    mitigation:
      "Harden the operating system by its own benchmark: SSH with keys only and no root login, a host firewall, kernel hardening sysctls; verify it with a scanner such as OpenSCAP.",
  },
  "kernel-updated": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "All containers share this one kernel, so a public privilege flaw in it leads from any of them straight to the host's root.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "Kernel memory leaks that newer versions closed expose data of neighbouring containers to whoever runs code in one.",
      },
    ],
    mitigation:
      "Run a kernel that the distribution still patches, install its security updates, and reboot (or live-patch) so that the fixed kernel is the running one.",
  },
  "non-essential-services": {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "Each extra listening service is one more program whose flaw hands a stranger on the network an account of the Docker host.",
      },
    ],
    mitigation:
      "List listeners with `ss -lntup`, disable and remove every service that neither Docker nor the host's administration needs, and move the others into containers.",
  },
  "audit-docker-daemon": {
    severity: "medium",
    stride: [
      {
        letter: "R",
        kind: "detects",
        reason:
          "Whoever starts the root daemon by hand with other flags, or works through its program, leaves no record that ties the act to a login.",
      },
      {
        letter: "T",
        kind: "detects",
        reason: "A dockerd exchanged for one with a back door is noticed by nobody, though every container trusts it.",
      },
    ],
    mitigation:
      "Add `-w /usr/bin/dockerd -p wxa -k docker` to /etc/audit/rules.d/docker.rules (older editions look for /usr/bin/docker) and run `augenrules --load`.",
  },
  "audit-run-containerd": {
    severity: "low",
    stride: [
      {
        letter: "R",
        kind: "detects",
        reason:
          "Processes that reach into the live runtime directory, with its sockets and bundles of running containers, do so without an entry in any log.",
      },
      {
        letter: "E",
        kind: "detects",
        reason: "Changing a bundle below this directory can alter how root runs a container, and nothing shows that it was tried.",
      },
    ],
    mitigation: "Add `-w /run/containerd -p wa -k docker` to /etc/audit/rules.d/docker.rules and run `augenrules --load`.",
  },
  "audit-var-lib-docker": {
    severity: "medium",
    stride: [
      {
        letter: "R",
        kind: "detects",
        reason:
          "Layers and volumes edited on disk, past the daemon, appear in no Docker event, so nobody can say afterwards who touched them.",
      },
      {
        letter: "T",
        kind: "detects",
        reason:
          "A file slipped into an unpacked image layer is run by every container made from it, and no digest is checked again at start.",
      },
    ],
    mitigation:
      "Add `-w /var/lib/docker -p wa -k docker` to /etc/audit/rules.d/docker.rules (or the data root in use) and run `augenrules --load`.",
  },
  "audit-etc-docker": {
    severity: "medium",
    stride: [
      {
        letter: "R",
        kind: "detects",
        reason:
          "A registry authority, key or setting can be added to Docker's configuration directory and removed again with nobody to name for it.",
      },
      {
        letter: "S",
        kind: "detects",
        reason: "A foreign authority dropped into certs.d, by which a false registry passes for the real one, goes unnoticed.",
      },
    ],
    mitigation: "Add `-w /etc/docker -p wa -k docker` to /etc/audit/rules.d/docker.rules and run `augenrules --load`.",
  },
  "audit-docker-service": {
    severity: "medium",
    stride: [
      {
        letter: "R",
        kind: "detects",
        reason:
          "An intruder who hooks a command into the unit, to have it run as root at each boot, leaves no trace of when and by which account.",
      },
      {
        letter: "T",
        kind: "detects",
        reason: "Flags on the daemon's start line, such as a listening TCP port, can be edited and put back between two reviews unseen.",
      },
    ],
    mitigation:
      "Watch the path that `systemctl show -p FragmentPath docker.service` prints: `-w /usr/lib/systemd/system/docker.service -p wa -k docker` in /etc/audit/rules.d/docker.rules.",
  },
  "audit-containerd-sock": {
    severity: "medium",
    stride: [
      {
        letter: "R",
        kind: "detects",
        reason: "Containers driven with `ctr` past Docker show in neither `docker ps` nor its events, so their origin cannot be traced.",
      },
      {
        letter: "E",
        kind: "detects",
        reason: "An account that has found its way to this socket commands root's runtime, and no alarm follows its use.",
      },
    ],
    mitigation:
      "Watch /run/containerd/containerd.sock in /etc/audit/rules.d/docker.rules: `-w /run/containerd/containerd.sock -p rwxa -k docker`.",
  },
  "audit-docker-socket": {
    severity: "low",
    stride: [
      {
        letter: "R",
        kind: "detects",
        reason: "Nobody can tell later who edited the systemd unit that creates the API socket and decides its group and mode.",
      },
      {
        letter: "E",
        kind: "detects",
        reason: "A SocketMode widened to 0666, which opens the daemon to each local account from the next start, stays unreported.",
      },
    ],
    mitigation:
      "Watch the unit file: `-w /usr/lib/systemd/system/docker.socket -p wa -k docker` in /etc/audit/rules.d/docker.rules (path from `systemctl show -p FragmentPath docker.socket`).",
  },
  "audit-var-run-docker-sock": {
    severity: "medium",
    stride: [
      {
        letter: "R",
        kind: "detects",
        reason:
          "The daemon's own log does not name the local user behind a request on docker.sock, so its users can deny what they ordered.",
      },
      {
        letter: "E",
        kind: "detects",
        reason: "A loosened mode or owner of the API socket, which makes local accounts as good as root, passes unseen.",
      },
    ],
    mitigation:
      "Add `-w /var/run/docker.sock -p rwxa -k docker` and a connect rule (`-a always,exit -F arch=b64 -S connect -F path=/var/run/docker.sock -k docker`) to the audit rules.",
  },
  "audit-default-docker": {
    severity: "low",
    stride: [
      {
        letter: "R",
        kind: "detects",
        reason: "On hosts whose init script still reads /etc/default/docker, daemon options can be altered there with no author on record.",
      },
    ],
    mitigation: "Add `-w /etc/default/docker -p wa -k docker` to /etc/audit/rules.d/docker.rules and run `augenrules --load`.",
  },
  "audit-daemon-json": {
    severity: "medium",
    stride: [
      {
        letter: "R",
        kind: "detects",
        reason:
          "Protection for the whole host, such as user namespaces or the log driver, can be switched off in one edit that nobody has to own up to.",
      },
      {
        letter: "T",
        kind: "detects",
        reason: "A changed daemon.json lies ready until the next restart, and without a watch the days in which to catch it pass unused.",
      },
    ],
    mitigation: "Add `-w /etc/docker/daemon.json -p wa -k docker` to /etc/audit/rules.d/docker.rules and run `augenrules --load`.",
  },
  "audit-containerd-config": {
    severity: "low",
    stride: [
      {
        letter: "R",
        kind: "detects",
        reason:
          "An edit that gives containerd another runtime binary or plugin cannot be tied to a person, for Docker itself never looks at that file.",
      },
    ],
    mitigation: "Add `-w /etc/containerd/config.toml -p wa -k docker` to /etc/audit/rules.d/docker.rules and run `augenrules --load`.",
  },
  "audit-sysconfig-docker": {
    severity: "low",
    stride: [
      {
        letter: "R",
        kind: "detects",
        reason:
          "On Red Hat style packages the OPTIONS line there outlives unit reviews, and who added an insecure flag to it is not recorded.",
      },
    ],
    mitigation: "Add `-w /etc/sysconfig/docker -p wa -k docker` to /etc/audit/rules.d/docker.rules and run `augenrules --load`.",
  },
  "audit-containerd-binary": {
    severity: "low",
    stride: [
      {
        letter: "R",
        kind: "detects",
        reason:
          "A second containerd started by hand with a socket of its own runs containers that no inventory knows, and nobody can be shown to have started it.",
      },
      {
        letter: "T",
        kind: "detects",
        reason: "A replaced containerd unpacks every image and can alter any of them, and the swap itself raises no event.",
      },
    ],
    mitigation:
      "Add `-w /usr/bin/containerd -p wxa -k docker` (formerly /usr/bin/docker-containerd) to /etc/audit/rules.d/docker.rules and run `augenrules --load`.",
  },
  "audit-containerd-shim": {
    severity: "low",
    stride: [
      {
        letter: "R",
        kind: "detects",
        reason:
          "The legacy shim holds the input and output of its container, so an exchanged one can listen in and no account is linked to the exchange.",
      },
    ],
    mitigation:
      "Add `-w /usr/bin/containerd-shim -p wxa -k docker` to /etc/audit/rules.d/docker.rules where that binary exists, else remove the old package.",
  },
  "audit-containerd-shim-runc-v1": {
    severity: "low",
    stride: [
      {
        letter: "R",
        kind: "detects",
        reason:
          "This retired shim is hardly ever run, which makes it a quiet place for a planted program whose rare starts no one would otherwise log.",
      },
    ],
    mitigation:
      "Add `-w /usr/bin/containerd-shim-runc-v1 -p wxa -k docker` to /etc/audit/rules.d/docker.rules, or delete the binary where containerd 2 no longer ships it.",
  },
  "audit-containerd-shim-runc-v2": {
    severity: "low",
    stride: [
      {
        letter: "R",
        kind: "detects",
        reason:
          "One shim of this kind stands as root beside every current container, and calling it directly leaves no line in Docker's logs.",
      },
      {
        letter: "T",
        kind: "detects",
        reason:
          "Code planted in the shim in daily use survives updates of images and containers alike, unseen without a watch on its file.",
      },
    ],
    mitigation:
      "Add `-w /usr/bin/containerd-shim-runc-v2 -p wxa -k docker` to /etc/audit/rules.d/docker.rules and run `augenrules --load`.",
  },
  "audit-runc-binary": {
    severity: "medium",
    stride: [
      {
        letter: "R",
        kind: "detects",
        reason:
          "Anyone with root can enter or start containers with runc alone, and of such a visit neither Docker nor containerd keeps a record.",
      },
      {
        letter: "T",
        kind: "detects",
        reason:
          "A container that overwrites the host's runc, as CVE-2019-5736 let it do, is not found out before the next start runs its code as root.",
      },
    ],
    mitigation:
      "Add `-w /usr/bin/runc -p wxa -k docker` (formerly /usr/bin/docker-runc) to /etc/audit/rules.d/docker.rules and alert on writes to it.",
  },
  "audit-docker-registry-service": {
    severity: "low",
    stride: [
      {
        letter: "R",
        kind: "detects",
        reason:
          "The unit that starts the host's own image registry can be pointed at another program or port, and afterwards no one is answerable.",
      },
    ],
    mitigation:
      "Add `-w /usr/lib/systemd/system/docker-registry.service -p wa -k docker` to the audit rules, or remove the unit where no registry is served.",
  },
  "audit-sysconfig-docker-network": {
    severity: "low",
    stride: [
      {
        letter: "R",
        kind: "detects",
        reason:
          "A changed bridge or a lifted separation between containers cannot be led back to the person who wrote it into the network options.",
      },
    ],
    mitigation: "Add `-w /etc/sysconfig/docker-network -p wa -k docker` to /etc/audit/rules.d/docker.rules while that file is in use.",
  },
  "audit-sysconfig-docker-registry": {
    severity: "low",
    stride: [
      {
        letter: "R",
        kind: "detects",
        reason:
          "Storage path and access settings of the registry service change from this file, and images may vanish or be swapped with no culprit on file.",
      },
    ],
    mitigation: "Add `-w /etc/sysconfig/docker-registry -p wa -k docker` to /etc/audit/rules.d/docker.rules while that file is in use.",
  },
  "audit-sysconfig-docker-storage": {
    severity: "low",
    stride: [
      {
        letter: "R",
        kind: "detects",
        reason: "After a switch of the storage driver hides all images and containers at restart, accident and sabotage look the same.",
      },
    ],
    mitigation: "Add `-w /etc/sysconfig/docker-storage -p wa -k docker` to /etc/audit/rules.d/docker.rules while that file is in use.",
  },
} as const satisfies Record<string, Judgement>;
