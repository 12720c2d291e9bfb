import "server-only";
import type { Sql } from "./transaction";

/** How long notices to one person are gathered into one mail. */
const GATHER_SECONDS = 60;
/** A mail is given up after so many attempts, some hours after the first. */
const MAIL_ATTEMPTS = 10;

/**
 * Has each of these people mailed what they were told of, a minute from now. Part of the caller's transaction. One job for each call
 * rather than one for each person: a shared row would make transactions that tell the same people wait for each other, in any order.
 */
export async function addMailJobs(sql: Sql, userIds: ReadonlySet<string>): Promise<void> {
  if (userIds.size === 0) return;
  await sql.query(
    `select graphile_worker.add_job('mail_notices', json_build_object('userId', u.id), run_at := now() + make_interval(secs => $2),
       max_attempts := $3::int) from unnest($1::text[]) as u(id)`,
    [[...userIds], GATHER_SECONDS, MAIL_ATTEMPTS],
  );
}
