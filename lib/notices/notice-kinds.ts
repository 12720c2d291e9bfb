import type { Permission } from "@/lib/access/policy";
import { EXPIRING_DAYS } from "@/lib/hardening/decision";

/** Everything that people and webhooks are told of. Spelled alike in the database, the API, webhooks and addresses. */
export const NOTICE_KINDS = [
  "assigned",
  "mentioned",
  "commented",
  "regressed",
  "still_failing",
  "verified",
  "acceptance_requested",
  "acceptance_decided",
  "acceptance_expiring",
  "acceptance_expired",
  "host_silent",
  "webhook_disabled",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

interface KindFacts {
  /** The words of lists and preferences. */
  readonly label: string;
  /** When a person is told, as a preference explains it. */
  readonly when: string;
  readonly severity: "bad" | "warning" | "good" | "neutral";
  /** What a person must be allowed to see, still, to be shown one. */
  readonly needs: Permission;
  /** Whether it is mailed to those who chose nothing. What asks for nothing stays in the inbox. */
  readonly mailed: boolean;
}

/** What each kind means. */
export const NOTICE_KIND_FACTS: Readonly<Record<NoticeKind, KindFacts>> = {
  assigned: { label: "Assigned", when: "Somebody gives you a task.", severity: "neutral", needs: "task:read", mailed: true },
  mentioned: { label: "Mentioned", when: "Somebody names you in a comment.", severity: "neutral", needs: "task:read", mailed: true },
  commented: {
    label: "Comment",
    when: "Somebody comments on a task of yours, or one you watch.",
    severity: "neutral",
    needs: "task:read",
    mailed: false,
  },
  regressed: {
    label: "Regressed",
    when: "A check whose task you have or watch, or that you said is fixed, passed and now fails again.",
    severity: "bad",
    needs: "finding:read",
    mailed: true,
  },
  still_failing: {
    label: "Still failing",
    when: "A scan finds that something still fails that you said is fixed, or whose task you have or watch.",
    severity: "warning",
    needs: "finding:read",
    mailed: true,
  },
  verified: {
    label: "Verified",
    when: "A scan verifies a fix of a task that you have, made or watch.",
    severity: "good",
    needs: "finding:read",
    mailed: false,
  },
  acceptance_requested: {
    label: "Decision asked for",
    when: "Somebody asks you to approve that a risk is accepted or a check is not applicable.",
    severity: "neutral",
    needs: "finding:read",
    mailed: true,
  },
  acceptance_decided: {
    label: "Decided",
    when: "What you asked for was approved or declined.",
    severity: "neutral",
    needs: "finding:read",
    mailed: true,
  },
  acceptance_expiring: {
    label: "Ends soon",
    when: `An acceptance or attestation that you asked for or approved ends within ${EXPIRING_DAYS} days.`,
    severity: "warning",
    needs: "finding:read",
    mailed: true,
  },
  acceptance_expired: {
    label: "Expired",
    when: "The day of an acceptance or attestation that you asked for or approved has come.",
    severity: "bad",
    needs: "finding:read",
    mailed: true,
  },
  host_silent: {
    label: "Host silent",
    when: "A host of yours has sent no scan for longer than evidence counts as fresh. Without an owner, leads and admins are told.",
    severity: "warning",
    needs: "host:read",
    mailed: true,
  },
  webhook_disabled: {
    label: "Webhook switched off",
    when: "A webhook was switched off because its receiver did not take what was sent.",
    severity: "bad",
    needs: "settings:manage",
    mailed: true,
  },
};

/** What a preference can be about: a kind, or the daily mail of what is still open. */
export type PreferenceKind = NoticeKind | "digest";

/** What a webhook can hear of: not of webhooks. */
export const WEBHOOK_KINDS = NOTICE_KINDS.filter((kind) => kind !== "webhook_disabled");

/** The kinds that somebody with this permission check may be shown. */
export const readableKinds = (mayDo: (permission: Permission) => boolean): readonly NoticeKind[] =>
  NOTICE_KINDS.filter((kind) => mayDo(NOTICE_KIND_FACTS[kind].needs));
