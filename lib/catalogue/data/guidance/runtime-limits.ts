import type { Guidance } from "../../guidance";
import { inspectAll } from "./inspect-all";

/** Guidance for the checks on what running containers may use up, and on how they are started, watched and renewed (section 5). */
export const runtimeLimitsGuidance = {
  "single-process": {
    meaning:
      "Runs `ps -el` in each container and counts the lines, in v1.0 of the tool only. A pass means five lines at most, and the heading and `ps` itself are two of them. An image without `ps` passes as well, so a pass is weak evidence.",
    why: "Programs in one container share its rights and its network. Whoever breaks the mail agent or the cron daemon beside a web service holds that service too. Docker watches the first process alone: when another one dies, its part of the service is gone and nothing restarts it.",
    fix: [
      {
        place: "Dockerfile",
        text: "Start the service itself, in the form with brackets, so that it is the first process and gets the stop signal.",
        code: 'CMD ["<program>", "<argument>"]',
      },
      {
        place: "Compose",
        text: "Give each helper a container of its own. `init: true` adds a tiny first process that collects ended children, for services that start some.",
        code: "services:\n  web:\n    image: <web-image>\n    init: true\n  worker:\n    image: <worker-image>",
      },
      {
        place: "Kubernetes",
        text: "Helpers that must sit beside the service become further containers of the pod.",
        code: "spec:\n  containers:\n    - name: web\n      image: <web-image>\n    - name: log-shipper\n      image: <log-shipper-image>",
      },
    ],
    verify: [
      {
        text: "Shows one main process; workers that it forked itself are fine.",
        code: "docker top <container> -eo pid,ppid,args",
      },
    ],
    sideEffects:
      "Helpers that used shared files or `localhost` need a volume or a network in common. Services that fork workers by design, such as nginx or PostgreSQL, exceed the count of the tool without any fault.",
    effort: "days",
    nist: [],
    attack: [],
  },
  "memory-limit": {
    meaning:
      "Looks at `.HostConfig.Memory` of each container. A pass means that every one has a limit in bytes; 0 stands for none. Whether the number fits the service is not judged, nor are limits that sit on a parent cgroup.",
    why: "A leak, a large upload or an attacker who asks for expensive answers lets one container grow until the host has no memory left. The kernel then kills whatever it finds heaviest, which may be the database beside it. Until that moment the host swaps and nobody can log in.",
    fix: [
      {
        place: "shell",
        text: "Measure under load before you choose a number.",
        code: "docker stats --no-stream --format '{{.Name}} {{.MemUsage}}'",
      },
      {
        place: "docker run",
        text: "Set the limit, and the same number for memory and swap together so that the container does not swap.",
        code: "docker run -d --name <name> --memory 512m --memory-swap 512m <image>",
      },
      {
        place: "shell",
        text: "Change a running container without a restart. Write it into its start command too.",
        code: "docker update --memory 512m --memory-swap 512m <container>",
      },
      {
        place: "Compose",
        text: "The same two limits in the file. Stacks on a swarm use `deploy.resources.limits.memory` instead.",
        code: "services:\n  web:\n    mem_limit: 512m\n    memswap_limit: 512m",
      },
      {
        place: "Kubernetes",
        text: "Request what the service uses, limit what it may use at most.",
        code: "resources:\n  requests:\n    memory: 256Mi\n  limits:\n    memory: 512Mi",
      },
    ],
    verify: [
      {
        text: "No line ends in 0.",
        code: inspectAll("{{.Name}} {{.HostConfig.Memory}}"),
      },
      {
        text: "Prints `true` where the limit has killed a process of the container, and 137 where it was the main one: the number is too small or there is a leak.",
        code: "docker inspect --format '{{.State.OOMKilled}} {{.State.ExitCode}}' <container>",
      },
    ],
    sideEffects:
      "A limit below the real need gets the service killed under load. Runtimes with a heap of their own, such as the JVM or Node.js, need a heap size that fits below it. Set it with room to spare first, watch the peaks, then tighten.",
    effort: "hours",
    nist: [],
    attack: ["T1496", "T1499"],
  },
  "cpu-priority": {
    meaning:
      "Looks at `.HostConfig.CpuShares` of each container. A pass means that every one has a weight that somebody set; 0 stands for the default of 1024. Hard limits by `--cpus` are not looked at, so a container that is well limited that way still fails.",
    why: "Weights decide who waits when the processors are busy. With equal ones a batch job, a runaway regular expression or a coin miner in a hijacked container takes as much as the payment service. Weights alone leave an idle host to the miner; a hard limit stops that.",
    fix: [
      {
        place: "docker run",
        text: "Weigh services against each other, 1024 being normal, and cap those that are not important.",
        code: "docker run -d --name <service> --cpu-shares 2048 <image>\ndocker run -d --name <batch-job> --cpu-shares 256 --cpus 1.5 <image>",
      },
      {
        place: "shell",
        text: "Change a running container without a restart. Write it into its start command too.",
        code: "docker update --cpu-shares 2048 <container>",
      },
      {
        place: "Compose",
        text: "The same in the file.",
        code: "services:\n  web:\n    cpu_shares: 2048\n  batch:\n    cpu_shares: 256\n    cpus: 1.5",
      },
      {
        place: "Kubernetes",
        text: "The CPU request becomes the weight, the limit the hard cap.",
        code: "resources:\n  requests:\n    cpu: 500m\n  limits:\n    cpu: 1500m",
      },
    ],
    verify: [
      {
        text: "The first number is the weight and not 0; the second is the hard limit in billionths of a CPU, 0 where there is none.",
        code: inspectAll("{{.Name}} {{.HostConfig.CpuShares}} {{.HostConfig.NanoCpus}}"),
      },
    ],
    sideEffects:
      "A weight costs nothing while the host is idle. A hard cap slows a service down even when processors are free, which shows first in response times and at start.",
    effort: "hours",
    nist: [],
    attack: ["T1496", "T1499"],
  },
  "pids-limit": {
    meaning:
      "Looks at `.HostConfig.PidsLimit` of each container. A pass means that every one has a positive limit; 0, -1 and an empty value stand for none. The limit counts processes and threads together.",
    why: "All containers draw their process numbers from one table of the kernel. A fork bomb, or a service that starts a thread for each request of an attacker, fills it from inside a single container. After that nothing on the host can start a process, an administrator's login shell included.",
    fix: [
      {
        place: "shell",
        text: "See how many are in use under load.",
        code: "docker stats --no-stream --format '{{.Name}} {{.PIDs}}'",
      },
      {
        place: "docker run",
        text: "Set the limit at a few times the measured peak.",
        code: "docker run -d --name <name> --pids-limit 200 <image>",
      },
      {
        place: "shell",
        text: "Change a running container without a restart. Write it into its start command too.",
        code: "docker update --pids-limit 200 <container>",
      },
      {
        place: "Compose",
        text: "The same in the file.",
        code: "services:\n  web:\n    pids_limit: 200",
      },
      {
        place: "Kubernetes",
        text: "Pods have no field for it; the kubelet sets one number for every pod of its node, in its configuration file.",
        code: "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\npodPidsLimit: 1024",
      },
    ],
    verify: [
      {
        text: "Each line ends in a positive number.",
        code: inspectAll("{{.Name}} {{.HostConfig.PidsLimit}}"),
      },
    ],
    sideEffects:
      "At the limit a service cannot start threads and fails in odd ways, such as `Resource temporarily unavailable` or a JVM that cannot create a native thread. Databases and JVM services need several hundred.",
    effort: "minutes",
    nist: [],
    attack: ["T1499"],
  },
  "container-ulimit": {
    meaning:
      "Looks at `.HostConfig.Ulimits` of each container and prints INFO for those without any. A pass means that each sets a limit of its own. INFO is no fault: such a container runs under the daemon's `default-ulimits`, or what `dockerd` itself was started with, and the question is whether that fits.",
    why: "Limits are inherited, and a daemon is often started with a very high number of open files. A service that leaks file handles then strains the whole host before it notices anything. A limit that is too low breaks the other way: the service refuses connections on its busiest day.",
    fix: [
      {
        place: "daemon.json",
        text: "Set a sound default for all containers. Keep what is in the file already; after a restart of the daemon each container takes it when it next starts.",
        code: '{\n  "default-ulimits": {\n    "nofile": {\n      "Name": "nofile",\n      "Soft": 4096,\n      "Hard": 8192\n    }\n  }\n}',
      },
      {
        place: "docker run",
        text: "Override it for a service with other needs, soft limit first.",
        code: "docker run -d --name <name> --ulimit nofile=65536:65536 <image>",
      },
      {
        place: "Compose",
        text: "The same in the file.",
        code: "services:\n  db:\n    ulimits:\n      nofile:\n        soft: 65536\n        hard: 65536",
      },
    ],
    verify: [
      {
        text: "Lists the limits that belong to each container.",
        code: inspectAll("{{.Name}} {{json .HostConfig.Ulimits}}"),
      },
      {
        text: "Prints the soft limit of open files that is in force inside.",
        code: "docker exec <container> sh -c 'ulimit -n'",
      },
    ],
    sideEffects:
      "Databases, proxies and search engines need many open files and fail under load when the limit is low; compare with `ls /proc/1/fd | wc -l` inside. Do not use `nproc` to limit a container: it counts all processes of that user id on the host. `--pids-limit` does that job.",
    effort: "minutes",
    nist: [],
    attack: ["T1499"],
  },
  "container-cgroup": {
    meaning:
      "Looks at `.HostConfig.CgroupParent` of each container. A pass means that none names a parent, so all stand where the daemon puts them. A warning asks somebody to confirm that the parent is meant and carries limits.",
    why: "The parent decides which shared limits hold for a container and whose account its use goes to. Under a parent of its own choice a container leaves the slice that an administrator limited, and takes memory and CPU from system services. Monitoring that adds up the usual slice no longer sees it.",
    fix: [
      {
        place: "docker run",
        text: "Start the container without `--cgroup-parent`. It is made anew for it.",
        code: "docker run -d --name <name> <image>",
      },
      {
        place: "systemd",
        text: "Where a group of containers is meant to share limits, describe the slice in a file such as `/etc/systemd/system/apps.slice` and record the finding as accepted.",
        code: "[Slice]\nMemoryMax=4G\nCPUQuota=200%\nTasksMax=2000",
      },
      {
        place: "Compose",
        text: "Name that slice where it is meant, and nothing elsewhere. A slice by name works where `docker info` shows the cgroup driver `systemd`.",
        code: "services:\n  batch:\n    cgroup_parent: apps.slice",
      },
    ],
    verify: [
      {
        text: "Nothing follows the names, or only slices that you know.",
        code: inspectAll("{{.Name}} {{.HostConfig.CgroupParent}}"),
      },
      {
        text: "Shows the slices with their containers and use.",
        code: "systemd-cgls --no-pager\nsystemd-cgtop --batch --iterations=2",
      },
    ],
    sideEffects:
      "A container that leaves its slice loses the slice's limits, so give it limits of its own first. On Kubernetes nodes that run Docker the kubelet puts every pod under `kubepods`, which is right.",
    effort: "minutes",
    nist: [],
    attack: [],
  },
  "on-failure-restart": {
    meaning:
      "Looks at `.HostConfig.RestartPolicy.MaximumRetryCount` of each container. Editions up to v1.6.1 pass only where it is exactly 5, which only the policy `on-failure:5` gives; newer ones pass anything up to 5. A 0 also stands for `no`, `always` and `on-failure` without a limit, so read the policy itself. Some assessments phrase this control as a ban on `on-failure`; what they ask for is the same: no restarts on failure without a limit.",
    why: "`on-failure` without a number restarts a broken container for ever. Each round repeats the work of the start, writes logs and opens connections to the database, and the loop eats CPU, disk and log space of all others. It also hides the fault, and whoever crashes the service with an exploit gets a fresh process for the next try.",
    fix: [
      {
        place: "docker run",
        text: "Choose the policy by what the business needs. Where failures are to be retried, give them a limit.",
        code: "docker run -d --name <name> --restart on-failure:5 <image>",
      },
      {
        place: "shell",
        text: "Change an existing container without a restart. Write it into its start command too.",
        code: "docker update --restart on-failure:5 <container>",
      },
      {
        place: "Compose",
        text: "The first form is for Compose, the second for a stack on a swarm.",
        code: "services:\n  web:\n    restart: on-failure:5\n    deploy:\n      restart_policy:\n        condition: on-failure\n        max_attempts: 5",
      },
      {
        place: "systemd",
        text: "Do not count on this policy to bring the container back when the daemon or the host restarts. A unit such as `/etc/systemd/system/<name>.service` does; enable it with `systemctl enable <name>`.",
        code: "[Unit]\nRequires=docker.service\nAfter=docker.service\n\n[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStart=/usr/bin/docker start <name>\nExecStop=/usr/bin/docker stop <name>\n\n[Install]\nWantedBy=multi-user.target",
      },
      {
        place: "Kubernetes",
        text: "Limit the retries of a Job. Other pods are restarted with growing pauses of up to five minutes, so alert on their restart count instead.",
        code: "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: <name>\nspec:\n  backoffLimit: 5\n  template:\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: <name>\n          image: <image>",
      },
    ],
    verify: [
      {
        text: "Shows policy, limit and restarts so far. No line reads `on-failure:0`, and a high last number is a service that fails in a loop.",
        code: inspectAll("{{.Name}} {{.HostConfig.RestartPolicy.Name}}:{{.HostConfig.RestartPolicy.MaximumRetryCount}} {{.RestartCount}}"),
      },
    ],
    sideEffects:
      "After five failures in a row the service stays down, so raise an alert for stopped containers. Unlike `always`, the policy is not meant to start containers after a reboot: whether one comes back depends on how it ended. Test a reboot before you rely on it.",
    effort: "hours",
    nist: [],
    attack: ["T1499"],
  },
  "restart-policy-always": {
    meaning:
      "Looks at `.HostConfig.RestartPolicy.Name` of each container, in v1.0 of the tool only. A pass means that none is `always`. Later editions dropped this and ask for a limit on the retries instead, under nearly the same title.",
    why: "Under `always` a container that dies at its start is brought up again without end. The loop loads the host and fills the logs, and the service looks alive in a list while it serves nobody. An attacker whose exploit crashes the process most of the time only has to repeat it.",
    fix: [
      {
        place: "docker run",
        text: "Retry a limited number of times and let somebody look after that.",
        code: "docker run -d --name <name> --restart on-failure:5 <image>",
      },
      {
        place: "shell",
        text: "Change an existing container without a restart. Write it into its start command too.",
        code: "docker update --restart on-failure:5 <container>",
      },
      {
        place: "Compose",
        text: "The same in the file.",
        code: "services:\n  web:\n    restart: on-failure:5",
      },
    ],
    verify: [
      {
        text: "No line ends in `always`.",
        code: inspectAll("{{.Name}} {{.HostConfig.RestartPolicy.Name}}"),
      },
      {
        text: "Prints the containers that fail and are being restarted right now.",
        code: "docker ps --filter status=restarting",
      },
    ],
    sideEffects:
      "`always` also starts containers after a reboot, and `on-failure` is not meant to. Services that must come back by themselves need a systemd unit, or keep `unless-stopped`, which this check accepts, together with an alert on restarts.",
    effort: "hours",
    nist: [],
    attack: ["T1499"],
  },
  "container-health": {
    meaning:
      "Asks whether each container has a health state, which it has when the image or the start command names a health check. A pass means that Docker tests each one from inside. Whether the answer is healthy, and whether the test is a good one, is not judged.",
    why: "A process that hangs, has lost its database or answers only errors is still running, and Docker lists it as up. Without a check nobody is told, and a load balancer goes on sending users there. It is found when they complain, after an attack on its availability as after a plain deadlock.",
    fix: [
      {
        place: "Dockerfile",
        text: "Put the check into the image, so that every container has it. The tool it calls must be in the image.",
        code: "HEALTHCHECK --interval=30s --timeout=3s --start-period=20s --retries=3 \\\n  CMD wget -q -O /dev/null http://127.0.0.1:8080/healthz || exit 1",
      },
      {
        place: "docker run",
        text: "Or give it at the start, for images of others. The container is made anew for it.",
        code: "docker run -d --name <name> --health-cmd 'wget -q -O /dev/null http://127.0.0.1:8080/healthz || exit 1' --health-interval 30s --health-timeout 3s --health-start-period 20s --health-retries 3 <image>",
      },
      {
        place: "Compose",
        text: "The same in the file; other services can wait for it with `condition: service_healthy`.",
        code: 'services:\n  web:\n    healthcheck:\n      test: ["CMD-SHELL", "wget -q -O /dev/null http://127.0.0.1:8080/healthz || exit 1"]\n      interval: 30s\n      timeout: 3s\n      start_period: 20s\n      retries: 3',
      },
      {
        place: "Kubernetes",
        text: "The image's check is ignored there; probes take its place.",
        code: "livenessProbe:\n  httpGet:\n    path: /healthz\n    port: 8080\n  periodSeconds: 30\nreadinessProbe:\n  httpGet:\n    path: /ready\n    port: 8080",
      },
    ],
    verify: [
      {
        text: "Prints `healthy` for each container, and `none` where there is no check.",
        code: inspectAll("{{.Name}} {{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}}"),
      },
    ],
    sideEffects:
      "Docker alone only reports the state; a swarm replaces unhealthy tasks, and Kubernetes restarts on a failed liveness probe. A check that is too strict or calls a slow dependency takes healthy services down. Each run starts a process in the container.",
    effort: "hours",
    nist: [],
    attack: [],
  },
  "latest-image": {
    meaning:
      "The tool tests nothing here and always prints INFO: it reminds you to see whether containers run the newest approved build of their image. Neither the registry nor the age of the local copy is looked at.",
    why: "A tag is resolved once and the copy stays on the host. `docker run app:1.4` starts that copy months later although the registry holds a patched build under the same tag. The holes that the patch closed are open again, and the file that names the version looks right.",
    fix: [
      {
        place: "shell",
        text: "Fetch the tag and start the container from it, rather than from what is cached.",
        code: "docker run -d --name <name> --pull always <image>:<tag>",
      },
      {
        place: "Compose",
        text: "Name the digest of the approved build, so that every host runs the same bytes; a new build is then a change to review.",
        code: "services:\n  web:\n    image: <registry>/<image>:<tag>@sha256:<digest>",
      },
      {
        place: "shell",
        text: "Or, where tags stay, fetch and replace what has changed on a schedule.",
        code: "docker compose pull\ndocker compose up -d",
      },
      {
        place: "Kubernetes",
        text: "Ask the registry at each start of a pod. A digest in `image` needs no such question.",
        code: "spec:\n  containers:\n    - name: <name>\n      image: <registry>/<image>:<tag>\n      imagePullPolicy: Always",
      },
    ],
    verify: [
      {
        text: "The digest of the local copy equals the one in the registry, and the container runs the local copy: the last two ids are equal.",
        code: "docker buildx imagetools inspect <image>:<tag> | grep -m1 Digest\ndocker image inspect --format '{{json .RepoDigests}}' <image>:<tag>\ndocker image inspect --format '{{.Id}}' <image>:<tag>\ndocker inspect --format '{{.Image}}' <container>",
      },
    ],
    sideEffects:
      "A fresh build can change behaviour, so let it pass a test stage first and keep the old digest for a way back. Starts depend on the registry when each of them pulls.",
    effort: "days",
    nist: ["4.1.1", "4.2.2"],
    attack: ["T1190"],
  },
} satisfies Readonly<Record<string, Guidance>>;
