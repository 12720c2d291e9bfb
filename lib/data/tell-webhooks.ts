import "server-only";
import { randomUUID } from "node:crypto";
import { env } from "@/lib/env";
import { LONGEST_DETAIL, LONGEST_TITLE, type Notice, oneLine } from "@/lib/notices/notice";
import { groupOf } from "@/lib/notices/told-notice";
import { type WebhookNotice, webhookBody } from "@/lib/notices/webhook-body";
import { groupBy } from "@/lib/shared/group-by";
import { addDeliveryJobs } from "./queue";
import type { Sql } from "./transaction";

/**
 * Lays an event for each happening into the queue of every webhook that hears of its kind, in the transaction of the happening. What a
 * scan did to several checks of a host is one event. Each happening is told once, whoever it concerned.
 */
export async function tellWebhooks(sql: Sql, notices: readonly Notice[]): Promise<void> {
  const { rows: hooks } = await sql.query<{ id: number; kinds: string[] }>(
    "select id, kinds from webhook where disabled_at is null and kinds && $1::text[] order by id",
    [[...new Set(notices.map(({ kind }) => kind))]],
  );
  if (hooks.length === 0) return;
  const heard = new Set(hooks.flatMap(({ kinds }) => kinds));
  const news = await untold(
    sql,
    notices.filter(({ kind }) => heard.has(kind)),
  );
  const now = new Date();
  const deliveries = [...groupBy(news, (notice) => groupOf(notice) ?? notice).values()].flatMap((group) => {
    const kind = group[0]?.kind ?? "";
    return hooks
      .filter((hook) => hook.kinds.includes(kind))
      .map((hook) => {
        const id = randomUUID();
        return { id, webhook_id: hook.id, kind, body: webhookBody(id, now, group, env().BULKHEAD_URL) };
      });
  });
  if (deliveries.length > 0) await addDeliveries(sql, deliveries);
}

export interface NewDelivery {
  readonly id: string;
  readonly webhook_id: number;
  readonly kind: string;
  readonly body: string;
}

/** Stores events and the jobs that send them. */
export async function addDeliveries(sql: Sql, deliveries: readonly NewDelivery[], attempts?: number): Promise<void> {
  await sql.query(
    `insert into webhook_delivery (id, webhook_id, kind, body)
     select id, webhook_id, kind, body from json_to_recordset($1::json) as d(id uuid, webhook_id int, kind text, body text)`,
    [JSON.stringify(deliveries)],
  );
  await addDeliveryJobs(
    sql,
    deliveries.map(({ id }) => id),
    attempts,
  );
}

/** Those that no webhook heard of before, with the names of their hosts. */
async function untold(sql: Sql, notices: readonly Notice[]): Promise<WebhookNotice[]> {
  const { rows } = await sql.query<{ dedupe: string }>(
    `insert into webhook_told (dedupe) select distinct d from unnest($1::text[]) as t(d) order by d
     on conflict (dedupe) do nothing returning dedupe`,
    [notices.map(({ dedupe }) => dedupe)],
  );
  const fresh = new Set(rows.map((row) => row.dedupe));
  const names = await hostNames(
    sql,
    notices.flatMap(({ hostId }) => hostId ?? []),
  );
  const byDedupe = new Map(notices.filter(({ dedupe }) => fresh.has(dedupe)).map((notice) => [notice.dedupe, notice]));
  return [...byDedupe.values()].map((notice) => ({
    kind: notice.kind,
    title: oneLine(notice.title, LONGEST_TITLE),
    detail: notice.detail == null ? null : oneLine(notice.detail, LONGEST_DETAIL),
    actor: notice.by?.name ?? null,
    taskId: notice.taskId ?? null,
    host: notice.hostId == null ? null : (names.get(notice.hostId) ?? null),
    scanId: notice.scanId ?? null,
    decisionId: notice.decisionId ?? null,
    key: notice.key ?? null,
  }));
}

async function hostNames(sql: Sql, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql.query<{ id: number; name: string }>("select id, name from host where id = any($1::int[])", [ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
