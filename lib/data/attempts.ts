import "server-only";
import { pool } from "./client";

/** How many attempts a key has in a window. The window starts with the first attempt and is not prolonged by refused ones. */
export interface AttemptRule {
  readonly limit: number;
  readonly windowSeconds: number;
}

/** Whether an attempt may go on; if not, how long to wait. */
export type Attempt = { readonly allowed: true } | { readonly allowed: false; readonly waitSeconds: number };

// Counting and deciding are one statement, so that parallel attempts, on any number of instances, cannot slip through together.
const COUNT = `
  insert into attempt_counter as c (key, count, window_ends_at) values ($1, 1, now() + $3 * interval '1 second')
  on conflict (key) do update set
    count = case when c.window_ends_at <= now() then 1 else least(c.count + 1, $2 + 1) end,
    window_ends_at = case when c.window_ends_at <= now() then excluded.window_ends_at else c.window_ends_at end
  returning count, greatest(1, ceil(extract(epoch from window_ends_at - now())))::int as wait`;

/** Counts an attempt before it is made. An attempt that turns out to be rightful is given back with `returnAttempt`. */
export async function countAttempt(key: string, rule: AttemptRule): Promise<Attempt> {
  await forgetOldAttempts();
  const { rows } = await pool().query<{ count: number; wait: number }>(COUNT, [key, rule.limit, rule.windowSeconds]);
  const row = rows[0];
  if (row === undefined) throw new Error("attempt_counter gave no row");
  return row.count <= rule.limit ? { allowed: true } : { allowed: false, waitSeconds: row.wait };
}

/** Takes back one counted attempt. Never below zero, never a window that has ended. */
export async function returnAttempt(key: string): Promise<void> {
  await pool().query("update attempt_counter set count = greatest(count - 1, 0) where key = $1 and window_ends_at > now()", [key]);
}

const SWEEP_EVERY_MS = 10 * 60 * 1000;
let nextSweep = 0;

/** Spraying over many names would otherwise fill the table for ever. */
async function forgetOldAttempts(): Promise<void> {
  if (Date.now() < nextSweep) return;
  nextSweep = Date.now() + SWEEP_EVERY_MS;
  await pool().query("delete from attempt_counter where window_ends_at < now() - interval '1 hour'");
}
