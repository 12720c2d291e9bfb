import { z } from "zod";
import { threatHref } from "@/components/threats/threat-href";
import { type FilterReader, filterReader, type SearchParams } from "@/lib/shared/read-filters";
import { EXPOSURES, type Exposure } from "@/lib/threats/exposure-words";

/** What an address of a threat asks for. */
export interface ThreatQuery {
  /** Null: all. */
  readonly exposures: readonly Exposure[] | null;
  /** From 1. */
  readonly page: number;
  /** The host whose row is open. */
  readonly host: string | null;
  /** Hosts to be attested. */
  readonly attest: readonly string[];
  /** Hosts that were just attested; null otherwise. */
  readonly attested: number | null;
  readonly ignored: ReturnType<FilterReader["ignored"]>;
}

const Name = z.string().trim().min(1).max(200);
const Count = z.coerce.number().int().min(1).max(1_000_000);

export function readThreatQuery(params: SearchParams): ThreatQuery {
  const reader = filterReader(params);
  return {
    exposures: reader.many("exposure", z.enum(EXPOSURES)),
    page: reader.one("page", Count) ?? 1,
    host: reader.one("host", Name),
    attest: reader.each("attest", Name) ?? [],
    attested: reader.one("attested", Count),
    ignored: reader.ignored(),
  };
}

/** The same list of hosts with something else open or filtered. */
export const evidenceHref = (
  at: { readonly model: string; readonly threat: string },
  { exposures, page }: Pick<ThreatQuery, "exposures" | "page">,
  more: { readonly host?: string; readonly attest?: string } = {},
): string =>
  threatHref(at.model, at.threat, {
    exposure: exposures,
    page: page > 1 ? page : null,
    host: more.host ?? null,
    attest: more.attest ?? null,
  });
