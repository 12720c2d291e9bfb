import { pool } from "@/lib/data/client";
import { logBytes, upload } from "../support/upload";

/** Six hosts of four editions, one of them retired, with environments, labels, owners, failures of all ages and findings that no catalogue knows. */
export async function seedFleet(): Promise<void> {
  const unknown = logBytes("v1.6.1/before.text").toString().replace("Ensure live restore is enabled", "Ensure the hatch is closed");
  await upload("web-01", logBytes("v1.6.1/before.text"));
  await upload("web-02", logBytes("v1.6.1/default5.text"));
  await upload("db,01", logBytes("v1.3.5/before.text"));
  await upload("edge-01", Buffer.from(unknown));
  await upload("old-01", logBytes("v1.0.0-20150513/default5.text"));
  await upload("gone-01", logBytes("v1.6.1/before.text"));
  await upload("web-02", logBytes("v1.6.1/hardened.json"), { ranAt: new Date("2026-11-20T00:00:00Z") });
  await pool().query(`insert into "user" (id, name, email, role) values ('ada', 'Ada', 'ada@example.org', 'engineer')`);
  await pool().query(
    `update host set environment = case when name like 'web%' then 'prod' else 'test, lab' end, labels = array['all', left(name, 2)]`,
  );
  await pool().query("update finding set assignee_id = 'ada' where id % 5 = 0");
  // Failures of every age from none to four months, so that some are late, some soon and some in time whatever their severity.
  await pool().query("update finding set failing_since = now() - (id % 120) * interval '1 day' where failing_since is not null");
  await pool().query("update host set retired_at = now() where name = 'gone-01'");
}
