import type { Guidance } from "../../guidance";

/** Guidance for the checks on the host as a whole (section 1 without its audit rules). */
export const hostGuidance = {
  "separate-partition": {
    meaning:
      "Asks Docker for its data root (`/var/lib/docker` unless it was moved) and passes when that directory is a mount point; the first versions of the tool looked for `/var/lib/docker` in `/etc/fstab` instead. With user namespaces on, it looks at the directory above. A pass says that the data root has a file system of its own, not that this one is large enough or watched.",
    why: "Images, writable layers, volumes and the logs of all containers grow in this directory. One container that writes without end, or a debug log without rotation, fills the file system below it. When that is the root file system, the journal, logins, package updates and the daemon itself stop with it.",
    fix: [
      {
        place: "shell",
        text: "Make a file system, here on LVM. Take two where images are kept by containerd, as new installations do since Docker 29: their layers lie in `/var/lib/containerd`.",
        code: "sudo lvcreate --name docker --size <size>G <volume-group>\nsudo mkfs.xfs /dev/<volume-group>/docker",
      },
      {
        place: "shell",
        text: "Stop the containers and Docker, and copy the data. The old directory stays until you are sure.",
        code: "docker ps -q | xargs -r docker stop\nsudo systemctl stop docker.socket docker.service containerd.service\nsudo mount /dev/<volume-group>/docker /mnt\nsudo rsync -aHAXS --numeric-ids /var/lib/docker/ /mnt/\nsudo umount /mnt\nsudo mv /var/lib/docker /var/lib/docker.old\nsudo install -d -m 0710 /var/lib/docker",
      },
      {
        place: "configuration",
        text: "Add the mount to `/etc/fstab`.",
        code: "/dev/<volume-group>/docker /var/lib/docker xfs defaults 0 0",
      },
      {
        place: "systemd",
        text: "Let Docker start only when the file system is there, in `/etc/systemd/system/docker.service.d/mount.conf`. Without this a failed mount makes it start on an empty directory.",
        code: "[Unit]\nRequiresMountsFor=/var/lib/docker",
      },
      {
        place: "shell",
        text: "Mount and start again.",
        code: "sudo systemctl daemon-reload\nsudo mount /var/lib/docker\nsudo systemctl start containerd.service docker.socket docker.service",
      },
    ],
    verify: [
      {
        text: "Names the new file system, not `/`, as the one that holds the data root, with its size and use.",
        code: "df -h \"$(docker info --format '{{.DockerRootDir}}')\"",
      },
      { text: "Says that the directory is a mountpoint.", code: "mountpoint /var/lib/docker" },
    ],
    sideEffects:
      "All containers stand still while the data is copied. A file system that is too small fills up earlier than the root did: see `docker system df` first and put an alarm on its use. Files that containers bind mount from elsewhere are not covered.",
    effort: "hours",
    nist: [],
    attack: ["T1499"],
  },
  "trusted-users": {
    meaning:
      "Prints the members of the group `docker`. Without a list of trusted users (option `-u`, since v1.3.6) that is an INFO for people to judge; with one, the check warns of each member who is not on it. Accounts that have `docker` as their primary group, or that may run `docker` through `sudo`, are not seen.",
    why: "The socket of the daemon takes any order from this group, and the daemon is root. A member, or malware in that member's session, starts a container with `/` mounted, and reads `/etc/shadow` or adds a key for root without ever being asked for a password. The daemon's own log does not say which member it was.",
    fix: [
      {
        place: "shell",
        text: "Show who has the group, also as primary group.",
        code: "getent group docker\ngetent passwd | awk -F: -v gid=\"$(getent group docker | cut -d: -f3)\" '$4 == gid { print $1 }'",
      },
      {
        place: "shell",
        text: "Take out everybody who is not meant to be root here. Sessions that are open keep the group, so end them.",
        code: "sudo gpasswd -d <user> docker\nsudo loginctl terminate-user <user>",
      },
      {
        place: "shell",
        text: "Give people who only need containers a daemon of their own, which runs as themselves. The package is `docker-ce-rootless-extras`; run the tool as that user.",
        code: "dockerd-rootless-setuptool.sh install",
      },
    ],
    verify: [
      { text: "Lists nobody but the accounts that you count as administrators of this host.", code: "getent group docker" },
      { text: "Is refused with `permission denied` for an account that was taken out.", code: "sudo -u <user> docker ps" },
    ],
    sideEffects:
      "Build agents and deployment accounts are often in the group and stop working: look who they are before you remove them. Rootless Docker cannot do everything, for example AppArmor profiles and overlay networks.",
    effort: "hours",
    nist: ["4.5.4"],
    attack: ["T1078", "T1609", "T1610", "T1611"],
  },
  "docker-up-to-date": {
    meaning:
      "Compares the engine's version with a number made from the date of a month ago, such as `24.05.0`, which stopped to mean anything when Docker left that way of counting with release 23.0. Since v1.3.6 the tool prints PASS whatever comes out. Read the version in the line below the check and compare it with the list of supported releases yourself.",
    why: "Ways out of a container are published with the release that closes them: CVE-2019-5736 and CVE-2024-21626 in runc came with working exploits within days. Whoever runs code in a container of an old engine, through a flaw of the application or in an image of their making, needs only to copy one of them to be root on the host.",
    fix: [
      {
        place: "shell",
        text: "Upgrade from Docker's repository on Debian and Ubuntu; `containerd.io` carries runc.",
        code: "sudo apt-get update\nsudo apt-get install --only-upgrade docker-ce docker-ce-cli containerd.io docker-buildx-plugin docker-compose-plugin",
      },
      {
        place: "shell",
        text: "The same on Fedora and Red Hat style systems.",
        code: "sudo dnf upgrade docker-ce docker-ce-cli containerd.io docker-buildx-plugin docker-compose-plugin",
      },
      {
        place: "shell",
        text: "With the package of the distribution (`docker.io` on Debian and Ubuntu) its security updates count, and the version number stays behind on purpose.",
        code: "sudo apt-get update\nsudo apt-get install --only-upgrade docker.io containerd runc",
      },
    ],
    verify: [
      {
        text: "Shows the versions of the engine, containerd and runc that are running.",
        code: "docker version --format '{{range .Server.Components}}{{.Name}} {{.Version}}{{println}}{{end}}'",
      },
    ],
    sideEffects:
      "The upgrade restarts the daemon and stops all containers unless live restore is on, which does not bridge every jump between major releases. Major releases drop old options and API versions, so read the release notes and try one host first.",
    effort: "hours",
    nist: ["4.4.1"],
    attack: ["T1068", "T1611"],
  },
  "host-hardened": {
    meaning:
      "A reminder without a test: the tool prints a note on every host, hardened or not. Whether the operating system below Docker is in order has to be shown by a scanner made for that system.",
    why: "Containers are only as safe as the system that runs them. Whoever guesses an SSH password or finds a forgotten service lands beneath all of them, where their files, secrets and memory lie open and no container setting counts. Loose kernel settings help a small account on the host to become root.",
    fix: [
      {
        place: "configuration",
        text: "Let SSH take keys only and no root login, in `/etc/ssh/sshd_config.d/10-hardening.conf`. The file counts where `/etc/ssh/sshd_config` includes that directory, as current distributions do.",
        code: "PermitRootLogin no\nPasswordAuthentication no\nKbdInteractiveAuthentication no",
      },
      {
        place: "shell",
        text: "Check the file, then reload; the unit is `sshd` on Red Hat style systems. Keep a session open until a second one was let in.",
        code: "sudo sshd -t && sudo systemctl reload ssh",
      },
      {
        place: "configuration",
        text: "Set what makes kernel flaws harder to use, in `/etc/sysctl.d/90-hardening.conf`, and load it with `sudo sysctl --system`.",
        code: "kernel.dmesg_restrict = 1\nkernel.kptr_restrict = 2\nkernel.yama.ptrace_scope = 1\nfs.protected_hardlinks = 1\nfs.protected_symlinks = 1\nfs.protected_regular = 2",
      },
      {
        place: "shell",
        text: "Measure the rest with OpenSCAP and the content for your system (package `scap-security-guide` on Red Hat style systems, `ssg-debian` or `ssg-debderived` on Debian and Ubuntu). `oscap info` on the same file lists the profiles.",
        code: "sudo oscap xccdf eval --profile <profile> --report report.html /usr/share/xml/scap/ssg/content/ssg-<system>-ds.xml",
      },
    ],
    verify: [
      {
        text: "Prints `no` for all three.",
        code: "sudo sshd -T | grep -E '^(permitrootlogin|passwordauthentication|kbdinteractiveauthentication) '",
      },
      { text: "Prints 1 and 2.", code: "sysctl -n kernel.dmesg_restrict kernel.kptr_restrict" },
    ],
    sideEffects:
      "Profiles of general benchmarks set `net.ipv4.ip_forward` to 0, which cuts containers off the network: make an exception. A firewall such as ufw does not stop ports that Docker publishes; rules for those belong in the chain `DOCKER-USER`. Whoever has no key on file is locked out of SSH.",
    effort: "days",
    nist: ["4.5.1", "4.5.3"],
    attack: ["T1068", "T1110", "T1133"],
  },
  "kernel-updated": {
    meaning:
      "Compares the running kernel with version 3.10, the oldest that Docker asked for at the time, and warns below that. A pass is no news on any system of the last ten years, and says nothing about missing security fixes. The check left the tool after v1.2.0.",
    why: "Every container calls straight into this one kernel, so a privilege flaw in it leads from any of them to root on the host, past namespaces and capabilities. Dirty COW and Dirty Pipe worked from inside containers. An installed update protects nobody before the machine runs it.",
    fix: [
      {
        place: "shell",
        text: "Install the distribution's kernel updates, on Red Hat style systems with `sudo dnf upgrade`.",
        code: "sudo apt-get update\nsudo apt-get full-upgrade",
      },
      {
        place: "shell",
        text: "Boot into the new kernel, after the workload was moved away.",
        code: "sudo systemctl reboot",
      },
      {
        place: "shell",
        text: "Let updates install themselves from then on, on Red Hat style systems with the package `dnf-automatic`.",
        code: "sudo apt-get install unattended-upgrades\nsudo dpkg-reconfigure --priority=low unattended-upgrades",
      },
    ],
    verify: [
      {
        text: "Shows the running kernel and, below, the installed ones: the running one is the newest of them.",
        code: "uname -r\nls -1 /boot/vmlinuz-*",
      },
      {
        text: "Finds no such file on Debian and Ubuntu; on Red Hat style systems `needs-restarting -r` answers the same.",
        code: "ls /run/reboot-required",
      },
    ],
    sideEffects:
      "The reboot stops all containers, and those without a restart policy stay down. Modules built outside the distribution's kernel (graphics, storage) have to be rebuilt first. Live patching saves reboots but does not cover every flaw.",
    effort: "hours",
    nist: ["4.5.3"],
    attack: ["T1068", "T1611"],
  },
  "non-essential-services": {
    meaning:
      "Counts the listening IPv4 TCP sockets that `netstat -na` shows and warns when there are more than five. It neither knows which service is behind a socket nor looks at IPv6, and ports that Docker publishes for containers count too. A pass says that the list is short, not that it is right; the check left the tool after v1.2.0.",
    why: "Each program that listens is one more way in, beneath all containers. A mail server or RPC service that was installed along with the system is rarely updated with the same care as the application. A flaw in it gives a stranger on the network an account on the Docker host.",
    fix: [
      {
        place: "shell",
        text: "Show who listens where. Lines of `docker-proxy` are published ports of containers.",
        code: "sudo ss -lntup",
      },
      {
        place: "shell",
        text: "Find the unit of a process that you do not need, and switch it off with its socket where it has one.",
        code: "systemctl status <pid>\nsudo systemctl disable --now <name>.service\nsudo systemctl disable --now <name>.socket",
      },
      {
        place: "shell",
        text: "Remove the package, so that no update switches it on again; on Red Hat style systems with `sudo dnf remove`.",
        code: "sudo apt-get purge <package>",
      },
      {
        place: "Compose",
        text: "Publish container ports that only the host needs on its loopback address.",
        code: 'services:\n  <service>:\n    ports:\n      - "127.0.0.1:<host-port>:<container-port>"',
      },
    ],
    verify: [
      {
        text: "Lists only services that you can name a purpose for, each on the narrowest address that serves it.",
        code: "sudo ss -lntup",
      },
    ],
    sideEffects:
      "Some services are needed by others: `systemctl list-dependencies --reverse <name>.service` shows by which. Monitoring and backup agents listen as well, so ask their owners before you remove one.",
    effort: "hours",
    nist: ["4.5.1"],
    attack: ["T1133", "T1190"],
  },
} satisfies Readonly<Record<string, Guidance>>;
