import type { Guidance } from "../../guidance";

/** Guidance for the Kubernetes control plane, by theme. Paths are kubeadm's; other distributions keep the same options elsewhere. */
export const kubeControlPlaneGuidance = {
  "apiserver-authentication": {
    meaning:
      "Looks at how the API server learns who is calling: whether it takes in anonymous requests, static passwords or tokens and insecure ports, and whether it knows the authority that signs client certificates. A pass means that this way of signing in is closed, or that the sound one is set up. The check reads the start line of `kube-apiserver`.",
    why: "The API server is the door to everything the cluster runs. Whoever is taken for somebody else there creates pods, reads Secrets and changes roles from any place that reaches the port. Static passwords and tokens cannot be taken back without a restart, and an insecure port asks nothing at all.",
    fix: [
      {
        place: "Kubernetes",
        text: "Edit `/etc/kubernetes/manifests/kube-apiserver.yaml` on each control plane node. Under `command`, set these and take out `--basic-auth-file`, `--token-auth-file`, `--insecure-allow-any-token` and `--insecure-bind-address`.",
        code: "spec:\n  containers:\n    - command:\n        - kube-apiserver\n        - --anonymous-auth=false\n        - --client-ca-file=/etc/kubernetes/pki/ca.crt",
      },
      {
        place: "Kubernetes",
        text: "Health checks of the kubelet and of load balancers are anonymous, so with `--anonymous-auth=false` the API server may be restarted over and over. From Kubernetes 1.32 on, keep anonymous access for the health paths alone: pass this file with `--authentication-config`, and leave out `--anonymous-auth`, with which it cannot be combined. The check still fails then; record why.",
        code: "apiVersion: apiserver.config.k8s.io/v1beta1\nkind: AuthenticationConfiguration\nanonymous:\n  enabled: true\n  conditions:\n    - path: /livez\n    - path: /readyz\n    - path: /healthz",
      },
      {
        place: "shell",
        text: "The kubelet restarts the API server by itself when the file is saved. Wait until it is back before you touch the next node.",
        code: "sudo crictl ps --name kube-apiserver\nkubectl get --raw='/readyz?verbose'",
      },
    ],
    verify: [
      {
        text: "Prints 401 where anonymous access is off, 403 where it is limited to the health paths.",
        code: "curl -sk -o /dev/null -w '%{http_code}\\n' https://<control-plane>:6443/api/v1/namespaces",
      },
    ],
    sideEffects:
      "Probes and monitoring that ask without a credential stop working, and joining nodes with `kubeadm join` by token reads the public cluster-info anonymously. Try it on one control plane node first, and keep a copy of the manifest outside the manifests directory.",
    effort: "hours",
    nist: ["4.3.1", "4.3.2"],
    attack: ["T1078", "T1133", "T1552.007"],
  },
  "apiserver-authorization": {
    meaning:
      "Looks at `--authorization-mode` of the API server. A pass means that requests are judged by RBAC, that kubelets are held to their own node by the Node authoriser, and that `AlwaysAllow` is not in the list.",
    why: "With `AlwaysAllow` every account that can sign in may do everything, and that includes the service account whose token lies in each pod. Without the Node authoriser one stolen kubelet credential reads the Secrets of all nodes. Both turn a small foothold into the whole cluster.",
    fix: [
      {
        place: "Kubernetes",
        text: "Set the mode in `/etc/kubernetes/manifests/kube-apiserver.yaml`. This is kubeadm's default.",
        code: "spec:\n  containers:\n    - command:\n        - kube-apiserver\n        - --authorization-mode=Node,RBAC",
      },
      {
        place: "shell",
        text: "Before you take `AlwaysAllow` or `ABAC` away, make sure that somebody holds the role to repair things.",
        code: "kubectl get clusterrolebindings -o wide | grep cluster-admin\nkubectl auth can-i '*' '*' --all-namespaces",
      },
    ],
    verify: [
      {
        text: "Prints `no`: an ordinary service account may not read Secrets of the system.",
        code: "kubectl auth can-i list secrets --namespace kube-system --as=system:serviceaccount:default:default",
      },
    ],
    sideEffects:
      "Workloads that lived on permissions nobody granted begin to get 403. Look at the audit log for the requests of service accounts first and write the roles they need.",
    effort: "hours",
    nist: ["4.3.1", "4.3.2"],
    attack: ["T1078", "T1098.006"],
  },
  "apiserver-tls": {
    meaning:
      "Looks at the certificates with which the API server shows itself to clients and to the kubelets, and with which it checks theirs. A pass means that both ends of the connection prove who they are and that no part of it is unencrypted.",
    why: "Tokens, Secrets, logs and interactive sessions pass over these connections. Where one end is not checked, somebody in between takes its place and reads or changes all of it. Clients that meet a certificate they cannot verify are soon taught to skip the check.",
    fix: [
      {
        place: "Kubernetes",
        text: "Name the certificates in `/etc/kubernetes/manifests/kube-apiserver.yaml`. The files are those that kubeadm makes.",
        code: "spec:\n  containers:\n    - command:\n        - kube-apiserver\n        - --tls-cert-file=/etc/kubernetes/pki/apiserver.crt\n        - --tls-private-key-file=/etc/kubernetes/pki/apiserver.key\n        - --kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.crt\n        - --kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.key",
      },
      {
        place: "Kubernetes",
        text: "To have kubelets checked, first give them certificates of the cluster's authority: set `serverTLSBootstrap: true` in `/var/lib/kubelet/config.yaml` on each node, restart the kubelet and approve the requests.",
        code: "kubectl get csr --field-selector spec.signerName=kubernetes.io/kubelet-serving\nkubectl certificate approve <csr-name>",
      },
      {
        place: "Kubernetes",
        text: "Only when all nodes have such a certificate, add the authority.",
        code: "spec:\n  containers:\n    - command:\n        - kube-apiserver\n        - --kubelet-certificate-authority=/etc/kubernetes/pki/ca.crt",
      },
    ],
    verify: [
      {
        text: "Prints `Verify return code: 0 (ok)`.",
        code: "openssl s_client -connect <control-plane>:6443 -CAfile /etc/kubernetes/pki/ca.crt </dev/null 2>/dev/null | grep 'Verify return code'",
      },
      {
        text: "Prints the log of a pod on each node, so the kubelet's certificate was accepted.",
        code: "kubectl logs --tail=1 --namespace kube-system <pod-on-that-node>",
      },
    ],
    sideEffects:
      "With `--kubelet-certificate-authority` set too early, logs, exec and port-forward fail for all nodes whose certificate is self-signed. Serving requests are not approved by themselves: plan an approver or approve them at each renewal.",
    effort: "hours",
    nist: ["4.3.2", "4.3.5"],
    attack: ["T1552.007"],
  },
  "tls-versions": {
    meaning:
      "Looks at the TLS versions and cipher suites that a component agrees to. A pass means that old protocol versions and suites without forward secrecy are refused.",
    why: "With old versions and weak suites, recorded traffic can be read later, once a key leaks, and some of it already today. A client or somebody in between may ask for the weakest choice that the server still takes.",
    fix: [
      {
        place: "Kubernetes",
        text: "Set both in the manifests of `kube-apiserver`, and the version in those of `kube-controller-manager` and `kube-scheduler`. Suites concern TLS 1.2 only; those of TLS 1.3 are fixed.",
        code: "        - --tls-min-version=VersionTLS12\n        - --tls-cipher-suites=TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
      },
      {
        place: "configuration",
        text: "For the kubelet, set the same in `/var/lib/kubelet/config.yaml` and restart it with `sudo systemctl restart kubelet`.",
        code: "tlsMinVersion: VersionTLS12\ntlsCipherSuites:\n  - TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256\n  - TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256\n  - TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384\n  - TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
      },
    ],
    verify: [
      {
        text: "Both attempts fail to connect.",
        code: "openssl s_client -connect <host>:6443 -tls1_1 </dev/null\nopenssl s_client -connect <host>:6443 -tls1_2 -cipher AES128-SHA </dev/null",
      },
    ],
    sideEffects:
      "Very old clients and libraries can no longer connect. A list of suites without one that fits the certificate's key type locks everybody out, so keep both ECDSA and RSA ones.",
    effort: "minutes",
    nist: ["4.3.2"],
    attack: [],
  },
  "etcd-tls": {
    meaning:
      "Looks at the certificates of etcd: towards its clients, of which the API server should be the only one, and between its members. A pass means that connections are encrypted and that both ends show a certificate of an authority kept for etcd.",
    why: "The store holds the whole state of the cluster, Secrets included. Who may write to it needs no permission from the API server: a role or a pod put into the store is believed. An etcd that asks its clients for nothing is therefore as good as a cluster without a door.",
    fix: [
      {
        place: "Kubernetes",
        text: "Set these in `/etc/kubernetes/manifests/etcd.yaml`, and take out `--auto-tls` and `--peer-auto-tls`. The files are those that kubeadm makes, signed by an authority of etcd's own.",
        code: "spec:\n  containers:\n    - command:\n        - etcd\n        - --cert-file=/etc/kubernetes/pki/etcd/server.crt\n        - --key-file=/etc/kubernetes/pki/etcd/server.key\n        - --client-cert-auth=true\n        - --trusted-ca-file=/etc/kubernetes/pki/etcd/ca.crt\n        - --peer-cert-file=/etc/kubernetes/pki/etcd/peer.crt\n        - --peer-key-file=/etc/kubernetes/pki/etcd/peer.key\n        - --peer-client-cert-auth=true\n        - --peer-trusted-ca-file=/etc/kubernetes/pki/etcd/ca.crt",
      },
      {
        place: "Kubernetes",
        text: "Give the API server its half in `/etc/kubernetes/manifests/kube-apiserver.yaml`.",
        code: "spec:\n  containers:\n    - command:\n        - kube-apiserver\n        - --etcd-cafile=/etc/kubernetes/pki/etcd/ca.crt\n        - --etcd-certfile=/etc/kubernetes/pki/apiserver-etcd-client.crt\n        - --etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.key\n        - --etcd-servers=https://127.0.0.1:2379",
      },
      {
        place: "shell",
        text: "Where certificates are missing, let kubeadm make them; it leaves those that are there.",
        code: "sudo kubeadm init phase certs etcd-ca\nsudo kubeadm init phase certs etcd-server\nsudo kubeadm init phase certs etcd-peer\nsudo kubeadm init phase certs apiserver-etcd-client",
      },
    ],
    verify: [
      {
        text: "Fails: without a client certificate etcd does not answer.",
        code: "sudo curl --cacert /etc/kubernetes/pki/etcd/ca.crt https://127.0.0.1:2379/version",
      },
      {
        text: "Prints the version with the API server's certificate.",
        code: "sudo curl --cacert /etc/kubernetes/pki/etcd/ca.crt --cert /etc/kubernetes/pki/apiserver-etcd-client.crt --key /etc/kubernetes/pki/apiserver-etcd-client.key https://127.0.0.1:2379/version",
      },
    ],
    sideEffects:
      "A mistake stops the API server. Take a snapshot with `etcdctl snapshot save` first, and change one member at a time. Members that spoke plain HTTP to each other need their peer addresses updated to https before TLS is required.",
    effort: "hours",
    nist: ["4.3.2", "4.3.3"],
    attack: ["T1552.007"],
  },
  "secrets-encryption": {
    meaning:
      "Looks at whether the API server encrypts Secrets before it writes them to etcd, and whether the first provider in its configuration really encrypts. A pass of the first check says only that a configuration file is named.",
    why: "Without it Secrets lie in etcd as they are, only base64 around them. A copy of the disk, a snapshot or a backup in the wrong hands is then a copy of all passwords and tokens of the cluster.",
    fix: [
      {
        place: "shell",
        text: "Make a key of 32 bytes and write the configuration. Where you have a key service, prefer its KMS v2 plugin to a key in a file.",
        code: "KEY=$(head -c 32 /dev/urandom | base64)\nsudo install -d -m 700 /etc/kubernetes/enc\nsudo install -m 600 /dev/null /etc/kubernetes/enc/encryption.yaml\nsudo tee /etc/kubernetes/enc/encryption.yaml >/dev/null <<EOF\napiVersion: apiserver.config.k8s.io/v1\nkind: EncryptionConfiguration\nresources:\n  - resources:\n      - secrets\n    providers:\n      - secretbox:\n          keys:\n            - name: key1\n              secret: $KEY\n      - identity: {}\nEOF",
      },
      {
        place: "Kubernetes",
        text: "Copy the file to every control plane node, then name it in `/etc/kubernetes/manifests/kube-apiserver.yaml` and mount its directory.",
        code: "spec:\n  containers:\n    - command:\n        - kube-apiserver\n        - --encryption-provider-config=/etc/kubernetes/enc/encryption.yaml\n      volumeMounts:\n        - name: enc\n          mountPath: /etc/kubernetes/enc\n          readOnly: true\n  volumes:\n    - name: enc\n      hostPath:\n        path: /etc/kubernetes/enc\n        type: Directory",
      },
      {
        place: "shell",
        text: "Write all Secrets once more, so that old ones are encrypted too.",
        code: "kubectl get secrets --all-namespaces -o json | kubectl replace -f -",
      },
    ],
    verify: [
      {
        text: "Shows `k8s:enc:secretbox` before the value, and nothing readable.",
        code: "kubectl create secret generic enc-test --from-literal=a=b\nsudo ETCDCTL_API=3 etcdctl --cacert /etc/kubernetes/pki/etcd/ca.crt --cert /etc/kubernetes/pki/apiserver-etcd-client.crt --key /etc/kubernetes/pki/apiserver-etcd-client.key get /registry/secrets/default/enc-test | hexdump -C | head\nkubectl delete secret enc-test",
      },
    ],
    sideEffects:
      "Who loses the key loses the Secrets: keep it apart from backups of etcd. All API servers need the same file, else one cannot read what another wrote.",
    effort: "hours",
    nist: ["4.1.4"],
    attack: ["T1552"],
  },
  admission: {
    meaning:
      "Looks at the admission plugins of the API server, which judge or change each object after its author was authorised. A pass means that a plugin the benchmark asks for is on, or that one it warns of is off.",
    why: "Roles say who may create a pod, admission says what that pod may be. A missing plugin leaves a rule unenforced that people rely on: kubelets changing other nodes, private images used by strangers, Services that draw foreign traffic to themselves, floods of events.",
    fix: [
      {
        place: "Kubernetes",
        text: "Name the additional plugins in `/etc/kubernetes/manifests/kube-apiserver.yaml`. ServiceAccount, NamespaceLifecycle and ValidatingAdmissionWebhook are on by default; see that `--disable-admission-plugins` does not name them.",
        code: "spec:\n  containers:\n    - command:\n        - kube-apiserver\n        - --enable-admission-plugins=NodeRestriction,AlwaysPullImages,DenyServiceExternalIPs,EventRateLimit\n        - --admission-control-config-file=/etc/kubernetes/admission/admission.yaml\n      volumeMounts:\n        - name: admission\n          mountPath: /etc/kubernetes/admission\n          readOnly: true\n  volumes:\n    - name: admission\n      hostPath:\n        path: /etc/kubernetes/admission\n        type: Directory",
      },
      {
        place: "Kubernetes",
        text: "EventRateLimit needs this in `/etc/kubernetes/admission/admission.yaml`. Leave the plugin, and the option, out if you do not use it.",
        code: "apiVersion: apiserver.config.k8s.io/v1\nkind: AdmissionConfiguration\nplugins:\n  - name: EventRateLimit\n    configuration:\n      apiVersion: eventratelimit.admission.k8s.io/v1alpha1\n      kind: Configuration\n      limits:\n        - type: Namespace\n          qps: 50\n          burst: 100\n          cacheSize: 2000\n        - type: User\n          qps: 10\n          burst: 50",
      },
    ],
    verify: [
      {
        text: "Shows the list of plugins you set.",
        code: "kubectl get pods --namespace kube-system -l component=kube-apiserver -o yaml | grep admission-plugins",
      },
    ],
    sideEffects:
      "AlwaysPullImages asks the registry at each start of a container, so an outage of the registry keeps pods from starting. DenyServiceExternalIPs refuses new external IPs; find Services that use them with `kubectl get svc -A -o wide` first.",
    effort: "hours",
    nist: ["4.3.1", "4.3.2", "4.4.5"],
    attack: ["T1610"],
  },
  "audit-logging": {
    meaning:
      "Looks at the audit log of the API server: whether one is written, by which policy, and for how long it is kept. A pass of the checks on age, number and size says that files are kept long enough for somebody to look.",
    why: "Each change to the cluster goes through the API server, so its audit log is the one place where it can be seen who created a pod, read a Secret or granted a role. Without a policy nothing is recorded, and without retention the record is gone before anybody asks.",
    fix: [
      {
        place: "Kubernetes",
        text: "Write a policy to `/etc/kubernetes/audit/policy.yaml`. The first rule that fits decides; bodies of Secrets and tokens stay out.",
        code: 'apiVersion: audit.k8s.io/v1\nkind: Policy\nomitStages:\n  - RequestReceived\nrules:\n  - level: None\n    nonResourceURLs:\n      - /healthz*\n      - /livez*\n      - /readyz*\n  - level: Metadata\n    resources:\n      - group: ""\n        resources: [secrets, configmaps, serviceaccounts/token]\n      - group: authentication.k8s.io\n        resources: [tokenreviews]\n  - level: Request\n    resources:\n      - group: ""\n        resources: [pods/exec, pods/attach, pods/portforward, pods/proxy, services/proxy]\n  - level: Request\n    verbs: [create, update, patch, delete]\n    resources:\n      - group: ""\n        resources: [pods]\n      - group: apps\n      - group: rbac.authorization.k8s.io\n  - level: Metadata',
      },
      {
        place: "Kubernetes",
        text: "Name the policy and the log in `/etc/kubernetes/manifests/kube-apiserver.yaml` and mount both. Make the log's directory first: `sudo install -d -m 700 /var/log/kubernetes/audit`.",
        code: "spec:\n  containers:\n    - command:\n        - kube-apiserver\n        - --audit-policy-file=/etc/kubernetes/audit/policy.yaml\n        - --audit-log-path=/var/log/kubernetes/audit/audit.log\n        - --audit-log-maxage=30\n        - --audit-log-maxbackup=10\n        - --audit-log-maxsize=100\n      volumeMounts:\n        - name: audit-policy\n          mountPath: /etc/kubernetes/audit\n          readOnly: true\n        - name: audit-log\n          mountPath: /var/log/kubernetes/audit\n  volumes:\n    - name: audit-policy\n      hostPath:\n        path: /etc/kubernetes/audit\n        type: Directory\n    - name: audit-log\n      hostPath:\n        path: /var/log/kubernetes/audit\n        type: DirectoryOrCreate",
      },
    ],
    verify: [
      {
        text: "Shows the request you just made, with your name as the user.",
        code: 'kubectl get secrets --namespace kube-system >/dev/null\nsudo tail -n 50 /var/log/kubernetes/audit/audit.log | grep \'"resource":"secrets"\'',
      },
    ],
    sideEffects:
      "The log takes about a gigabyte with these limits and costs some processor time on a busy cluster. Ship it to another machine, since whoever takes over the control plane can delete it there.",
    effort: "hours",
    nist: ["4.3.1"],
    attack: ["T1070", "T1562.001"],
  },
  "service-account-keys": {
    meaning:
      "Looks at the keys and options by which the cluster gives workloads an identity: the pair that signs service account tokens, the authority handed to pods, and the separate accounts of the controllers. A pass means that these are set as the benchmark asks.",
    why: "A service account token is how a pod proves who it is. If the signing key is shared with something else, or tokens of deleted accounts are still believed, taking an identity away does not work. Controllers that share one account each hold the rights of all.",
    fix: [
      {
        place: "Kubernetes",
        text: "In `/etc/kubernetes/manifests/kube-apiserver.yaml`, name the public key and take out `--service-account-lookup=false`. Add the last line once no client needs tokens that live for a year.",
        code: "spec:\n  containers:\n    - command:\n        - kube-apiserver\n        - --service-account-key-file=/etc/kubernetes/pki/sa.pub\n        - --service-account-signing-key-file=/etc/kubernetes/pki/sa.key\n        - --service-account-issuer=https://kubernetes.default.svc.cluster.local\n        - --service-account-extend-token-expiration=false",
      },
      {
        place: "Kubernetes",
        text: "In `/etc/kubernetes/manifests/kube-controller-manager.yaml`, name the private key and the authority, and give each controller its own account.",
        code: "spec:\n  containers:\n    - command:\n        - kube-controller-manager\n        - --service-account-private-key-file=/etc/kubernetes/pki/sa.key\n        - --root-ca-file=/etc/kubernetes/pki/ca.crt\n        - --use-service-account-credentials=true",
      },
    ],
    verify: [
      {
        text: "Shows a token that ends about an hour after it begins.",
        code: "kubectl create token default --duration=1h | cut -d. -f2 | tr '_-' '/+' | base64 -d 2>/dev/null",
      },
    ],
    sideEffects:
      "Another signing key makes all tokens in use worthless at once; name the old public key in a second `--service-account-key-file` until they have run out. Clients that read their token only once at start fail after an hour when the extension is off.",
    effort: "hours",
    nist: ["4.3.2"],
    attack: ["T1528", "T1550.001"],
  },
  "user-authentication": {
    meaning:
      "Asks how people sign in. Client certificates, service account tokens and bootstrap tokens are made for components, workloads and joining nodes; a person should come by an identity provider. No tool can see this, so somebody has to look and attest it.",
    why: "A client certificate cannot be revoked, a service account has no second factor, and both are soon shared. When somebody leaves, or a laptop is lost, the credential stays good until it runs out. The audit log then names a certificate and not the person.",
    fix: [
      {
        place: "Kubernetes",
        text: "Let the API server trust your identity provider, in `/etc/kubernetes/manifests/kube-apiserver.yaml`.",
        code: "spec:\n  containers:\n    - command:\n        - kube-apiserver\n        - --oidc-issuer-url=https://<issuer>\n        - --oidc-client-id=kubernetes\n        - --oidc-username-claim=email\n        - --oidc-groups-claim=groups\n        - '--oidc-groups-prefix=oidc:'",
      },
      {
        place: "shell",
        text: "Bind a group of the provider, try it, and only then take certificates and tokens from people. Delete bootstrap tokens that are left over.",
        code: "kubectl create clusterrolebinding platform-view --clusterrole=view --group=oidc:<group>\nkubeadm token list\nkubeadm token delete <token-id>",
      },
    ],
    verify: [
      {
        text: "Shows your name and groups as the provider gives them.",
        code: "kubectl auth whoami",
      },
    ],
    sideEffects:
      "When the provider is down nobody can sign in. Keep one emergency credential of an administrator under lock and watch its use.",
    effort: "days",
    nist: ["4.3.1", "4.3.2"],
    attack: ["T1078"],
  },
  profiling: {
    meaning:
      "Looks at `--profiling` of a control plane component, which is on by default. A pass means that the pages below `/debug/pprof` are off.",
    why: "Profiles show function names, goroutines and parts of the program's memory layout to those who may call them, and taking one costs processor time. They are meant for developers, and in a running cluster they only widen what can be probed.",
    fix: [
      {
        place: "Kubernetes",
        text: "Add the option to the `command` in `kube-apiserver.yaml`, `kube-controller-manager.yaml` and `kube-scheduler.yaml` in `/etc/kubernetes/manifests`.",
        code: "        - --profiling=false",
      },
      {
        place: "Kubernetes",
        text: "With kubeadm, keep it for upgrades in the cluster configuration (here in the form of v1beta4).",
        code: 'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\napiServer:\n  extraArgs:\n    - name: profiling\n      value: "false"\ncontrollerManager:\n  extraArgs:\n    - name: profiling\n      value: "false"\nscheduler:\n  extraArgs:\n    - name: profiling\n      value: "false"',
      },
    ],
    verify: [
      { text: "Answers that the server could not find the requested resource.", code: "kubectl get --raw /debug/pprof/ 2>&1 | tail -n 1" },
    ],
    sideEffects: "Developers who hunt a performance problem need it back for a while; the change restarts the component.",
    effort: "minutes",
    nist: ["4.3.1"],
    attack: [],
  },
  "limits-and-timeouts": {
    meaning:
      "Looks at limits that keep forgotten or greedy things from piling up: the API server's request timeout, idle streaming connections of the kubelet, and finished pods that are never cleaned away. A pass means a bound is set.",
    why: "Without bounds a slow leak becomes an outage. Sessions that nobody closes, requests that never end and thousands of finished pods take memory and connections until the component serves nobody.",
    fix: [
      {
        place: "Kubernetes",
        text: "In `/etc/kubernetes/manifests/kube-apiserver.yaml`, keep the default of a minute unless clients need more.",
        code: "        - --request-timeout=60s",
      },
      {
        place: "Kubernetes",
        text: "In `/etc/kubernetes/manifests/kube-controller-manager.yaml`, set the threshold to about what your cluster finishes in a day.",
        code: "        - --terminated-pod-gc-threshold=1000",
      },
      {
        place: "configuration",
        text: "In `/var/lib/kubelet/config.yaml`, then `sudo systemctl restart kubelet`.",
        code: "streamingConnectionIdleTimeout: 5m",
      },
    ],
    verify: [
      {
        text: "Shows the value in force on that node.",
        code: "kubectl get --raw /api/v1/nodes/<node>/proxy/configz | jq .kubeletconfig.streamingConnectionIdleTimeout",
      },
    ],
    sideEffects:
      "An idle `kubectl exec` is closed after the timeout. A low threshold removes finished pods, and with them their logs, before somebody read them.",
    effort: "minutes",
    nist: [],
    attack: ["T1499"],
  },
  "bind-addresses": {
    meaning:
      "Looks at the address on which a component serves health and metrics. A pass means that it listens on `127.0.0.1` only, so that nothing but the node itself can ask.",
    why: "These pages tell what runs in the cluster and how busy it is, and each open port can be flooded. Nobody but the kubelet and a local agent needs them.",
    fix: [
      {
        place: "Kubernetes",
        text: "In `/etc/kubernetes/manifests`, set it in `kube-controller-manager.yaml` and `kube-scheduler.yaml`. This is kubeadm's default.",
        code: "        - --bind-address=127.0.0.1",
      },
      {
        place: "shell",
        text: "For kube-proxy, set `metricsBindAddress: 127.0.0.1:10249` in its ConfigMap and restart its pods.",
        code: "kubectl edit configmap kube-proxy --namespace kube-system\nkubectl rollout restart daemonset kube-proxy --namespace kube-system",
      },
    ],
    verify: [{ text: "Shows `127.0.0.1` before each of these ports.", code: "sudo ss -ltn | grep -E ':(10249|10257|10259)\\b'" }],
    sideEffects: "Monitoring that scraped these ports from another machine stops; let it go through a local agent with a login.",
    effort: "minutes",
    nist: ["4.3.3"],
    attack: ["T1613"],
  },
  "removed-features": {
    meaning:
      "Looks at a switch that newer releases of Kubernetes no longer have, or at features that were never finished. A pass means that the feature is off. A failure says first of all that the cluster is old, or runs unfinished code.",
    why: "These features were dropped because they could be misused or did not hold what they promised. A cluster on which they can still be switched on no longer gets security fixes.",
    fix: [
      {
        place: "shell",
        text: "See which release runs; only the three newest minor releases are supported.",
        code: "kubectl version\nkubectl get nodes",
      },
      {
        place: "Kubernetes",
        text: "Until the upgrade, take the switch out of the start line: remove the gate from `--feature-gates`, and `AllAlpha=true` with it, in the manifests and in the kubelet's configuration.",
        code: "sudo grep -rn 'feature-gates\\|featureGates\\|runtime-config' /etc/kubernetes/manifests /var/lib/kubelet/config.yaml",
      },
      { place: "shell", text: "Plan the upgrade, one minor release at a time.", code: "sudo kubeadm upgrade plan" },
    ],
    verify: [
      {
        text: "Prints nothing.",
        code: "sudo grep -rnE 'AllAlpha=true|DynamicAuditing|DynamicKubeletConfig|repair-malformed|cadvisor-port' /etc/kubernetes/manifests /var/lib/kubelet /etc/systemd/system/kubelet.service.d",
      },
    ],
    sideEffects: "Something may rely on the feature: look for objects of alpha APIs with `kubectl api-resources` before you switch it off.",
    effort: "days",
    nist: ["4.4.1"],
    attack: [],
  },
  "control-plane-files": {
    meaning:
      "Looks at owner and mode of the files that make up the control plane: the static pod manifests, the network plugin's configuration and etcd's data directory. A pass means that only root, or etcd for its data, may touch them.",
    why: "The kubelet starts whatever lies in the manifests directory, without asking the API server. Who may write there runs a privileged pod as root within seconds, and who may read etcd's directory copies all Secrets.",
    fix: [
      {
        place: "shell",
        text: "Set owner and mode on each control plane node.",
        code: "sudo chown -R root:root /etc/kubernetes/manifests\nsudo chmod 700 /etc/kubernetes/manifests\nsudo chmod 600 /etc/kubernetes/manifests/*.yaml\nsudo find /etc/cni/net.d /var/lib/cni/networks -type f -exec chown root:root {} + -exec chmod 600 {} +",
      },
      {
        place: "shell",
        text: "For etcd's data, the benchmark asks for an account of its own. kubeadm runs etcd as root: there, change the owner only together with the user that etcd's pod runs as, and otherwise accept the check with that reason.",
        code: "sudo chmod 700 /var/lib/etcd",
      },
    ],
    verify: [
      {
        text: "Shows `600 root:root` for each file, and `700` for the directories.",
        code: "sudo sh -c \"stat -c '%a %U:%G %n' /etc/kubernetes/manifests /etc/kubernetes/manifests/*.yaml /var/lib/etcd\"",
      },
    ],
    sideEffects:
      "Agents that read manifests or network configuration as another user lose access. Some network plugins write their configuration anew at each start; set the mode in the plugin's own settings then.",
    effort: "minutes",
    nist: ["4.5.4", "4.5.5"],
    attack: ["T1543.005"],
  },
  "control-plane-credentials": {
    meaning:
      "Looks at owner and mode of the kubeconfig files below `/etc/kubernetes`: those of the administrator, the scheduler and the controller manager. A pass means that root alone may read and write them.",
    why: "Each of these files holds a client certificate with its key. `admin.conf` and `super-admin.conf` are full power over the cluster for whoever can read them, with no password and no way to revoke it.",
    fix: [
      {
        place: "shell",
        text: "Set owner and mode; files that a release does not have are passed over.",
        code: "sudo find /etc/kubernetes -maxdepth 1 -name '*.conf' -exec chown root:root {} + -exec chmod 600 {} +",
      },
      {
        place: "shell",
        text: "Where a file was readable for others, issue it anew, since a copy may be about. The old certificate stays valid until it expires, so a leaked `super-admin.conf` asks for a new authority.",
        code: "sudo mv /etc/kubernetes/admin.conf /root/admin.conf.old\nsudo kubeadm init phase kubeconfig admin",
      },
    ],
    verify: [{ text: "Shows `600 root:root` for each file.", code: "sudo sh -c \"stat -c '%a %U:%G %n' /etc/kubernetes/*.conf\"" }],
    sideEffects: "Scripts and people who used `/etc/kubernetes/admin.conf` without sudo need a kubeconfig of their own.",
    effort: "minutes",
    nist: ["4.5.4"],
    attack: ["T1078", "T1552"],
  },
  "pki-files": {
    meaning:
      "Looks at owner and mode below `/etc/kubernetes/pki`, where the authorities, certificates and keys of the cluster lie. A pass means that keys are readable for root alone and that nobody else may change a certificate.",
    why: "With the key of the cluster's authority anybody signs a certificate for `system:masters` at home and is administrator until the authority is exchanged. The key for service account tokens is as good: it makes tokens for any account.",
    fix: [
      {
        place: "shell",
        text: "Set owner and mode on each control plane node.",
        code: "sudo chown -R root:root /etc/kubernetes/pki\nsudo find /etc/kubernetes/pki -type f -name '*.key' -exec chmod 600 {} +\nsudo find /etc/kubernetes/pki -type f -name '*.crt' -exec chmod 644 {} +",
      },
      {
        place: "shell",
        text: "CIS 1.24 asks for 600 on certificates as well; the components run as root, so this breaks nothing of kubeadm's.",
        code: "sudo find /etc/kubernetes/pki -type f -name '*.crt' -exec chmod 600 {} +",
      },
    ],
    verify: [
      {
        text: "Prints nothing: no key is open to others and all belongs to root.",
        code: "sudo find /etc/kubernetes/pki \\( -name '*.key' -perm /077 -o ! -user root -o ! -group root \\)",
      },
    ],
    sideEffects:
      "Monitoring that watches expiry dates as another user can no longer read certificates at 600. A key that was readable has to be taken for stolen.",
    effort: "minutes",
    nist: ["4.5.4"],
    attack: ["T1552"],
  },
} as const satisfies Record<string, Guidance>;
