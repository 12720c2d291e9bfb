import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { countUnread, listInbox, markAllRead } from "@/lib/data/inbox";
import { listNoticeWays, saveNoticeWays } from "@/lib/data/notice-preferences";
import { tell } from "@/lib/data/notices";
import { transaction } from "@/lib/data/transaction";
import { colleague } from "../data/task-fixture";
import { useDatabase } from "../support/database";

useDatabase();

let ann: Viewer;
let ben: Viewer;
beforeAll(async () => {
  ann = await colleague("ann");
  ben = await colleague("ben");
});

const say = (dedupe: string, kind: "mentioned" | "webhook_disabled" = "mentioned") =>
  transaction((sql) => tell(sql, [{ kind, to: ["user-ann", "user-ben"], by: null, title: "Live restore", dedupe }]));
const page = { number: 1, size: 10 };

describe("an inbox", () => {
  it("holds what its person was told, once, until they have seen it; others' stays as it is", async () => {
    await say("one");
    await say("one");
    await say("two");
    expect(await listInbox(ann, true, page)).toMatchObject({
      total: 2,
      unread: 2,
      items: [{ kind: "mentioned", read: false }, { read: false }],
    });
    await markAllRead(ann);
    expect(await listInbox(ann, true, page)).toEqual({ items: [], total: 0, unread: 0 });
    expect((await listInbox(ann, false, page)).total).toBe(2);
    expect(await countUnread(ben)).toBe(2);
  });

  it("shows nothing that its person may not see any more", async () => {
    await say("three", "webhook_disabled");
    expect((await listInbox(ben, false, page)).items.map(({ kind }) => kind)).toEqual(["mentioned", "mentioned"]);
  });

  it("is spared what its person does not want", async () => {
    const ways = await listNoticeWays(ann);
    expect(ways.find(({ kind }) => kind === "mentioned")).toEqual({ kind: "mentioned", inbox: true, mail: true });
    await saveNoticeWays(
      ann,
      ways.map((way) => (way.kind === "mentioned" ? { ...way, inbox: false, mail: false } : way)),
    );
    await say("four");
    expect([await countUnread(ann), await countUnread(ben)]).toEqual([0, 3]);
  });
});
