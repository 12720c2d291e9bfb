import { ArrowDown, ArrowUp, ChevronsUp, type LucideIcon } from "lucide-react";
import { StatusText } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import { TASK_PRIORITY_LABELS, type TaskPriority } from "@/lib/tasks/task-priority";

const LOOK: Readonly<Record<Exclude<TaskPriority, "normal">, { readonly icon: LucideIcon; readonly tone: Tone }>> = {
  urgent: { icon: ChevronsUp, tone: "red" },
  high: { icon: ArrowUp, tone: "amber" },
  low: { icon: ArrowDown, tone: "grey" },
};

/** How urgent people say it is. Nothing for the ordinary case. */
export function PriorityMark({ priority }: { readonly priority: TaskPriority }) {
  if (priority === "normal") return null;
  const { icon, tone } = LOOK[priority];
  return (
    <StatusText tone={tone} icon={icon}>
      <span className="sr-only">Priority: </span>
      {TASK_PRIORITY_LABELS[priority]}
    </StatusText>
  );
}
