import type { Guidance } from "../../guidance";

/** Guidance for the checks on the running daemon's configuration (section 2, and the registry check that later became C.2). */
export const daemonGuidance = {
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
