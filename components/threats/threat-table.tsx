import type { ReactNode } from "react";
import { StrideChip } from "@/components/marks/stride-chips";
import { AppLink } from "@/components/ui/app-link";
import { Table } from "@/components/ui/table";
import type { Column, ColumnSort } from "@/components/ui/table-column";
import type { StrideLetter } from "@/lib/stride/categories";
import { EXPOSURES } from "@/lib/threats/exposure-words";
import type { Rating } from "@/lib/threats/scales";
import { exposureWords } from "./exposure-verdict";
import { RatingMark } from "./rating-mark";
import { type ThreatCardRow, ThreatVerdict } from "./threat-card";

/** A threat in the list: what its card says, and how people rate it. */
export interface ThreatTableRow extends ThreatCardRow {
  readonly letter: StrideLetter | null;
  readonly likelihood: Rating | null;
  readonly impact: Rating | null;
}

export type ThreatTableSort = "ref" | "title" | "exposure" | "likelihood" | "impact";

export interface ThreatTableProps {
  /** In the order to show. */
  readonly threats: readonly ThreatTableRow[];
  readonly sort?: Readonly<Partial<Record<ThreatTableSort, ColumnSort>>>;
  /** Shown when there is no threat. */
  readonly empty: ReactNode;
}

function Exposure({ threat }: { readonly threat: ThreatTableRow }) {
  // The verdict says it all where every host stands the same.
  const isMixed = EXPOSURES.filter((exposure) => threat.counts[exposure] > 0).length > 1;
  return (
    <>
      <ThreatVerdict threat={threat} />
      {isMixed && <span className="block text-small text-fg-subtle">{exposureWords(threat.counts)}</span>}
      {threat.stated !== null && <span className="block text-small text-fg-subtle">The file says: {threat.stated}</span>}
    </>
  );
}

function Controls({ required, supporting }: Pick<ThreatTableRow, "required" | "supporting">) {
  if (required + supporting === 0) return "none";
  return (
    <>
      <span className="block">{required} required</span>
      {supporting > 0 && <span className="block">{supporting} supporting</span>}
    </>
  );
}

function columnsOf(sort: NonNullable<ThreatTableProps["sort"]>): readonly Column<ThreatTableRow>[] {
  return [
    {
      key: "ref",
      header: "Threat",
      width: "4.5rem",
      phone: "top",
      sort: sort.ref,
      className: "text-meta whitespace-nowrap text-fg-muted",
      cell: ({ ref }) => ref,
    },
    {
      key: "letter",
      header: "STRIDE",
      width: "3.5rem",
      phone: "top",
      cell: ({ letter }) => (letter ? <StrideChip letter={letter} /> : <span className="text-small text-fg-subtle">none</span>),
    },
    {
      key: "title",
      header: "Title",
      rowHeader: true,
      sort: sort.title,
      cell: ({ href, title }) => (
        <AppLink kind="row" href={href}>
          {title}
        </AppLink>
      ),
    },
    {
      key: "exposure",
      header: "Exposure",
      width: "17rem",
      phone: "title",
      sort: sort.exposure,
      cell: (threat) => <Exposure threat={threat} />,
    },
    {
      key: "controls",
      header: "Controls",
      width: "7rem",
      phone: "hide",
      wide: true,
      className: "text-small text-fg-muted",
      // Not spread: a row has a "ref", which React would take for its own.
      cell: (threat) => <Controls required={threat.required} supporting={threat.supporting} />,
    },
    {
      key: "likelihood",
      header: "Likelihood",
      width: "6.5rem",
      phoneLabel: "Likelihood",
      sort: sort.likelihood,
      cell: ({ likelihood }) => <RatingMark rating={likelihood} />,
    },
    {
      key: "impact",
      header: "Impact",
      width: "6.5rem",
      phoneLabel: "Impact",
      sort: sort.impact,
      cell: ({ impact }) => <RatingMark rating={impact} />,
    },
  ];
}

/** The threats of a model as a list. */
export function ThreatTable({ threats, sort = {}, empty }: ThreatTableProps) {
  return <Table caption="Threats" columns={columnsOf(sort)} rows={threats} rowKey={({ slug }) => slug} empty={empty} sticky />;
}
