import type { Judgement } from "../../judgement";

/** Our judgements of the Kubernetes checks on the API server's arguments and admission plugins. */
export const kubeApiserverJudgements = {
  "apiserver-anonymous-auth": {
    severity: "high",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason:
          "Requests without any credential are taken in as `system:anonymous`, so whoever reaches port 6443 is treated as a known party.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason:
          "Every rule that binds the anonymous user or the unauthenticated group, by mistake or by an old default, answers strangers with data of the cluster.",
      },
    ],
    mitigation:
      "Set `--anonymous-auth=false` in the API server's manifest, or limit anonymous access to the health paths in an AuthenticationConfiguration.",
  },
  "apiserver-basic-auth-file": {
    severity: "high",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "Static passwords in a file never expire and may be guessed or replayed by anyone who reaches the API server.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "The file keeps each password in clear text, so a copy of it is a copy of all the accounts.",
      },
    ],
    mitigation: "Remove `--basic-auth-file` from the manifest and let people sign in by OpenID Connect.",
  },
  "apiserver-token-auth-file": {
    severity: "high",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason:
          "A token of the static file is valid until the API server is restarted without it, so a stolen one lets its thief pass as that user for months.",
      },
      { letter: "I", kind: "mitigates", reason: "Tokens stand unhashed in the file and in every backup of the control plane's disk." },
    ],
    mitigation: "Remove `--token-auth-file` from the manifest and let people sign in by OpenID Connect.",
  },
  "apiserver-insecure-allow-any-token": {
    severity: "critical",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "Any made-up token is believed, and the caller chooses which user and which groups it stands for.",
      },
      { letter: "E", kind: "mitigates", reason: "Whoever names `system:masters` in such a token commands the whole cluster." },
    ],
    mitigation: "Remove `--insecure-allow-any-token` from the API server's start line.",
  },
  "apiserver-kubelet-https": {
    severity: "high",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "Logs, exec sessions and the data they carry run over the network in clear text between the API server and the nodes.",
      },
      {
        letter: "T",
        kind: "mitigates",
        reason: "On that unprotected way somebody can exchange the commands that the API server sends to a kubelet.",
      },
    ],
    mitigation: "Remove `--kubelet-https=false`; TLS is the default.",
  },
  "apiserver-insecure-bind-address": {
    severity: "critical",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "The port behind this address asks for no login and checks no permission, so whoever reaches it acts as cluster administrator.",
      },
      { letter: "I", kind: "mitigates", reason: "Secrets are read through it by a single unencrypted request." },
    ],
    mitigation: "Remove `--insecure-bind-address` from the manifest, and upgrade to a release that no longer has it.",
  },
  "apiserver-insecure-port": {
    severity: "critical",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "The insecure port skips authentication and authorisation, so every process on the control plane host can rule the cluster.",
      },
      {
        letter: "S",
        kind: "mitigates",
        reason: "No caller has to say who he is, and a request from a foothold on the host looks like one of the system's own.",
      },
    ],
    mitigation: "Set `--insecure-port=0`, and upgrade to a release that no longer has the port.",
  },
  "apiserver-secure-port": {
    severity: "high",
    stride: [
      { letter: "I", kind: "mitigates", reason: "Without the secure port all API traffic has to take an unencrypted one." },
      { letter: "S", kind: "mitigates", reason: "Clients that cannot check a certificate cannot tell the API server from an impostor." },
    ],
    mitigation: "Leave `--secure-port` at 6443 or set another port above 0.",
  },
  "apiserver-profiling": {
    severity: "low",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason:
          "The profiling handlers show the names of internal functions, memory contents and the program's load to those who may call them.",
      },
      {
        letter: "D",
        kind: "mitigates",
        reason: "A profile taken again and again costs processor time that the API server needs to serve the cluster.",
      },
    ],
    mitigation: "Set `--profiling=false` in the API server's manifest.",
  },
  "apiserver-repair-malformed-updates": {
    severity: "low",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "Updates that break the rules are mended and stored silently, so an object may come to hold something nobody asked for.",
      },
    ],
    mitigation: "Remove `--repair-malformed-updates=true`, or upgrade: the option is gone since Kubernetes 1.14.",
  },
  "apiserver-admission-always-admit": {
    severity: "high",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "With AlwaysAdmit in the list people believe in a filter that lets every object pass, whatever it asks for.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "Nothing is turned away at admission, including the pod that will mount the node's root directory.",
      },
    ],
    mitigation: "Take AlwaysAdmit out of `--enable-admission-plugins`.",
  },
  "apiserver-admission-always-pull-images": {
    severity: "medium",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "A pod may run a private image that lies on the node, though its author has no right to pull it.",
      },
      {
        letter: "T",
        kind: "mitigates",
        reason: "A copy that was exchanged on the node goes on running, since nobody compares it with the registry.",
      },
    ],
    mitigation: "Add AlwaysPullImages to `--enable-admission-plugins`, once the registry can bear the load.",
  },
  "apiserver-admission-deny-escalating-exec": {
    severity: "medium",
    stride: [
      { letter: "E", kind: "mitigates", reason: "Somebody who may exec into a privileged pod takes over its rights on the node." },
      {
        letter: "I",
        kind: "mitigates",
        reason: "Through a shell in a pod that shares host namespaces the processes of all others can be looked at.",
      },
    ],
    mitigation: "Upgrade to a release with Pod Security Admission, which keeps escalating pods out in the first place.",
  },
  "apiserver-admission-security-context-deny": {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "A pod author sets user id, SELinux labels or capabilities at will, which opens ways from the container to the node.",
      },
    ],
    mitigation: "Enforce the restricted Pod Security Standard in each namespace; the plugin itself is gone since Kubernetes 1.30.",
  },
  "apiserver-admission-namespace-lifecycle": {
    severity: "low",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason:
          "Objects may be put into a namespace while it is being deleted, or into one that does not exist, and stay behind out of sight.",
      },
      {
        letter: "D",
        kind: "mitigates",
        reason: "The namespaces `default`, `kube-system` and `kube-public` lose the guard that forbids deleting them.",
      },
    ],
    mitigation: "Take NamespaceLifecycle out of `--disable-admission-plugins`.",
  },
  "apiserver-audit-log-path": {
    severity: "medium",
    stride: [
      { letter: "R", kind: "mitigates", reason: "With no audit log nobody can say who created a pod, read a secret or changed a role." },
    ],
    mitigation: "Set `--audit-log-path` to a file on a mounted host directory, and ship that file to another machine.",
  },
  "apiserver-audit-log-maxage": {
    severity: "low",
    stride: [
      {
        letter: "R",
        kind: "mitigates",
        reason: "Audit files that are dropped after a few days are gone before most intrusions are found.",
      },
    ],
    mitigation: "Set `--audit-log-maxage=30`, or as long as your rules ask for.",
  },
  "apiserver-audit-log-maxbackup": {
    severity: "low",
    stride: [
      {
        letter: "R",
        kind: "mitigates",
        reason: "A burst of requests rotates the few kept files away, and with them the trace of what came before.",
      },
    ],
    mitigation: "Set `--audit-log-maxbackup=10` or more.",
  },
  "apiserver-audit-log-maxsize": {
    severity: "low",
    stride: [
      {
        letter: "R",
        kind: "mitigates",
        reason: "Small files fill up within minutes on a busy cluster, so rotation throws out the record of an incident early.",
      },
      { letter: "D", kind: "mitigates", reason: "Without any limit the log grows until the control plane's disk is full." },
    ],
    mitigation: "Set `--audit-log-maxsize=100` and watch the disk it fills.",
  },
  "apiserver-authorization-mode-always-allow": {
    severity: "critical",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "Every account that can sign in, service accounts of ordinary pods included, may do anything in the cluster.",
      },
      { letter: "I", kind: "mitigates", reason: "No permission stands between a pod's token and the secrets of all namespaces." },
    ],
    mitigation: "Set `--authorization-mode=Node,RBAC`.",
  },
  "apiserver-authorization-mode-node": {
    severity: "high",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason:
          "Without the node authoriser a kubelet's credential has to be given broad rights, and one stolen from a single node reads the secrets of all.",
      },
      { letter: "E", kind: "mitigates", reason: "From one broken node an attacker may change objects that belong to other nodes." },
    ],
    mitigation: "Include Node in `--authorization-mode`, as in `Node,RBAC`.",
  },
  "apiserver-authorization-mode-rbac": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "Permissions that no role limits are handed out by coarse or forgotten rules, and accounts may do more than their work asks for.",
      },
      {
        letter: "R",
        kind: "mitigates",
        reason: "Who was allowed what cannot be read from the cluster, so nobody can tell afterwards whether a deed was granted.",
      },
    ],
    mitigation: "Include RBAC in `--authorization-mode`, as in `Node,RBAC`.",
  },
  "apiserver-kubelet-certificate-authority": {
    severity: "high",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason:
          "Whoever can answer on a node's address is taken for its kubelet, because the API server does not check the certificate shown to it.",
      },
      { letter: "I", kind: "mitigates", reason: "Logs and interactive sessions of pods are handed to that impostor in full." },
    ],
    mitigation: "Set `--kubelet-certificate-authority` to the authority that signs the kubelets' serving certificates.",
  },
  "apiserver-kubelet-client-certificate": {
    severity: "high",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "The API server has nothing to prove itself with, so kubelets have to accept callers who do not say who they are.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "Where kubelets let unauthenticated callers in for this reason, every pod may run commands in the others.",
      },
    ],
    mitigation: "Set `--kubelet-client-certificate` and `--kubelet-client-key` to a pair made for the API server.",
  },
  "apiserver-service-account-lookup": {
    severity: "medium",
    stride: [
      { letter: "S", kind: "mitigates", reason: "The token of a deleted service account is still believed until it runs out." },
      { letter: "E", kind: "mitigates", reason: "Taking an account away no longer takes its rights away." },
    ],
    mitigation: "Remove `--service-account-lookup=false` from the manifest.",
  },
  "apiserver-admission-pod-security-policy": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "Nothing stops an account that may create pods from creating a privileged one and walking onto the node.",
      },
      { letter: "T", kind: "mitigates", reason: "Such a pod can rewrite files of the host on which it runs." },
    ],
    mitigation: "On a release before 1.25 enable PodSecurityPolicy; after it, enforce Pod Security Standards by namespace labels.",
  },
  "apiserver-service-account-key-file": {
    severity: "medium",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason:
          "Tokens are verified with the key of the API server's own certificate, so this key cannot be changed without breaking one of the two.",
      },
    ],
    mitigation: "Set `--service-account-key-file` to the public half of a key pair used for nothing else.",
  },
  "apiserver-etcd-certfile": {
    severity: "high",
    stride: [
      { letter: "S", kind: "mitigates", reason: "Without a client certificate of the API server's own, etcd must let in whoever knocks." },
      { letter: "I", kind: "mitigates", reason: "The traffic to the store that holds every secret lacks mutual TLS." },
    ],
    mitigation: "Set `--etcd-certfile` and `--etcd-keyfile`.",
  },
  "apiserver-admission-service-account": {
    severity: "medium",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "Pods run without an identity the cluster gave them and borrow some other credential instead.",
      },
      { letter: "E", kind: "mitigates", reason: "A pod may name a service account that its author has no right to use." },
    ],
    mitigation: "Take ServiceAccount out of `--disable-admission-plugins`.",
  },
  "apiserver-tls-cert-file": {
    severity: "high",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "With a certificate made up at start, clients learn to skip verification and accept a false API server.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "Tokens sent to an API server that cannot be verified may end up with a man in the middle.",
      },
    ],
    mitigation: "Set `--tls-cert-file` and `--tls-private-key-file` to a certificate that your clients can verify.",
  },
  "apiserver-client-ca-file": {
    severity: "high",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "Certificates of administrators and components cannot be verified, and weaker ways of signing in take their place.",
      },
    ],
    mitigation: "Set `--client-ca-file` to the authority that signs client certificates.",
  },
  "apiserver-etcd-cafile": {
    severity: "high",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "The API server would read the state of the cluster from any server that claims to be etcd.",
      },
      { letter: "T", kind: "mitigates", reason: "A false store can feed it roles and pods that nobody created." },
    ],
    mitigation: "Set `--etcd-cafile` to the authority that signed etcd's certificate.",
  },
  "apiserver-strong-ciphers": {
    severity: "low",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "Suites without forward secrecy let traffic that was recorded today be read once the key leaks.",
      },
    ],
    mitigation: "Set `--tls-cipher-suites` to suites with forward secrecy and authenticated encryption.",
  },
  "apiserver-admission-node-restriction": {
    severity: "high",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "A kubelet may change labels and pods of other nodes and so draw sensitive workloads onto a node that an attacker holds.",
      },
      { letter: "T", kind: "mitigates", reason: "The Node objects of the whole cluster can be altered with the credential of one." },
    ],
    mitigation: "Include NodeRestriction in `--enable-admission-plugins`.",
  },
  "apiserver-encryption-provider-config": {
    severity: "medium",
    stride: [
      { letter: "I", kind: "mitigates", reason: "Secrets lie in etcd as plain base64, readable from its disk, a snapshot or a backup." },
    ],
    mitigation: "Set `--encryption-provider-config` and encrypt Secrets at rest.",
  },
  "apiserver-encryption-provider-strong": {
    severity: "medium",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "With `identity` as the first provider new Secrets are stored in clear text although encryption is configured.",
      },
    ],
    mitigation: "Put kms, secretbox or aescbc first in the encryption configuration, and identity last.",
  },
  "apiserver-admission-event-rate-limit": {
    severity: "low",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason: "One faulty or hostile client may flood the API server with events until it no longer answers the rest.",
      },
    ],
    mitigation: "Include EventRateLimit in `--enable-admission-plugins` with a configuration that limits events.",
  },
  "apiserver-advanced-auditing": {
    severity: "medium",
    stride: [
      {
        letter: "R",
        kind: "mitigates",
        reason: "The old format of the audit log leaves out the objects and stages from which a deed can be put back together.",
      },
    ],
    mitigation: "Remove `AdvancedAuditing=false` from `--feature-gates`.",
  },
  "apiserver-request-timeout": {
    severity: "low",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason: "Very long timeouts let slow or stuck requests hold the API server's connections until none is left.",
      },
    ],
    mitigation: "Leave `--request-timeout` at 60 seconds, and raise it only for clients that need it.",
  },
  "apiserver-admission-deny-service-external-ips": {
    severity: "medium",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "A Service that names an address of somebody else as its external IP draws that host's traffic to pods of the attacker.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "What clients send to the intercepted address, passwords included, may be read in those pods.",
      },
    ],
    mitigation: "Include DenyServiceExternalIPs in `--enable-admission-plugins`.",
  },
  "apiserver-service-account-extend-token-expiration": {
    severity: "low",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "A stolen pod token is good for a year where it would otherwise be worthless after an hour.",
      },
    ],
    mitigation: "Set `--service-account-extend-token-expiration=false` once no client needs long-lived tokens.",
  },
  "apiserver-tls-min-version": {
    severity: "medium",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "Old protocol versions have flaws by which requests to the API server and the tokens in them may be decrypted.",
      },
      {
        letter: "T",
        kind: "mitigates",
        reason: "A connection that is talked down to TLS 1.0 no longer keeps its contents from being changed on the way.",
      },
    ],
    mitigation: "Set `--tls-min-version=VersionTLS12` or VersionTLS13 in the API server's manifest.",
  },
  "apiserver-dynamic-auditing": {
    severity: "low",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "Whoever may create an AuditSink has a copy of all audit events, with what they contain, sent to a server of his own.",
      },
    ],
    mitigation: "Remove `DynamicAuditing=true` from `--feature-gates`, and configure auditing by file.",
  },
  "apiserver-alpha-apis": {
    severity: "low",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "Features that were never reviewed for production open ways around the checks that stable ones obey.",
      },
      {
        letter: "D",
        kind: "mitigates",
        reason: "Alpha interfaces change or vanish with an upgrade and leave what was built on them broken.",
      },
    ],
    mitigation: "Remove `AllAlpha=true` from `--feature-gates`.",
  },
  "apiserver-admission-validating-webhook": {
    severity: "medium",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "The webhooks that check objects against your policies are never asked, and forbidden objects are stored.",
      },
      { letter: "E", kind: "mitigates", reason: "A policy engine that seems to be installed no longer holds back privileged pods." },
    ],
    mitigation: "Take ValidatingAdmissionWebhook out of `--disable-admission-plugins`.",
  },
  "apiserver-deny-service-external-ips-unset": {
    severity: "low",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason: "With the plugin on, Services that carry external IPs can no longer be created, and traffic that relied on them stops.",
      },
    ],
    mitigation: "Follow the newer check, which asks for the plugin, and treat a failure of this one as its success.",
  },
} as const satisfies Record<string, Judgement>;
