import { EXPIRING_DAYS } from "@/lib/hardening/decision";
import { counted } from "@/lib/shared/counted";
import { type MailText, renderMail } from "./mail";

export interface DigestLine {
  readonly words: string;
  readonly detail: string | null;
  readonly path: string;
}

interface DigestPart {
  readonly lines: readonly DigestLine[];
  /** How many more there are than are named. */
  readonly more: number;
}

/** What is still open for a person. */
export interface Digest {
  readonly overdue: DigestPart;
  readonly dueSoon: DigestPart;
  readonly awaiting: DigestPart;
  readonly regressed: DigestPart;
  readonly ending: DigestPart;
}

/** The hour of the day, in UTC, at which daily mails are sent. */
export const DIGEST_HOUR = 7;

interface PartFacts {
  readonly part: keyof Digest;
  readonly heading: string;
  /** Where those stand that are not named. */
  readonly all: string;
  /** Of one, and of many. */
  readonly noun: readonly [string, string];
}

const PARTS: readonly PartFacts[] = [
  {
    ...{ part: "regressed", heading: "Regressed", all: "/findings?state=regressed&assignee=me" },
    noun: ["regressed check", "regressed checks"],
  },
  { part: "overdue", heading: "Overdue", all: "/tasks?assignee=me&due=overdue", noun: ["overdue task", "overdue tasks"] },
  { part: "dueSoon", heading: "Due within 7 days", all: "/tasks?assignee=me", noun: ["task due soon", "tasks due soon"] },
  {
    ...{ part: "awaiting", heading: "Awaiting verification", all: "/tasks?assignee=me&status=awaiting_verification" },
    noun: ["task awaiting verification", "tasks awaiting verification"],
  },
  {
    ...{ part: "ending", heading: `Decisions that end within ${EXPIRING_DAYS} days`, all: "/decisions?standing=expiring" },
    noun: ["decision that ends", "decisions that end"],
  },
];

/** The daily mail of what is still open; null when nothing is, because an empty mail teaches people to read none. */
export function composeDigest(digest: Digest, baseUrl: string): MailText | null {
  const parts = PARTS.map((facts) => ({ ...facts, ...digest[facts.part] })).filter(({ lines }) => lines.length > 0);
  if (parts.length === 0) return null;
  const subject = parts.map(({ lines, more, noun }) => counted(lines.length + more, ...noun)).join(", ");
  const sections = parts.map(({ heading, lines, more, all }) => ({
    heading,
    lines: [
      ...lines.map(({ words, detail, path }) => ({ words, details: detail === null ? [] : [detail], path })),
      ...(more > 0 ? [{ words: `and ${more} more`, details: [], path: all }] : []),
    ],
  }));
  return renderMail(`Still open: ${subject}`, sections, baseUrl);
}
