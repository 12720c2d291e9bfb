import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { DecisionCounts } from "@/lib/data/decisions";
import { STANDING_FACTS } from "@/lib/hardening/decision";
import { counted } from "@/lib/shared/counted";
import { type DecisionsQuery, decisionsHref } from "./decision-query";

export interface NoDecisionsProps {
  readonly query: DecisionsQuery;
  readonly counts: DecisionCounts;
  readonly total: number;
}

/** Why there is nothing, and the next step. */
export function NoDecisions({ query, counts, total }: NoDecisionsProps) {
  const { standing, group, host, control, page } = query;
  if (total > 0) {
    return (
      <EmptyState title={`There is no page ${page}`} actions={<ButtonLink href={decisionsHref(query)}>Go to the first page</ButtonLink>}>
        {counted(total, "decision matches", "decisions match")}, and this page is behind the last.
      </EmptyState>
    );
  }
  if (standing !== null) {
    return (
      <EmptyState
        title={`None here: ${STANDING_FACTS[standing].label.toLowerCase()}`}
        actions={counts.all > 0 && <ButtonLink href={decisionsHref(query, { standing: null })}>Show all {counts.all}</ButtonLink>}
      >
        {STANDING_FACTS[standing].meaning}
      </EmptyState>
    );
  }
  if (group !== null || host !== null || control !== null) {
    return (
      <EmptyState title="No decision matches" actions={<ButtonLink href="/decisions">Show all decisions</ButtonLink>}>
        Take off one of the filters above, or all of them.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing is decided yet" actions={<ButtonLink href="/findings">Go to the findings</ButtonLink>}>
      Open a finding, or tick several: accept a risk until a day, attest what no tool can decide, or say what does not concern a host.
    </EmptyState>
  );
}
