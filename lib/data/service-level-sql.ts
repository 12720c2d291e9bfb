import type { LateStanding, ServiceClock, ServiceLimit } from "@/lib/hardening/service-levels";
import { FAILING_STATES } from "@/lib/hardening/states";

type Bind = (value: unknown) => string;

const failing = (bind: Bind): string => `f.state = any(${bind(FAILING_STATES)}::"FindingState"[])`;

/** True, as SQL over `f`, of findings in one of these standings: the twin of `standing`, by the same instants. */
export function isLate(standings: readonly LateStanding[], limits: readonly ServiceLimit[], bind: Bind): string {
  if (standings.length === 0 || limits.length === 0) return "false";
  const began = (at: string, date: Date): string => `f.failing_since ${at} ${bind(date)}::timestamptz`;
  const late = limits.map(({ severity, overdueBefore, nearBefore }) => {
    const parts = [
      ...(standings.includes("near") ? [began("<", nearBefore)] : []),
      ...(standings.includes("overdue") ? (standings.includes("near") ? [] : [began("<", overdueBefore)]) : [began(">=", overdueBefore)]),
    ];
    return `(f.severity = ${bind(severity)}::"Severity" and ${parts.join(" and ")})`;
  });
  return `${failing(bind)} and (${late.join(" or ")})`;
}

/** When a finding is to be fixed, as SQL over `f`; null where nothing says when. The twin of `targetOf`. */
export function targetSql({ levels }: Pick<ServiceClock, "levels">, bind: Bind): string {
  const cases = Object.entries(levels).flatMap(([severity, days]) =>
    days === null
      ? []
      : [`when f.severity = ${bind(severity)}::"Severity" then f.failing_since + make_interval(hours => ${bind(days)} * 24)`],
  );
  return cases.length === 0 ? "null::timestamptz" : `case when not (${failing(bind)}) then null ${cases.join(" ")} end`;
}
