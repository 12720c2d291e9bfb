import { Circle, CircleDot, type LucideIcon, ScanSearch, ShieldCheck } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import { TASK_STATUS_LABELS, type TaskStatus } from "@/lib/tasks/task-status";

interface StatusLook {
  readonly icon: LucideIcon;
  readonly tone: Tone;
}

/** Icon and colour of each column, those of the finding's state it goes with. */
export const TASK_STATUS_LOOK: Readonly<Record<TaskStatus, StatusLook>> = {
  to_do: { icon: Circle, tone: "grey" },
  in_progress: { icon: CircleDot, tone: "blue" },
  awaiting_verification: { icon: ScanSearch, tone: "violet" },
  verified: { icon: ShieldCheck, tone: "green" },
};

/** Where a task, or one host of it, is. */
export function TaskStatusPill({ status }: { readonly status: TaskStatus }) {
  const { icon, tone } = TASK_STATUS_LOOK[status];
  return (
    <Badge tone={tone} icon={icon}>
      {TASK_STATUS_LABELS[status]}
    </Badge>
  );
}
