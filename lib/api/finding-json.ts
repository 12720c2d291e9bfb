import type { FindingRow } from "@/lib/data/findings";

/** A finding as the API answers it. */
export const findingJson = (finding: FindingRow) => ({
  id: finding.id,
  host: finding.host,
  control: finding.control,
  number: finding.number,
  title: finding.title,
  level: finding.level,
  outcome: finding.outcome,
  state: finding.state,
  stride: finding.stride,
  severity: finding.severity,
  items: finding.items,
  since: finding.since.toISOString(),
  scanId: finding.scanId,
  line: finding.line,
  assignee: finding.assignee?.email ?? null,
  dueOn: finding.dueOn?.toISOString().slice(0, 10) ?? null,
  taskId: finding.taskId,
});
