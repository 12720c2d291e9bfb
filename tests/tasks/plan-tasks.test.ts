import { describe, expect, it } from "vitest";
import { hostsToOffer, planTasks } from "@/lib/tasks/plan-tasks";

describe("planning tasks", () => {
  it("makes one task per control, and leaves out what has an open task", () => {
    const selection = [
      { key: "icc", hostId: 1 },
      { key: "ssh", hostId: 1 },
      { key: "icc", hostId: 2 },
      { key: "icc", hostId: 2 },
      { key: "icc", hostId: 3 },
      { key: "tls", hostId: 3 },
    ];
    const open = [
      { key: "icc", hostId: 3, taskId: 7 },
      { key: "tls", hostId: 3, taskId: 8 },
      { key: "ssh", hostId: 9, taskId: 9 },
    ];
    expect(planTasks(selection, open)).toEqual({
      tasks: [
        { key: "icc", hostIds: [1, 2] },
        { key: "ssh", hostIds: [1] },
      ],
      taken: [
        { key: "icc", hostId: 3, taskId: 7 },
        { key: "tls", hostId: 3, taskId: 8 },
      ],
    });
  });

  it("offers hosts that fail later, but for those another task has", () => {
    expect(hostsToOffer([1, 2], [1, 3, 4, 4, 5], [5])).toEqual([3, 4]);
  });
});
