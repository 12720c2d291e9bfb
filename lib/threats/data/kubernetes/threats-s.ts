import type { Threat } from "../../threat-model";
import { required, supporting } from "../links";
import { attack, matrix } from "../references";

/** Spoofing: being taken for a user, a pod, a component or a node. */
export const kubernetesSpoofing: readonly Threat[] = [
  {
    slug: "unauthorized-access-to-kubernetes-api",
    number: 1,
    title: "Unauthorized Access to Kubernetes API",
    stride: "S",
    origin: "source",
    description:
      "Somebody poses as a user or a service towards the API server. Everything in the cluster goes through this one door: whoever is believed there can read, change or delete whatever the borrowed name may. It takes a weak way of signing in, an endpoint that asks for nothing, or a role bound to people who never signed in.",
    attackPath: [
      "The attacker finds the API server's port, from the internet or from a foothold in the network.",
      "He tries the ways in that ask for little: anonymous requests, static tokens and passwords, a port without login.",
      "The API server takes him for a user, a service account or the anonymous user.",
      "He lists his rights and the objects he may see.",
      "He acts under the borrowed name: reads Secrets, starts pods, binds further roles.",
    ],
    elements: ["api-server", "kubectl", "administrator", "kubectl-api-server", "kubectl-cloud-identity"],
    likelihood: "high",
    impact: "very_high",
    mitigations: [
      {
        id: "rbac",
        text: "Authorise every request with RBAC: roles for named people, groups and workloads, and none for anonymous callers.",
      },
      {
        id: "strong-authentication",
        text: "Sign people in through an identity provider with several factors. Keep static tokens, passwords and long-lived client certificates out of the cluster.",
      },
      { id: "no-open-door", text: "Close every port that takes requests without login, and let only known networks reach the secure one." },
    ],
    controls: [
      required(
        "apiserver-token-auth-file",
        "strong-authentication",
        "Without static tokens there is no lasting secret that lets its thief pass as a user.",
      ),
      required(
        "apiserver-client-ca-file",
        "strong-authentication",
        "Certificates of administrators and components can be verified, so a made-up one is turned away.",
      ),
      required(
        "apiserver-authorization-mode-rbac",
        "rbac",
        "A caller gets only what a role grants to his name, even when he was let in.",
        "medium",
      ),
      required("apiserver-authorization-mode-always-allow", "rbac", "A borrowed name is not enough while each request is still judged."),
      supporting(
        "apiserver-anonymous-auth",
        "no-open-door",
        "Callers without a credential are refused; current benchmarks leave the verdict to you.",
        "high",
      ),
      supporting(
        "apiserver-basic-auth-file",
        "strong-authentication",
        "Passwords in a file could be guessed by anyone who reaches the API.",
      ),
      supporting(
        "apiserver-insecure-allow-any-token",
        "strong-authentication",
        "With the old option any invented token was believed; it is gone from today's releases.",
      ),
      supporting(
        "apiserver-insecure-bind-address",
        "no-open-door",
        "The port without login stays off the network; only old releases have it.",
      ),
      supporting("apiserver-insecure-port", "no-open-door", "The port without login is closed; only old releases have it.", "high"),
      supporting(
        "control-plane-client-certificate-users",
        "strong-authentication",
        "A user's certificate cannot be revoked, so a copied one signs its thief in until it expires.",
      ),
      supporting(
        "control-plane-service-account-token-users",
        "strong-authentication",
        "People who sign in with a workload's token never meet a second factor.",
      ),
      supporting(
        "control-plane-bootstrap-token-users",
        "strong-authentication",
        "Short bootstrap tokens are meant for joining nodes and are easily passed on.",
      ),
      supporting("kube-policies-anonymous-bindings", "rbac", "Nothing is granted to callers who never signed in.", "high"),
      supporting("kube-policies-unauthenticated-bindings", "rbac", "The group of all strangers holds no role beyond discovery.", "high"),
      supporting(
        "kube-policies-authenticated-bindings",
        "rbac",
        "On managed clusters this group may hold every account of the cloud, so what it gets is nearly public.",
      ),
      supporting(
        "managed-rbac-users",
        "strong-authentication",
        "Cluster users are those of the provider's directory, with its factors and its leavers' process.",
      ),
      supporting("managed-azure-rbac", "rbac", "Rights in the cluster are granted and reviewed where the accounts are."),
      supporting("managed-client-certificates", "strong-authentication", "The provider issues no certificate that nobody can revoke."),
      supporting("managed-endpoint-access", "no-open-door", "Stolen or guessed credentials cannot be tried from just anywhere."),
      supporting("managed-private-endpoint", "no-open-door", "A control plane without a public address answers only your own networks."),
      supporting("kube-dashboard", "no-open-door", "An open dashboard lends its visitors the rights of its own account."),
      supporting(
        "apiserver-tls-cert-file",
        "strong-authentication",
        "Clients can tell the API server from an impostor and do not hand their credentials to it.",
      ),
    ],
    references: [attack("T1078"), attack("T1133"), attack("T1110"), matrix("MS-TA9005"), matrix("MS-TA9029"), matrix("MS-TA9003")],
    uncovered:
      "Anonymous requests are left to a manual check by current benchmarks, and no check sees how people prove who they are: whether sign-in asks for a second factor, and who still holds a kubeconfig.",
    stated: null,
  },
  {
    slug: "stolen-service-account-tokens",
    number: 2,
    title: "Stolen Service Account Tokens",
    stride: "S",
    origin: "bulkhead",
    description:
      "An attacker in a pod takes the token that lies ready in its file system and speaks to the API server as that workload. If the token outlives its pod or its account, it also works from elsewhere and long afterwards.",
    attackPath: [
      "A flaw in an application gives the attacker a shell in its pod.",
      "He reads the token from the mounted directory.",
      "He sends it to the API server and asks what it may do.",
      "With those rights he reads Secrets, creates pods or asks for tokens of stronger accounts.",
      "He keeps a copy and uses it after the pod is gone.",
    ],
    elements: ["pod-a", "pod-a-api-server", "api-server", "controller-manager"],
    likelihood: "high",
    impact: "high",
    mitigations: [
      { id: "token-validity", text: "Let tokens expire within the hour and die with their pod or account." },
      {
        id: "signing-keys",
        text: "Sign tokens with a key pair used for nothing else, and give pods the authority to check the API server with.",
      },
      { id: "least-tokens", text: "Mount a token only into pods that talk to the API, and give each workload an account of its own." },
    ],
    controls: [
      required(
        "apiserver-service-account-lookup",
        "token-validity",
        "The token of a deleted account is refused instead of being good until it runs out.",
      ),
      required(
        "apiserver-service-account-key-file",
        "signing-keys",
        "Tokens are checked against a key of their own, which can be changed after a theft.",
      ),
      required(
        "controller-manager-service-account-private-key-file",
        "signing-keys",
        "Tokens carry a signature only the control plane can make, so they cannot be forged.",
      ),
      required(
        "controller-manager-root-ca-file",
        "signing-keys",
        "Pods can tell the API server from an impostor and do not hand their token to it.",
      ),
      required(
        "apiserver-admission-service-account",
        "least-tokens",
        "Each pod gets the identity its author may use, and not one borrowed from elsewhere.",
        "medium",
      ),
      supporting(
        "apiserver-service-account-extend-token-expiration",
        "token-validity",
        "Stolen tokens stay good for an hour where the extension would make it a year.",
      ),
      supporting(
        "kube-policies-default-service-accounts",
        "least-tokens",
        "The account that every pod gets unasked has no rights worth stealing.",
        "high",
      ),
      supporting("kube-policies-service-account-token-mounts", "least-tokens", "A pod that carries no token has none to lose.", "high"),
      supporting(
        "kube-policies-service-account-token-creation",
        "least-tokens",
        "A thief cannot turn a weak token into one of a stronger account.",
      ),
    ],
    references: [attack("T1528"), attack("T1550.001"), attack("T1552.007"), matrix("MS-TA9016")],
    uncovered: "Which pods mount a token and what those accounts may do is left to manual checks.",
    stated: null,
  },
  {
    slug: "stolen-control-plane-credentials",
    number: 3,
    title: "Stolen Control Plane Credentials",
    stride: "S",
    origin: "bulkhead",
    description:
      "On the disk of a control plane lie the administrator's kubeconfig, those of the scheduler and the controller manager, and the private keys of the cluster's authorities. Whoever reads one of them is that administrator or component, from any machine, until the key is replaced.",
    attackPath: [
      "The attacker has an ordinary login on a control plane host, a backup of its disk, or a pod that mounts its file system.",
      "He looks through the directory with the Kubernetes configuration for files that he may read.",
      "He copies a kubeconfig, or an authority's key with which he signs a certificate of his own.",
      "From elsewhere he signs in as a cluster administrator.",
    ],
    elements: ["control-plane-files", "control-plane-files-api-server", "api-server", "controller-manager", "scheduler"],
    likelihood: "medium",
    impact: "very_high",
    mitigations: [
      { id: "kubeconfigs-locked", text: "Let nobody but root own and read the kubeconfigs on the control plane." },
      { id: "keys-locked", text: "Keep the directory of keys and certificates with root, private keys readable by root alone." },
      {
        id: "no-master-credentials",
        text: "Hand out no lasting credential of the group system:masters; give administrators bindings that can be taken back.",
      },
    ],
    controls: [
      required(
        "control-plane-admin-conf-permissions",
        "kubeconfigs-locked",
        "Other accounts on the host cannot read the administrator's certificate.",
      ),
      required(
        "control-plane-admin-conf-ownership",
        "kubeconfigs-locked",
        "No other account has the administrator's certificate by owning its file.",
      ),
      required(
        "control-plane-controller-manager-conf-permissions",
        "kubeconfigs-locked",
        "The identity that may mint tokens for others stays unread.",
      ),
      required("control-plane-scheduler-conf-permissions", "kubeconfigs-locked", "Nobody signs in as the scheduler with a copied file."),
      required("control-plane-pki-ownership", "keys-locked", "The authority's key is not at the disposal of an account other than root."),
      required("control-plane-pki-key-permissions", "keys-locked", "No reader of a private key signs himself a certificate of any name."),
      supporting(
        "control-plane-controller-manager-conf-ownership",
        "kubeconfigs-locked",
        "An owner other than root has the controllers' key at hand.",
        "high",
      ),
      supporting(
        "control-plane-scheduler-conf-ownership",
        "kubeconfigs-locked",
        "An owner other than root may use the scheduler's key.",
        "high",
      ),
      supporting(
        "control-plane-conf-ownership",
        "kubeconfigs-locked",
        "All three kubeconfigs stay with root; only the STIG words it as one check.",
      ),
      supporting(
        "control-plane-pki-cert-permissions",
        "keys-locked",
        "Nobody adds an authority of his own to a certificate file that the components trust.",
      ),
      supporting(
        "kube-policies-system-masters",
        "no-master-credentials",
        "A stolen certificate of this group cannot be stripped of its rights by any role.",
        "high",
      ),
    ],
    references: [attack("T1552"), attack("T1078"), matrix("MS-TA9003"), matrix("MS-TA9027")],
    uncovered: "Copies outside the control plane, on laptops, in pipelines and in backups, are seen by no check.",
    stated: null,
  },
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
