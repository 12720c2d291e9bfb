import { beforeEach, describe, expect, it } from "vitest";
import { pool } from "@/lib/data/client";
import { tell } from "@/lib/data/notices";
import { transaction } from "@/lib/data/transaction";
import type { Notice } from "@/lib/notices/notice";
import { useDatabase } from "../support/database";

useDatabase();

const happening: Notice = {
  kind: "assigned",
  to: ["ada", "bob"],
  by: { id: "bob", name: "Bob" },
  title: "Turn ICC off",
  dedupe: "assigned:1",
};

async function addPerson(id: string, disabled = false): Promise<void> {
  const text = `insert into "user" (id, name, email, disabled_at) values ($1, $1, $1 || '@example.org', case when $2 then now() end)`;
  await pool().query(text, [id, disabled]);
}

const rows = async (columns: string) => (await pool().query(`select ${columns} from notice order by id`)).rows;
const jobs = async () =>
  (
    await pool().query(
      `select t.identifier, j.payload, j.max_attempts, extract(epoch from j.run_at - j.created_at)::int as seconds
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`,
    )
  ).rows;

describe("tell", () => {
  beforeEach(async () => {
    await pool().query(`delete from "user"`);
    await pool().query("delete from graphile_worker._private_jobs");
    process.env.BULKHEAD_SMTP_URL = "smtp://127.0.0.1:25";
    process.env.BULKHEAD_MAIL_FROM = "bulkhead@example.org";
    await addPerson("ada");
    await addPerson("bob");
  });

  it("tells others than who did it, once, and has it mailed a minute later", async () => {
    await transaction((sql) => tell(sql, [happening, happening]));
    await transaction((sql) => tell(sql, [happening]));
    expect(await rows("user_id, kind, title, actor, read_at, inbox, mail")).toEqual([
      { user_id: "ada", kind: "assigned", title: "Turn ICC off", actor: "Bob", read_at: null, inbox: true, mail: true },
    ]);
    expect(await jobs()).toEqual([{ identifier: "mail_notices", payload: { userId: "ada" }, max_attempts: 10, seconds: 60 }]);
  });

  it("tells nothing of what is rolled back", async () => {
    const broken = transaction(async (sql) => {
      await tell(sql, [happening]);
      throw new Error("undone");
    });
    await expect(broken).rejects.toThrow("undone");
    expect([await rows("id"), await jobs()]).toEqual([[], []]);
  });

  it("tells disabled people and unknown ones nothing", async () => {
    await addPerson("eve", true);
    await transaction((sql) => tell(sql, [{ ...happening, to: ["eve", "nobody"] }]));
    expect(await rows("id")).toEqual([]);
  });

  it("makes no mail job where no mail server is set", async () => {
    process.env.BULKHEAD_SMTP_URL = "";
    await transaction((sql) => tell(sql, [happening]));
    expect([await rows("mail"), await jobs()]).toEqual([[{ mail: false }], []]);
  });

  it("obeys what a person chose", async () => {
    await pool().query("insert into notice_preference values ('ada', 'assigned', false, true), ('ada', 'commented', false, false)");
    await transaction((sql) => tell(sql, [happening, { ...happening, kind: "commented", dedupe: "commented:1" }]));
    expect(await rows("kind, inbox, mail")).toEqual([{ kind: "assigned", inbox: false, mail: true }]);
  });

  it("keeps hostile titles on one line, and cuts long ones between letters", async () => {
    const title = `one\r\nBcc: all@example.org\0\u2028${"🚢".repeat(400)}`;
    await transaction((sql) => tell(sql, [{ ...happening, title, by: null, to: ["ada"] }]));
    expect(await rows("title")).toEqual([{ title: `one Bcc: all@example.org ${"🚢".repeat(274)}…` }]);
  });

  it("lets transactions that tell the same people in opposite orders pass", async () => {
    const to = (id: string, dedupe: string): Notice => ({ ...happening, by: null, to: [id], dedupe });
    const both = [["ada", "bob"] as const, ["bob", "ada"] as const].map((order, i) =>
      transaction(async (sql) => {
        for (const id of order) {
          await tell(sql, [to(id, `${i}`)]);
          await sql.query("select pg_sleep(0.2)");
        }
      }),
    );
    await Promise.all(both);
    expect(await rows("id")).toHaveLength(4);
  });
});
