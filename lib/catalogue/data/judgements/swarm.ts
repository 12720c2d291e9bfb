import type { Judgement } from "../../judgement";

/** Our judgements of the controls on swarm mode (docker-bench section 7, and 5.1 of the newest edition), by slug. */
export const swarmJudgements = {
  "swarm-mode-not-enabled": {
    severity: "medium",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason:
          "A swarm nobody needs still listens on 2377, 7946 and 4789, where the holder of a join token or a sender of forged overlay packets passes for a node.",
      },
    ],
    mitigation: "Leave an unused cluster with `docker swarm leave --force` and block 2377/tcp, 7946/tcp+udp and 4789/udp at the firewall.",
  },
  "swarm-manager-count": {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "Each surplus manager carries the cluster state and its signing key, so one weak node more is enough to command all of them.",
      },
      {
        letter: "D",
        kind: "mitigates",
        reason: "A badly chosen number, even or too small, loses its majority at the first failure and the cluster takes no more orders.",
      },
    ],
    mitigation: "Keep the smallest odd number of managers that survives a failure, three or five, and `docker node demote` the others.",
  },
  "swarm-bind-interface": {
    severity: "medium",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "A manager that listens on every interface admits, from any network, whoever presents a leaked join token as a new node.",
      },
    ],
    mitigation:
      "Initialise with `docker swarm init --listen-addr 10.0.0.1:2377 --advertise-addr 10.0.0.1` on the internal interface's address.",
  },
  "swarm-overlay-encrypted": {
    severity: "medium",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason:
          "What containers on different nodes tell each other crosses the physical network as plain VXLAN, readable at every hop between them.",
      },
      {
        letter: "T",
        kind: "mitigates",
        reason:
          "VXLAN without IPsec has no integrity check either, so crafted frames can be inserted into an application's private network.",
      },
    ],
    mitigation: "Recreate each overlay network with `docker network create --driver overlay --opt encrypted`.",
  },
  "swarm-secrets": {
    severity: "medium",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason:
          "Credentials given to services as environment or plain config are shown by `docker service inspect` and inherited by every child process.",
      },
    ],
    mitigation: "Store them with `docker secret create`, grant by `--secret`, and read from /run/secrets in the service.",
  },
  "swarm-autolock": {
    severity: "medium",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "The key of the Raft log lies beside it on disk, so a stolen disk or backup of one manager gives away all swarm secrets.",
      },
      {
        letter: "S",
        kind: "mitigates",
        reason: "From an unlocked copy of the manager state its TLS key can be taken and used to join the cluster in that manager's name.",
      },
    ],
    mitigation: "Turn it on with `docker swarm update --autolock=true` and keep the unlock key in a vault off the managers.",
  },
  "swarm-autolock-rotate": {
    severity: "low",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "An unlock key that a former administrator once copied keeps opening every disk and backup of the managers made since.",
      },
    ],
    mitigation: "Run `docker swarm unlock-key --rotate` on a schedule and whenever somebody with access to the key leaves.",
  },
  "swarm-node-certs": {
    severity: "low",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "A certificate stolen from a node impersonates it until it expires, which by default takes three months.",
      },
    ],
    mitigation: "Shorten the life of node certificates with `docker swarm update --cert-expiry 48h`.",
  },
  "swarm-ca-certs": {
    severity: "medium",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "A copied root key goes on signing identities for invented nodes that the swarm believes until the CA itself is replaced.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "The forger may also write the manager role into such a certificate and so give orders to the whole cluster.",
      },
    ],
    mitigation: "Rotate the root with `docker swarm ca --rotate` on a fixed schedule and after each loss or removal of a manager.",
  },
  "swarm-mgmt-plane": {
    severity: "low",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason:
          "Heavy application traffic on the shared link delays the managers' heartbeats, and the cluster falls into elections instead of scheduling.",
      },
      {
        letter: "S",
        kind: "mitigates",
        reason: "From the network of the applications an intruder can reach the control ports and use captured node credentials there.",
      },
    ],
    mitigation: "Join with different addresses: `docker swarm init --advertise-addr 10.0.0.5 --data-path-addr 192.168.0.5`.",
  },
} as const satisfies Record<string, Judgement>;
