import { ButtonLink } from "@/components/ui/button";
import type { DiffEntry } from "@/lib/hardening/diff";
import { isFailing } from "@/lib/hardening/states";
import type { DiffFinding } from "./diff-table";
import { newTaskHref } from "./scan-href";

export interface CreateTasksProps {
  /** What newly fails. */
  readonly entries: readonly Pick<DiffEntry, "key">[];
  /** The host's findings by key. */
  readonly findings: ReadonlyMap<string, DiffFinding>;
}

/** Leads to new tasks, but only for what still fails today and nobody works on yet: a scan may be old, and its findings long fixed. */
export function CreateTasks({ entries, findings }: CreateTasksProps) {
  const known = entries.flatMap(({ key }) => findings.get(key) ?? []);
  const open = known.filter((finding) => isFailing(finding.state) && finding.taskId === null);
  if (open.length === 0) return null;
  const remark = open.length === known.length ? null : `${open.length} of the ${known.length} still fail today and have no task`;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {remark && <span className="text-meta text-fg-muted">{remark}</span>}
      <ButtonLink variant="primary" href={newTaskHref(open.map((finding) => finding.id))}>
        Create tasks for {open.length}
      </ButtonLink>
    </div>
  );
}
