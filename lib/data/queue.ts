import "server-only";
import type { Sql } from "./transaction";

/** How long notices to one person are gathered into one mail. */
export const GATHER_SECONDS = 60;
/** Delays grow from seconds to hours: a mail or an event is given up some three hours after its first attempt. */
const MOST_ATTEMPTS = 10;

/**
 * Has each of these people mailed what they were told of, a minute from now. Part of the caller's transaction. One job for each call
 * rather than one for each person: a shared row would make transactions that tell the same people wait for each other, in any order.
 */
export async function addMailJobs(sql: Sql, userIds: ReadonlySet<string>): Promise<void> {
  if (userIds.size === 0) return;
  await sql.query(
    `select graphile_worker.add_job('mail_notices', json_build_object('userId', u.id), run_at := now() + make_interval(secs => $2),
       max_attempts := $3::int) from unnest($1::text[]) as u(id)`,
    [[...userIds], GATHER_SECONDS, MOST_ATTEMPTS],
  );
}

/** Has these people mailed what is still open for them. The key keeps an hour that is scheduled twice from doing so twice. */
export async function addDigestJobs(sql: Sql, userIds: readonly string[], day: string): Promise<void> {
  await sql.query(
    `select graphile_worker.add_job('mail_digest', json_build_object('userId', u.id), max_attempts := $3::int,
       job_key := 'digest:' || u.id || ':' || $2, job_key_mode := 'unsafe_dedupe') from unnest($1::text[]) as u(id)`,
    [userIds, day, MOST_ATTEMPTS],
  );
}

/** Has these events sent to their webhooks. A test is tried once: somebody waits for the answer. */
export async function addDeliveryJobs(sql: Sql, deliveryIds: readonly string[], attempts = MOST_ATTEMPTS): Promise<void> {
  await sql.query(
    `select graphile_worker.add_job('deliver_webhook', json_build_object('deliveryId', d.id), max_attempts := $2::int)
     from unnest($1::text[]) as d(id)`,
    [deliveryIds, attempts],
  );
}
