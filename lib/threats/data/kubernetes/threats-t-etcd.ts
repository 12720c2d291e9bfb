import type { Threat } from "../../threat-model";
import { required, supporting } from "../links";
import { attack, matrix } from "../references";

/** Tampering with the stored state of the cluster. */
export const kubernetesStateTampering: readonly Threat[] = [
  {
    slug: "cluster-state-changed-in-etcd",
    number: 4,
    title: "Cluster State Changed in etcd",
    stride: "T",
    origin: "bulkhead",
    description:
      "etcd holds every object and knows no roles. Whoever writes to it directly plants administrators, pods and tokens below the API server: no check of rights, no admission, no line in the audit log.",
    attackPath: [
      "The attacker reaches the client or peer port of etcd, or its data directory.",
      "etcd asks him for no certificate, or accepts one made for another purpose.",
      "He writes a role binding or a pod straight into the store.",
      "The API server serves it as if it had been created properly.",
    ],
    elements: ["etcd", "api-server-etcd", "api-server"],
    likelihood: "low",
    impact: "very_high",
    mitigations: [
      { id: "client-certificates", text: "Make etcd ask clients and peers for certificates of an authority that serves etcd alone." },
      { id: "no-self-signed", text: "Let no member sign its own certificate." },
      { id: "data-directory", text: "Leave the data directory to the account that runs etcd." },
    ],
    controls: [
      required("etcd-client-cert-auth", "client-certificates", "Whoever has no certificate of etcd's authority cannot write to the store."),
      required("etcd-peer-client-cert-auth", "client-certificates", "No foreign process joins as a member and proposes changes."),
      required("etcd-auto-tls", "no-self-signed", "Clients are not content with a certificate that proves nothing."),
      required("etcd-peer-auto-tls", "no-self-signed", "Members know each other by certificates that somebody vouched for."),
      required(
        "control-plane-etcd-data-dir-permissions",
        "data-directory",
        "Other accounts on the host cannot change the database's files.",
      ),
      supporting(
        "control-plane-etcd-data-dir-ownership",
        "data-directory",
        "The files belong to an account that runs nothing but etcd; kubeadm runs etcd as root and therefore fails this check.",
        "low",
      ),
      supporting(
        "etcd-unique-ca",
        "client-certificates",
        "A certificate of the cluster's own authority, a kubelet's for instance, does not open the store.",
      ),
      supporting(
        "apiserver-etcd-cafile",
        "client-certificates",
        "The API server takes no state from a store that only claims to be etcd.",
        "high",
      ),
    ],
    references: [attack("T1098.006"), attack("T1485"), matrix("MS-TA9038")],
    uncovered: null,
    stated: null,
  },
];
