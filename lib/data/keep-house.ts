import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { authorize } from "./authorize";
import { pool } from "./client";

/**
 * Removes what nobody needs any more: read notices after half a year and unread ones after a whole one, settled deliveries and jobs that
 * were given up after a month.
 */
export async function keepHouse(viewer: Viewer): Promise<void> {
  authorize(viewer, "settings:manage");
  await pool().query("delete from notice where read_at < now() - interval '180 days' or at < now() - interval '365 days'");
  await pool().query("delete from webhook_delivery where created_at < now() - interval '30 days' and status <> 'waiting'");
  await pool().query("delete from webhook_told where at < now() - interval '365 days'");
  await pool().query(
    `select graphile_worker.complete_jobs(array(
       select id from graphile_worker.jobs where attempts >= max_attempts and locked_at is null and updated_at < now() - interval '30 days'))`,
  );
}
