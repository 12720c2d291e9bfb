import type { Guidance } from "../../guidance";

/** Guidance for the controls on security operations (section 6, old editions included). */
export const operationsGuidance = {
  "image-sprawl": {
    meaning:
      "Counts the images on the host and how many of them a container uses, running or not. Since v1.2.0 the tool only reports the numbers and never warns; a second line appears when less than half are in use. Until v1.1.0 more than 100 images were a warning. There is nothing to pass: a person judges the numbers.",
    why: "Images that nobody needs fill `/var/lib/docker`, and when the disk is full the daemon and all containers fail together. Among them are versions that were withdrawn for a known hole. A script with an old tag, or an operator in a hurry, starts one again, and no registry has a chance to say no.",
    fix: [
      {
        place: "shell",
        text: "See what takes the space, and which images no container uses.",
        code: "docker system df --verbose\ndocker images --format '{{ .Repository }}:{{ .Tag }} {{ .CreatedSince }} {{ .Size }}'",
      },
      {
        place: "shell",
        text: "Remove images that no container uses and that were built more than a week ago.",
        code: "docker image prune --all --force --filter until=168h",
      },
      {
        place: "systemd",
        text: "Let the host do it. Put this into `/etc/systemd/system/docker-image-prune.service`.",
        code: "[Unit]\nDescription=Remove unused images\nAfter=docker.service\n\n[Service]\nType=oneshot\nExecStart=/usr/bin/docker image prune --all --force --filter until=168h",
      },
      {
        place: "systemd",
        text: "Put this into `/etc/systemd/system/docker-image-prune.timer`, and switch it on with `sudo systemctl enable --now docker-image-prune.timer`.",
        code: "[Unit]\nDescription=Remove unused images every week\n\n[Timer]\nOnCalendar=weekly\nPersistent=true\nRandomizedDelaySec=1h\n\n[Install]\nWantedBy=timers.target",
      },
    ],
    verify: [
      {
        text: "In the line `Images` the numbers under TOTAL and ACTIVE are close to each other, and little is RECLAIMABLE.",
        code: "docker system df",
      },
      { text: "Shows when the next run is due.", code: "systemctl list-timers docker-image-prune.timer" },
    ],
    sideEffects:
      "Images that exist on this host only, such as local builds, are gone for good; push or tag and use them first. A rollback pulls its image again, so it needs the registry. `until` goes by the date an image was built, so a fresh pull of an old image that nothing uses yet is removed too.",
    effort: "minutes",
    nist: [],
    attack: [],
  },
  "container-sprawl": {
    meaning:
      "Counts all containers and those that run. Since v1.2.0 the tool only reports the numbers; until v1.1.0 more than 25 stopped ones were a warning. There is nothing to pass: a person judges whether the stopped ones are there for a reason.",
    why: "A stopped container keeps its files, its log and its environment. Whoever comes to the daemon later reads a password of last year with `docker inspect`, or copies a customer's file out with `docker cp`. `docker start` brings an old and unpatched service back under its old ports.",
    fix: [
      {
        place: "shell",
        text: "List the stopped ones with their age, and find an owner for each that is to stay.",
        code: "docker ps --all --filter status=exited --filter status=created --filter status=dead --format '{{ .Names }} {{ .Image }} {{ .Status }}'",
      },
      {
        place: "shell",
        text: "Save what is still wanted, then remove those that were made more than a day ago and do not run.",
        code: "docker cp <container>:<path> <directory>\ndocker container prune --force --filter until=24h",
      },
      {
        place: "docker run",
        text: "Let short jobs clean up after themselves.",
        code: "docker run --rm <image> <command>",
      },
      {
        place: "shell",
        text: "In Compose projects remove services that the file no longer names.",
        code: "docker compose up --detach --remove-orphans",
      },
    ],
    verify: [
      {
        text: "Both numbers are the same, or you know each container in between.",
        code: "docker info --format '{{ .Containers }} {{ .ContainersRunning }}'",
      },
    ],
    sideEffects:
      "Files written inside a removed container, and its log, are gone; named volumes stay. A service that is stopped on purpose and started by hand loses its container, so keep such ones by a label and `--filter 'label!=<label>'`.",
    effort: "minutes",
    nist: [],
    attack: [],
  },
  "security-audits": {
    meaning:
      "A reminder without a test, in v1.2.0 to v1.3.2 only: the tool prints INFO on every host. The control is met when somebody looks at the host and its containers at set times, compares with the last result and follows up what got worse.",
    why: "Hosts drift. A flag is added to get a deployment through, a socket is opened for a test, and nobody takes it back. Without a look at set times such a change is found by the one who uses it, and afterwards nobody can say how long it was there.",
    fix: [
      {
        place: "shell",
        text: "Put the scanner on the host, in a released version.",
        code: "sudo git clone --branch <tag> https://github.com/docker/docker-bench-security.git /opt/docker-bench-security",
      },
      {
        place: "systemd",
        text: "Run it without colours, one log per host. Put this into `/etc/systemd/system/docker-bench.service`.",
        code: "[Unit]\nDescription=docker-bench-security\nAfter=docker.service\n\n[Service]\nType=oneshot\nWorkingDirectory=/opt/docker-bench-security\nLogsDirectory=docker-bench\nLogsDirectoryMode=0700\nExecStart=/bin/bash docker-bench-security.sh -b -l /var/log/docker-bench/%H.log",
      },
      {
        place: "systemd",
        text: "Put this into `/etc/systemd/system/docker-bench.timer`, and switch it on with `sudo systemctl enable --now docker-bench.timer`.",
        code: "[Unit]\nDescription=docker-bench-security every week\n\n[Timer]\nOnCalendar=weekly\nPersistent=true\nRandomizedDelaySec=2h\n\n[Install]\nWantedBy=timers.target",
      },
      {
        place: "shell",
        text: "Upload the log here after each run, assign what got worse, and record who looked. The log names users, paths and containers, so treat it as internal.",
      },
    ],
    verify: [
      { text: "Shows the last and the next run.", code: "systemctl list-timers docker-bench.timer" },
      { text: "The log is not older than a week.", code: "sudo ls -l /var/log/docker-bench" },
    ],
    sideEffects:
      "A run takes some minutes on a host with many containers and calls the daemon often, so choose a quiet hour. The scanner appends to its log; rotate it or remove it after the upload.",
    effort: "hours",
    nist: ["4.4.3"],
    attack: [],
  },
  "monitor-usage": {
    meaning:
      "A reminder without a test, in v1.2.0 to v1.3.2 only: the tool prints INFO on every host. The control is met when the use of CPU, memory, disk and network is measured per container and somebody is told when it leaves its usual range.",
    why: "A leak grows for days before the host stops serving, and a coin miner in a taken-over container shows first as a processor that never rests. Without measurements both are found when customers call. Afterwards there is no record of when it began.",
    fix: [
      {
        place: "daemon.json",
        text: "Let the daemon offer metrics about itself, such as failed health checks and the states of containers. Bind it to an address that only the monitoring reaches, for it asks for no password.",
        code: '{\n  "metrics-addr": "127.0.0.1:9323"\n}',
      },
      {
        place: "docker run",
        text: "Measure each container with cAdvisor. It sees the whole host, so pin its version and publish it to the monitoring only.",
        code: "docker run --detach --name cadvisor --restart unless-stopped \\\n  --publish 127.0.0.1:8080:8080 \\\n  --volume /:/rootfs:ro \\\n  --volume /var/run:/var/run:ro \\\n  --volume /sys:/sys:ro \\\n  --volume /var/lib/docker/:/var/lib/docker:ro \\\n  --volume /dev/disk/:/dev/disk:ro \\\n  --device /dev/kmsg --privileged \\\n  gcr.io/cadvisor/cadvisor:<version>",
      },
      {
        place: "configuration",
        text: "Have Prometheus tell somebody before a container meets its memory limit. Containers without a limit have nothing to compare with, so give them one.",
        code: 'groups:\n  - name: containers\n    rules:\n      - alert: ContainerNearMemoryLimit\n        expr: container_memory_working_set_bytes{name!=""} / (container_spec_memory_limit_bytes{name!=""} > 0) > 0.8\n        for: 10m\n      - alert: ContainerBusyForLong\n        expr: sum by (instance, name) (rate(container_cpu_usage_seconds_total{name!=""}[5m])) > <cores>\n        for: 30m',
      },
    ],
    verify: [
      { text: "Prints metrics of the daemon.", code: "curl -sS http://127.0.0.1:9323/metrics | grep engine_daemon" },
      {
        text: "Prints a line per container.",
        code: "curl -sS http://127.0.0.1:8080/metrics | grep '^container_memory_working_set_bytes'",
      },
      {
        text: "Raises the second alert on a test host after a little more than half an hour, if `<cores>` is below 2. Remove the container afterwards.",
        code: "docker run --detach --name burn --cpus 2 alpine sh -c 'yes > /dev/null & yes > /dev/null'",
      },
    ],
    sideEffects:
      "A privileged cAdvisor reads the whole disk and is itself worth attacking; where that is too much, `docker stats` read by an agent of the host gives less detail. Its own use of CPU grows with the number of containers. The key in `daemon.json` needs a restart of the daemon, and before engine 20.10 also `experimental`.",
    effort: "days",
    nist: [],
    attack: ["T1496", "T1499"],
  },
  "backup-data": {
    meaning:
      "A reminder without a test, in v1.2.0 to v1.3.2 only: the tool prints INFO on every host. The control is met when the data of containers, which lives in volumes and mounted directories, is copied to another system and a restore was tried.",
    why: "Containers can be made again from their images, their data cannot. A lost disk, a wrong `docker volume rm`, `docker compose down --volumes` on the wrong host or an intruder who encrypts everything ends the service, if the only copy lay there. Copies that the same host may overwrite go with it.",
    fix: [
      {
        place: "shell",
        text: "List what has to be copied: named volumes, and directories of the host that containers write to.",
        code: "docker volume ls\ndocker ps --quiet | xargs docker inspect --format '{{ .Name }}{{ range .Mounts }} {{ .Type }}:{{ .Source }}{{ end }}'",
      },
      {
        place: "docker run",
        text: "Pack a volume while nothing writes to it.",
        code: "docker stop <container>\ndocker run --rm --volume <volume>:/data:ro --volume <backup-directory>:/backup alpine tar czf /backup/<volume>.tar.gz -C /data .\ndocker start <container>",
      },
      {
        place: "shell",
        text: "Databases are dumped by their own tools, which need no stop. This one is for PostgreSQL.",
        code: "docker exec <container> pg_dump --username <user> --format custom <database> > <database>.dump",
      },
      {
        place: "shell",
        text: "Send the copies to another system, where this host may add but not delete, and keep one that nobody can change. With restic its `rest-server`, started with `--append-only`, sees to that.",
        code: "restic --repo rest:https://<backup-host>:8000/<repository> backup <backup-directory>",
      },
    ],
    verify: [
      {
        text: "The newest copy is from today.",
        code: "restic --repo rest:https://<backup-host>:8000/<repository> snapshots --latest 1",
      },
      {
        text: "Unpacks into a new volume; start a test instance of the service with it and look at its data.",
        code: "docker volume create restore-test\ndocker run --rm --volume restore-test:/data --volume <backup-directory>:/backup:ro alpine tar xzf /backup/<volume>.tar.gz -C /data",
      },
    ],
    sideEffects:
      "Packing a volume stops its service for that time, and copies need space and bandwidth. Backups hold the same personal data and secrets as the original: encrypt them, and keep the key where a fire on the host does not reach it.",
    effort: "days",
    nist: [],
    attack: ["T1485", "T1490"],
  },
  "central-log-collection": {
    meaning:
      "Only in v1.0: lists running containers that have no volume, as those cannot keep logs in files of the host, and asks for central logging for them. The level is INFO in any case. It never looked at the daemon's log driver, which is a control of its own.",
    why: "What a container writes inside itself is gone when it is removed, and with every deployment it is removed. What stays on the host is in the hands of whoever becomes root there. In both cases the record is missing exactly when somebody has to find out what happened.",
    fix: [
      {
        place: "shell",
        text: "Find the log files that a container writes inside itself. Where the service has a setting for it, let it write to standard output instead.",
        code: "docker diff <container> | grep -i log",
      },
      {
        place: "Dockerfile",
        text: "Where it insists on files, link them to that in the image, as the one of nginx does.",
        code: "RUN ln -sf /dev/stdout /var/log/<service>/access.log \\\n && ln -sf /dev/stderr /var/log/<service>/error.log",
      },
      {
        place: "daemon.json",
        text: "Send that output off the host by default, here to a GELF collector over TCP.",
        code: '{\n  "log-driver": "gelf",\n  "log-opts": {\n    "gelf-address": "tcp://<collector>:12201",\n    "tag": "{{.Name}}/{{.ID}}",\n    "mode": "non-blocking"\n  }\n}',
      },
      {
        place: "shell",
        text: "Restart the daemon and create the containers anew: each keeps the driver that it was made with.",
        code: "sudo dockerd --validate --config-file /etc/docker/daemon.json\nsudo systemctl restart docker\ndocker compose up --detach --force-recreate",
      },
    ],
    verify: [
      {
        text: "No line ends in `json-file` or `local`.",
        code: "docker ps --quiet | xargs docker inspect --format '{{ .Name }} {{ .HostConfig.LogConfig.Type }}'",
      },
      { text: "The word appears at the collector.", code: "docker run --rm alpine echo <unique-word>" },
    ],
    sideEffects:
      "GELF is not encrypted, so use it inside a protected network or a tunnel, or take syslog over TLS. A collector that cannot be reached keeps containers from starting over TCP, and a full buffer drops lines. Agree first on what may be in the logs, for they leave the host.",
    effort: "hours",
    nist: [],
    attack: ["T1070"],
  },
} satisfies Readonly<Record<string, Guidance>>;
