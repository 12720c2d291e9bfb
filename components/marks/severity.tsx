import { classNames } from "@/components/ui/class-names";
import { SEVERITIES, type Severity } from "@/lib/catalogue/judgement";

const WORD: Readonly<Record<Severity, string>> = { critical: "Critical", high: "High", medium: "Medium", low: "Low" };

const MEANING: Readonly<Record<Severity, string>> = {
  critical: "The host is taken over with no further flaw",
  high: "One more step and the host is taken over",
  medium: "Weakens a layer",
  low: "Hygiene",
};

export interface SeverityMarkProps {
  readonly severity: Severity;
  /** Bars only, with the word for ears; where a column head says what they are. */
  readonly compact?: boolean;
}

/** How bad a failure of the control is: one to four bars, and the word. */
export function SeverityMark({ severity, compact = false }: SeverityMarkProps) {
  const full = SEVERITIES.length - SEVERITIES.indexOf(severity);
  return (
    <span
      title={`${WORD[severity]}: ${MEANING[severity]}`}
      className={classNames(
        "inline-flex items-center gap-1.5 align-middle text-small font-medium",
        severity === "critical" ? "text-red-fg" : "text-fg-muted",
      )}
    >
      <svg viewBox="0 0 14 12" width={14} height={12} aria-hidden="true" className="flex-none fill-current">
        {[3, 6, 9, 12].map((height, index) => (
          <rect key={height} x={index * 4} y={12 - height} width={2.5} height={height} rx={0.75} opacity={index < full ? 1 : 0.25} />
        ))}
      </svg>
      <span className={compact ? "sr-only" : undefined}>{WORD[severity]}</span>
    </span>
  );
}
