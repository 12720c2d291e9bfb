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
  experimental: "Docker after 19.03 has no such switch any more; the tool then prints the check without a number, marked as deprecated.",
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
};
