import { describe, expect, it } from "vitest";
import { pool } from "@/lib/data/client";
import { compactFindingTally, getFindingTally } from "@/lib/data/finding-tally";
import type { TallyRow } from "@/lib/hardening/finding-counts";
import { useDatabase } from "../support/database";
import { logBytes, upload } from "../support/upload";
import { person, system } from "../support/viewers";

useDatabase();

const byName = (a: TallyRow, b: TallyRow): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
const tally = async (): Promise<TallyRow[]> => (await getFindingTally(person("viewer"))).sort(byName);
const rowCount = async (): Promise<number> =>
  Number((await pool().query<{ count: string }>("select count(*) from finding_tally")).rows[0]?.count);

/** Counted from the findings themselves. */
async function recount(): Promise<TallyRow[]> {
  const { rows } = await pool().query<TallyRow>(
    `select f.key, f.state, f.level, count(*)::int as findings from finding f join host h on h.id = f.host_id
     where h.retired_at is null group by 1, 2, 3`,
  );
  return rows.sort(byName);
}

async function expectExact(): Promise<void> {
  expect(await tally()).toEqual(await recount());
}

describe("the tally of all findings", () => {
  it("equals a recount after first scans, changes, late scans, assignments, retirement and deletion", async () => {
    expect(await tally()).toEqual([]);
    await upload("harbor-03", logBytes("v1.6.1/before.text"));
    await upload("web-01", logBytes("v1.6.1/default5.text"));
    await expectExact();
    expect((await tally()).length).toBeGreaterThan(100);
    await upload("harbor-03", logBytes("v1.6.1/after.text"));
    await expectExact();
    await upload("harbor-03", logBytes("v1.3.5/before.text"));
    await expectExact();
    await pool().query("update finding set due_on = now() where state = 'open'");
    await expectExact();
    await pool().query("update host set retired_at = now() where name = 'web-01'");
    await expectExact();
    await upload("web-01", logBytes("v1.6.1/empty.text"));
    await expectExact();
    await pool().query("update host set retired_at = null where name = 'web-01'");
    await expectExact();
    await pool().query("delete from host where name = 'harbor-03'");
    await expectExact();
    await pool().query("update host set retired_at = now() where name = 'web-01'");
    expect(await tally()).toEqual([]);
    await pool().query("delete from host where name = 'web-01'");
    expect(await tally()).toEqual([]);
  });

  it("is compacted without losing a count, also while uploads go on", async () => {
    await upload("db-01", logBytes("v1.6.1/before.text"));
    await upload("db-01", logBytes("v1.6.1/after.text"));
    const before = await rowCount();
    await Promise.all([compactFindingTally(), upload("db-02", logBytes("v1.6.1/before.text")), compactFindingTally()]);
    await compactFindingTally();
    expect(await rowCount()).toBeLessThan(before);
    await expectExact();
    expect(await rowCount()).toBe((await tally()).length);
  });

  it("compacts itself once many rows were appended", async () => {
    await pool().query(
      "insert into finding_tally (key, state, level, n) select 'apparmor', 'open', 'WARN', case when i % 2 = 0 then 1 else -1 end from generate_series(1, 20000) i",
    );
    await tally();
    expect(await rowCount()).toBe((await tally()).length);
    await expectExact();
    expect((await getFindingTally(system)).every(({ findings }) => findings > 0)).toBe(true);
  });
});
