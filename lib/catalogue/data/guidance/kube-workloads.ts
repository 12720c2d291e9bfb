import type { Guidance } from "../../guidance";

/** Guidance for roles, service accounts, pods, networks and secrets in a cluster, by theme. */
export const kubeWorkloadGuidance = {
  rbac: {
    meaning:
      "Asks who holds a right that is worth more than it looks: cluster-admin, wildcards, reading Secrets, creating pods or tokens, binding roles, approving certificates, webhooks, the node proxy, or anything given to everybody. A pass means that only those hold it who need it. Most of these checks need a person to look.",
    why: "Each of these rights leads to all the others. Who may create pods runs them under a mightier account, who may bind roles writes one for himself, who may read Secrets finds tokens. One stolen credential with such a right is the whole cluster.",
    fix: [
      {
        place: "shell",
        text: "See who is bound to what, first cluster-admin and the groups that stand for everybody.",
        code: 'kubectl get clusterrolebindings -o json | jq -r \'.items[] | select(.roleRef.name == "cluster-admin") | .metadata.name as $n | .subjects[]? | [$n, .kind, (.namespace // "-"), .name] | @tsv\'\nkubectl get clusterrolebindings,rolebindings --all-namespaces -o json | jq -r \'.items[] | select(any(.subjects[]?; .name == "system:anonymous" or .name == "system:unauthenticated" or .name == "system:authenticated" or .name == "system:masters")) | [.kind, .metadata.name, .roleRef.name] | @tsv\'',
      },
      {
        place: "shell",
        text: "Find roles with wildcards or with a right that escalates.",
        code: 'kubectl get clusterroles,roles --all-namespaces -o json | jq -r \'.items[] | select(any(.rules[]?; any(((.verbs // []) + (.resources // []))[]; IN("*", "bind", "escalate", "impersonate", "secrets", "nodes/proxy", "serviceaccounts/token", "certificatesigningrequests/approval")))) | [.kind, (.metadata.namespace // "-"), .metadata.name] | @tsv\'',
      },
      {
        place: "Kubernetes",
        text: "Write a role that names what is used, bind it in the namespace, and only then delete the wide binding.",
        code: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: deployer\n  namespace: <namespace>\nrules:\n  - apiGroups: [apps]\n    resources: [deployments]\n    verbs: [get, list, watch, create, update, patch]\n  - apiGroups: [""]\n    resources: [pods, pods/log]\n    verbs: [get, list, watch]',
      },
      { place: "shell", text: "Delete the binding that is no longer needed.", code: "kubectl delete clusterrolebinding <name>" },
    ],
    verify: [
      {
        text: "Prints `no` for a subject that should not have the right.",
        code: "kubectl auth can-i create pods --namespace <namespace> --as=system:serviceaccount:<namespace>:<account>\nkubectl auth can-i list secrets --all-namespaces --as=<user>",
      },
    ],
    sideEffects:
      "Bindings named `system:` belong to the cluster; leave them alone. Watch the audit log for 403 after each change, and keep one administrator's credential that does not depend on what you delete.",
    effort: "days",
    nist: ["4.3.1", "4.3.2"],
    attack: ["T1078", "T1098.006", "T1609"],
  },
  "service-accounts": {
    meaning:
      "Asks whether pods carry a token they do not need, and whether the default account of a namespace holds rights. A pass means that workloads which talk to the API server have an account of their own, and that the others have no token.",
    why: "By default each pod finds a token at a known path. An attacker who gets into the container reads it and speaks to the API server in the pod's name. Rights of the default account go to every pod in the namespace that names none.",
    fix: [
      {
        place: "shell",
        text: "Switch the token off for the default account of each namespace with workloads.",
        code: "kubectl patch serviceaccount default --namespace <namespace> -p '{\"automountServiceAccountToken\": false}'",
      },
      {
        place: "Kubernetes",
        text: "Give workloads that need the API an account of their own, and say so in the pod; say `false` in the others.",
        code: "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: <app>\n  namespace: <namespace>\nautomountServiceAccountToken: false\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: <app>\n  namespace: <namespace>\nspec:\n  selector:\n    matchLabels:\n      app: <app>\n  template:\n    metadata:\n      labels:\n        app: <app>\n    spec:\n      serviceAccountName: <app>\n      automountServiceAccountToken: true\n      containers:\n        - name: <app>\n          image: <image>",
      },
    ],
    verify: [
      {
        text: "Lists the pods that still run under the default account.",
        code: "kubectl get pods --all-namespaces -o json | jq -r '.items[] | select(.spec.serviceAccountName == \"default\") | [.metadata.namespace, .metadata.name] | @tsv'",
      },
    ],
    sideEffects:
      "Sidecars, operators and clients that looked for the token stop working after their next start. Find them with the audit log before you patch a namespace.",
    effort: "hours",
    nist: ["4.3.1", "4.3.2"],
    attack: ["T1528", "T1550.001"],
  },
  "pod-security": {
    meaning:
      "Asks whether something judges pods before they are admitted, and whether it refuses the settings that lead out of a container: privileged mode, host namespaces, host paths and ports, root, added capabilities. A pass means that no namespace with workloads lets such a pod in.",
    why: "A container is as strong as its settings. A privileged one, or one that mounts the host's root directory, is root on the node by intention and needs no flaw. Where nothing refuses it, everybody who may create a pod may take the node.",
    fix: [
      {
        place: "shell",
        text: "See what would be refused, without changing anything.",
        code: "kubectl label --dry-run=server --overwrite namespace --all pod-security.kubernetes.io/enforce=baseline",
      },
      {
        place: "shell",
        text: "Enforce the baseline in each namespace with workloads, and let the stricter standard warn. Move on to `restricted` when the warnings are gone.",
        code: "kubectl label --overwrite namespace <namespace> pod-security.kubernetes.io/enforce=baseline pod-security.kubernetes.io/warn=restricted pod-security.kubernetes.io/audit=restricted",
      },
      {
        place: "Kubernetes",
        text: "For namespaces without labels, set a default in the file given as `--admission-control-config-file` to the API server, and exempt the system's own.",
        code: "apiVersion: apiserver.config.k8s.io/v1\nkind: AdmissionConfiguration\nplugins:\n  - name: PodSecurity\n    configuration:\n      apiVersion: pod-security.admission.config.k8s.io/v1\n      kind: PodSecurityConfiguration\n      defaults:\n        enforce: baseline\n        enforce-version: latest\n        warn: restricted\n        warn-version: latest\n      exemptions:\n        namespaces: [kube-system]",
      },
    ],
    verify: [
      {
        text: "Is refused with the words `violates PodSecurity`.",
        code: 'kubectl run psa-test --namespace <namespace> --image=registry.k8s.io/pause:3.9 --dry-run=server --overrides=\'{"spec":{"hostPID":true}}\'',
      },
    ],
    sideEffects:
      "Running pods stay, but a refused one does not come back after its node is drained. Agents for logs, networks and storage often need host access: keep them in namespaces of their own. The baseline allows neither host ports nor hostPath, the restricted standard asks for non-root and dropped capabilities.",
    effort: "days",
    nist: ["4.4.3", "4.5.5"],
    attack: ["T1610", "T1611"],
  },
  "security-context": {
    meaning:
      "Asks whether pods say with which rights they run: which user, which system calls, whether they may gain more, whether their root file system can be written. A pass means that workloads carry such a context. A person has to look.",
    why: "What a pod does not say is decided by its image and the runtime, and that is often root with all of the default rights. A flaw in the program is then worth much more to whoever uses it.",
    fix: [
      {
        place: "Kubernetes",
        text: "Set the context in the pod template; what a program really needs is added back one by one.",
        code: "spec:\n  securityContext:\n    runAsNonRoot: true\n    seccompProfile:\n      type: RuntimeDefault\n  containers:\n    - name: <app>\n      image: <image>\n      securityContext:\n        allowPrivilegeEscalation: false\n        readOnlyRootFilesystem: true\n        capabilities:\n          drop: [ALL]",
      },
      {
        place: "configuration",
        text: "Let the kubelet apply the runtime's seccomp profile to pods that name none, in `/var/lib/kubelet/config.yaml`.",
        code: "seccompDefault: true",
      },
    ],
    verify: [
      {
        text: "Lists the pods that do not ask for a non-root user.",
        code: "kubectl get pods --all-namespaces -o json | jq -r '.items[] | select((.spec.securityContext.runAsNonRoot // false) | not) | [.metadata.namespace, .metadata.name] | @tsv'",
      },
    ],
    sideEffects:
      "Images built for root fail to start, and programs that write beside themselves need an `emptyDir` for it. Try each workload in a test namespace first.",
    effort: "days",
    nist: ["4.4.3", "4.1.2"],
    attack: ["T1611"],
  },
  "network-policies": {
    meaning:
      "Asks whether the network plugin enforces NetworkPolicy, and whether each namespace has one. A pass means that pods reach only what a policy allows.",
    why: "Without policies each pod reaches every other in the cluster, whatever namespace they are in. Whoever takes over one web server then scans for databases, caches and admin pages that trust their network. A plugin that does not know policies accepts them and does nothing.",
    fix: [
      {
        place: "Kubernetes",
        text: "Begin with a policy that denies all and one that allows names to be looked up; then allow what the workloads of the namespace need.",
        code: "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: default-deny\n  namespace: <namespace>\nspec:\n  podSelector: {}\n  policyTypes: [Ingress, Egress]\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: allow-dns\n  namespace: <namespace>\nspec:\n  podSelector: {}\n  policyTypes: [Egress]\n  egress:\n    - to:\n        - namespaceSelector:\n            matchLabels:\n              kubernetes.io/metadata.name: kube-system\n      ports:\n        - port: 53\n          protocol: UDP\n        - port: 53\n          protocol: TCP",
      },
      {
        place: "shell",
        text: "Find namespaces without a policy.",
        code: "comm -23 <(kubectl get namespaces -o jsonpath='{range .items[*]}{.metadata.name}{\"\\n\"}{end}' | sort) <(kubectl get networkpolicies --all-namespaces -o jsonpath='{range .items[*]}{.metadata.namespace}{\"\\n\"}{end}' | sort -u)",
      },
    ],
    verify: [
      {
        text: "Ends with a time-out, which also shows that the plugin enforces policies.",
        code: "kubectl run np-test --rm -i --restart=Never --namespace <namespace> --image=busybox:1.36 -- wget -qO- -T 5 http://<service>.<other-namespace>",
      },
    ],
    sideEffects:
      "A deny-all policy cuts connections that nobody wrote down. Write the allowing policies first, apply all of them to one namespace at a quiet time, and watch.",
    effort: "days",
    nist: ["4.3.3", "4.4.2"],
    attack: ["T1613"],
  },
  secrets: {
    meaning:
      "Asks how secrets reach programs and where they are kept. A pass means that they are mounted as files, not given as environment variables, and that valuable ones come from a secret store outside the cluster. A person has to look.",
    why: "Environment variables are copied to child processes, printed in crash reports and shown on debug pages. Secrets that live in the cluster alone are lost to whoever reads etcd, a backup, or the namespace, and nobody keeps a record of it.",
    fix: [
      {
        place: "Kubernetes",
        text: "Mount the Secret and let the program read the file.",
        code: "spec:\n  containers:\n    - name: <app>\n      image: <image>\n      volumeMounts:\n        - name: credentials\n          mountPath: /run/secrets/<app>\n          readOnly: true\n  volumes:\n    - name: credentials\n      secret:\n        secretName: <secret>\n        defaultMode: 0400",
      },
      {
        place: "shell",
        text: "Find workloads that use environment variables for it.",
        code: "kubectl get pods --all-namespaces -o json | jq -r '.items[] | select(any(.spec.containers[]; any(.env[]?; .valueFrom.secretKeyRef) or any(.envFrom[]?; .secretRef))) | [.metadata.namespace, .metadata.name] | @tsv'",
      },
    ],
    verify: [
      {
        text: "Prints nothing of the secret's value.",
        code: "kubectl exec --namespace <namespace> <pod> -- env | sort",
      },
    ],
    sideEffects:
      "Programs have to be changed to read a file. With `defaultMode: 0400` a container that does not run as root needs `fsGroup`, or 0440.",
    effort: "days",
    nist: ["4.1.4"],
    attack: ["T1552"],
  },
  "image-provenance": {
    meaning:
      "Asks whether images are checked before they run: by the ImagePolicyWebhook plugin or by an admission policy that knows signatures and registries. A pass means that an image of unknown origin is refused.",
    why: "A pod names an image by a text that anybody may write. Without a check the cluster runs whatever the registry answers, be it altered, out of date or put there under a name that looks right. Afterwards nobody can say who vouched for it.",
    fix: [
      {
        place: "Kubernetes",
        text: "Begin with a policy that names the allowed registries; this one needs nothing but Kubernetes 1.30 or newer.",
        code: "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata:\n  name: approved-registries\nspec:\n  failurePolicy: Fail\n  matchConstraints:\n    resourceRules:\n      - apiGroups: [\"\"]\n        apiVersions: [v1]\n        operations: [CREATE, UPDATE]\n        resources: [pods]\n  validations:\n    - expression: >-\n        (object.spec.containers + object.spec.?initContainers.orValue([]))\n        .all(c, c.image.startsWith('<registry>/'))\n      message: Images must come from <registry>.\n---\napiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicyBinding\nmetadata:\n  name: approved-registries\nspec:\n  policyName: approved-registries\n  validationActions: [Deny]\n  matchResources:\n    namespaceSelector:\n      matchExpressions:\n        - key: kubernetes.io/metadata.name\n          operator: NotIn\n          values: [kube-system]",
      },
      {
        place: "shell",
        text: "Then sign images when they are built, and let a policy engine such as Kyverno or the Sigstore policy controller check the signature.",
        code: "cosign sign <registry>/<image>@<digest>\ncosign verify --certificate-identity=<identity> --certificate-oidc-issuer=<issuer> <registry>/<image>@<digest>",
      },
    ],
    verify: [
      {
        text: "Is refused with the policy's message.",
        code: "kubectl run prov-test --namespace default --image=docker.io/library/busybox:1.36 --dry-run=server",
      },
    ],
    sideEffects:
      "Images of add-ons from other registries are refused at their next start: list what runs with `kubectl get pods -A -o jsonpath='{..image}'` first, and begin with `validationActions: [Warn]`.",
    effort: "days",
    nist: ["4.1.5", "4.2.1"],
    attack: ["T1204.003", "T1525", "T1610"],
  },
  namespaces: {
    meaning:
      "Asks whether workloads are kept apart in namespaces of their own, away from `default` and from those of the system. A pass means that roles, quotas and policies have a border they can be tied to.",
    why: "A namespace is what permissions, network policies and quotas go by. Where everything lies in one, each team sees and may break the things of the others, and among the system's pods a foreign one is not noticed.",
    fix: [
      {
        place: "shell",
        text: "See what lies in the wrong place.",
        code: "kubectl get all --namespace default\nkubectl get pods --namespace kube-system\nkubectl get all --namespace kube-public",
      },
      {
        place: "Kubernetes",
        text: "Make a namespace for each team and environment, with its standard for pods and a quota, and deploy there.",
        code: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: <team>\n  labels:\n    pod-security.kubernetes.io/enforce: baseline\n---\napiVersion: v1\nkind: ResourceQuota\nmetadata:\n  name: quota\n  namespace: <team>\nspec:\n  hard:\n    pods: "50"\n    requests.cpu: "10"\n    requests.memory: 20Gi\n    limits.memory: 40Gi',
      },
    ],
    verify: [{ text: "Shows nothing but the service `kubernetes`.", code: "kubectl get all --namespace default" }],
    sideEffects:
      "Names of services change with the namespace, and volumes do not move along: plan the data. A quota refuses pods that ask for no resources, so set a LimitRange with defaults.",
    effort: "days",
    nist: ["4.3.1", "4.3.4"],
    attack: [],
  },
} as const satisfies Record<string, Guidance>;
