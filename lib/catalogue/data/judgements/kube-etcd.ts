import type { Judgement } from "../../judgement";

/** Our judgements of the Kubernetes checks on etcd. */
export const kubeEtcdJudgements = {
  "etcd-cert-file": {
    severity: "high",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "The whole state of the cluster, Secrets included, goes between the API server and etcd in clear text.",
      },
      { letter: "S", kind: "mitigates", reason: "A client cannot tell the true etcd from one that somebody put in its place." },
    ],
    mitigation: "Start etcd with `--cert-file` and `--key-file`.",
  },
  "etcd-client-cert-auth": {
    severity: "critical",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "Whoever reaches port 2379 may write roles and pods straight into the store, past all checks of the API server.",
      },
      { letter: "I", kind: "mitigates", reason: "Each Secret of the cluster can be read from an etcd that asks its clients for nothing." },
    ],
    mitigation: "Start etcd with `--client-cert-auth=true` and `--trusted-ca-file`.",
  },
  "etcd-auto-tls": {
    severity: "high",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "Certificates that etcd signs for itself prove nothing, so anybody may pose as the store.",
      },
    ],
    mitigation: "Remove `--auto-tls=true` and give etcd a certificate of your own authority.",
  },
  "etcd-peer-cert-file": {
    severity: "high",
    stride: [
      { letter: "I", kind: "mitigates", reason: "Members copy the full contents of the store to each other without encryption." },
      { letter: "T", kind: "mitigates", reason: "A stranger on the members' network may alter entries while they are replicated." },
    ],
    mitigation: "Start each member with `--peer-cert-file` and `--peer-key-file`.",
  },
  "etcd-peer-client-cert-auth": {
    severity: "high",
    stride: [
      { letter: "S", kind: "mitigates", reason: "A foreign process can join the members' conversation and count as one of them." },
      { letter: "T", kind: "mitigates", reason: "As an accepted peer it proposes changes that the others store." },
    ],
    mitigation: "Start each member with `--peer-client-cert-auth=true`.",
  },
  "etcd-peer-auto-tls": {
    severity: "high",
    stride: [{ letter: "S", kind: "mitigates", reason: "Members cannot know each other by certificates that each of them made up." }],
    mitigation: "Remove `--peer-auto-tls=true` and issue peer certificates from etcd's own authority.",
  },
  "etcd-unique-ca": {
    severity: "medium",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "Where etcd trusts the cluster's authority, every client certificate of the cluster, a kubelet's too, opens the store.",
      },
      { letter: "I", kind: "mitigates", reason: "A certificate issued for quite another purpose is enough to read all Secrets." },
    ],
    mitigation: "Give etcd an authority of its own with `--trusted-ca-file` and sign nothing else with it.",
  },
} as const satisfies Record<string, Judgement>;
