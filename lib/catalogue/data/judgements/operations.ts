import type { Judgement } from "../../judgement";

/** Our judgements of the controls on security operations (docker-bench section 6, old editions included), by slug. */
export const operationsJudgements = {
  "image-sprawl": {
    severity: "low",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason: "Images that nobody uses pile up below /var/lib/docker until the disk is full and neither daemon nor containers can write.",
      },
      {
        letter: "E",
        kind: "mitigates",
        reason: "A withdrawn image with known holes stays at hand, and an old script or a mistyped tag starts it again.",
      },
    ],
    mitigation: "Prune on a schedule with `docker image prune --all --filter until=168h` and keep only the tags that are deployed.",
  },
  "container-sprawl": {
    severity: "low",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason: "Stopped containers keep their writable layers, logs and names, and take space and attention from the ones in service.",
      },
      {
        letter: "I",
        kind: "mitigates",
        reason:
          "A forgotten container still holds its data and environment, which `docker cp` and `docker inspect` hand out long after its use.",
      },
    ],
    mitigation: "Run short jobs with `--rm` and remove the rest on a schedule with `docker container prune --filter until=24h`.",
  },
  "security-audits": {
    severity: "medium",
    stride: [
      {
        letter: "R",
        kind: "detects",
        reason:
          "What an intruder or a hurried administrator changed since the set-up stays unattributed, since nobody reviews hosts and logs at set times.",
      },
      {
        letter: "T",
        kind: "detects",
        reason: "Drift of daemon settings and container options away from the agreed state is found by accident or not at all.",
      },
    ],
    mitigation: "Run docker-bench-security on each host at least weekly, upload the log, and review regressions with a named owner.",
  },
  "monitor-usage": {
    severity: "low",
    stride: [
      {
        letter: "D",
        kind: "detects",
        reason: "A container that slowly takes all CPU, memory or disk, or mines coins, is noticed only when the host has stopped serving.",
      },
    ],
    mitigation: "Export container metrics (cAdvisor or the daemon's `metrics-addr` into Prometheus) and alert at 80 % of each limit.",
  },
  "backup-data": {
    severity: "medium",
    stride: [
      {
        letter: "D",
        kind: "mitigates",
        reason: "A lost disk, a wrong `docker volume rm` or ransomware ends the service for good when no copy of the volumes exists.",
      },
      {
        letter: "T",
        kind: "mitigates",
        reason: "Data that somebody falsified cannot be compared with, or set back to, a state from before the change.",
      },
    ],
    mitigation: "Back up named volumes daily to another system, keep one copy offline or immutable, and test the restore each quarter.",
  },
  "central-log-collection": {
    severity: "medium",
    stride: [
      {
        letter: "R",
        kind: "mitigates",
        reason: "Logs kept only on the host vanish with a removed container, or are wiped by the very intruder whose acts they record.",
      },
    ],
    mitigation: "Ship container and daemon logs off the host with a `log-driver` such as syslog, fluentd or gelf to an append-only store.",
  },
} as const satisfies Record<string, Judgement>;
