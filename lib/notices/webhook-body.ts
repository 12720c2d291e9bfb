import { groupWords, noticePath, type ToldNotice } from "./told-notice";

/** A notice as webhooks send it: `key` is the control's. */
export interface WebhookNotice extends ToldNotice {
  readonly key: string | null;
}

/** What is sent to a webhook, as text: the very bytes that are signed. docs/webhooks.md describes it; fields may be added. */
export function webhookBody(id: string, at: Date, notices: readonly WebhookNotice[], baseUrl: string): string {
  const [first] = notices;
  if (first === undefined) throw new Error("an event is about something");
  const { kind, host, scanId } = first;
  return JSON.stringify({
    id,
    event: kind,
    at: at.toISOString(),
    summary: groupWords(first, notices.length),
    url: `${baseUrl}${noticePath(first, notices.length)}`,
    host: notices.every((notice) => notice.host === host) ? host : null,
    scan: kind === "host_silent" || scanId === null ? null : { id: scanId, url: `${baseUrl}/scans/${scanId}` },
    items: notices.slice(0, MOST_ITEMS).map((notice) => ({
      title: notice.title,
      detail: notice.detail,
      control: notice.key,
      host: notice.host,
      task: notice.taskId,
      decision: notice.decisionId,
      by: notice.actor,
      url: `${baseUrl}${noticePath(notice)}`,
    })),
    itemCount: notices.length,
  });
}

/** A receiver reads a body of some hundred kilobytes at most. */
const MOST_ITEMS = 500;

/** What "send a test" sends. */
export const testBody = (id: string, at: Date, name: string, baseUrl: string): string =>
  JSON.stringify({
    id,
    event: "test",
    at: at.toISOString(),
    summary: `A test of the webhook ${name}`,
    url: `${baseUrl}/settings/webhooks`,
    host: null,
    scan: null,
    items: [],
    itemCount: 0,
  });
