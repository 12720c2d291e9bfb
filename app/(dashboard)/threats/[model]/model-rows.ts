import type { ThreatBoardColumn } from "@/components/threats/threat-board";
import { byExposure } from "@/components/threats/threat-board";
import type { ThreatTableRow, ThreatTableSort } from "@/components/threats/threat-table";
import { hrefWith } from "@/lib/shared/read-filters";
import { STRIDE_LETTERS } from "@/lib/stride/categories";
import { type ExposureCounts, NO_EXPOSURES } from "@/lib/threats/exposure-words";
import { RATINGS, type Rating } from "@/lib/threats/scales";
import { type Threat, type ThreatModel, threatRef } from "@/lib/threats/threat-model";
import type { ModelQuery } from "./model-query";

/** How the threats of a model stand on the hosts that are looked at. */
export interface Standing {
  readonly hosts: number;
  /** By the threat's slug; a threat without an entry stands nowhere. */
  readonly counts: ReadonlyMap<string, ExposureCounts>;
}

function threatRow(model: ThreatModel, threat: Threat, { hosts, counts }: Standing, host: string | null): ThreatTableRow {
  const required = threat.controls.filter(({ role }) => role === "required").length;
  return {
    ref: threatRef(model, threat),
    slug: threat.slug,
    href: hrefWith(`/threats/${model.slug}/${threat.slug}`, { host }),
    title: threat.title,
    letter: threat.stride,
    counts: counts.get(threat.slug) ?? NO_EXPOSURES,
    hosts,
    required,
    supporting: threat.controls.length - required,
    uncovered: threat.controls.length === 0,
    stated: threat.stated?.status || null,
    likelihood: threat.likelihood,
    impact: threat.impact,
  };
}

/** The threats that the filters let through, as rows, in the order of the document. */
export const threatRows = (
  model: ThreatModel,
  standing: Standing,
  { stride, element, host }: Pick<ModelQuery, "stride" | "element" | "host">,
): ThreatTableRow[] =>
  model.threats
    .filter((threat) => (stride === null || threat.stride === stride) && (element === null || threat.elements.includes(element)))
    .map((threat) => threatRow(model, threat, standing, host));

/** Unmitigated on a host at least. */
export const isOpen = ({ counts }: Pick<ThreatTableRow, "counts">): boolean => counts.unmitigated > 0;

/** S to E, then what was imported without a letter; with a filter for a letter only its column. */
export const boardColumns = (rows: readonly ThreatTableRow[], stride: ModelQuery["stride"]): ThreatBoardColumn[] =>
  (stride === null ? [...STRIDE_LETTERS, null] : [stride]).map((letter) => ({
    letter,
    threats: rows.filter((row) => row.letter === letter),
  }));

const byRef = (one: ThreatTableRow, other: ThreatTableRow): number => one.ref.localeCompare(other.ref, "en", { numeric: true });

/** Highest first; what nobody rated comes last. */
const byRating =
  (of: (row: ThreatTableRow) => Rating | null) =>
  (one: ThreatTableRow, other: ThreatTableRow): number => {
    const step = (row: ThreatTableRow): number => {
      const rating = of(row);
      return rating === null ? -1 : RATINGS.indexOf(rating);
    };
    return step(other) - step(one) || byExposure(one, other);
  };

const ORDER: Readonly<Record<ThreatTableSort, (one: ThreatTableRow, other: ThreatTableRow) => number>> = {
  ref: byRef,
  title: (one, other) => one.title.localeCompare(other.title, "en") || byRef(one, other),
  exposure: byExposure,
  likelihood: byRating(({ likelihood }) => likelihood),
  impact: byRating(({ impact }) => impact),
};

export const sortedRows = (rows: readonly ThreatTableRow[], sort: ThreatTableSort): ThreatTableRow[] => rows.toSorted(ORDER[sort]);
