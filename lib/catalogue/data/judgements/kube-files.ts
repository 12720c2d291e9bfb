import type { Judgement } from "../../judgement";

/** Our judgements of the Kubernetes checks on owner and mode of the control plane's files. */
export const kubeFilesJudgements = {
  "control-plane-apiserver-spec-permissions": {
    severity: "high",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason:
          "Who can write the API server's manifest adds `--authorization-mode=AlwaysAllow`, and the kubelet restarts it that way by itself.",
      },
      { letter: "I", kind: "mitigates", reason: "If others may read it, they learn which keys, ports and plugins the API server uses." },
    ],
    mitigation: "Run `chmod 600 /etc/kubernetes/manifests/kube-apiserver.yaml`.",
  },
  "control-plane-apiserver-spec-ownership": {
    severity: "high",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "The account that owns the API server's manifest decides on its flags, whatever the administrators agreed on.",
      },
      { letter: "E", kind: "mitigates", reason: "It may also mount the host's root directory into that pod and so become root." },
    ],
    mitigation: "Run `chown root:root /etc/kubernetes/manifests/kube-apiserver.yaml`.",
  },
  "control-plane-controller-manager-spec-permissions": {
    severity: "high",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "A writable manifest lets a local user name another signing key for service account tokens.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "The controller manager's pod starts with what that user wrote, under the credentials that may touch all objects.",
      },
    ],
    mitigation: "Run `chmod 600 /etc/kubernetes/manifests/kube-controller-manager.yaml`.",
  },
  "control-plane-controller-manager-spec-ownership": {
    severity: "high",
    stride: [
      { letter: "T", kind: "mitigates", reason: "Its owner may replace the controller manager's image by one of his own." },
      {
        letter: "E",
        kind: "mitigates",
        reason: "That image then runs with the node's host network and the cluster's signing keys mounted.",
      },
    ],
    mitigation: "Run `chown root:root /etc/kubernetes/manifests/kube-controller-manager.yaml`.",
  },
  "control-plane-scheduler-spec-permissions": {
    severity: "high",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "With write access to the scheduler's manifest one exchanges the program that decides where pods run.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "An added hostPath volume turns the scheduler's static pod into a way to root on the control plane.",
      },
    ],
    mitigation: "Run `chmod 600 /etc/kubernetes/manifests/kube-scheduler.yaml`.",
  },
  "control-plane-scheduler-spec-ownership": {
    severity: "high",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "A foreign owner of the file changes the scheduler's flags at any time, and the kubelet obeys within seconds.",
      },
      { letter: "D", kind: "mitigates", reason: "By spoiling its contents he stops the placing of all new pods." },
    ],
    mitigation: "Run `chown root:root /etc/kubernetes/manifests/kube-scheduler.yaml`.",
  },
  "control-plane-etcd-spec-permissions": {
    severity: "high",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "A writer of etcd's manifest takes `--client-cert-auth` away and opens the store to the network.",
      },
      { letter: "D", kind: "mitigates", reason: "One wrong line in it and the cluster has lost its memory until somebody repairs it." },
    ],
    mitigation: "Run `chmod 600 /etc/kubernetes/manifests/etcd.yaml`.",
  },
  "control-plane-etcd-spec-ownership": {
    severity: "high",
    stride: [
      { letter: "T", kind: "mitigates", reason: "The owner of this manifest may point etcd at a data directory that he prepared." },
      { letter: "I", kind: "mitigates", reason: "He can also bind its client port to all interfaces and read the store from elsewhere." },
    ],
    mitigation: "Run `chown root:root /etc/kubernetes/manifests/etcd.yaml`.",
  },
  "control-plane-cni-files-permissions": {
    severity: "high",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "A local user who may write there names the plugin that the kubelet runs as root for each new pod.",
      },
      { letter: "D", kind: "mitigates", reason: "A damaged network configuration leaves new pods of that node without an address." },
    ],
    mitigation: "Run `chmod 600` on the files below /etc/cni/net.d and /var/lib/cni/networks.",
  },
  "control-plane-cni-files-ownership": {
    severity: "high",
    stride: [
      { letter: "T", kind: "mitigates", reason: "The files' owner decides into which network each pod is put." },
      { letter: "E", kind: "mitigates", reason: "He may have a program of his executed by root under the name of a network plugin." },
    ],
    mitigation: "Run `chown root:root` on the files below /etc/cni/net.d and /var/lib/cni/networks.",
  },
  "control-plane-etcd-data-dir-permissions": {
    severity: "high",
    stride: [
      { letter: "I", kind: "mitigates", reason: "Everybody who may read the data directory copies all Secrets of the cluster in one go." },
      { letter: "T", kind: "mitigates", reason: "Write access to it lets roles and tokens be planted below the API server." },
    ],
    mitigation: "Run `chmod 700 /var/lib/etcd`.",
  },
  "control-plane-etcd-data-dir-ownership": {
    severity: "medium",
    stride: [
      { letter: "I", kind: "mitigates", reason: "An owner other than etcd can open the data directory for himself and read the store." },
      { letter: "D", kind: "mitigates", reason: "etcd stops when the files it needs were taken from it." },
    ],
    mitigation: "Run `chown etcd:etcd /var/lib/etcd` with etcd running under that account.",
  },
  "control-plane-admin-conf-permissions": {
    severity: "critical",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "The file holds a certificate of a cluster administrator, and who can read it is that administrator.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "A plain login on the control plane's host becomes full power over the cluster by reading one file.",
      },
    ],
    mitigation: "Run `chmod 600` on /etc/kubernetes/admin.conf and super-admin.conf.",
  },
  "control-plane-admin-conf-ownership": {
    severity: "high",
    stride: [
      { letter: "S", kind: "mitigates", reason: "The account that owns the file has the administrator's certificate at hand." },
      {
        letter: "T",
        kind: "mitigates",
        reason: "It may also redirect the server address, so that root's next kubectl speaks to a machine of its choice.",
      },
    ],
    mitigation: "Run `chown root:root` on /etc/kubernetes/admin.conf and super-admin.conf.",
  },
  "control-plane-scheduler-conf-permissions": {
    severity: "high",
    stride: [
      { letter: "S", kind: "mitigates", reason: "With the scheduler's kubeconfig one signs in as `system:kube-scheduler`." },
      { letter: "E", kind: "mitigates", reason: "In that role pods may be bound to a node that the attacker watches." },
    ],
    mitigation: "Run `chmod 600 /etc/kubernetes/scheduler.conf`.",
  },
  "control-plane-scheduler-conf-ownership": {
    severity: "high",
    stride: [
      { letter: "S", kind: "mitigates", reason: "Whoever owns the scheduler's kubeconfig can use the key in it." },
      { letter: "T", kind: "mitigates", reason: "Editing the address in it makes the scheduler take its orders from another server." },
    ],
    mitigation: "Run `chown root:root /etc/kubernetes/scheduler.conf`.",
  },
  "control-plane-controller-manager-conf-permissions": {
    severity: "high",
    stride: [
      { letter: "S", kind: "mitigates", reason: "A reader of this kubeconfig signs in as the controller manager." },
      { letter: "E", kind: "mitigates", reason: "That identity may mint tokens of service accounts and so take on almost any role." },
    ],
    mitigation: "Run `chmod 600 /etc/kubernetes/controller-manager.conf`.",
  },
  "control-plane-controller-manager-conf-ownership": {
    severity: "high",
    stride: [
      { letter: "S", kind: "mitigates", reason: "The key inside belongs in effect to the account that owns the file." },
      { letter: "T", kind: "mitigates", reason: "A changed authority in it lets a false API server steer all controllers." },
    ],
    mitigation: "Run `chown root:root /etc/kubernetes/controller-manager.conf`.",
  },
  "control-plane-pki-ownership": {
    severity: "critical",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "Who owns the cluster's authority key issues certificates for any user, administrators included.",
      },
      { letter: "T", kind: "mitigates", reason: "He can also exchange an authority's certificate and have every component trust his own." },
    ],
    mitigation: "Run `chown -R root:root /etc/kubernetes/pki`.",
  },
  "control-plane-pki-cert-permissions": {
    severity: "medium",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "A certificate file open for writing takes a second authority, which then vouches for strangers.",
      },
      { letter: "D", kind: "mitigates", reason: "Overwritten certificates keep the control plane from starting again." },
    ],
    mitigation: "Run `chmod 644` on the *.crt files below /etc/kubernetes/pki, or 600.",
  },
  "control-plane-pki-key-permissions": {
    severity: "critical",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "The authority's private key lets its reader sign a certificate for `system:masters` at home.",
      },
      { letter: "I", kind: "mitigates", reason: "With the serving keys recorded traffic may be read, or the API server impersonated." },
    ],
    mitigation: "Run `chmod 600` on the *.key files below /etc/kubernetes/pki.",
  },
  "control-plane-manifests-ownership": {
    severity: "high",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "Any static pod of the control plane can be rewritten by the account that owns its manifest.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "A manifest added to the directory is started by the kubelet without asking the API server.",
      },
    ],
    mitigation: "Run `chown -R root:root /etc/kubernetes/manifests`.",
  },
  "control-plane-manifests-permissions": {
    severity: "high",
    stride: [
      { letter: "T", kind: "mitigates", reason: "Loose modes on the static manifests let ordinary users reconfigure the control plane." },
      { letter: "E", kind: "mitigates", reason: "A privileged pod slipped into the directory gives its author the host." },
    ],
    mitigation: "Run `chmod 600` on the files in /etc/kubernetes/manifests and 700 on the directory.",
  },
  "control-plane-conf-ownership": {
    severity: "high",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "Credentials of three of the mightiest identities are at the disposal of whoever owns these files.",
      },
      {
        letter: "T",
        kind: "mitigates",
        reason: "The addresses and authorities in them may be changed under the components that rely on them.",
      },
    ],
    mitigation: "Run `chown root:root` on admin.conf, scheduler.conf and controller-manager.conf in /etc/kubernetes.",
  },
} as const satisfies Record<string, Judgement>;
