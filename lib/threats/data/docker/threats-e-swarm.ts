import type { Threat } from "../../threat-model";
import { required, supporting } from "../links";
import { attack } from "../references";

/** Elevation of privilege from a node to the whole swarm. */
export const dockerSwarmElevation: readonly Threat[] = [
  {
    slug: "swarm-manager-takeover",
    number: 7,
    title: "Swarm Manager Takeover",
    stride: "E",
    origin: "bulkhead",
    stated: null,
    description:
      "A manager of a swarm commands every node. Whoever joins as one, takes one over or forges its certificate runs containers of his choice on all hosts of the cluster. A swarm that nobody needs stands open for no gain at all.",
    attackPath: [
      "Reach port 2377 with a leaked join token, or break into the weakest of many managers.",
      "Become a manager, or copy the cluster's signing key from its state.",
      "Create a service that mounts the host's root directory on every node.",
      "Be root on all of them.",
    ],
    elements: ["swarm-peers", "swarm-traffic", "dockerd"],
    likelihood: "low",
    impact: "very_high",
    mitigations: [
      { id: "few-managers", text: "Run no more managers than the swarm needs, and no swarm where none is needed." },
      { id: "narrow-door", text: "Let managers listen on one interface, apart from the traffic of applications." },
      { id: "rotated-identities", text: "Renew node certificates, the CA and the unlock key, so that a stolen one ends." },
      { id: "locked-state", text: "Lock managers, so that a copy of their state opens nothing." },
    ],
    controls: [
      supporting(
        "swarm-manager-count",
        "few-managers",
        "Each surplus manager holds the whole state, so the weakest of them opens the cluster; the tool counts only the leader, so its word proves little.",
        "low",
      ),
      required(
        "swarm-bind-interface",
        "narrow-door",
        "A manager that listens everywhere admits, from any network, whoever has a join token.",
      ),
      required("swarm-autolock", "locked-state", "From an unlocked copy of a manager's state its identity can be taken and used."),
      supporting(
        "swarm-mode-not-enabled",
        "few-managers",
        "A swarm that nobody needs still listens; on a host that needs one the check fails and decides nothing.",
        "high",
      ),
      supporting(
        "swarm-ca-certs",
        "rotated-identities",
        "A copied root key signs managers until the CA is replaced; on a swarm the tool decides nothing.",
      ),
      supporting(
        "swarm-node-certs",
        "rotated-identities",
        "A stolen node certificate serves until it expires, which by default takes three months.",
      ),
      supporting(
        "swarm-mgmt-plane",
        "narrow-door",
        "From the applications' network an intruder reaches the control ports; on a swarm the tool decides nothing.",
      ),
      supporting(
        "swarm-overlay-encrypted",
        "narrow-door",
        "Without encryption an overlay accepts forged packets as those of a node.",
        "low",
      ),
      supporting("ucp-rbac", "few-managers", "Roles decide who may place workloads on managers.", "low"),
      supporting("ucp-ldap", null, "A leaver whose local account still works keeps his hold on the cluster.", "low"),
    ],
    references: [attack("T1098.006"), attack("T1610"), attack("T1053.007")],
    uncovered:
      "A host without a swarm passes these checks, since it has no manager to take over. How many managers there are no scan says, for the tool counts the leader alone.",
  },
];
