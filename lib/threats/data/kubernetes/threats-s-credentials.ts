import type { Threat } from "../../threat-model";
import { required, supporting } from "../links";
import { attack, matrix } from "../references";

/** Spoofing with what was stolen: tokens of pods, keys of the control plane. */
export const kubernetesCredentialSpoofing: readonly Threat[] = [
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
];
