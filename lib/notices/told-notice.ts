import { taskName } from "@/lib/tasks/task-priority";
import { NOTICE_KIND_FACTS, type NoticeKind } from "./notice-kinds";

/** A notice as a person has it. */
export interface ToldNotice {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly detail: string | null;
  readonly actor: string | null;
  readonly taskId: number | null;
  /** The host's name today. */
  readonly host: string | null;
  readonly scanId: number | null;
  readonly decisionId: number | null;
}

/** What happened to checks of one host in one scan is told as one, and so are hosts that are silent: forty are no forty lines. */
export function groupOf({ kind, host, scanId }: ToldNotice): string | null {
  if (kind === "host_silent") return kind;
  return host === null || scanId === null || !(kind in CHECKS_OF_SCAN) ? null : `${kind}\n${host}\n${scanId}`;
}

const CHECKS_OF_SCAN: Readonly<Partial<Record<NoticeKind, { readonly one: string; readonly many: string }>>> = {
  regressed: { one: "fails again", many: "fail again" },
  still_failing: { one: "still fails", many: "still fail" },
  verified: { one: "is verified", many: "are verified" },
};

const where = ({ kind, host, scanId }: ToldNotice): string =>
  `${host === null ? "" : ` on ${host}`}${scanId === null ? "" : ` ${kind === "verified" ? "by" : "in"} scan ${scanId}`}`;

/** One sentence without its full stop: what happened, by whom, to what. */
export function noticeWords(notice: ToldNotice): string {
  const { kind, title } = notice;
  const by = notice.actor ?? "Somebody";
  const task = notice.taskId === null ? "a task" : taskName(notice.taskId);
  const check = CHECKS_OF_SCAN[kind];
  if (check !== undefined) return `${title}: ${check.one}${where(notice)}`;
  switch (kind) {
    case "assigned":
      return `${by} gave you ${task}: ${title}`;
    case "mentioned":
      return `${by} mentioned you in ${task}: ${title}`;
    case "commented":
      return `${by} commented on ${task}: ${title}`;
    case "acceptance_requested":
      return `${by} asks for a decision: ${title}`;
    case "acceptance_decided":
      return `${by} decided what you asked for: ${title}`;
    case "acceptance_expiring":
      return `A decision ends soon: ${title}`;
    case "acceptance_expired":
      return `A decision has ended: ${title}`;
    case "host_silent":
      return `${title} is silent`;
    case "webhook_disabled":
      return `The webhook ${title} was switched off`;
    default:
      return `${NOTICE_KIND_FACTS[kind].label}: ${title}`;
  }
}

/** The same for notices of one group, which are never none. */
export function groupWords(first: ToldNotice, count: number): string {
  if (count === 1) return noticeWords(first);
  const check = CHECKS_OF_SCAN[first.kind];
  return check === undefined ? `${count} hosts are silent` : `${count} checks ${check.many}${where(first)}`;
}

/** The page a notice is about; of a group, the page of its scan, or all hosts. */
export function noticePath({ kind, host, taskId, scanId, decisionId }: ToldNotice, count = 1): string {
  if (kind === "webhook_disabled") return "/settings/webhooks";
  if (kind === "host_silent") return count > 1 || host === null ? "/hosts" : `/hosts/${encodeURIComponent(host)}`;
  if (count === 1 && taskId !== null) return `/tasks/${taskId}`;
  if (decisionId !== null) return `/decisions/${decisionId}`;
  if (scanId !== null) return `/scans/${scanId}`;
  return host === null ? "/inbox" : `/hosts/${encodeURIComponent(host)}`;
}
