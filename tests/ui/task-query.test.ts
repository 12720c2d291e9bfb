import { describe, expect, it } from "vitest";
import { filterOf, readTaskQuery, tasksHref } from "@/app/(dashboard)/tasks/task-query";
import { person } from "../support/viewers";

const PLAIN = {
  view: "table",
  assignee: null,
  status: null,
  due: null,
  host: null,
  label: null,
  priority: null,
  bulk: null,
  q: null,
  page: 1,
};

describe("the address of the tasks", () => {
  it("says what is shown, and is read back as it was written", () => {
    const query = {
      view: "board",
      assignee: "ben@example.org",
      status: "to_do",
      due: "overdue",
      host: "web 01",
      label: "edge-hosts",
      priority: "urgent",
      bulk: 12,
      q: "2.15 & more",
      page: 3,
    } as const;
    const href = tasksHref(query, { page: 3 });
    expect(href).toBe(
      "/tasks?view=board&assignee=ben@example.org&status=to_do&due=overdue&host=web+01&label=edge-hosts&priority=urgent&bulk=12&q=2.15+%26+more&page=3",
    );
    const params = Object.fromEntries(new URL(href, "http://localhost").searchParams);
    expect(readTaskQuery(params)).toEqual({ query, ignored: [] });
    expect(tasksHref(query, { due: null })).not.toContain("page");
    expect(tasksHref({})).toBe("/tasks");
  });

  it("names what it does not know and filters by the rest", () => {
    expect(readTaskQuery({ assignee: ["me", "none"], status: "done", surprise: "1", due: "", page: "0", label: "Edge Hosts" })).toEqual({
      query: { ...PLAIN, assignee: "me", label: "edge-hosts" },
      ignored: [
        { name: "assignee", value: "none" },
        { name: "status", value: "done" },
        { name: "surprise", value: "1" },
        { name: "page", value: "0" },
      ],
    });
    expect(readTaskQuery({ toString: "x", constructor: "y" }).query).toEqual(PLAIN);
  });

  it("becomes a filter in which nobody is not everybody", () => {
    const filter = (params: Record<string, string>) => filterOf(person("engineer"), readTaskQuery(params).query, "2026-11-23");
    const open = ["to_do", "in_progress", "awaiting_verification"];
    expect(filter({})).toEqual({ statuses: open });
    expect(filter({ assignee: "me" })).toEqual({ statuses: open, assigneeId: "no-such-engineer" });
    expect(filter({ assignee: "none", status: "all" })).toEqual({ assigneeId: null });
    expect(filter({ assignee: "a@example.org", due: "overdue", status: "verified" })).toEqual({
      statuses: ["verified"],
      assignee: "a@example.org",
      dueBefore: "2026-11-23",
    });
    expect(filter({ label: "edge", priority: "high" })).toEqual({ statuses: open, labels: ["edge"], priorities: ["high"] });
    // What was done to many is shown of all of them.
    expect(filter({ bulk: "7" })).toEqual({ bulkId: 7 });
  });
});
