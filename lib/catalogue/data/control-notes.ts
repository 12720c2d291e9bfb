/** What a reader of a control's history has to know: checks that changed their target or their meaning and kept their slug. */
export const controlNotes: Readonly<Record<string, string>> = {
  "audit-containerd-binary":
    "Looked at /usr/bin/docker-containerd until 2019 and looks at /usr/bin/containerd since v1.3.5: the binary was renamed, the control is the same.",
  "audit-docker-daemon":
    "Looked at /usr/bin/docker in the editions before Docker split its daemon off, and looks at /usr/bin/dockerd since.",
  "audit-docker-socket":
    "Concerns the systemd unit docker.socket. The socket itself, /var/run/docker.sock, was a check of its own in v1.0 (audit-var-run-docker-sock).",
  "audit-runc-binary":
    "Looked at /usr/bin/docker-runc until 2019, at /usr/sbin/runc in v1.3.5 and the start of v1.3.6, and looks at /usr/bin/runc since: one binary under three names.",
  "audit-var-run-docker-sock":
    "Only in v1.0 of 2015 and early 2016; later editions watch the systemd unit docker.socket instead (audit-docker-socket).",
  "central-log-collection":
    "Only in v1.0 of 2015 and early 2016, where it listed containers without a volume; it never looked at the daemon's log driver (central-logging).",
  "container-no-new-privileges":
    "Looks at each container's own security options; the daemon's default is a control of its own (daemon-no-new-privileges).",
  "container-sprawl": "Could warn until v1.1.0; since v1.2.0 the tool only reports the numbers.",
  "daemon-no-new-privileges":
    "Looks at the daemon's default; the option of each container is a control of its own (container-no-new-privileges).",
  "daemon-tls":
    "From 2022-05-09 on the tool overlooks a TCP listener given on the daemon's command line and reports that it does not listen on TCP. An INFO here is no evidence that the daemon is not exposed.",
  "docker-up-to-date":
    "Could warn until v1.1.0 and printed INFO for an old version until v1.3.5. Since v1.3.6 it prints PASS whatever the version is, so a PASS is no evidence.",
  experimental:
    "The Docker client lost this switch with 20.10; the daemon still has it. For every Docker after 19.03 the tool no longer looks and prints the check without a number, marked as deprecated.",
  "image-sprawl": "Could warn until v1.1.0; since v1.2.0 the tool only reports the numbers.",
  "legacy-registry-v1": "Check 2.13 until v1.3.4; since v1.3.5 it is C.2 and no longer part of a default run.",
  "log-level": "v1.1.0 to v1.3.0 also warned when no level was set at all, although the default level is info.",
  "on-failure-restart":
    "Passes when restarts on failure are limited to five. The check of v1.0 that warned when the policy was always is a control of its own (restart-policy-always).",
  "restart-policy-always":
    "Only in v1.0 of 2015 and early 2016, under the title later used for the opposite: it warned when the policy was always. Since June 2016 the tool asks for a limit of five retries (on-failure-restart).",
  "swarm-overlay-encrypted": "Not part of a default run of v1.3.4 before November 2018.",
  "sysconfig-docker-ownership": "v1.0 called /etc/sysconfig/docker the Docker environment file; it is the same file.",
  "sysconfig-docker-permissions": "v1.0 called /etc/sysconfig/docker the Docker environment file; it is the same file.",
  "apiserver-admission-deny-service-external-ips":
    "Asks for the plugin since CIS 1.12. From CIS 1.23 on the benchmarks asked that it is not set; that check is a control of its own (apiserver-deny-service-external-ips-unset).",
  "apiserver-audit-log-path": "Also stands for the two STIG checks on the audit log's path.",
  "apiserver-authorization-mode-rbac": "The STIG asks for Node and RBAC in one check; it is found here.",
  "apiserver-deny-service-external-ips-unset":
    "Asks for the opposite of what newer benchmarks ask for (apiserver-admission-deny-service-external-ips). A pass says only that the plugin is missing.",
  "control-plane-admin-conf-ownership":
    "Looked at admin.conf only; newer benchmarks also look at super-admin.conf, which kubeadm writes since Kubernetes 1.29.",
  "control-plane-admin-conf-permissions":
    "Looked at admin.conf only; newer benchmarks also look at super-admin.conf, which kubeadm writes since Kubernetes 1.29. 644 was enough until CIS 1.23.",
  "control-plane-apiserver-spec-permissions":
    "644 was enough in older benchmarks and still is in some of the clouds'; CIS 1.24 and newer ask for 600. The control is the same.",
  "control-plane-cni-files-permissions":
    "644 was enough in older benchmarks and still is in some of the clouds'; CIS 1.24 and newer ask for 600. The control is the same.",
  "control-plane-controller-manager-conf-permissions":
    "644 was enough in older benchmarks and still is in some of the clouds'; CIS 1.24 and newer ask for 600. The control is the same.",
  "control-plane-controller-manager-spec-permissions":
    "644 was enough in older benchmarks and still is in some of the clouds'; CIS 1.24 and newer ask for 600. The control is the same.",
  "control-plane-etcd-spec-permissions":
    "644 was enough in older benchmarks and still is in some of the clouds'; CIS 1.24 and newer ask for 600. The control is the same.",
  "control-plane-pki-cert-permissions": "644 is enough in most benchmarks; CIS 1.24 asks for 600.",
  "control-plane-scheduler-conf-permissions":
    "644 was enough in older benchmarks and still is in some of the clouds'; CIS 1.24 and newer ask for 600. The control is the same.",
  "control-plane-scheduler-spec-permissions":
    "644 was enough in older benchmarks and still is in some of the clouds'; CIS 1.24 and newer ask for 600. The control is the same.",
  "controller-manager-bind-address": "Looked at --address until CIS 1.4, the name the option had then.",
  "kube-node-sshd": "Two checks of the STIG: whether sshd runs, and whether it starts at boot.",
  "kube-policies-network-policies-defined": "Stood among the general security primitives until CIS 1.4.",
  "kube-ports-protocols": "Four checks of the STIG, one for each component of the control plane.",
  "kubelet-event-qps": "Older benchmarks asked for 0, which means no limit; newer ones leave the level to you.",
  "kubelet-rotate-server-certificate":
    "Looks at the kubelet's feature gate; the controller manager's is a control of its own (controller-manager-rotate-kubelet-server-certificate).",
  "node-client-ca-permissions": "644 is enough in most benchmarks; CIS 1.24 and 1.7 ask for 600.",
  "node-kubelet-conf-permissions":
    "644 was enough in older benchmarks and still is in some of the clouds'; CIS 1.24 and newer ask for 600. The control is the same.",
  "node-kubelet-config-permissions":
    "644 was enough in older benchmarks and still is in some of the clouds'; CIS 1.24 and newer ask for 600. The control is the same.",
  "node-kubelet-service-permissions":
    "644 was enough in older benchmarks and still is in some of the clouds'; CIS 1.24 and newer ask for 600. The control is the same.",
  "node-proxy-kubeconfig-permissions":
    "644 was enough in older benchmarks and still is in some of the clouds'; CIS 1.24 and newer ask for 600. The control is the same.",
  "scheduler-bind-address": "Looked at --address until CIS 1.4, the name the option had then.",
};
