import "server-only";
import { AppError } from "@/lib/shared/app-error";
import { readLabels } from "@/lib/tasks/task-labels";

/** Labels of a task as they are stored. Throws "invalid-input" for too many and too long ones. */
export function checkedLabels(labels: readonly string[]): readonly string[] {
  const read = readLabels(labels);
  if (!read.ok) throw new AppError("invalid-input", read.error, { detail: { field: "labels" } });
  return read.value;
}
