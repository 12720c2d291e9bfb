import type { Threat } from "../../threat-model";
import { required, supporting } from "../links";
import { attack, matrix } from "../references";

/** Information disclosure on the network: between pods, and at the ports of components. */
export const kubernetesNetworkDisclosure: readonly Threat[] = [
  {
    slug: "open-traffic-between-pods",
    number: 3,
    title: "Open Traffic Between Pods",
    stride: "I",
    origin: "bulkhead",
    description:
      "In a cluster without network policies every pod reaches every other, across namespaces and nodes. A single taken-over pod scans databases and internal services, listens to neighbours or answers in their place.",
    attackPath: [
      "The attacker takes over a pod through a flaw in its application.",
      "He scans the pod and service networks.",
      "He connects to services that trust their network and ask for no password, or forges addresses to draw traffic to himself.",
      "He copies data of other teams out through the node.",
    ],
    elements: ["pod-a", "pod-b", "pod-a-pod-b", "kube-proxy", "kube-proxy-pod-b"],
    likelihood: "high",
    impact: "medium",
    mitigations: [
      { id: "network-policies", text: "Run a network plugin that enforces policies, and begin each namespace with one that denies all." },
      { id: "no-raw-network", text: "Keep pods off the host's network and ports, and without raw sockets." },
      { id: "namespaces", text: "Part teams and environments by namespaces to which policies can be bound." },
      { id: "no-borrowed-addresses", text: "Forbid Services that claim addresses of others, and have the network check senders." },
    ],
    controls: [
      supporting("kube-policies-cni-network-policies", "network-policies", "Policies are enforced and not merely stored.", "high"),
      supporting(
        "kube-policies-network-policies-defined",
        "network-policies",
        "A taken-over pod reaches only what its policy allows.",
        "high",
      ),
      supporting("managed-network-policy", "network-policies", "The provider's network enforces the policies that tenants write.", "high"),
      supporting("kube-policies-cni-version", "network-policies", "Mistakes of an old plugin do not let denied traffic through.", "low"),
      supporting(
        "kube-policies-net-raw",
        "no-raw-network",
        "Without raw sockets a pod cannot forge answers in the place of its neighbours.",
      ),
      supporting(
        "kube-policies-host-network",
        "no-raw-network",
        "A pod off the host's network neither listens to others nor passes policies by.",
        "high",
      ),
      supporting("kube-policies-host-ports", "no-raw-network", "Traffic does not pass policies by through a port of the node."),
      supporting(
        "kube-policies-privileged-host-ports",
        "no-raw-network",
        "No pod answers where clients expect a service of the node.",
        "low",
      ),
      supporting("kube-policies-namespaces", "namespaces", "Policies need borders to be drawn along."),
      supporting(
        "kube-policies-default-namespace",
        "namespaces",
        "Workloads that lie together in one namespace cannot be parted by policy.",
        "low",
      ),
      supporting(
        "apiserver-admission-deny-service-external-ips",
        "no-borrowed-addresses",
        "No Service draws traffic that is meant for somebody else's address.",
      ),
      supporting("managed-vpc-native", "no-borrowed-addresses", "The network drops packets that a pod sends under a foreign address."),
      supporting("managed-node-firewall", null, "Data cannot leave a node for just anywhere."),
      supporting("kubelet-make-iptables-util-chains", null, "The marks that keep traffic apart on the node are in place.", "low"),
    ],
    references: [attack("T1613"), attack("T1190"), matrix("MS-TA9034"), matrix("MS-TA9031"), matrix("MS-TA9036"), matrix("MS-TA9035")],
    uncovered:
      "kube-bench looks at no network policy by itself, and nothing shows whether pods encrypt what they say to each other: both have to be attested.",
    stated: null,
  },
  {
    slug: "exposed-component-endpoints",
    number: 4,
    title: "Exposed Component Endpoints",
    stride: "I",
    origin: "bulkhead",
    description:
      "Besides their API the components serve health, metrics and debug pages. Open to the network, these tell names, sizes and memory of the cluster to everybody who asks, and prepare the next step of an attack.",
    attackPath: [
      "The attacker scans the networks of control plane and nodes for known ports.",
      "Metrics, profiling or read-only pages answer without a login.",
      "He learns versions, names of workloads, settings and parts of memory.",
      "He picks his next target with this knowledge.",
    ],
    elements: ["controller-manager", "scheduler", "api-server", "kube-proxy", "kubelet"],
    likelihood: "medium",
    impact: "low",
    mitigations: [
      { id: "bind-local", text: "Bind the ports of controller manager, scheduler and kube-proxy to the local host." },
      { id: "no-profiling", text: "Switch profiling off outside of a search for a fault." },
      { id: "close-old-ports", text: "Close read-only and statistics ports, take dashboards away and know which ports are open." },
    ],
    controls: [
      required("controller-manager-bind-address", "bind-local", "The controller manager's pages cannot be fetched over the network."),
      required("scheduler-bind-address", "bind-local", "The scheduler's pages cannot be fetched over the network."),
      required("apiserver-profiling", "no-profiling", "Memory and internals of the API server are not on a debug page."),
      required("controller-manager-profiling", "no-profiling", "The controller manager shows nothing of its memory."),
      required("scheduler-profiling", "no-profiling", "The scheduler does not tell where which workload runs and why."),
      supporting("kube-proxy-metrics-bind-address", "bind-local", "Metrics and settings of kube-proxy stay on the node."),
      supporting(
        "kubelet-read-only-port",
        "close-old-ports",
        "Pod specifications and environments of the node are not shown without a login.",
        "high",
      ),
      supporting("kubelet-cadvisor-port", "close-old-ports", "The statistics port of old kubelets does not list all containers.", "low"),
      supporting("kube-dashboard", "close-old-ports", "No page shows all that a dashboard's account may read."),
      supporting("kube-ports-protocols", "close-old-ports", "No component listens where nobody expects it.", "low"),
      supporting(
        "apiserver-dynamic-auditing",
        "close-old-ports",
        "Nobody has a copy of all audit events sent to a server of his own.",
        "low",
      ),
    ],
    references: [attack("T1613"), attack("T1133"), matrix("MS-TA9005"), matrix("MS-TA9030")],
    uncovered: null,
    stated: null,
  },
];
