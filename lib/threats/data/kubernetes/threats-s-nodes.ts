import type { Threat } from "../../threat-model";
import { required, supporting } from "../links";
import { attack, matrix } from "../references";

/** Spoofing of a node. */
export const kubernetesNodeSpoofing: readonly Threat[] = [
  {
    slug: "node-impersonation",
    number: 4,
    title: "Node Impersonation",
    stride: "S",
    origin: "bulkhead",
    description:
      "A machine poses as one of the cluster's nodes, or a real node acts for its neighbours. The API server then sends it Secrets and sessions, or lets it change what belongs to others.",
    attackPath: [
      "The attacker takes over one node or copies the credential of its kubelet.",
      "He answers on a node's address, or signs in to the API server with the copied credential.",
      "The API server does not check the kubelet's certificate and hands him logs and exec sessions.",
      "With the node's name he relabels it so that sensitive pods are drawn to it, and reads their Secrets.",
    ],
    elements: ["kubelet", "api-server", "api-server-kubelet", "node-files"],
    likelihood: "low",
    impact: "high",
    mitigations: [
      { id: "verify-kubelets", text: "Have the API server check the certificates of kubelets, and have nodes renew them by themselves." },
      { id: "fence-nodes", text: "Limit a node's credential to its own pods and its own Node object." },
      {
        id: "guard-joining",
        text: "Approve certificate requests of nodes by controllers only, and bind a node's identity to its machine where the provider can.",
      },
    ],
    controls: [
      required(
        "apiserver-kubelet-certificate-authority",
        "verify-kubelets",
        "An impostor on a node's address fails the API server's check.",
      ),
      required("apiserver-authorization-mode-node", "fence-nodes", "A stolen node credential opens only what the pods of that node need."),
      required("apiserver-admission-node-restriction", "fence-nodes", "A node cannot relabel itself or touch objects of its neighbours."),
      supporting("kube-policies-csr-approval", "guard-joining", "Nobody approves a certificate in the name of a node he does not own."),
      supporting(
        "managed-shielded-nodes",
        "guard-joining",
        "A copied bootstrap credential is worthless on a machine that cannot prove what it is.",
      ),
      supporting(
        "node-kubelet-conf-permissions",
        "fence-nodes",
        "The node's credential cannot be read by other accounts on the machine.",
        "high",
      ),
      supporting("kubelet-rotate-certificates", "verify-kubelets", "A copied client certificate of the node runs out soon."),
      supporting(
        "controller-manager-rotate-kubelet-server-certificate",
        "verify-kubelets",
        "Kubelets can get serving certificates that the API server is able to check.",
      ),
      supporting("kubelet-tls-cert-file", "verify-kubelets", "The kubelet shows a certificate that somebody vouches for.", "low"),
      supporting("kubelet-hostname-override", null, "A node bears the name in its certificate, so two machines cannot be mixed up.", "low"),
      supporting("node-proxy-kubeconfig-permissions", "fence-nodes", "Other accounts on the node cannot sign in as its kube-proxy.", "low"),
    ],
    references: [attack("T1036"), attack("T1078"), matrix("MS-TA9030"), matrix("MS-TA9036")],
    uncovered: null,
    stated: null,
  },
];
