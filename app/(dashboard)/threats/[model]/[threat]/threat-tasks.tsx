import { Section } from "@/components/layout/section";
import { TaskTable } from "@/components/tasks/task-table";
import type { Viewer } from "@/lib/access/viewer";
import { listTasksSorted } from "@/lib/data/tasks";

const SHOWN = 20;

interface ThreatTasksProps {
  readonly viewer: Viewer;
  /** The controls that bear on the threat. */
  readonly keys: readonly string[];
  readonly now: Date;
}

/** Open work on the controls of a threat. Nothing where there is none. */
export async function ThreatTasks({ viewer, keys, now }: ThreatTasksProps) {
  if (keys.length === 0) return null;
  const statuses = ["to_do", "in_progress", "awaiting_verification"] as const;
  const { items, total } = await listTasksSorted(viewer, { keys, statuses }, { number: 1, size: SHOWN });
  return (
    <Section
      title="Open tasks"
      remark={total > items.length ? `${items.length} of ${total}, soonest due first` : "on the controls of this threat"}
    >
      <TaskTable
        tasks={items}
        now={now}
        empty={<p className="py-2 text-meta text-fg-muted">Nobody is at work on a control of this threat.</p>}
      />
    </Section>
  );
}
