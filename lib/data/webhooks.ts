import "server-only";
import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/access/viewer";
import { env } from "@/lib/env";
import type { NoticeKind } from "@/lib/notices/notice-kinds";
import { testBody } from "@/lib/notices/webhook-body";
import { readAllowList } from "@/lib/outbound/allow-list";
import { checkWebhookUrl } from "@/lib/outbound/webhook-target";
import { AppError } from "@/lib/shared/app-error";
import { actorName, recordAudit } from "./audit";
import { authorize } from "./authorize";
import { pool } from "./client";
import { addDeliveries } from "./tell-webhooks";
import { type Sql, transaction } from "./transaction";
import { makeWebhookSecret, sealSecret } from "./webhook-secret";

export interface WebhookRow {
  readonly id: number;
  readonly name: string;
  readonly url: string;
  readonly kinds: readonly NoticeKind[];
  readonly createdAt: Date;
  readonly createdBy: string;
  /** Events in a row that were given up. */
  readonly failures: number;
  readonly disabledAt: Date | null;
  readonly disabledBy: string | null;
}

/** What a person says of a webhook. */
export interface WebhookFacts {
  readonly name: string;
  readonly url: string;
  readonly kinds: readonly NoticeKind[];
}

const COLUMNS = `id, name, url, kinds, created_at as "createdAt", created_by as "createdBy", failures, disabled_at as "disabledAt",
  disabled_by as "disabledBy"`;

/** Every event goes to each of them: more than a few is a mistake, and would slow uploads. */
const MOST_WEBHOOKS = 20;

export async function listWebhooks(viewer: Viewer): Promise<WebhookRow[]> {
  authorize(viewer, "settings:manage");
  return (await pool().query<WebhookRow>(`select ${COLUMNS} from webhook order by name, id`)).rows;
}

/** Adds a webhook. The secret is answered this once. Throws "invalid-input" for an address that may not be reached. */
export async function createWebhook(viewer: Viewer, facts: WebhookFacts): Promise<{ readonly id: number; readonly secret: string }> {
  authorize(viewer, "settings:manage");
  const url = checkedUrl(facts.url);
  const secret = makeWebhookSecret();
  return transaction(async (sql) => {
    await sql.query("lock table webhook in share row exclusive mode");
    const { rows: there } = await sql.query<{ n: number }>("select count(*)::int as n from webhook");
    if ((there[0]?.n ?? 0) >= MOST_WEBHOOKS)
      throw new AppError("conflict", `There are ${MOST_WEBHOOKS} webhooks already: remove one first.`);
    const { rows } = await sql.query<{ id: number }>(
      "insert into webhook (name, url, kinds, secret, created_by) values ($1, $2, $3::text[], $4, $5) returning id",
      [facts.name, url, facts.kinds, sealSecret(secret), actorName(viewer)],
    );
    const id = rows[0]?.id ?? 0;
    await recordAudit(sql, viewer, {
      action: "webhook.create",
      object: `webhook ${facts.name}`,
      after: { url: withoutQuery(url), kinds: facts.kinds },
    });
    return { id, secret };
  });
}

/** Switches a webhook on, with a clean slate, or off. */
export async function switchWebhook(viewer: Viewer, id: number, on: boolean): Promise<void> {
  authorize(viewer, "settings:manage");
  await change(viewer, id, on ? "webhook.enable" : "webhook.disable", async (sql) => {
    await sql.query(
      `update webhook set failures = 0, disabled_at = case when $2 then null else coalesce(disabled_at, now()) end,
         disabled_by = case when $2 then null else coalesce(disabled_by, $3) end where id = $1`,
      [id, on, actorName(viewer)],
    );
    return {};
  });
}

/** Removes a webhook with its deliveries; what still waits is not sent. */
export async function deleteWebhook(viewer: Viewer, id: number): Promise<void> {
  authorize(viewer, "settings:manage");
  await change(viewer, id, "webhook.delete", async (sql, before) => {
    await sql.query("delete from webhook where id = $1", [id]);
    return { before: { url: withoutQuery(before.url), kinds: before.kinds } };
  });
}

/** Sends a test event, once, also to a webhook that is switched off. */
export async function testWebhook(viewer: Viewer, id: number): Promise<void> {
  authorize(viewer, "settings:manage");
  await change(viewer, id, "webhook.test", async (sql, { name }) => {
    const delivery = randomUUID();
    const body = testBody(delivery, new Date(), name, env().BULKHEAD_URL);
    await addDeliveries(sql, [{ id: delivery, webhook_id: id, kind: "test", body }], 1);
    return {};
  });
}

async function change(
  viewer: Viewer,
  id: number,
  action: string,
  work: (sql: Sql, before: WebhookRow) => Promise<{ readonly before?: unknown; readonly after?: unknown }>,
): Promise<void> {
  await transaction(async (sql) => {
    const { rows } = await sql.query<WebhookRow>(`select ${COLUMNS} from webhook where id = $1 for update`, [id]);
    const [webhook] = rows;
    if (webhook === undefined) throw new AppError("not-found", "There is no such webhook.");
    const changed = await work(sql, webhook);
    await recordAudit(sql, viewer, { action, object: `webhook ${webhook.name}`, ...changed });
  });
}

function checkedUrl(text: string): string {
  const checked = checkWebhookUrl(text.trim(), readAllowList(env().BULKHEAD_WEBHOOK_ALLOW));
  if (!checked.ok) throw new AppError("invalid-input", checked.error, { detail: { field: "url" } });
  return checked.value.href;
}

/** Receivers' addresses often carry a secret behind the question mark, or as the path; the audit log names the host alone. */
const withoutQuery = (url: string): string => new URL(url).origin;
