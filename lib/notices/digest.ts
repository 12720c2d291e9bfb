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

const PARTS: readonly { readonly part: keyof Digest; readonly heading: string; readonly all: string; readonly noun: string }[] = [
  { part: "regressed", heading: "Regressed", all: "/findings?state=regressed&assignee=me", noun: "regressed check" },
  { part: "overdue", heading: "Overdue", all: "/tasks?assignee=me&due=overdue", noun: "overdue task" },
  { part: "dueSoon", heading: "Due within 7 days", all: "/tasks?assignee=me", noun: "task due soon" },
  { part: "awaiting", heading: "Awaiting verification", all: "/tasks?assignee=me", noun: "task awaiting verification" },
  { part: "ending", heading: "Decisions that end within 7 days", all: "/decisions", noun: "decision that ends" },
];

/** The daily mail of what is still open; null when nothing is, because an empty mail teaches people to read none. */
export function composeDigest(digest: Digest, baseUrl: string): MailText | null {
  const parts = PARTS.map((facts) => ({ ...facts, ...digest[facts.part] })).filter(({ lines }) => lines.length > 0);
  if (parts.length === 0) return null;
  const subject = parts.map(({ lines, more, noun }) => counted(lines.length + more, noun, plural(noun))).join(", ");
  const sections = parts.map(({ heading, lines, more, all }) => ({
    heading,
    lines: [
      ...lines.map(({ words, detail, path }) => ({ words, details: detail === null ? [] : [detail], path })),
      ...(more > 0 ? [{ words: `and ${more} more`, details: [], path: all }] : []),
    ],
  }));
  return renderMail(`Still open: ${subject}`, sections, baseUrl);
}

const plural = (noun: string): string =>
  noun.replace(
    /^(.*?)(check|task|decision)( that ends)?/,
    (_, before, word, ends) => `${before}${word}s${ends === undefined ? "" : " that end"}`,
  );
