import { pool } from "./client";

/** Whether the database answers. */
export async function pingDatabase(): Promise<boolean> {
  try {
    await pool().query("select 1");
    return true;
  } catch {
    return false;
  }
}
