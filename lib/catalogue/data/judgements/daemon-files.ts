import type { Judgement } from "../../judgement";

/** Our judgements of the checks on owner and mode of the daemon's files, keys and sockets (section 3). */
export const daemonFileJudgements = {
  "docker-service-ownership": {
    severity: "high",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "The account that owns the unit may rewrite the daemon's start line and take its protective flags away.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "An ExecStartPre line added by that owner is run by systemd as root when the service next starts.",
      },
    ],
    mitigation: "Run `chown root:root` on the file that `systemctl show -p FragmentPath docker.service` prints.",
  },
  "docker-service-permissions": {
    severity: "high",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason:
          "With write access for group or others, local users can slip options into the service, for instance a TCP listener without TLS.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "Whoever can write the unit names the program that systemd starts with full rights, and need only wait for a reboot.",
      },
    ],
    mitigation:
      "Run `chmod 644` (or stricter) on the docker.service file and keep drop-ins below /etc/systemd/system/docker.service.d at the same mode.",
  },
  "docker-socket-unit-ownership": {
    severity: "high",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "A foreign owner of the socket unit decides anew where the API listens and to which group it belongs.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "By setting SocketGroup to a group of his own he commands the root daemon from its next activation on.",
      },
    ],
    mitigation: "Run `chown root:root` on the file that `systemctl show -p FragmentPath docker.socket` prints.",
  },
  "docker-socket-unit-permissions": {
    severity: "high",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "A unit open for writing lets a local user add a second ListenStream, and so a network port, to the daemon's API.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "SocketMode=0666 written into it turns the ordinary accounts of the host into Docker administrators.",
      },
    ],
    mitigation: "Run `chmod 644` (or stricter) on the docker.socket unit and leave SocketMode=0660 in it.",
  },
  "etc-docker-dir-ownership": {
    severity: "high",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "The directory's owner may rename daemon.json away and lay down one of his own, whatever the file's own mode is.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "On a host that has no daemon.json yet he can create it and register a program of his as the runtime that root executes.",
      },
    ],
    mitigation: "Run `chown root:root /etc/docker`.",
  },
  "etc-docker-dir-permissions": {
    severity: "high",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "Anybody with write permission on /etc/docker can delete and exchange the settings inside, though each file is locked.",
      },
      {
        letter: "S",
        kind: "mitigates",
        reason: "By creating a certs.d entry with an authority of their own, local users make the daemon accept a false registry.",
      },
    ],
    mitigation: "Run `chmod 755 /etc/docker`, or 750 where nobody but root needs to look inside.",
  },
  "registry-cert-ownership": {
    severity: "medium",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason:
          "Who owns a file below certs.d can put another authority in its place and then have his server taken for the company's registry.",
      },
      {
        letter: "T",
        kind: "mitigates",
        reason: "Images pulled under the exchanged trust anchor are the attacker's to alter before they run.",
      },
    ],
    mitigation: "Run `chown -R root:root /etc/docker/certs.d`.",
  },
  "registry-cert-permissions": {
    severity: "medium",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason:
          "A registry's ca.crt that others may write accepts one appended certificate, and from then on a stranger's machine passes as that registry.",
      },
      {
        letter: "D",
        kind: "mitigates",
        reason: "Spoiling the file is enough to make all pulls from that registry fail at the TLS handshake.",
      },
    ],
    mitigation: "Run `chmod 444` on the certificates below /etc/docker/certs.d/*/ and 400 on client keys beside them.",
  },
  "tls-ca-cert-ownership": {
    severity: "high",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "The owner of the CA file can name his own authority there and issue himself client certificates that the daemon believes.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "With such a certificate a service account meant for nothing of the kind orders the root daemon about over TCP.",
      },
    ],
    mitigation: "Run `chown root:root` on the file given as --tlscacert (`tlscacert` in daemon.json).",
  },
  "tls-ca-cert-permissions": {
    severity: "high",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason:
          "If others may write the list of trusted authorities, an authority appended to it vouches for clients nobody ever admitted.",
      },
      {
        letter: "D",
        kind: "mitigates",
        reason: "An emptied CA file locks out all rightful remote clients, or keeps the daemon from starting at all.",
      },
    ],
    mitigation: "Run `chmod 444` (or stricter) on the file given as --tlscacert.",
  },
  "server-cert-ownership": {
    severity: "low",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "The identity that the daemon shows to its clients can be replaced by the account that owns the certificate file.",
      },
      {
        letter: "D",
        kind: "mitigates",
        reason: "Once that owner has put in a certificate that does not fit the key, the daemon does not come up after its next restart.",
      },
    ],
    mitigation: "Run `chown root:root` on the file given as --tlscert (`tlscert` in daemon.json).",
  },
  "server-cert-permissions": {
    severity: "low",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason:
          "A certificate with write bits can be overwritten, by mistake or on purpose, and clients then meet an identity no one issued for this host.",
      },
      {
        letter: "D",
        kind: "mitigates",
        reason: "Clients that verify the server refuse the damaged certificate, so remote control of the host is lost when it is needed.",
      },
    ],
    mitigation: "Run `chmod 444` (or stricter) on the file given as --tlscert.",
  },
  "server-cert-key-ownership": {
    severity: "high",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "The account that owns the private key can run a server elsewhere that clients cannot tell from this daemon.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "Mode 400 protects the key from everyone but its owner, so with a wrong owner a secret of root lies in other hands.",
      },
    ],
    mitigation: "Run `chown root:root` on the file given as --tlskey, and issue a new key if another account owned it.",
  },
  "server-cert-key-permissions": {
    severity: "high",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "A local user who copies the readable key can stand between administrators and the daemon and be taken for it.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "What administrators send to the false daemon, such as registry logins and container secrets, is read there in clear.",
      },
    ],
    mitigation: "Run `chmod 400` on the file given as --tlskey, and replace key and certificate if it was readable before.",
  },
  "docker-sock-ownership": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "An owner other than root, or a group other than docker, holds the same power as root without being listed as an administrator.",
      },
      {
        letter: "S",
        kind: "mitigates",
        reason:
          "File ownership is the only proof of identity on the local API, so processes of the wrong group pass for trusted operators.",
      },
    ],
    mitigation:
      "Run `chown root:docker /var/run/docker.sock` and set SocketUser=root, SocketGroup=docker in the docker.socket unit so that it lasts.",
  },
  "docker-sock-permissions": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "A socket open to others gives any local process, even a web server just broken into, a container with the host's disk mounted.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "Through inspect and logs alone each local user reads the passwords and output of all containers.",
      },
    ],
    mitigation: "Run `chmod 660 /var/run/docker.sock` and keep SocketMode=0660 in the docker.socket unit.",
  },
  "daemon-json-ownership": {
    severity: "high",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "The file's owner, whatever the mode says, can rewrite the settings that protect every container on the host.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "A `runtimes` entry written by that owner names a program which the daemon, as root, runs for the next container.",
      },
    ],
    mitigation: "Set the owner to root:root: `chown root:root /etc/docker/daemon.json`.",
  },
  "daemon-json-permissions": {
    severity: "high",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason:
          "With a looser mode than 644, users beside root can switch off user namespaces, TLS or logging in the daemon's own configuration.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "A `hosts` line with an open TCP port, added by an unprivileged writer, makes that person root after the daemon's restart.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "Whoever may edit the file can send the output of all containers to a log collector of their own and read along.",
      },
    ],
    mitigation: "Set mode 644 or stricter: `chmod 644 /etc/docker/daemon.json`.",
  },
  "default-docker-ownership": {
    severity: "medium",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "Where the init script still reads this file, its owner sets DOCKER_OPTS and with it the flags of the daemon.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "The init script sources the file as shell, so each line the owner adds is a command that root carries out.",
      },
    ],
    mitigation: "Run `chown root:root /etc/default/docker`, or remove the file on systemd hosts that do not read it.",
  },
  "default-docker-permissions": {
    severity: "medium",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason:
          "A proxy or registry option slipped into a writable /etc/default/docker reroutes the daemon's pulls on hosts that honour it.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "Group members or others who append a command there have it executed as root at the next start by init.",
      },
    ],
    mitigation: "Run `chmod 644 /etc/default/docker` (or stricter).",
  },
  "sysconfig-docker-ownership": {
    severity: "high",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "The owner can change the OPTIONS that Red Hat's unit hands to the daemon, for example turn SELinux support off.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "As an environment file it may also set LD_PRELOAD, and the owner's library is then loaded into the root daemon.",
      },
    ],
    mitigation: "Run `chown root:root /etc/sysconfig/docker`.",
  },
  "sysconfig-docker-permissions": {
    severity: "high",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason:
          "Local users with write access add flags such as --insecure-registry to the daemon's environment and nobody sees it in the unit.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "An added `-H tcp://0.0.0.0` in OPTIONS gives the writer a way into the root daemon as soon as it restarts.",
      },
    ],
    mitigation: "Run `chmod 644 /etc/sysconfig/docker` (or stricter).",
  },
  "docker-network-env-ownership": {
    severity: "medium",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "The owner of the network options may choose another bridge or address range for all containers of the host.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "With --iptables=false or --icc=true in it, containers that were kept apart can talk to and probe each other.",
      },
    ],
    mitigation: "Run `chown root:root /etc/sysconfig/docker-network`, or delete the file where no unit reads it.",
  },
  "docker-network-env-permissions": {
    severity: "medium",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "Writable network options allow a local user to give containers a name server of his choice by --dns.",
      },
      {
        letter: "D",
        kind: "mitigates",
        reason: "A single wrong bridge name in the file keeps the daemon, and all that runs under it, from starting.",
      },
    ],
    mitigation: "Run `chmod 644 /etc/sysconfig/docker-network` (or stricter).",
  },
  "docker-registry-env-ownership": {
    severity: "medium",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "Its owner can move the registry to a storage directory full of prepared images, which other hosts then pull.",
      },
    ],
    mitigation: "Run `chown root:root /etc/sysconfig/docker-registry`, or delete the file where no registry is served.",
  },
  "docker-registry-env-permissions": {
    severity: "medium",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "If others can write the registry's settings, they may enable anonymous pushes and overwrite the tags people rely on.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "The settings can hold the storage backend's access keys, which a looser mode opens to the group and to others.",
      },
    ],
    mitigation: "Run `chmod 644 /etc/sysconfig/docker-registry`, stricter still (600) if it holds storage keys.",
  },
  "docker-registry-service-ownership": {
    severity: "medium",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason:
          "The unit's owner can have another program started in the registry's place and serve manipulated images from a trusted address.",
      },
      { letter: "E", kind: "mitigates", reason: "Removing the User= line from the unit lets that owner's command run as root." },
    ],
    mitigation: "Run `chown root:root /usr/lib/systemd/system/docker-registry.service`, or remove the retired unit.",
  },
  "docker-registry-service-permissions": {
    severity: "medium",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "Anyone who may write the unit can turn off the registry's TLS and authentication on its start line.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "Since systemd obeys the unit with full rights, a writer of it needs no flaw in the registry to become root.",
      },
    ],
    mitigation: "Run `chmod 644 /usr/lib/systemd/system/docker-registry.service` (or stricter), or remove the retired unit.",
  },
  "docker-storage-env-ownership": {
    severity: "medium",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "A foreign owner of the storage options can lay the daemon's data on a device whose contents he controls.",
      },
      {
        letter: "D",
        kind: "mitigates",
        reason: "Another storage driver in the file makes every image and container disappear from view at the next start.",
      },
    ],
    mitigation: "Run `chown root:root /etc/sysconfig/docker-storage`, or delete the file where no unit reads it.",
  },
  "docker-storage-env-permissions": {
    severity: "medium",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "Whoever can write to it redirects image layers to another thin pool, where they may be edited before they are mounted.",
      },
      {
        letter: "D",
        kind: "mitigates",
        reason: "Options for a pool that is too small or does not exist leave the daemon without room, or unable to start.",
      },
    ],
    mitigation: "Run `chmod 644 /etc/sysconfig/docker-storage` (or stricter).",
  },
  "containerd-sock-ownership": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "The owner of containerd's socket starts privileged tasks directly, past Docker's authorization plugin and default confinement.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "From there he can also enter running containers of every namespace and read their files and memory.",
      },
    ],
    mitigation:
      "Run `chown root:root /run/containerd/containerd.sock` and set `uid = 0`, `gid = 0` under [grpc] in /etc/containerd/config.toml.",
  },
  "containerd-sock-permissions": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "A containerd socket that others can open makes any local user with `ctr` root, although docker.sock itself is closed to them.",
      },
      {
        letter: "R",
        kind: "mitigates",
        reason: "Containers begun in a namespace of the intruder's own are invisible to Docker's lists, events and logs.",
      },
    ],
    mitigation: "Run `chmod 660 /run/containerd/containerd.sock` (or stricter) and look for a service or script that widens it at start.",
  },
} as const satisfies Record<string, Judgement>;
