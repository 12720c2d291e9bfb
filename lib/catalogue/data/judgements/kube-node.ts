import type { Judgement } from "../../judgement";

/** Our judgements of the Kubernetes checks on a node: its files, the kubelet and kube-proxy. */
export const kubeNodeJudgements = {
  "node-kubelet-service-permissions": {
    severity: "high",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "Write access to the unit lets a local user give the kubelet other flags at its next start.",
      },
      { letter: "E", kind: "mitigates", reason: "An ExecStartPre line put there runs as root." },
    ],
    mitigation: "Run `chmod 600` on the kubelet's unit file and the drop-ins in kubelet.service.d.",
  },
  "node-kubelet-service-ownership": {
    severity: "high",
    stride: [
      { letter: "T", kind: "mitigates", reason: "The owner of the unit chooses the binary and the options under which the node is run." },
      { letter: "E", kind: "mitigates", reason: "What he writes there is executed by systemd with root's rights." },
    ],
    mitigation: "Run `chown root:root` on the kubelet's unit file and its drop-ins.",
  },
  "node-proxy-kubeconfig-permissions": {
    severity: "medium",
    stride: [
      { letter: "S", kind: "mitigates", reason: "The credential in the file lets its reader sign in as kube-proxy." },
      {
        letter: "T",
        kind: "mitigates",
        reason: "Who may write it sends kube-proxy to a server that dictates the node's forwarding rules.",
      },
    ],
    mitigation: "Run `chmod 600` on the kubeconfig of kube-proxy.",
  },
  "node-proxy-kubeconfig-ownership": {
    severity: "medium",
    stride: [
      { letter: "T", kind: "mitigates", reason: "A foreign owner can change from which server kube-proxy learns where traffic goes." },
      { letter: "S", kind: "mitigates", reason: "He has the proxy's own credential in his hands, too." },
    ],
    mitigation: "Run `chown root:root` on the kubeconfig of kube-proxy.",
  },
  "node-kubelet-conf-permissions": {
    severity: "high",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "The kubeconfig names the node's certificate, and its reader acts as that node towards the API server.",
      },
      { letter: "I", kind: "mitigates", reason: "As the node he reads the Secrets of all pods that run there." },
    ],
    mitigation: "Run `chmod 600 /etc/kubernetes/kubelet.conf`.",
  },
  "node-kubelet-conf-ownership": {
    severity: "high",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "Its owner may point the kubelet at an API server of his own, which then tells the node what to run.",
      },
      { letter: "S", kind: "mitigates", reason: "He may use the node's identity as if it were his." },
    ],
    mitigation: "Run `chown root:root /etc/kubernetes/kubelet.conf`.",
  },
  "node-client-ca-permissions": {
    severity: "high",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "An authority added to a writable file signs clients whom the kubelet believes from then on.",
      },
      { letter: "E", kind: "mitigates", reason: "With such a client certificate commands are run in any pod of the node." },
    ],
    mitigation: "Run `chmod 644` (or stricter) on the file that `clientCAFile` names.",
  },
  "node-client-ca-ownership": {
    severity: "high",
    stride: [{ letter: "S", kind: "mitigates", reason: "The file's owner decides which authority vouches for callers of the kubelet." }],
    mitigation: "Run `chown root:root` on the file that `clientCAFile` names.",
  },
  "node-kubelet-config-permissions": {
    severity: "high",
    stride: [
      {
        letter: "T",
        kind: "mitigates",
        reason: "Two lines in a writable kubelet configuration switch anonymous access on and authorisation off.",
      },
      { letter: "E", kind: "mitigates", reason: "Afterwards everybody on the network can start processes in the node's containers." },
    ],
    mitigation: "Run `chmod 600 /var/lib/kubelet/config.yaml`.",
  },
  "node-kubelet-config-ownership": {
    severity: "high",
    stride: [
      { letter: "T", kind: "mitigates", reason: "The account that owns the kubelet's configuration may undo each hardening in it." },
      { letter: "E", kind: "mitigates", reason: "It can name a static pod path of its own and have privileged pods started from there." },
    ],
    mitigation: "Run `chown root:root /var/lib/kubelet/config.yaml`.",
  },
  "node-azure-json-permissions": {
    severity: "high",
    stride: [
      { letter: "I", kind: "mitigates", reason: "The file may hold the secret with which the cluster acts in your Azure subscription." },
      { letter: "T", kind: "mitigates", reason: "A writer of it changes with which identity and in which resource group the node works." },
    ],
    mitigation: "Run `chmod 600` (at most 644) on /etc/kubernetes/azure.json.",
  },
  "node-azure-json-ownership": {
    severity: "high",
    stride: [
      { letter: "I", kind: "mitigates", reason: "An owner other than root can read the cloud credential whenever he likes." },
      { letter: "T", kind: "mitigates", reason: "He can exchange it for one that ends in another subscription." },
    ],
    mitigation: "Run `chown root:root /etc/kubernetes/azure.json`.",
  },
  "kubelet-anonymous-auth": {
    severity: "critical",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason:
          "With anonymous access and the usual authorisation gaps, whoever reaches port 10250 runs commands in every pod of the node.",
      },
      { letter: "S", kind: "mitigates", reason: "The kubelet does not ask callers who they are." },
    ],
    mitigation: "Set `authentication.anonymous.enabled: false` in /var/lib/kubelet/config.yaml.",
  },
  "kubelet-authorization-mode": {
    severity: "critical",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "Each caller the kubelet knows, and with anonymous access each caller at all, may exec into all containers.",
      },
      { letter: "I", kind: "mitigates", reason: "Logs and environment of the node's pods are open to the same callers." },
    ],
    mitigation: "Set `authorization.mode: Webhook` in /var/lib/kubelet/config.yaml.",
  },
  "kubelet-client-ca-file": {
    severity: "high",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "The kubelet cannot verify the API server's certificate and has to fall back to weaker proof, or to none.",
      },
    ],
    mitigation: "Set `authentication.x509.clientCAFile` to the cluster's authority.",
  },
  "kubelet-read-only-port": {
    severity: "high",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "Port 10255 shows pod specifications, environment and addresses of the node to everybody without a login.",
      },
    ],
    mitigation: "Set `readOnlyPort: 0` in /var/lib/kubelet/config.yaml.",
  },
  "kubelet-streaming-connection-idle-timeout": {
    severity: "low",
    stride: [
      { letter: "D", kind: "mitigates", reason: "Forgotten exec and port-forward sessions hold connections until the node has none left." },
      { letter: "S", kind: "mitigates", reason: "An abandoned session stays open for whoever sits down at that terminal." },
    ],
    mitigation: "Remove `streamingConnectionIdleTimeout: 0s`, or set a value such as 5m.",
  },
  "kubelet-protect-kernel-defaults": {
    severity: "medium",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason:
          "The kubelet quietly changes kernel parameters of a hardened host, and the node may behave differently under memory pressure.",
      },
      { letter: "T", kind: "mitigates", reason: "Settings that the operating system's baseline fixed are overwritten at each start." },
    ],
    mitigation: "Set `protectKernelDefaults: true` after setting the kernel parameters that the kubelet expects.",
  },
  "kubelet-make-iptables-util-chains": {
    severity: "low",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason: "Rules that kube-proxy and pods rely on are missing, and traffic is dropped or goes astray.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason: "Marks that keep traffic apart may not be set, so that packets pass where they should not.",
      },
    ],
    mitigation: "Remove `makeIPTablesUtilChains: false` from the kubelet's configuration.",
  },
  "kubelet-hostname-override": {
    severity: "low",
    stride: [
      { letter: "S", kind: "mitigates", reason: "A node that names itself differently from its certificate blurs which machine is which." },
      { letter: "R", kind: "mitigates", reason: "Logs under a made-up host name cannot be tied to the machine that wrote them." },
    ],
    mitigation: "Remove `--hostname-override` from the kubelet's start line.",
  },
  "kubelet-event-qps": {
    severity: "low",
    stride: [
      {
        letter: "R",
        kind: "mitigates",
        reason: "Events beyond a low limit are dropped, and so is the trace of what happened on the node.",
      },
      { letter: "D", kind: "mitigates", reason: "Without any limit a failing node floods the API server with its events." },
    ],
    mitigation: "Set `eventRecordQPS` to a level your cluster can bear, for instance 5 to 50.",
  },
  "kubelet-tls-cert-file": {
    severity: "medium",
    stride: [
      { letter: "S", kind: "mitigates", reason: "The kubelet shows a certificate that it signed itself, which nobody can check." },
      { letter: "I", kind: "mitigates", reason: "Whoever gets in between reads logs and exec sessions of that node." },
    ],
    mitigation: "Set `tlsCertFile` and `tlsPrivateKeyFile`, or `serverTLSBootstrap: true`.",
  },
  "kubelet-rotate-certificates": {
    severity: "low",
    stride: [
      { letter: "D", kind: "mitigates", reason: "The node's client certificate runs out one day, and the node drops from the cluster." },
      { letter: "S", kind: "mitigates", reason: "A stolen client certificate of the node stays usable as long as it is never replaced." },
    ],
    mitigation: "Remove `rotateCertificates: false` from the kubelet's configuration.",
  },
  "kubelet-rotate-server-certificate": {
    severity: "low",
    stride: [
      { letter: "D", kind: "mitigates", reason: "An expired serving certificate ends logs, exec and metrics for that node." },
      { letter: "S", kind: "mitigates", reason: "Kubelets with stale certificates make administrators turn verification off." },
    ],
    mitigation: "Set `serverTLSBootstrap: true` and approve the kubelets' serving requests.",
  },
  "kubelet-strong-ciphers": {
    severity: "low",
    stride: [{ letter: "I", kind: "mitigates", reason: "Weak suites let a listener decrypt what passes between API server and kubelet." }],
    mitigation: "Set `tlsCipherSuites` in the kubelet's configuration to suites with forward secrecy.",
  },
  "kubelet-pod-pids-limit": {
    severity: "medium",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason: "One pod that forks without end uses up the process numbers of the node and stops all others.",
      },
    ],
    mitigation: "Set `podPidsLimit` in the kubelet's configuration, for instance 4096.",
  },
  "kubelet-allow-privileged": {
    severity: "high",
    stride: [
      { letter: "E", kind: "mitigates", reason: "Privileged containers may be started on the node, and each of them is root on the host." },
    ],
    mitigation: "Remove `--allow-privileged=true` on releases that still have it, and enforce a Pod Security Standard.",
  },
  "kubelet-cadvisor-port": {
    severity: "medium",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "The statistics port tells names, images and loads of all containers to everybody who asks.",
      },
    ],
    mitigation: "Set `--cadvisor-port=0`, or upgrade: the port is gone since Kubernetes 1.12.",
  },
  "kubelet-seccomp-default": {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "Pods that name no profile may use every system call, including those in which kernel flaws are found.",
      },
    ],
    mitigation: "Set `seccompDefault: true` in the kubelet's configuration.",
  },
  "kubelet-static-pods": {
    severity: "medium",
    stride: [
      {
        letter: "E",
        kind: "mitigates",
        reason: "A file laid into the static pod directory is run without admission, quota or role being asked.",
      },
      { letter: "R", kind: "mitigates", reason: "Such a pod was created by nobody that the audit log knows." },
    ],
    mitigation: "Remove `staticPodPath` on nodes that run no control plane.",
  },
  "kubelet-dynamic-config": {
    severity: "medium",
    stride: [
      { letter: "T", kind: "mitigates", reason: "Who may edit one ConfigMap reconfigures the kubelets that draw their settings from it." },
    ],
    mitigation: "Remove `DynamicKubeletConfig` from the feature gates; the feature is gone since Kubernetes 1.24.",
  },
  "kube-proxy-metrics-bind-address": {
    severity: "low",
    stride: [
      {
        letter: "I",
        kind: "mitigates",
        reason: "Metrics and configuration of kube-proxy can be fetched by every machine that reaches the node.",
      },
    ],
    mitigation: "Set `metricsBindAddress: 127.0.0.1:10249` in kube-proxy's configuration.",
  },
  "kube-node-sshd": {
    severity: "medium",
    stride: [
      {
        letter: "S",
        kind: "mitigates",
        reason: "Stolen or guessed SSH credentials let an attacker sit on a node as one of its administrators.",
      },
      { letter: "E", kind: "mitigates", reason: "From a shell on the node all its containers and its kubelet's key are within reach." },
    ],
    mitigation: "Run `systemctl disable --now sshd` on worker nodes and reach them through the platform's own access.",
  },
} as const satisfies Record<string, Judgement>;
