import type { Judgement } from "../../judgement";

/** Our judgements of the Kubernetes checks on roles, pods, networks and secrets. */
export const kubePoliciesJudgements = {
  "kube-policies-cluster-admin": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "Each holder of cluster-admin, and whoever steals one such credential, may do everything in every namespace.",
      },
      { letter: "R", kind: "mitigates", reason: "Deeds of mighty shared accounts cannot be told apart by their permissions." },
    ],
    mitigation: "Replace bindings to cluster-admin by roles that name what is needed, and delete the bindings.",
  },
  "kube-policies-secrets-access": {
    severity: "high",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "A subject that may list Secrets reads passwords and tokens of others in its reach with one command.",
      },
      { letter: "E", kind: "mitigates", reason: "Tokens found among them carry the rights of mightier accounts." },
    ],
    mitigation: "Take get, list and watch on Secrets out of every role that can do without.",
  },
  "kube-policies-wildcard-roles": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "A wildcard also grants what future versions and extensions add, so rights grow without anybody granting them.",
      },
      { letter: "I", kind: "mitigates", reason: "Secrets are covered by the star, though nobody meant to hand them out." },
    ],
    mitigation: "Replace `*` in roles by the verbs and resources that are used.",
  },
  "kube-policies-create-pods": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "Who may create pods may run them under any service account of the namespace, or mount the host where no policy forbids it.",
      },
      { letter: "I", kind: "mitigates", reason: "A pod can be made to mount every Secret of its namespace." },
    ],
    mitigation: "Take create on pods, and on what makes pods, from everybody but deployers and controllers.",
  },
  "kube-policies-default-service-accounts": {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "Rights given to a namespace's default account go to all pods there that name no account.",
      },
      { letter: "R", kind: "mitigates", reason: "Pods that share the default account cannot be told apart in the audit log." },
    ],
    mitigation: "Set `automountServiceAccountToken: false` on each default service account and bind no role to it.",
  },
  "kube-policies-service-account-token-mounts": {
    severity: "medium",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "An attacker in the container finds a token lying ready and speaks to the API server as that pod.",
      },
      { letter: "E", kind: "mitigates", reason: "What the account may do, he may do as well." },
    ],
    mitigation: "Set `automountServiceAccountToken: false` where a pod does not talk to the API server.",
  },
  "kube-policies-system-masters": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "Members of this group pass by authorisation altogether, and no role change can take that away.",
      },
      { letter: "R", kind: "mitigates", reason: "It shows in no role and no binding who holds that power." },
    ],
    mitigation: "Issue no credential with the group `system:masters`; use a binding that can be removed.",
  },
  "kube-policies-bind-impersonate-escalate": {
    severity: "high",
    stride: [
      { letter: "E", kind: "mitigates", reason: "With bind or escalate one writes oneself a role that one was never granted." },
      { letter: "S", kind: "mitigates", reason: "Impersonate lets its holder act under the name of any user or group." },
    ],
    mitigation: "Take the verbs bind, escalate and impersonate from everybody who does not manage roles.",
  },
  "kube-policies-create-persistent-volumes": {
    severity: "medium",
    stride: [
      { letter: "E", kind: "mitigates", reason: "A PersistentVolume of type hostPath brings any directory of the node into a pod." },
      { letter: "I", kind: "mitigates", reason: "Disks of other teams can be attached under a name of one's choice." },
    ],
    mitigation: "Leave the creation of PersistentVolumes to the storage provisioner and to administrators.",
  },
  "kube-policies-node-proxy": {
    severity: "high",
    stride: [
      { letter: "E", kind: "mitigates", reason: "Through the node proxy commands are run in any pod of that node by way of the kubelet." },
      { letter: "R", kind: "mitigates", reason: "The API server's audit log does not show what was done behind the proxy." },
    ],
    mitigation: "Take the nodes/proxy subresource out of roles.",
  },
  "kube-policies-csr-approval": {
    severity: "high",
    stride: [
      { letter: "S", kind: "mitigates", reason: "Who may approve requests has a certificate issued in the name of any user or node." },
      { letter: "E", kind: "mitigates", reason: "A certificate for a privileged name carries its privileges until it expires." },
    ],
    mitigation: "Leave the approval subresource of certificate requests to the controllers that need it.",
  },
  "kube-policies-webhook-configuration": {
    severity: "high",
    stride: [
      { letter: "T", kind: "mitigates", reason: "A mutating webhook changes every object on its way in, whoever created it." },
      { letter: "I", kind: "mitigates", reason: "All objects it asked for, Secrets included, are sent to its server." },
    ],
    mitigation: "Leave validating and mutating webhook configurations to administrators.",
  },
  "kube-policies-service-account-token-creation": {
    severity: "high",
    stride: [
      { letter: "S", kind: "mitigates", reason: "Whoever may create tokens acts as any service account in reach." },
      { letter: "E", kind: "mitigates", reason: "A token of a controller's account is worth the rights of the controller." },
    ],
    mitigation: "Take create on serviceaccounts/token from everybody but the components that need it.",
  },
  "kube-policies-anonymous-bindings": {
    severity: "critical",
    stride: [
      { letter: "S", kind: "mitigates", reason: "What is bound to the anonymous user can be done by people who never signed in." },
      { letter: "I", kind: "mitigates", reason: "Data behind such a binding is in effect public." },
    ],
    mitigation: "Delete role bindings that name `system:anonymous`.",
  },
  "kube-policies-unauthenticated-bindings": {
    severity: "high",
    stride: [
      { letter: "S", kind: "mitigates", reason: "Callers without any account hold the rights of that group." },
      { letter: "E", kind: "mitigates", reason: "A role added to it for convenience is a role for the whole network." },
    ],
    mitigation: "Delete bindings to `system:unauthenticated`, except for the public discovery role.",
  },
  "kube-policies-authenticated-bindings": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "On managed clusters this group may take in any account of the cloud, so the role goes to strangers as well.",
      },
      { letter: "I", kind: "mitigates", reason: "Every pod's token is enough to read what the group was granted." },
    ],
    mitigation: "Delete bindings to `system:authenticated` that are not there by default.",
  },
  "kube-policies-policy-mechanism": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "With nothing that judges pods at admission, everybody who may create one may create a privileged one.",
      },
      { letter: "T", kind: "mitigates", reason: "Standards agreed on paper are not held, and manifests drift from them unseen." },
    ],
    mitigation: "Label each namespace for Pod Security Admission, or run a policy engine that covers it.",
  },
  "kube-policies-pod-security-baseline": {
    severity: "high",
    stride: [
      { letter: "E", kind: "mitigates", reason: "Below the baseline pods may share the node's namespaces and mount its files." },
      { letter: "I", kind: "mitigates", reason: "A pod with hostPID or hostPath looks into the processes and files of its neighbours." },
    ],
    mitigation: "Run `kubectl label namespace NAME pod-security.kubernetes.io/enforce=baseline`.",
  },
  "kube-policies-privileged-containers": {
    severity: "critical",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "A privileged container has all devices and capabilities of the node, so its root is the node's root.",
      },
      { letter: "I", kind: "mitigates", reason: "From there the files and Secrets of all pods on that node are read." },
    ],
    mitigation: "Enforce the baseline or restricted Pod Security Standard in every namespace with workloads.",
  },
  "kube-policies-host-pid": {
    severity: "high",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "In the host's process namespace a container reads environment and open files of all processes of the node.",
      },
      { letter: "E", kind: "mitigates", reason: "With ptrace or /proc access it may step over into a process of root." },
    ],
    mitigation: "Enforce the baseline Pod Security Standard, which refuses `hostPID: true`.",
  },
  "kube-policies-host-ipc": {
    severity: "medium",
    stride: [
      { letter: "I", kind: "mitigates", reason: "Shared memory of host processes and other containers can be read." },
      { letter: "T", kind: "mitigates", reason: "What neighbours exchange through it may be changed." },
    ],
    mitigation: "Enforce the baseline Pod Security Standard, which refuses `hostIPC: true`.",
  },
  "kube-policies-host-network": {
    severity: "high",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "On the host's network a container listens to traffic of other pods and reaches services bound to localhost.",
      },
      {
        letter: "S",
        kind: "mitigates",
        reason: "Its packets carry the node's address, so network policies and cloud services take it for the node.",
      },
    ],
    mitigation: "Enforce the baseline Pod Security Standard, which refuses `hostNetwork: true`.",
  },
  "kube-policies-allow-privilege-escalation": {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "A process may gain more rights than its parent by a setuid program, up to root in the container.",
      },
    ],
    mitigation: "Set `allowPrivilegeEscalation: false`, and enforce the restricted Pod Security Standard.",
  },
  "kube-policies-root-containers": {
    severity: "medium",
    stride: [
      { letter: "E", kind: "mitigates", reason: "Root in the container is one kernel or runtime flaw away from root on the node." },
      { letter: "T", kind: "mitigates", reason: "As root a taken-over process changes the programs inside its container." },
    ],
    mitigation: "Set `runAsNonRoot: true`, and enforce the restricted Pod Security Standard.",
  },
  "kube-policies-net-raw": {
    severity: "medium",
    stride: [
      { letter: "S", kind: "mitigates", reason: "With raw sockets a container forges addresses and answers in the place of other pods." },
      { letter: "I", kind: "mitigates", reason: "Forged ARP or DNS answers lead traffic of neighbours past the attacker." },
    ],
    mitigation: "Drop NET_RAW, or all capabilities, in each container.",
  },
  "kube-policies-added-capabilities": {
    severity: "high",
    stride: [
      { letter: "E", kind: "mitigates", reason: "Added capabilities such as SYS_ADMIN or SYS_PTRACE open the way out of the container." },
    ],
    mitigation: "Allow no capabilities beyond the default set, as the baseline Pod Security Standard does.",
  },
  "kube-policies-assigned-capabilities": {
    severity: "medium",
    stride: [{ letter: "E", kind: "mitigates", reason: "Capabilities that a program does not need serve only those who take it over." }],
    mitigation: "Drop ALL in each container and add back only what it proves to need.",
  },
  "kube-policies-windows-host-process": {
    severity: "critical",
    stride: [{ letter: "E", kind: "mitigates", reason: "A HostProcess container runs with the rights of the Windows host itself." }],
    mitigation: "Enforce the baseline Pod Security Standard, which refuses `hostProcess: true`.",
  },
  "kube-policies-host-path": {
    severity: "high",
    stride: [
      { letter: "E", kind: "mitigates", reason: "A mounted host directory such as / or /var/run leads straight to root on the node." },
      { letter: "T", kind: "mitigates", reason: "Files of the node may be changed from inside the pod." },
      { letter: "I", kind: "mitigates", reason: "Credentials of kubelet and neighbours lie among the files that can be mounted." },
    ],
    mitigation: "Enforce the baseline Pod Security Standard, which refuses hostPath volumes.",
  },
  "kube-policies-host-ports": {
    severity: "low",
    stride: [
      { letter: "S", kind: "mitigates", reason: "A container on a host port answers where clients expect a service of the node." },
      { letter: "I", kind: "mitigates", reason: "Traffic to that port passes network policies by on many network plugins." },
    ],
    mitigation: "Enforce the baseline Pod Security Standard, which limits host ports.",
  },
  "kube-policies-psp-compensating": {
    severity: "medium",
    stride: [{ letter: "E", kind: "mitigates", reason: "A permissive policy that all accounts may use makes the strict ones worthless." }],
    mitigation: "Bind policies that allow privileged pods to the few service accounts that need them.",
  },
  "kube-policies-cni-network-policies": {
    severity: "high",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "NetworkPolicy objects are accepted and have no effect, so every pod reaches every other.",
      },
    ],
    mitigation: "Run a network plugin that enforces NetworkPolicy, such as Calico or Cilium.",
  },
  "kube-policies-network-policies-defined": {
    severity: "medium",
    stride: [
      { letter: "I", kind: "mitigates", reason: "From one taken-over pod all databases and services of the cluster can be reached." },
      { letter: "S", kind: "mitigates", reason: "Services that trust their network take any pod for a rightful client." },
    ],
    mitigation: "Start each namespace with a policy that denies all, and allow what is needed.",
  },
  "kube-policies-cni-version": {
    severity: "low",
    stride: [
      { letter: "D", kind: "mitigates", reason: "Flaws and faults of an old network plugin stay open on every node at once." },
      { letter: "I", kind: "mitigates", reason: "Mistakes in enforcing policies let traffic through that was meant to be denied." },
    ],
    mitigation: "Keep the network plugin at a supported release.",
  },
  "kube-policies-secrets-as-files": {
    severity: "low",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "Environment variables show up in crash reports, debug pages, child processes and `kubectl describe`.",
      },
    ],
    mitigation: "Mount Secrets as files instead of passing them as environment variables.",
  },
  "kube-policies-external-secrets": {
    severity: "low",
    stride: [
      { letter: "I", kind: "mitigates", reason: "Secrets kept in the cluster alone fall to whoever gets at etcd or a backup of it." },
      { letter: "R", kind: "mitigates", reason: "No store records who read which secret and when." },
    ],
    mitigation: "Keep valuable secrets in a secret store with its own access control and rotation.",
  },
  "kube-policies-image-provenance": {
    severity: "medium",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "Any image from anywhere may run, altered ones and those under a misleading name included.",
      },
      { letter: "R", kind: "mitigates", reason: "Nobody can trace who vouched for the image that is running." },
    ],
    mitigation: "Admit only images that a policy webhook or signature check approves.",
  },
  "kube-policies-namespaces": {
    severity: "low",
    stride: [
      { letter: "I", kind: "mitigates", reason: "Without borders between teams everybody sees the objects of everybody else." },
      { letter: "D", kind: "mitigates", reason: "One team's workload can use up what others need, since no quota divides them." },
    ],
    mitigation: "Give each team and environment a namespace with its own roles, quotas and policies.",
  },
  "kube-policies-seccomp": {
    severity: "medium",
    stride: [{ letter: "E", kind: "mitigates", reason: "A taken-over container may try the whole kernel interface for a flaw." }],
    mitigation: "Set `seccompProfile.type: RuntimeDefault` in the pod's security context.",
  },
  "kube-policies-security-context": {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "With the defaults a container runs as the image's user, often root, and with more rights than it needs.",
      },
      { letter: "T", kind: "mitigates", reason: "A writable root file system lets an intruder leave tools and changed programs behind." },
    ],
    mitigation: "Give pods and containers a security context with a non-root user, no escalation and a read-only root.",
  },
  "kube-policies-default-namespace": {
    severity: "low",
    stride: [{ letter: "I", kind: "mitigates", reason: "Policies and roles are hard to draw where all sorts of workloads lie together." }],
    mitigation: "Create named namespaces and move workloads out of `default`.",
  },
  "kube-policies-user-functionality": {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "Pods in a system namespace may use service accounts and exemptions that were made for system components.",
      },
      { letter: "R", kind: "mitigates", reason: "Among the system's pods a foreign one is not noticed." },
    ],
    mitigation: "Keep user workloads out of kube-system, kube-public and kube-node-lease.",
  },
  "kube-policies-privileged-functions": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "Ordinary accounts may switch off protections or change what they were meant to be kept from.",
      },
      { letter: "T", kind: "mitigates", reason: "The rules of the cluster can be altered by those whom they should restrain." },
    ],
    mitigation: "Bind privileged roles to administrators alone and review the bindings regularly.",
  },
  "kube-policies-privileged-host-ports": {
    severity: "low",
    stride: [{ letter: "S", kind: "mitigates", reason: "A pod that takes a low port of the node poses as one of its system services." }],
    mitigation: "Let pods use host ports from 1024 on only, or none.",
  },
} as const satisfies Record<string, Judgement>;
