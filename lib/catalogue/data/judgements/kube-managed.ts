import type { Judgement } from "../../judgement";

/** Our judgements of the Kubernetes checks on managed services: EKS, AKS and GKE. */
export const kubeManagedJudgements = {
  "managed-audit-logs": {
    severity: "medium",
    stride: [
      {
        letter: "R",
        kind: "mitigates",
        reason: "On a managed control plane the provider keeps no record of API requests for you until you ask for it.",
      },
    ],
    mitigation: "Turn on the audit log of the control plane in the provider's console or command line.",
  },
  "managed-audit-log-collection": {
    severity: "medium",
    stride: [{ letter: "R", kind: "mitigates", reason: "Logs that nobody collects expire or are deleted together with the cluster." }],
    mitigation: "Send audit logs to a central store with a retention and alerts of its own.",
  },
  "managed-image-scanning": {
    severity: "medium",
    stride: [
      { letter: "T", kind: "detects", reason: "Images with known malicious or vulnerable parts are deployed without anybody being told." },
      { letter: "E", kind: "detects", reason: "A flaw that a scan would have named lets an attacker gain rights in the container." },
    ],
    mitigation: "Turn on scanning in the registry, for instance on push.",
  },
  "managed-registry-user-access": {
    severity: "medium",
    stride: [
      { letter: "T", kind: "mitigates", reason: "Whoever may push can replace an image that the cluster trusts." },
      { letter: "I", kind: "mitigates", reason: "Private images, and what was built into them, can be pulled by too many." },
    ],
    mitigation: "Grant people the registry roles they need and no more.",
  },
  "managed-registry-read-only": {
    severity: "medium",
    stride: [{ letter: "T", kind: "mitigates", reason: "A taken-over node that may push plants its changes in the images of all." }],
    mitigation: "Give the cluster's identity read access to the registry only.",
  },
  "managed-approved-registries": {
    severity: "medium",
    stride: [{ letter: "T", kind: "mitigates", reason: "Images come from places where nobody checks what they contain." }],
    mitigation: "Admit images from approved registries only, by policy and by egress rules.",
  },
  "managed-trusted-images": {
    severity: "medium",
    stride: [
      { letter: "T", kind: "mitigates", reason: "Unsigned images are run, so nobody notices that one was exchanged." },
      { letter: "R", kind: "mitigates", reason: "It stays unknown which build an image came from." },
    ],
    mitigation: "Require signed or attested images before a pod starts.",
  },
  "managed-binary-authorization": {
    severity: "medium",
    stride: [
      { letter: "T", kind: "mitigates", reason: "Without the provider's check at deployment any image may be started in the cluster." },
      { letter: "R", kind: "mitigates", reason: "No record tells which deployments would have been refused." },
    ],
    mitigation: "Enable Binary Authorization in enforcing mode with a policy of your own.",
  },
  "managed-service-accounts": {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "Pods use the node's cloud identity, so each of them has the rights that any of them needs.",
      },
      { letter: "R", kind: "mitigates", reason: "The cloud's log shows the node instead of the workload that acted." },
    ],
    mitigation: "Tie cloud permissions to service accounts of workloads (workload identity), one for each.",
  },
  "managed-node-service-account": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "The default account of the compute service often may edit the whole project, and any pod on the node can ask for its token.",
      },
    ],
    mitigation: "Run node pools under a service account with the few roles nodes need.",
  },
  "managed-secrets-encryption": {
    severity: "medium",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "Who gets at the provider's copy of the store, or a backup, reads Secrets that only the disk encryption covers.",
      },
    ],
    mitigation: "Encrypt Secrets with a key of your own in the provider's key service.",
  },
  "managed-metadata-server": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "A pod asks the plain metadata address for the node's credential and uses its cloud rights.",
      },
      { letter: "I", kind: "mitigates", reason: "Bootstrap data of the node can be read from there, too." },
    ],
    mitigation: "Enable the workload metadata server on all node pools.",
  },
  "managed-node-os-image": {
    severity: "low",
    stride: [{ letter: "E", kind: "mitigates", reason: "A general operating system brings services and tools that an intruder can use." }],
    mitigation: "Use the provider's hardened container image for nodes.",
  },
  "managed-node-auto-repair": {
    severity: "low",
    stride: [{ letter: "D", kind: "mitigates", reason: "Broken nodes stay in the pool, and workloads on them fail until somebody looks." }],
    mitigation: "Turn on auto-repair for node pools.",
  },
  "managed-node-auto-upgrade": {
    severity: "medium",
    stride: [{ letter: "E", kind: "mitigates", reason: "Nodes stay on versions whose flaws are known and published." }],
    mitigation: "Turn on auto-upgrade for node pools.",
  },
  "managed-release-channels": {
    severity: "medium",
    stride: [
      { letter: "E", kind: "mitigates", reason: "Control plane and nodes fall behind the releases that still get security fixes." },
      { letter: "D", kind: "mitigates", reason: "An end-of-life version is upgraded by force at a time nobody chose." },
    ],
    mitigation: "Enrol the cluster in a stable or regular release channel.",
  },
  "managed-shielded-nodes": {
    severity: "medium",
    stride: [
      { letter: "S", kind: "mitigates", reason: "A machine outside the cluster may use a copied bootstrap credential and pose as a node." },
      { letter: "T", kind: "mitigates", reason: "Changes to the boot chain of a node go unnoticed." },
    ],
    mitigation: "Enable shielded nodes on the cluster.",
  },
  "managed-integrity-monitoring": {
    severity: "low",
    stride: [{ letter: "T", kind: "detects", reason: "A changed boot loader or kernel is reported to nobody." }],
    mitigation: "Enable integrity monitoring on node pools.",
  },
  "managed-secure-boot": {
    severity: "medium",
    stride: [{ letter: "T", kind: "mitigates", reason: "Unsigned kernel modules and boot code can be loaded and outlive a reboot." }],
    mitigation: "Enable secure boot on node pools.",
  },
  "managed-flow-logs": {
    severity: "low",
    stride: [
      { letter: "R", kind: "mitigates", reason: "Connections between pods leave no record from which an attack could be followed." },
    ],
    mitigation: "Enable flow logs on the cluster's subnet and intranode visibility.",
  },
  "managed-vpc-native": {
    severity: "low",
    stride: [
      { letter: "S", kind: "mitigates", reason: "Without anti-spoofing checks on pod addresses a pod may send under a foreign one." },
    ],
    mitigation: "Create clusters with alias IP ranges (VPC-native).",
  },
  "managed-endpoint-access": {
    severity: "high",
    stride: [
      { letter: "S", kind: "mitigates", reason: "The whole internet may try stolen or guessed credentials on the API server." },
      { letter: "D", kind: "mitigates", reason: "A flood of requests from anywhere reaches the control plane." },
    ],
    mitigation: "Limit the public endpoint to the networks that need it, or switch it off.",
  },
  "managed-private-endpoint": {
    severity: "high",
    stride: [
      { letter: "S", kind: "mitigates", reason: "A control plane with a public address accepts a stolen credential from everywhere." },
      { letter: "I", kind: "mitigates", reason: "Flaws in the API server that leak data can be tried by strangers." },
    ],
    mitigation: "Enable the private endpoint and disable the public one.",
  },
  "managed-private-nodes": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "Each service on a node, kubelet and SSH included, can be attacked directly from the internet.",
      },
    ],
    mitigation: "Create node pools without public addresses.",
  },
  "managed-node-firewall": {
    severity: "medium",
    stride: [
      { letter: "I", kind: "mitigates", reason: "A taken-over node may send data anywhere." },
      { letter: "E", kind: "mitigates", reason: "Ports of the node that nobody meant to publish are open to attack." },
    ],
    mitigation: "Allow only the traffic to and from nodes that the cluster needs.",
  },
  "managed-network-policy": {
    severity: "medium",
    stride: [{ letter: "I", kind: "mitigates", reason: "Pods of all tenants reach each other, because policies are not enforced." }],
    mitigation: "Turn on the network policy engine of the cluster and deny by default.",
  },
  "managed-load-balancer-tls": {
    severity: "medium",
    stride: [
      { letter: "I", kind: "mitigates", reason: "What users send to the cluster can be read on the way to the load balancer." },
      { letter: "S", kind: "mitigates", reason: "Clients cannot tell the service from one that an attacker runs." },
    ],
    mitigation: "Put TLS with a certificate from a trusted authority on each public load balancer.",
  },
  "managed-logging": {
    severity: "medium",
    stride: [
      { letter: "R", kind: "mitigates", reason: "Neither what workloads did nor what happened to the cluster can be looked up later." },
      { letter: "D", kind: "mitigates", reason: "Outages are noticed late, because nothing measures them." },
    ],
    mitigation: "Turn on logging and monitoring of system components and workloads.",
  },
  "managed-node-auditd": {
    severity: "low",
    stride: [{ letter: "R", kind: "mitigates", reason: "System calls and logins on nodes leave no record outside the container logs." }],
    mitigation: "Run the provider's auditd logging on each node.",
  },
  "managed-client-certificates": {
    severity: "medium",
    stride: [
      { letter: "S", kind: "mitigates", reason: "The certificate cannot be revoked, and its holder passes for a cluster user for years." },
    ],
    mitigation: "Create clusters without a client certificate and use the provider's identities.",
  },
  "managed-rbac-users": {
    severity: "medium",
    stride: [
      { letter: "S", kind: "mitigates", reason: "Accounts kept in the cluster itself outlive the people they were made for." },
      { letter: "E", kind: "mitigates", reason: "Rights of somebody who changed teams are not taken back with the group." },
    ],
    mitigation: "Map users and groups of the provider's identity service to roles of the cluster.",
  },
  "managed-azure-rbac": {
    severity: "low",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "Rights in the cluster are granted apart from the directory, and reviews there miss them.",
      },
    ],
    mitigation: "Use Azure RBAC for Kubernetes authorisation.",
  },
  "managed-access-entries": {
    severity: "low",
    stride: [
      { letter: "E", kind: "mitigates", reason: "Whoever may edit the aws-auth ConfigMap makes himself a cluster administrator." },
      { letter: "D", kind: "mitigates", reason: "A slip in that ConfigMap locks all administrators and nodes out." },
    ],
    mitigation: "Use access entries (authentication mode API) in place of the aws-auth ConfigMap.",
  },
  "managed-legacy-abac": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "Under the legacy rules every service account may change nearly everything in the cluster.",
      },
    ],
    mitigation: "Disable legacy authorisation, so that RBAC alone decides.",
  },
  "managed-disk-cmek": {
    severity: "low",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "Access to a disk or its snapshot cannot be withdrawn by taking back a key that you do not hold.",
      },
    ],
    mitigation: "Encrypt persistent disks with a key of your own.",
  },
  "managed-boot-disk-cmek": {
    severity: "low",
    stride: [{ letter: "I", kind: "mitigates", reason: "Container layers and logs on a node's disk depend on the provider's key alone." }],
    mitigation: "Encrypt boot disks of nodes with a key of your own.",
  },
  "managed-alpha-clusters": {
    severity: "medium",
    stride: [
      { letter: "D", kind: "mitigates", reason: "Alpha clusters get no upgrades and are deleted after thirty days." },
      { letter: "E", kind: "mitigates", reason: "Unfinished features run in them without the reviews that stable ones had." },
    ],
    mitigation: "Use no alpha clusters for production.",
  },
  "managed-sandbox": {
    severity: "low",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "Untrusted code shares the node's kernel, and one kernel flaw leads out of the container.",
      },
    ],
    mitigation: "Run untrusted workloads in a node pool with a sandbox such as gVisor.",
  },
  "managed-security-posture": {
    severity: "low",
    stride: [{ letter: "E", kind: "detects", reason: "Known misconfigurations of workloads stay unseen until somebody uses them." }],
    mitigation: "Enable the provider's security posture scanning.",
  },
} as const satisfies Record<string, Judgement>;
