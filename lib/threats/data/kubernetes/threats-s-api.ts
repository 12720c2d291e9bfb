import type { Threat } from "../../threat-model";
import { required, supporting } from "../links";
import { attack, matrix } from "../references";

/** Spoofing at the API: being taken for a user or a component. */
export const kubernetesApiSpoofing: readonly Threat[] = [
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
];
