import "server-only";
import type { z } from "zod";
import type { Viewer } from "@/lib/access/viewer";
import { actorName, recordAudit } from "./audit";
import { authorize } from "./authorize";
import { type Sql, transaction } from "./transaction";

/** What an admin set under a key; null when nobody did, or when what is there is not of this shape. */
export async function readSetting<T>(sql: Pick<Sql, "query">, key: string, schema: z.ZodType<T>): Promise<T | null> {
  const { rows } = await sql.query<{ value: unknown }>("select value from setting where key = $1", [key]);
  const read = schema.safeParse(rows[0]?.value);
  return read.success ? read.data : null;
}

/** A value to store, and how histories tell the change. */
export interface SettingChange {
  readonly key: string;
  readonly value: unknown;
  /** As people name it: "evidence limit". */
  readonly object: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Stores it for the whole house. */
export async function writeSetting(viewer: Viewer, { key, value, object, before, after }: SettingChange): Promise<void> {
  authorize(viewer, "settings:manage");
  await transaction(async (sql) => {
    await sql.query(
      `insert into setting (key, value, updated_by) values ($1, $2, $3)
       on conflict (key) do update set value = excluded.value, updated_at = now(), updated_by = excluded.updated_by`,
      [key, JSON.stringify(value), actorName(viewer)],
    );
    await recordAudit(sql, viewer, { action: `settings.${key}`, object, before, after });
  });
}
