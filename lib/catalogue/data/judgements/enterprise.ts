import type { Judgement } from "../../judgement";

/** Our judgements of the controls on Docker Enterprise: UCP and the trusted registry (docker-bench section 8), by slug. */
export const enterpriseJudgements = {
  "ucp-ldap": {
    severity: "medium",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason:
          "Accounts local to UCP escape the directory's lock-out and password rules, so a leaver's or a guessed login still opens the cluster.",
      },
    ],
    mitigation: "Connect UCP to LDAP or Active Directory over TLS, and remove local accounts but one sealed emergency administrator.",
  },
  "ucp-external-certs": {
    severity: "medium",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason:
          "Users who must click through a self-signed certificate cannot tell the real UCP from a server that somebody put in between.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "The server in between reads the administrators' passwords and session tokens as they log in.",
      },
    ],
    mitigation: "Replace the built-in UCP certificates by ones of your trusted CA with all load balancer names in the SAN.",
  },
  "ucp-client-bundles": {
    severity: "medium",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason:
          "Without a key pair of their own, ordinary users share logins to nodes, and one cannot be told from another or from an intruder.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "A user who goes to an engine's socket past UCP has all rights of that engine instead of the narrower grants given in UCP.",
      },
      {
        letter: "R",
        kind: "mitigates",
        reason: "Commands sent straight to an engine carry no personal certificate, so the record names nobody.",
      },
    ],
    mitigation: "Give each user a UCP client bundle for the command line, and withdraw SSH and docker group access to the nodes.",
  },
  "ucp-rbac": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "Where roles were never narrowed, a developer's account can start workloads on any node, with host mounts or privileges.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "Teams that are not kept apart by collections can look into one another's secrets, volumes and container logs.",
      },
    ],
    mitigation: "Define teams, roles and collections in UCP, set the default role to None, and grant per collection only what is used.",
  },
  "ucp-signed-images": {
    severity: "medium",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "UCP schedules whatever image it is given, also one that was altered after the release team had approved it.",
      },
      {
        letter: "R",
        kind: "mitigates",
        reason: "A deployment then needs no signature of any team, and afterwards nobody is on record as having let the image through.",
      },
    ],
    mitigation: "Enable `Run only signed images` in the UCP admin settings and list the teams whose signatures are required.",
  },
  "ucp-session-limit": {
    severity: "low",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "A stolen password can be used in many sessions beside those of its owner, who is never pushed out and so never alarmed.",
      },
    ],
    mitigation: "Set `Per User Limit` under authentication in the UCP admin settings to 3 or lower, but not to 0, which means no limit.",
  },
  "ucp-session-lifetime": {
    severity: "medium",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "An unlocked browser or a copied session token acts as its owner for hours when sessions live long and renew themselves.",
      },
    ],
    mitigation: "Set `Lifetime Minutes` to 15 or lower and `Renewal Threshold Minutes` to 0 in the UCP admin settings.",
  },
  "dtr-vuln-scan": {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "detects",
        reason:
          "Images whose packages are known to allow remote code execution lie in the registry unmarked and are deployed like any other.",
      },
    ],
    mitigation:
      "Enable image scanning in DTR with a synchronised vulnerability database, scan on push, and stop promotion at critical findings.",
  },
} as const satisfies Record<string, Judgement>;
