import { z } from "zod";
import { type DecisionQuery, decisionParams, readDecisionQuery } from "@/lib/hardening/decision-filter";
import { filterReader, hrefWith, type IgnoredFilter, type SearchParams } from "@/lib/shared/read-filters";

/** What of the decisions is shown, as the address says it. */
export interface DecisionsQuery extends DecisionQuery {
  readonly page: number;
}

export function readDecisionsQuery(params: SearchParams): {
  readonly query: DecisionsQuery;
  readonly ignored: readonly IgnoredFilter[];
} {
  const reader = filterReader(params);
  const query = {
    ...readDecisionQuery(reader),
    page: reader.one("page", z.coerce.number().int().min(1).max(1_000_000)) ?? 1,
  };
  return { query, ignored: reader.ignored() };
}

/** The address of a query with changes; a changed filter starts at the first page. */
export function decisionsHref(query: Partial<DecisionsQuery>, changes: Partial<DecisionsQuery> = {}): string {
  const none: DecisionsQuery = { standing: null, group: null, host: null, control: null, page: 1 };
  const { page, ...rest } = { ...none, ...query, page: 1, ...changes };
  return hrefWith("/decisions", { ...decisionParams(rest), page: page === 1 ? null : page });
}

/** The same decisions as a file. */
export const csvHref = ({ page: _, ...query }: DecisionsQuery): string => hrefWith("/decisions.csv", decisionParams(query));
