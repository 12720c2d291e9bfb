import type { Threat } from "../../threat-model";
import { required, supporting } from "../links";
import { attack, matrix } from "../references";

/** Information disclosure of secrets that the cluster keeps. */
export const kubernetesSecretDisclosure: readonly Threat[] = [
  {
    slug: "secrets-read-from-the-cluster",
    number: 2,
    title: "Secrets Read from the Cluster",
    stride: "I",
    origin: "bulkhead",
    description:
      "Passwords, keys and tokens lie in the cluster as Secrets. They are read through a role that is too wide, from etcd's disk or a backup of it, or from the environment of a process. One Secret often opens a database or a cloud account outside the cluster.",
    attackPath: [
      "The attacker has a token with the right to list Secrets, a node, a backup of etcd, or the logs of an application.",
      "He reads the Secrets in reach; unencrypted ones are plain base64.",
      "He signs in with them elsewhere, in the cluster or beyond.",
    ],
    elements: ["etcd", "api-server-etcd", "api-server", "pod-a", "node-files"],
    likelihood: "high",
    impact: "high",
    mitigations: [
      {
        id: "narrow-roles",
        text: "Grant reading of Secrets by name to those who need it, and limit each node to the Secrets of its pods.",
      },
      {
        id: "encrypt-at-rest",
        text: "Encrypt Secrets before they reach etcd, with a key kept outside the cluster, and guard etcd's files and backups.",
      },
      { id: "outside-store", text: "Keep valuable secrets in a store of their own, and hand them to pods as files." },
    ],
    controls: [
      required("apiserver-authorization-mode-rbac", "narrow-roles", "Secrets are read only by accounts whose role says so."),
      required("apiserver-authorization-mode-node", "narrow-roles", "A node reads the Secrets of its own pods and no others."),
      required("etcd-client-cert-auth", "encrypt-at-rest", "Nobody reads all Secrets from an etcd that asks for nothing."),
      required("control-plane-etcd-data-dir-permissions", "encrypt-at-rest", "Other accounts on the host cannot copy the database."),
      supporting(
        "apiserver-encryption-provider-config",
        "encrypt-at-rest",
        "Secrets in etcd's files and backups cannot be read without the key.",
        "high",
      ),
      supporting("apiserver-encryption-provider-strong", "encrypt-at-rest", "Encryption is not configured in name only.", "high"),
      supporting("kube-policies-secrets-access", "narrow-roles", "Few roles may get, list or watch Secrets.", "high"),
      supporting("kube-policies-wildcard-roles", "narrow-roles", "A wildcard in a role takes in Secrets without saying so."),
      supporting(
        "kube-policies-create-persistent-volumes",
        "narrow-roles",
        "Disks of others with their data cannot be attached under a new name.",
        "low",
      ),
      supporting("kube-policies-secrets-as-files", "outside-store", "Secrets do not show up in crash reports and child processes."),
      supporting("kube-policies-external-secrets", "outside-store", "What is not kept in the cluster does not fall with it."),
      supporting(
        "managed-secrets-encryption",
        "encrypt-at-rest",
        "The provider's copy of the store holds Secrets encrypted with a key you can withdraw.",
        "high",
      ),
      supporting("managed-disk-cmek", "encrypt-at-rest", "Snapshots of volumes are unreadable once you take the key back.", "low"),
      supporting("managed-boot-disk-cmek", "encrypt-at-rest", "What nodes keep on their disks depends on a key of yours.", "low"),
      supporting("etcd-unique-ca", "encrypt-at-rest", "A certificate made for another purpose does not read the store."),
      supporting(
        "control-plane-etcd-data-dir-ownership",
        "encrypt-at-rest",
        "No account but etcd's can open the data directory for itself.",
        "low",
      ),
      supporting("node-azure-json-permissions", null, "The cloud secret that the file may hold is not open to other accounts on the node."),
      supporting(
        "kube-audit-policy-coverage",
        null,
        "A policy that records bodies of Secrets would copy their values into the log.",
        "low",
      ),
      supporting("node-azure-json-ownership", null, "No account but root reads that cloud secret by owning its file."),
    ],
    references: [attack("T1552.007"), attack("T1552"), matrix("MS-TA9025"), matrix("MS-TA9027"), matrix("MS-TA9041")],
    uncovered:
      "Current benchmarks leave encryption at rest and the roles that read Secrets to manual checks: attest them, or take a pass here as half the answer.",
    stated: null,
  },
];
