import type { FindingRow } from "@/lib/data/findings";
import { type ServiceClock, standing, targetOf } from "@/lib/hardening/service-levels";

/** A finding as the API answers it. */
export const findingJson = (finding: FindingRow, clock: ServiceClock) => ({
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
  failingSince: finding.failingSince?.toISOString() ?? null,
  targetAt: targetOf(finding, clock.levels)?.toISOString() ?? null,
  serviceLevel: standing(finding, clock),
  scanId: finding.scanId,
  line: finding.line,
  assignee: finding.assignee?.email ?? null,
  dueOn: finding.dueOn?.toISOString().slice(0, 10) ?? null,
  taskId: finding.taskId,
});
