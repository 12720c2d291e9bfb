import type { Guidance } from "../../guidance";

/** Guidance for nodes, the kubelet and the running of a cluster, by theme. */
export const kubeNodeGuidance = {
  "kubelet-authentication": {
    meaning:
      "Looks at how the kubelet lets callers in on port 10250 and whether its read-only port 10255 is closed. A pass means that callers need a certificate or a token, that the API server is asked what they may do, and that nothing is served without a login.",
    why: "The kubelet starts processes in containers for whoever it obeys. With anonymous access and `AlwaysAllow`, anybody on the network runs commands in every pod of the node, and the API server's audit log shows nothing of it. The read-only port tells strangers what runs there.",
    fix: [
      {
        place: "configuration",
        text: "Set these in `/var/lib/kubelet/config.yaml`; keep what is there already. Options of the same name on the start line win, so take those out of the unit's drop-ins.",
        code: "authentication:\n  anonymous:\n    enabled: false\n  webhook:\n    enabled: true\n  x509:\n    clientCAFile: /etc/kubernetes/pki/ca.crt\nauthorization:\n  mode: Webhook\nreadOnlyPort: 0",
      },
      {
        place: "shell",
        text: "Restart the kubelet; running pods are not touched.",
        code: "sudo systemctl restart kubelet\nsudo systemctl --no-pager status kubelet",
      },
    ],
    verify: [
      {
        text: "Prints `401` for the first port and fails to connect to the second.",
        code: "curl -sk -o /dev/null -w '%{http_code}\\n' https://<node>:10250/pods\ncurl -s --max-time 5 http://<node>:10255/pods",
      },
    ],
    sideEffects:
      "Monitoring that read the kubelet without a login, or from port 10255, gets nothing any more: give its service account the role `system:kubelet-api-admin` or one with `nodes/metrics` only.",
    effort: "minutes",
    nist: ["4.3.2", "4.3.5"],
    attack: ["T1133", "T1552.007", "T1609"],
  },
  "kubelet-certificates": {
    meaning:
      "Looks at the certificates of the kubelet: the one it shows to callers, and the one with which it signs in to the API server. A pass means that they come from the cluster's authority and are renewed before they run out.",
    why: "A kubelet that made its own serving certificate cannot be told from an impostor, and so nobody checks it. A client certificate that is never renewed drops the node from the cluster one day, or serves a thief for a year.",
    fix: [
      {
        place: "configuration",
        text: "Set both in `/var/lib/kubelet/config.yaml` and restart the kubelet with `sudo systemctl restart kubelet`.",
        code: "rotateCertificates: true\nserverTLSBootstrap: true",
      },
      {
        place: "shell",
        text: "Approve the serving requests after you compared node and address with your inventory. The controller manager approves client requests only.",
        code: "kubectl get csr\nkubectl certificate approve <csr-name>",
      },
      {
        place: "Kubernetes",
        text: "Take `RotateKubeletServerCertificate=false` out of `--feature-gates` in `/etc/kubernetes/manifests/kube-controller-manager.yaml` and out of `featureGates` of the kubelet; the gate is on by default.",
      },
    ],
    verify: [
      {
        text: "Shows the cluster's authority as the issuer, and a date that lies ahead.",
        code: "openssl s_client -connect <node>:10250 </dev/null 2>/dev/null | openssl x509 -noout -issuer -enddate",
      },
    ],
    sideEffects:
      "Until its request is approved a kubelet has no serving certificate, and logs, exec and metrics of that node fail. Set up an approver before you switch many nodes over.",
    effort: "hours",
    nist: ["4.3.2", "4.3.5"],
    attack: [],
  },
  "kubelet-hardening": {
    meaning:
      "Looks at settings of the kubelet that protect the node from its pods: kernel parameters, the rules it keeps in iptables, limits on processes, the default seccomp profile, static pods, host names and events. A pass means the protective value is set.",
    why: "Each of these closes a small gap that a pod or a local user may use: a fork without end that stops the node, a system call with a flaw in it, a file that becomes a pod without anybody being asked. None of them alone opens the cluster, but together they decide how far one goes.",
    fix: [
      {
        place: "configuration",
        text: "Set these in `/var/lib/kubelet/config.yaml`. Leave `staticPodPath` in on control plane nodes, since the control plane itself runs from there.",
        code: "protectKernelDefaults: true\nmakeIPTablesUtilChains: true\npodPidsLimit: 4096\nseccompDefault: true\neventRecordQPS: 50",
      },
      {
        place: "shell",
        text: "With `protectKernelDefaults` the kubelet does not start while the kernel differs from what it expects, so set the parameters first.",
        code: "sudo tee /etc/sysctl.d/90-kubelet.conf >/dev/null <<'EOF'\nvm.overcommit_memory=1\nvm.panic_on_oom=0\nkernel.panic=10\nkernel.panic_on_oops=1\nkernel.keys.root_maxkeys=1000000\nkernel.keys.root_maxbytes=25000000\nEOF\nsudo sysctl --system\nsudo systemctl restart kubelet",
      },
      {
        place: "systemd",
        text: "Look for a `--hostname-override` on the start line and take it out, unless your cloud provider needs it.",
        code: "systemctl cat kubelet | grep -n hostname-override",
      },
    ],
    verify: [
      {
        text: "Shows the values in force on that node.",
        code: "kubectl get --raw /api/v1/nodes/<node>/proxy/configz | jq '.kubeletconfig | {protectKernelDefaults, podPidsLimit, seccompDefault, makeIPTablesUtilChains, eventRecordQPS}'",
      },
    ],
    sideEffects:
      "`seccompDefault` may stop programs that use rare system calls, and a low `podPidsLimit` those with many threads: try both on one node with real workloads. They take effect for pods started afterwards.",
    effort: "hours",
    nist: ["4.4.3", "4.5.1"],
    attack: ["T1499", "T1611"],
  },
  "node-files": {
    meaning:
      "Looks at owner and mode of the files that make a machine a node: the kubelet's unit, its kubeconfig and configuration, the authority it trusts, the kubeconfig of kube-proxy and the cloud provider's file. A pass means that root owns them and nobody else may write, or for the stricter benchmarks read, them.",
    why: "The kubelet runs as root and does what these files say. Who may write one of them switches its login off or names a program for root to run. Who may read the kubeconfig acts as the node and fetches the Secrets of its pods.",
    fix: [
      {
        place: "shell",
        text: "Set owner and mode on each node; files that are not there are passed over. Paths are kubeadm's.",
        code: 'for f in /etc/systemd/system/kubelet.service.d/10-kubeadm.conf /usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf /etc/kubernetes/kubelet.conf /var/lib/kubelet/config.yaml /etc/kubernetes/azure.json; do\n  if [ -e "$f" ]; then sudo chown root:root "$f" && sudo chmod 600 "$f"; fi\ndone\nsudo chown root:root /etc/kubernetes/pki/ca.crt\nsudo chmod 644 /etc/kubernetes/pki/ca.crt',
      },
      {
        place: "shell",
        text: "Where kube-proxy runs on the host, do the same for the file that its start line names. Under kubeadm it runs as a pod and its kubeconfig is a mounted ConfigMap, so this check cannot find a file.",
        code: "ps -o args= -C kube-proxy",
      },
    ],
    verify: [
      {
        text: "Shows `root:root` everywhere and `600`, or `644` for the authority.",
        code: "sudo stat -c '%a %U:%G %n' /etc/kubernetes/kubelet.conf /var/lib/kubelet/config.yaml /etc/kubernetes/pki/ca.crt",
      },
    ],
    sideEffects:
      "Agents that read these files as another user lose access. Packages may lay the unit down at 644 again with an upgrade, so keep the mode in your configuration management.",
    effort: "minutes",
    nist: ["4.5.4", "4.5.5"],
    attack: ["T1543.005", "T1552"],
  },
  maintenance: {
    meaning:
      "Asks for things around the cluster that keep it sound: supported and patched releases, no left-over components or tools of old versions, no dashboard without need, no SSH service on workers, no ports that nobody approved. Most of them a person has to look at and attest.",
    why: "Attackers use published flaws long after their fix, and services that run because nobody took them away. An old binary, an open dashboard or a forgotten port is often the first step.",
    fix: [
      {
        place: "shell",
        text: "Compare versions with the supported ones and plan the upgrade.",
        code: "kubectl version\nkubectl get nodes -o wide\nsudo kubeadm upgrade plan",
      },
      {
        place: "shell",
        text: "Look for a dashboard and remove it if nobody needs it.",
        code: "kubectl get deployments --all-namespaces -l k8s-app=kubernetes-dashboard\nkubectl delete namespace kubernetes-dashboard",
      },
      {
        place: "shell",
        text: "On workers, remove images that no container uses and, where you have another way in, switch SSH off.",
        code: "sudo crictl rmi --prune\nsudo systemctl disable --now sshd",
      },
    ],
    verify: [
      {
        text: "Shows one supported version on all nodes, and only the ports you know.",
        code: "kubectl get nodes\nsudo ss -ltnp",
      },
    ],
    sideEffects:
      "Make sure of a console or another way in before SSH goes. Drain a node before you upgrade it, and read the release notes for removed APIs.",
    effort: "days",
    nist: ["4.4.1", "4.5.1", "4.5.3"],
    attack: ["T1133", "T1190"],
  },
} as const satisfies Record<string, Guidance>;
