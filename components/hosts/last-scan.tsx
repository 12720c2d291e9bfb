import { Check, CircleDashed, Clock } from "lucide-react";
import { StatusText } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import { freshnessOf, silentWords } from "@/lib/hardening/freshness";

export interface LastScanProps {
  readonly at: Date | null;
  readonly now: Date;
  /** For how many days a scan is fresh. */
  readonly freshDays: number;
}

/** When a host was last scanned; one that has been silent for too long says so. */
export function LastScan({ at, now, freshDays }: LastScanProps) {
  if (at === null) {
    return (
      <StatusText tone="amber" icon={CircleDashed}>
        Never scanned
      </StatusText>
    );
  }
  if (freshnessOf(at.getTime(), now.getTime(), freshDays) === "fresh")
    return <Time at={at} now={now} className="text-meta text-fg-muted" />;
  return (
    <StatusText tone="amber" icon={Clock}>
      <Time at={at} now={now} />, silent
    </StatusText>
  );
}

/** The same in one word, for the head of a host's page. */
export function FreshnessWord({ at, now, freshDays }: LastScanProps) {
  const freshness = freshnessOf(at?.getTime() ?? null, now.getTime(), freshDays);
  if (freshness === "never") return <LastScan at={at} now={now} freshDays={freshDays} />;
  return freshness === "fresh" ? (
    <StatusText tone="green" icon={Check}>
      Fresh
    </StatusText>
  ) : (
    <StatusText tone="amber" icon={Clock}>
      {silentWords(freshDays)}
    </StatusText>
  );
}
