import type { Threat } from "../../threat-model";
import { detecting, required, supporting } from "../links";
import { attack, matrix } from "../references";

/** Repudiation: acting on images, the daemon or the host without a trace. */
export const dockerRepudiationThreats: readonly Threat[] = [
  {
    slug: "unauthorized-image-deployment",
    number: 1,
    title: "Unauthorized Image Deployment",
    stride: "R",
    origin: "source",
    stated: null,
    description:
      "An unapproved or malicious image is deployed, and afterwards nobody can say who did it or where it came from. The daemon acts as root for everybody, tags do not name their author, and a log that stays on the host can be wiped by the one it accuses.",
    attackPath: [
      "Use an account or build job that is allowed to deploy.",
      "Pull an image from a repository that nobody approved.",
      "Start it under an innocent name beside the others.",
      "Remove container and image, and with them the output that told of it.",
    ],
    elements: ["operator", "docker-cli", "registry", "image-pull", "dockerd", "daemon-writes-logs", "logs-audit"],
    likelihood: "medium",
    impact: "medium",
    mitigations: [
      { id: "recorded-deployments", text: "Log every pull and start, send the record off the host, and have somebody watch it." },
      { id: "trusted-sources", text: "Restrict where images come from to trusted repositories." },
      { id: "named-publishers", text: "Require signatures, so that somebody answers for each image." },
    ],
    controls: [
      required(
        "log-level",
        "recorded-deployments",
        "Above level info the daemon leaves out its ordinary record of what it was told to do.",
      ),
      required(
        "central-logging",
        "recorded-deployments",
        "A record that lies only on the host can be erased by whoever deployed the image.",
      ),
      required("content-trust", "named-publishers", "Without a signature no key stands behind the image, and its author can deny it."),
      required(
        "insecure-registries",
        "trusted-sources",
        "An unverified registry is no trusted source, and nothing shows afterwards who really answered.",
      ),
      supporting(
        "trusted-base-images",
        "trusted-sources",
        "When a base comes from an anonymous repository, nobody can trace who made the layer; no tool knows which are approved.",
        "high",
      ),
      supporting("ucp-signed-images", "named-publishers", "Enforced signing leaves on record which team let the image through."),
      supporting(
        "central-log-collection",
        "recorded-deployments",
        "Collected elsewhere, the record outlives the container and the host.",
        "high",
      ),
      supporting(
        "registry-mirror",
        "trusted-sources",
        "Hosts that pull from one mirror of one's own leave one place where all sources are recorded.",
        "low",
      ),
      detecting(
        "audit-run-containerd",
        "recorded-deployments",
        "A container put straight into the runtime directory shows in no event of Docker, only here.",
      ),
      detecting(
        "audit-containerd-sock",
        "recorded-deployments",
        "Containers started with `ctr` past Docker are told of by nothing but this record.",
      ),
      detecting("audit-docker-registry-service", "trusted-sources", "Shows who pointed the host's own registry at another program.", "low"),
      detecting(
        "audit-sysconfig-docker-registry",
        "trusted-sources",
        "Shows who changed where the host's own registry keeps its images.",
        "low",
      ),
    ],
    references: [attack("T1610"), attack("T1612"), attack("T1204.003"), matrix("MS-TA9008")],
    uncovered: "The engine has no list of allowed repositories, and no check tells whether anybody reads the record of deployments.",
  },
  {
    slug: "untraced-daemon-and-host-changes",
    number: 2,
    title: "Untraced Daemon and Host Changes",
    stride: "R",
    origin: "bulkhead",
    stated: null,
    description:
      "Somebody with root or Docker's rights changes the daemon, its settings or its files, and no record names the account. What goes through the daemon is carried out by root, and what goes past it appears in none of its events, so only the host's audit can tie an act to a login.",
    attackPath: [
      "Log in with an account that several people share, or become root.",
      "Change a setting, a program of the runtime or a layer on disk.",
      "Restart the daemon, so that the change looks like maintenance.",
      "Put the file back, and deny having been there.",
    ],
    elements: ["operator", "dockerd", "containerd", "daemon-config", "images-volumes", "logs-audit"],
    likelihood: "medium",
    impact: "medium",
    mitigations: [
      { id: "audited-daemon", text: "Audit the daemon's program and the programs of the runtime." },
      { id: "audited-files", text: "Audit /etc/docker, daemon.json, the units and /var/lib/docker." },
      { id: "own-accounts", text: "Give each person an account or certificate of their own." },
      { id: "records-off-host", text: "Send records to another machine as they arise." },
    ],
    // Where the threat is the missing trace, an audit rule does not only show it: the rule is what takes it away.
    controls: [
      required("audit-docker-daemon", "audited-daemon", "Without this rule no record ties the use of the daemon's program to a login."),
      required(
        "audit-daemon-json",
        "audited-files",
        "Protection for the whole host can be switched off in this file, and only the rule says by whom.",
      ),
      required(
        "audit-etc-docker",
        "audited-files",
        "Settings, keys and authorities can come and go in this directory with nobody to name for it.",
      ),
      required(
        "audit-docker-service",
        "audited-files",
        "A command hooked into the unit runs as root at each boot, and only the rule says who put it there.",
      ),
      required("audit-var-lib-docker", "audited-files", "Layers and volumes edited on disk appear in no event of Docker."),
      supporting(
        "audit-runc-binary",
        "audited-daemon",
        "Who starts containers with runc alone is in no record of Docker or containerd.",
        "high",
      ),
      supporting("audit-containerd-binary", "audited-daemon", "A second containerd, or a replaced one, is noticed by this rule alone."),
      supporting(
        "audit-containerd-shim-runc-v2",
        "audited-daemon",
        "The shim of every current container can be exchanged without a line in Docker's logs.",
      ),
      supporting("audit-containerd-shim-runc-v1", "audited-daemon", "A retired shim is a quiet place for a planted program.", "low"),
      supporting(
        "audit-containerd-shim",
        "audited-daemon",
        "A legacy shim that was exchanged can listen in, and no account is linked to the exchange.",
        "low",
      ),
      supporting("audit-containerd-config", "audited-files", "Another runtime or plugin written into this file shows nowhere else.", "low"),
      supporting("audit-run-containerd", "audited-files", "Who reaches into the live runtime directory goes past every log of Docker."),
      supporting("audit-containerd-sock", "audited-files", "Orders given to containerd directly leave no event in Docker.", "high"),
      supporting(
        "audit-docker-socket",
        "audited-files",
        "The unit that decides group and mode of the API can be edited with no author on record.",
      ),
      supporting(
        "audit-var-run-docker-sock",
        "audited-files",
        "The daemon does not log which local user sent a request, so its users can deny their orders.",
        "high",
      ),
      supporting("audit-default-docker", "audited-files", "Options set where the init script reads them have no author otherwise.", "low"),
      supporting(
        "audit-sysconfig-docker",
        "audited-files",
        "A flag on the OPTIONS line outlives reviews of the unit, and nothing else says who added it.",
        "low",
      ),
      supporting(
        "audit-sysconfig-docker-network",
        "audited-files",
        "A lifted separation between containers cannot be led back to a person otherwise.",
        "low",
      ),
      supporting(
        "audit-sysconfig-docker-storage",
        "audited-files",
        "After a switch of the storage driver, accident and sabotage look the same without a record.",
        "low",
      ),
      supporting("central-logging", "records-off-host", "A record kept only on the host can be erased by the root it accuses.", "high"),
      supporting("central-log-collection", "records-off-host", "Logs collected elsewhere survive the intruder who wipes the host."),
      supporting("log-level", "records-off-host", "Above level info the daemon's own side of the story is missing."),
      supporting("trusted-users", "own-accounts", "Many names in the docker group, all acting as root, leave nobody to hold to account."),
      supporting("ucp-client-bundles", "own-accounts", "Commands sent to an engine without a personal certificate name nobody."),
      supporting(
        "userland-proxy",
        null,
        "Connections through the proxy bear the bridge's address, so a service cannot record who called.",
        "low",
      ),
      detecting("security-audits", null, "What was changed without a record is found when hosts and logs are reviewed at set times."),
    ],
    references: [attack("T1070"), attack("T1562.001"), attack("T1609"), matrix("MS-TA9021")],
    uncovered: "The checks tell that audit rules exist, not that the records are kept off the host and read by somebody.",
  },
];
