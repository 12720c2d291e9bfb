import type { Judgement } from "../../judgement";

/** Our judgements of the Kubernetes checks on the controller manager, the scheduler and the configuration of authentication and auditing. */
export const kubeControlPlaneJudgements = {
  "controller-manager-terminated-pod-gc-threshold": {
    severity: "low",
    stride: [{ letter: "D", kind: "mitigates", reason: "Finished pods pile up in etcd until lists grow slow and memory runs short." }],
    mitigation: "Set `--terminated-pod-gc-threshold` to a number that fits the cluster, for instance 1000.",
  },
  "controller-manager-profiling": {
    severity: "low",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "Through the debug pages of the controller manager one sees which objects it works on and how its memory looks.",
      },
      { letter: "D", kind: "mitigates", reason: "Traces requested from it slow the loops that keep the cluster in its wanted state." },
    ],
    mitigation: "Set `--profiling=false` in the controller manager's manifest.",
  },
  "controller-manager-service-account-credentials": {
    severity: "medium",
    stride: [
      { letter: "E", kind: "mitigates", reason: "All controllers share one mighty account, so a flaw in one has the rights of all." },
      { letter: "R", kind: "mitigates", reason: "The audit log shows the same name for each of them and does not tell which one acted." },
    ],
    mitigation: "Set `--use-service-account-credentials=true`.",
  },
  "controller-manager-service-account-private-key-file": {
    severity: "medium",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason:
          "Without a signing key of their own, service accounts get no tokens the API server can trust, and shared credentials take their place.",
      },
    ],
    mitigation: "Set `--service-account-private-key-file` to a key kept for signing tokens only.",
  },
  "controller-manager-root-ca-file": {
    severity: "medium",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "Pods receive no authority to check the API server with, and their clients are taught to trust any server.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "The service account token that a pod sends to an unchecked server is the impostor's from then on.",
      },
    ],
    mitigation: "Set `--root-ca-file` to the authority of the API server's certificate.",
  },
  "controller-manager-rotate-kubelet-server-certificate": {
    severity: "low",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason: "Serving certificates of kubelets run out unrenewed, and logs, exec and metrics of those nodes stop.",
      },
      { letter: "S", kind: "mitigates", reason: "To keep nodes reachable people then switch off the check of kubelet certificates." },
    ],
    mitigation: "Remove `RotateKubeletServerCertificate=false` from the controller manager's `--feature-gates`.",
  },
  "controller-manager-bind-address": {
    severity: "low",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "Health and metrics of the controller manager can be read by every machine that reaches the control plane's network.",
      },
      { letter: "D", kind: "mitigates", reason: "A port open to the network may be flooded until leader election fails." },
    ],
    mitigation: "Set `--bind-address=127.0.0.1` in the controller manager's manifest.",
  },
  "controller-manager-tls-min-version": {
    severity: "low",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "Metrics and debug data of the controller manager can be decrypted where a protocol older than TLS 1.2 is agreed on.",
      },
    ],
    mitigation: "Set `--tls-min-version=VersionTLS12` or newer on the controller manager.",
  },
  "scheduler-profiling": {
    severity: "low",
    stride: [
      { letter: "I", kind: "mitigates", reason: "The scheduler's debug pages tell where which workload runs and why." },
      { letter: "D", kind: "mitigates", reason: "Profiling it under load delays the placing of new pods." },
    ],
    mitigation: "Set `--profiling=false` in the scheduler's manifest.",
  },
  "scheduler-bind-address": {
    severity: "low",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "From the scheduler's port others on the network learn its configuration and the size of the cluster.",
      },
      { letter: "D", kind: "mitigates", reason: "Whoever can reach the port may keep the scheduler busy, so that pods stay pending." },
    ],
    mitigation: "Set `--bind-address=127.0.0.1` in the scheduler's manifest.",
  },
  "scheduler-tls-min-version": {
    severity: "low",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "A client that insists on TLS 1.0 gets the scheduler's metrics over a channel that can be broken.",
      },
    ],
    mitigation: "Set `--tls-min-version=VersionTLS12` or newer on the scheduler.",
  },
  "control-plane-client-certificate-users": {
    severity: "medium",
    stride: [
      { letter: "S", kind: "mitigates", reason: "A user's certificate cannot be revoked, so a copied one stays good until it expires." },
      {
        letter: "R",
        kind: "mitigates",
        reason: "Several people may share one certificate, and the log then names the certificate instead of the person.",
      },
    ],
    mitigation: "Give people accounts by OpenID Connect and keep client certificates for components.",
  },
  "control-plane-service-account-token-users": {
    severity: "medium",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "Whoever holds the token of a service account is that account, and no second factor is ever asked for.",
      },
      {
        letter: "R",
        kind: "mitigates",
        reason: "A person who works under a service account cannot be told from the program the account was made for.",
      },
    ],
    mitigation: "Give people accounts of their own by OpenID Connect and leave service account tokens to workloads.",
  },
  "control-plane-bootstrap-token-users": {
    severity: "medium",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason:
          "Bootstrap tokens are short strings meant for joining nodes, and a leaked one lets a stranger ask for a node's certificate.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "Rights granted to the bootstrappers' group for a person's sake also go to everyone who holds such a token.",
      },
    ],
    mitigation: "Delete bootstrap tokens after nodes have joined and give people accounts by OpenID Connect.",
  },
  "kube-audit-policy": {
    severity: "medium",
    stride: [
      { letter: "R", kind: "mitigates", reason: "Without a policy the API server records no event at all, even where a log path is set." },
    ],
    mitigation: "Write an audit policy, name it with `--audit-policy-file` and restart the API server.",
  },
  "kube-audit-policy-coverage": {
    severity: "medium",
    stride: [
      {
        letter: "R",
        kind: "mitigates",
        reason: "A policy that leaves out secrets, exec or roles shows everything but the steps of an attack.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "Bodies of Secrets that are recorded at RequestResponse hand their values to all who may read the log.",
      },
    ],
    mitigation: "Record Secrets, tokens and roles at Metadata, pods and workloads at Request, and exec, attach and port-forward as well.",
  },
} as const satisfies Record<string, Judgement>;
