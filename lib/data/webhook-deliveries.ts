import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { NoticeKind } from "@/lib/notices/notice-kinds";
import { recordAudit } from "./audit";
import { authorize } from "./authorize";
import { pool } from "./client";
import { tell } from "./notices";
import { type Sql, transaction } from "./transaction";
import { openSecret } from "./webhook-secret";

export interface DeliveryRow {
  /** The event's id. */
  readonly id: string;
  /** Of NOTICE_KINDS, or "test". */
  readonly kind: NoticeKind | "test";
  readonly status: "waiting" | "delivered" | "failed";
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly attemptedAt: Date | null;
}

/** What was sent to a webhook last, newest first; at most `limit`. */
export async function listDeliveries(viewer: Viewer, webhookId: number, limit: number): Promise<DeliveryRow[]> {
  authorize(viewer, "settings:manage");
  const { rows } = await pool().query<DeliveryRow>(
    `select id, kind, status, attempts, last_error as "lastError", created_at as "createdAt", attempted_at as "attemptedAt"
     from webhook_delivery where webhook_id = $1 order by created_at desc, id desc limit $2`,
    [webhookId, limit],
  );
  return rows;
}

/** An event that waits to be sent. */
export interface WaitingDelivery {
  readonly id: string;
  readonly kind: string;
  readonly body: string;
  readonly url: string;
  /** Null when it cannot be read any more: the program's own secret changed. */
  readonly secret: string | null;
  readonly disabled: boolean;
}

/** Null for what was sent, was given up, or is gone with its webhook. */
export async function getWaitingDelivery(viewer: Viewer, id: string): Promise<WaitingDelivery | null> {
  authorize(viewer, "settings:manage");
  const { rows } = await pool().query<Omit<WaitingDelivery, "secret"> & { secret: Buffer }>(
    `select d.id, d.kind, d.body, w.url, w.secret, w.disabled_at is not null as disabled
     from webhook_delivery d join webhook w on w.id = d.webhook_id where d.id = $1 and d.status = 'waiting'`,
    [id],
  );
  const [row] = rows;
  return row === undefined ? null : { ...row, secret: openSecret(row.secret) };
}

/** So many events given up one after the other switch a webhook off. */
const MOST_FAILURES = 10;

/** What came of an attempt. `error` is null for a delivery that was taken; `last` says that it is not tried again. */
export interface Attempt {
  readonly error: string | null;
  readonly last: boolean;
  /** False for an event that was not tried at all, because its webhook is switched off. */
  readonly tried: boolean;
}

/** Writes down an attempt. An event that is given up counts against its webhook, which is switched off after ten in a row. */
export async function recordAttempt(viewer: Viewer, deliveryId: string, { error, last, tried }: Attempt): Promise<void> {
  authorize(viewer, "settings:manage");
  await transaction(async (sql) => {
    const { rows } = await sql.query<{ webhookId: number; kind: string }>(
      `update webhook_delivery set status = case when $2::text is null then 'delivered' when $3 then 'failed' else status end,
         attempts = attempts + $4::int, last_error = $2, attempted_at = now()
       where id = $1 and status = 'waiting' returning webhook_id as "webhookId", kind`,
      [deliveryId, error, last, tried ? 1 : 0],
    );
    const [delivery] = rows;
    if (delivery === undefined || delivery.kind === "test" || !tried) return;
    if (error === null) await sql.query("update webhook set failures = 0 where id = $1 and failures > 0", [delivery.webhookId]);
    else if (last) await countFailure(sql, viewer, delivery.webhookId);
  });
}

async function countFailure(sql: Sql, viewer: Viewer, webhookId: number): Promise<void> {
  const { rows } = await sql.query<{ name: string; failures: number; disabled: boolean }>(
    `update webhook set failures = failures + 1,
       disabled_by = case when disabled_at is null and failures + 1 >= $2 then 'Bulkhead' else disabled_by end,
       disabled_at = case when disabled_at is null and failures + 1 >= $2 then now() else disabled_at end
     where id = $1 returning name, failures, disabled_at is not null as disabled`,
    [webhookId, MOST_FAILURES],
  );
  const [webhook] = rows;
  if (webhook === undefined || !webhook.disabled || webhook.failures !== MOST_FAILURES) return;
  await recordAudit(sql, viewer, { action: "webhook.disable", object: `webhook ${webhook.name}`, after: { failures: webhook.failures } });
  const admins = await sql.query<{ id: string }>(`select id from "user" where role = 'admin' and disabled_at is null`);
  await tell(sql, [
    {
      kind: "webhook_disabled",
      to: admins.rows.map(({ id }) => id),
      by: null,
      title: webhook.name,
      detail: `${MOST_FAILURES} events in a row could not be delivered.`,
      dedupe: `webhook_disabled:${webhookId}:${Date.now()}`,
    },
  ]);
}
