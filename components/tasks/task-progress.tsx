import { StepBar } from "@/components/ui/progress-bar";
import type { TaskView } from "./task-view";

/** How far a task is: "9 of 14 hosts verified", or for one host "7 of 12 items fixed". Nothing before the first step. */
export function TaskProgress({ task: { status, progress, items } }: { readonly task: Pick<TaskView, "status" | "progress" | "items"> }) {
  if (status === "verified") return null;
  if (progress.of > 1 && progress.verified > 0) return <StepBar done={progress.verified} of={progress.of} words="hosts verified" />;
  if (items !== null && items.of > 1 && items.fixed > 0) return <StepBar done={items.fixed} of={items.of} words="items fixed" />;
  return null;
}
