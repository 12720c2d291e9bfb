import { expect, it } from "vitest";
import { pool } from "@/lib/data/client";
import { getHost } from "@/lib/data/hosts";
import { refoldHost } from "@/lib/data/refold-host";
import { useDatabase } from "../support/database";
import { logBytes, upload } from "../support/upload";
import { system } from "../support/viewers";

useDatabase();

it("folds a host again whose scans have other keys in today's catalogue than when they were stored", async () => {
  await upload("web-01", logBytes("v1.6.1/before.text"));
  const host = await getHost(system, "web-01");
  if (host === null) throw new Error("no host");
  const before = await pool().query("select keys from coverage_set");
  // As an older catalogue would have left it: the scan covers keys that nobody knows any more.
  await pool().query("insert into coverage_set (id, keys) values (repeat('a', 64), '{of-an-older-catalogue}')");
  await pool().query("update scan set coverage_id = repeat('a', 64)");
  await pool().query("delete from host_coverage");
  await pool().query("delete from coverage_set where id <> repeat('a', 64)");

  await refoldHost(host.id);
  const { rows } = await pool().query("select s.keys from host_coverage h join coverage_set s on s.id = h.coverage_id");
  expect(rows).toHaveLength(1);
  expect([...(rows[0]?.keys ?? [])].sort()).toEqual([...(before.rows[0]?.keys ?? [])].sort());
});
