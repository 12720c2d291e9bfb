import type { Threat } from "../../threat-model";
import { required, supporting } from "../links";
import { attack, matrix } from "../references";

/** Information disclosure on the way between components. */
export const kubernetesChannelDisclosure: readonly Threat[] = [
  {
    slug: "insecure-communication-channels",
    number: 1,
    title: "Insecure Communication Channels",
    stride: "I",
    origin: "source",
    description:
      "Traffic between the components is read on its way: requests with tokens, Secrets on their way to etcd, logs and sessions of pods. A listener on the network, or somebody who poses as the other end, needs nothing more than a channel without TLS or without verification.",
    attackPath: [
      "The attacker is on a network that the components share: a node, a pod on the host's network, a switch.",
      "He records the traffic or puts himself between two components.",
      "A channel is in clear text, uses a weak protocol or does not check the certificate.",
      "He reads tokens, Secrets and session contents, and uses them.",
    ],
    elements: [
      "kubectl-api-server",
      "api-server-etcd",
      "api-server-kubelet",
      "controller-manager-api-server",
      "scheduler-api-server",
      "etcd",
    ],
    likelihood: "medium",
    impact: "high",
    mitigations: [
      { id: "tls-api-server", text: "Serve the API by TLS with a certificate that clients verify, and close every port without it." },
      { id: "tls-etcd", text: "Use TLS with certificates on both ends between the API server and etcd, and among the members of etcd." },
      {
        id: "tls-components",
        text: "Use TLS with certificates on both ends between the API server and the kubelets and other parts of the control plane.",
      },
      { id: "strong-tls", text: "Allow TLS 1.2 or newer and cipher suites with forward secrecy only." },
    ],
    controls: [
      required("apiserver-tls-cert-file", "tls-api-server", "Clients can verify the API server, and what they send stays between the two."),
      required("apiserver-etcd-certfile", "tls-etcd", "The API server proves itself to etcd, so their channel need not be open to others."),
      required("apiserver-etcd-cafile", "tls-etcd", "The API server checks that it sends the Secrets to the true etcd."),
      required("etcd-cert-file", "tls-etcd", "etcd serves its clients by TLS."),
      required("etcd-peer-cert-file", "tls-etcd", "Members of etcd replicate the store over encrypted channels."),
      required("apiserver-kubelet-client-certificate", "tls-components", "API server and kubelet talk by TLS with a proof of who calls."),
      supporting(
        "apiserver-kubelet-certificate-authority",
        "tls-components",
        "Logs and sessions do not go to whoever answers on the node's address; this decides the threat of node impersonation.",
        "high",
      ),
      supporting(
        "apiserver-kubelet-https",
        "tls-components",
        "The way to the kubelets is not switched to clear text; only old releases can.",
        "low",
      ),
      supporting("apiserver-secure-port", "tls-api-server", "The encrypted port is open, so nobody needs another.", "low"),
      supporting("apiserver-insecure-port", "tls-api-server", "The unencrypted port is closed; only old releases have it."),
      supporting("apiserver-insecure-bind-address", "tls-api-server", "The unencrypted port of old releases is not on the network."),
      supporting("etcd-auto-tls", "tls-etcd", "Clients of etcd do not get used to certificates that prove nothing."),
      supporting("etcd-peer-auto-tls", "tls-etcd", "Members do not encrypt towards whoever made up a certificate."),
      supporting("apiserver-strong-ciphers", "strong-tls", "Recorded traffic stays unreadable when a key leaks later."),
      supporting("apiserver-tls-min-version", "strong-tls", "A connection cannot be talked down to a protocol with known flaws."),
      supporting(
        "controller-manager-tls-min-version",
        "strong-tls",
        "The controller manager's metrics travel by a protocol that holds.",
        "low",
      ),
      supporting("scheduler-tls-min-version", "strong-tls", "The scheduler's metrics travel by a protocol that holds.", "low"),
      supporting("kubelet-tls-cert-file", "tls-components", "The kubelet serves by a certificate that can be verified."),
      supporting(
        "kubelet-rotate-server-certificate",
        "tls-components",
        "The kubelet renews its serving certificate, so nobody has a reason to stop verifying it.",
      ),
      supporting("kubelet-strong-ciphers", "strong-tls", "What passes between API server and kubelet is not encrypted weakly."),
      supporting("managed-load-balancer-tls", null, "What users send to the cluster is encrypted up to the load balancer."),
    ],
    references: [attack("T1552"), matrix("MS-TA9036"), matrix("MS-TA9024")],
    uncovered: "Traffic between pods is a threat of its own: no check sees whether applications encrypt it.",
    stated: null,
  },
];
