import type { NoticeKind } from "./notice-kinds";

/** What a notice leads to: the first of task, decision, scan and host that is there. */
export interface NoticeSubject {
  readonly taskId?: number | null;
  readonly hostId?: number | null;
  /** The control's key on the host. */
  readonly key?: string | null;
  readonly scanId?: number | null;
  readonly decisionId?: number | null;
}

/** One happening, and whom to tell of it. */
export interface Notice extends NoticeSubject {
  readonly kind: NoticeKind;
  /** Ids of people. The one who did it and people without access are left out by `tell`; empty is for webhooks alone. */
  readonly to: readonly string[];
  /** Who did it; null for a scan or the calendar. */
  readonly by: { readonly id: string | null; readonly name: string } | null;
  /** What it is about, as people name it: the title of a control or a task, the name of a host. One line. */
  readonly title: string;
  /** A line more where there is one: the beginning of a comment, the answer to a request, a date. */
  readonly detail?: string | null;
  /** Names the happening, the same however often it is told of: "assigned:12:7". */
  readonly dedupe: string;
}

/** The longest title and detail that are kept; longer ones are cut. */
export const LONGEST_TITLE = 300;
export const LONGEST_DETAIL = 500;

/** Text that somebody typed as one short line: no line breaks and no other control characters, which mail headers must never get. */
export function oneLine(text: string, longest: number): string {
  const letters = Array.from(text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ").trim());
  return letters.length <= longest
    ? letters.join("")
    : `${letters
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`;
}
