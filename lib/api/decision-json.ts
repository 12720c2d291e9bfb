import type { DecisionPlace, DecisionRow } from "@/lib/data/decisions";
import { publicUrl } from "./public-url";

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A decision as the API answers it. */
export function decisionJson({ key, control: _, hosts, ...decision }: DecisionRow) {
  const { requestedAt, decidedAt, withdrawnAt, until } = decision;
  return {
    ...decision,
    control: key,
    until: iso(until),
    requestedAt: requestedAt.toISOString(),
    decidedAt: iso(decidedAt),
    withdrawnAt: iso(withdrawnAt),
    hosts: hosts.count,
    url: publicUrl(`/decisions/${decision.id}`),
  };
}

/** One of its hosts. */
export const decisionPlaceJson = ({ hostId: _, findingId, endedBy, ...place }: DecisionPlace) => ({
  ...place,
  finding: findingId,
  endedBy: endedBy && { ...endedBy, at: endedBy.at.toISOString() },
});
