import type { Threat } from "../../threat-model";
import { required, supporting } from "../links";
import { attack, matrix } from "../references";

/** Denial of service: taking pods, nodes or the control plane away. */
export const kubernetesDenial: readonly Threat[] = [
  {
    slug: "resource-exhaustion-and-pod-disruption",
    number: 1,
    title: "Resource Exhaustion and Pod Disruption",
    stride: "D",
    origin: "source",
    description:
      "Pods that take all memory, processor time or process numbers starve their neighbours, and pods that are evicted or deleted together take a service down. It happens by attack, by hijacked computing for somebody else's profit, or by a fault in a program.",
    attackPath: [
      "Somebody deploys a greedy workload, or takes over a pod and lets it mine or fork without end.",
      "Neither the pod nor its namespace has a limit.",
      "The node runs short, and the kubelet evicts neighbours.",
      "Replicas without a disruption budget go down at the same time, and the service stops.",
    ],
    elements: ["pod-a", "pod-b", "kubelet", "container-runtime", "scheduler"],
    likelihood: "high",
    impact: "high",
    mitigations: [
      {
        id: "resource-quotas",
        text: "Give each namespace a resource quota and each container requests and limits; limit process numbers per pod.",
      },
      { id: "disruption-budgets", text: "Protect services that must stay up with PodDisruptionBudgets and replicas on several nodes." },
      { id: "monitoring", text: "Watch use of resources and be told of what is unusual." },
    ],
    controls: [
      supporting(
        "kubelet-pod-pids-limit",
        "resource-quotas",
        "One pod that forks without end cannot take all process numbers of the node.",
        "high",
      ),
      supporting("kube-policies-namespaces", "resource-quotas", "A quota needs a namespace per team to be bound to."),
      supporting(
        "kubelet-protect-kernel-defaults",
        null,
        "The kubelet stops instead of running on kernel settings under which a node fails differently when memory runs short.",
        "low",
      ),
      supporting(
        "kubelet-make-iptables-util-chains",
        null,
        "Traffic to pods does not go astray for want of the node's forwarding rules.",
        "low",
      ),
      supporting("managed-logging", "monitoring", "Unusual use of resources is measured and can raise an alarm."),
      supporting("managed-node-auto-repair", "disruption-budgets", "Broken nodes are replaced before the remaining ones are overrun."),
      supporting("kube-policies-cni-version", null, "Known faults of an old network plugin do not cut pods off.", "low"),
    ],
    references: [attack("T1496"), attack("T1499"), matrix("MS-TA9039"), matrix("MS-TA9040"), matrix("MS-TA9038")],
    uncovered:
      "No check of kube-bench looks at resource quotas, limits or PodDisruptionBudgets, and none decides this threat: attest what you have set up.",
    stated: null,
  },
  {
    slug: "control-plane-flooding",
    number: 2,
    title: "Control Plane Flooding",
    stride: "D",
    origin: "bulkhead",
    description:
      "The API server, etcd and the controllers are shared by all. A client that floods them with events, requests or finished pods, or a disk that runs full of logs, stops deployments and repairs in the whole cluster.",
    attackPath: [
      "A faulty operator or a hostile account sends requests or events in a loop.",
      "Slow requests hold connections; stored objects pile up in etcd; debug pages and open ports add load.",
      "The API server answers late or no longer.",
      "Failed pods are not replaced, nodes are taken for lost and administrators are locked out.",
    ],
    elements: ["api-server", "etcd", "controller-manager", "scheduler", "audit-log", "kubectl-api-server"],
    likelihood: "medium",
    impact: "high",
    mitigations: [
      { id: "limit-requests", text: "Limit the rate of events and requests per client, and end requests that hang." },
      { id: "limit-storage", text: "Bound the audit log's size and clear finished pods away." },
      { id: "fewer-targets", text: "Close debug pages and keep component ports and the API away from strangers." },
    ],
    controls: [
      required("apiserver-audit-log-maxsize", "limit-storage", "The audit log cannot grow until the control plane's disk is full."),
      required("apiserver-profiling", "fewer-targets", "Nobody makes the API server take profile after profile.", "medium"),
      required(
        "controller-manager-bind-address",
        "fewer-targets",
        "The controller manager's port cannot be flooded from the network.",
        "medium",
      ),
      required("scheduler-bind-address", "fewer-targets", "The scheduler's port cannot be flooded from the network.", "medium"),
      supporting(
        "apiserver-admission-event-rate-limit",
        "limit-requests",
        "One client's events are slowed before they stop the rest.",
        "high",
      ),
      supporting("apiserver-request-timeout", "limit-requests", "Stuck requests give their connections back."),
      supporting("kubelet-event-qps", "limit-requests", "A failing node does not flood the API server with its events."),
      supporting(
        "kubelet-streaming-connection-idle-timeout",
        "limit-requests",
        "Forgotten exec and port-forward sessions are ended.",
        "low",
      ),
      supporting("controller-manager-terminated-pod-gc-threshold", "limit-storage", "Finished pods do not pile up in etcd."),
      supporting("controller-manager-profiling", "fewer-targets", "Traces taken from it do not slow the controllers.", "low"),
      supporting("scheduler-profiling", "fewer-targets", "Traces taken from it do not delay the placing of pods.", "low"),
      supporting("managed-endpoint-access", "fewer-targets", "A flood from the internet does not reach the control plane."),
      supporting("apiserver-admission-namespace-lifecycle", null, "The system's own namespaces cannot be deleted.", "low"),
    ],
    references: [attack("T1499"), attack("T1498"), matrix("MS-TA9040")],
    uncovered: "Priority and fairness of requests and the size of etcd are looked at by no check.",
    stated: null,
  },
  {
    slug: "nodes-lost-to-expired-certificates",
    number: 3,
    title: "Nodes Lost to Expired Certificates",
    stride: "D",
    origin: "bulkhead",
    description:
      "Nodes and components know each other by certificates that run out. Where nobody renews them, nodes drop from the cluster one day, usually many at once, and logs, exec and metrics stop. In the hurry verification is then switched off.",
    attackPath: [
      "The cluster is built with certificates for a year.",
      "Rotation is off, or requests for new certificates are not approved.",
      "The certificates expire on many nodes within hours.",
      "Nodes count as lost and their pods are moved until no room is left.",
    ],
    elements: ["kubelet", "api-server-kubelet", "node-files", "controller-manager", "control-plane-files"],
    likelihood: "medium",
    impact: "medium",
    mitigations: [
      {
        id: "rotate",
        text: "Let kubelets renew their client and serving certificates by themselves, and approve the requests by a controller.",
      },
      {
        id: "guard-files",
        text: "Guard certificate files and access lists against damage, and watch the days that certificates have left.",
      },
    ],
    controls: [
      required("kubelet-rotate-certificates", "rotate", "The kubelet renews the certificate with which it signs in before it runs out."),
      required("kubelet-rotate-server-certificate", "rotate", "The kubelet renews its serving certificate, so logs and exec keep working."),
      supporting(
        "controller-manager-rotate-kubelet-server-certificate",
        "rotate",
        "The control plane takes part in renewing serving certificates.",
      ),
      supporting(
        "control-plane-pki-cert-permissions",
        "guard-files",
        "Nobody overwrites the certificates that the control plane starts with.",
      ),
      supporting("managed-access-entries", "guard-files", "A slip in one ConfigMap does not lock all nodes and administrators out.", "low"),
    ],
    references: [attack("T1499")],
    uncovered: "No check reads how many days a certificate has left, nor those of the control plane itself.",
    stated: null,
  },
];
