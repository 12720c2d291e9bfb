import type { Judgement } from "../../judgement";

/** Our judgements of the Kubernetes checks on versions, ports and other matters of running a cluster. */
export const kubeOperationsJudgements = {
  "kube-dashboard": {
    severity: "high",
    stride: [
      { letter: "E", kind: "mitigates", reason: "An open dashboard acts with its own account, and visitors use its rights." },
      { letter: "I", kind: "mitigates", reason: "It shows all objects that its account may read to anybody who finds the page." },
    ],
    mitigation: "Remove the dashboard, or publish it behind a login with a service account of few rights.",
  },
  "kube-kubectl-version": {
    severity: "low",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "Old versions of `kubectl cp` let a container write outside the target directory on the administrator's machine.",
      },
    ],
    mitigation: "Keep kubectl within one minor version of the API server.",
  },
  "kube-ports-protocols": {
    severity: "low",
    stride: [{ letter: "I", kind: "mitigates", reason: "Services on ports that nobody approved slip past firewall rules and monitoring." }],
    mitigation: "Compare the ports in use with the list that your organisation approved.",
  },
  "kube-old-components": {
    severity: "low",
    stride: [
      { letter: "E", kind: "mitigates", reason: "An old component with a known flaw can be started again in place of the mended one." },
    ],
    mitigation: "Remove images and packages of older component versions after an upgrade.",
  },
  "kube-updates": {
    severity: "high",
    stride: [
      { letter: "E", kind: "mitigates", reason: "Published flaws of the running version stay open, with exploits at hand." },
      { letter: "D", kind: "mitigates", reason: "Known faults that crash components may be triggered from outside." },
    ],
    mitigation: "Run a supported Kubernetes release and apply its security patches.",
  },
} as const satisfies Record<string, Judgement>;
