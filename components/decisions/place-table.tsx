import type { ReactNode } from "react";
import { StatePill } from "@/components/marks/state-pill";
import { AppLink } from "@/components/ui/app-link";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import { Time } from "@/components/ui/time";
import type { DecisionStanding } from "@/lib/hardening/decision";
import type { FindingState } from "@/lib/hardening/states";
import { someOf } from "@/lib/shared/some-of";
import { endWords } from "./end-words";
import { StandingPill } from "./standing-pill";

/** One host of a decision. */
export interface PlaceView {
  readonly hostId: number;
  readonly host: string;
  readonly standing: DecisionStanding;
  readonly findingId: number | null;
  readonly state: FindingState | null;
  readonly uncovered: readonly string[];
  readonly refusal: string | null;
  readonly endedBy: { readonly kind: string; readonly at: Date; readonly scanId: number | null } | null;
}

export interface PlaceTableProps {
  readonly places: readonly PlaceView[];
  /** To decide on the items of a finding that are not covered; null for people who may not. */
  readonly widenHref: ((findingId: number) => string) | null;
  readonly now: Date;
}

/** The hosts of a decision: where it stands on each, and why. */
export function PlaceTable({ places, widenHref, now }: PlaceTableProps) {
  const columns: readonly Column<PlaceView>[] = [
    { key: "host", header: "Host", width: "10.5rem", rowHeader: true, className: "wrap-anywhere", cell: HostCell },
    { key: "standing", header: "Standing", width: "9rem", phone: "top", cell: ({ standing }) => <StandingPill standing={standing} /> },
    {
      key: "state",
      header: "Finding",
      width: "11rem",
      phone: "top",
      cell: ({ state }) => (state === null ? <span className="text-meta text-fg-subtle">Not known</span> : <StatePill state={state} />),
    },
    {
      key: "why",
      header: "Why",
      className: "text-meta text-fg-muted wrap-anywhere",
      cell: (place) => <Why place={place} widenHref={widenHref} now={now} />,
    },
  ];
  return (
    <Table
      caption="Hosts of this decision"
      columns={columns}
      rows={places}
      rowKey={({ hostId }) => String(hostId)}
      empty={<p className="border-y border-border py-3 text-fg-muted">Every host of this decision has been deleted.</p>}
    />
  );
}

function HostCell({ host, findingId }: PlaceView) {
  const path = `/hosts/${encodeURIComponent(host)}`;
  return (
    <AppLink kind="title" href={findingId === null ? path : `${path}?state=all&finding=${findingId}`}>
      {host}
    </AppLink>
  );
}

interface WhyProps extends Pick<PlaceTableProps, "widenHref" | "now"> {
  readonly place: PlaceView;
}

function Why({ place, widenHref, now }: WhyProps): ReactNode {
  const { refusal, uncovered, findingId, endedBy } = place;
  if (refusal !== null) return <>It took no effect: {refusal}</>;
  if (uncovered.length > 0) {
    return (
      <>
        Not covered: {someOf(uncovered, 6)}.{" "}
        {widenHref !== null && findingId !== null && <AppLink href={widenHref(findingId)}>Decide on them too</AppLink>}
      </>
    );
  }
  if (endedBy === null) return null;
  return (
    <>
      {endWords(endedBy.kind)}
      {endedBy.scanId !== null && (
        <>
          , <AppLink href={`/scans/${endedBy.scanId}`}>scan {endedBy.scanId}</AppLink>
        </>
      )}
      , <Time at={endedBy.at} now={now} as="moment" />
    </>
  );
}
