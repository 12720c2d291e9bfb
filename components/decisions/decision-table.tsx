import type { ReactNode } from "react";
import { CheckTitle } from "@/components/marks/check-title";
import { SeverityMark } from "@/components/marks/severity";
import { StrideChips } from "@/components/marks/stride-chips";
import { AppLink } from "@/components/ui/app-link";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import { Time } from "@/components/ui/time";
import type { Severity } from "@/lib/catalogue/judgement";
import { DECISION_LABELS, DECISION_STANDINGS, type DecisionKind, type DecisionStanding } from "@/lib/hardening/decision";
import { counted } from "@/lib/shared/counted";
import type { StrideLetter } from "@/lib/stride/categories";
import { decisionHref } from "./decision-href";
import { StandingPill } from "./standing-pill";

/** A decision as the table shows it. */
export interface DecisionView {
  readonly id: number;
  readonly kind: DecisionKind;
  readonly number: string | null;
  readonly title: string;
  readonly severity: Severity | null;
  readonly stride: readonly StrideLetter[];
  readonly items: readonly string[] | null;
  readonly reason: string;
  readonly until: Date | null;
  readonly requestedBy: string;
  readonly decidedBy: string | null;
  readonly standings: Readonly<Partial<Record<DecisionStanding, number>>>;
  readonly hosts: { readonly count: number; readonly names: readonly string[] };
}

export interface DecisionTableProps {
  readonly decisions: readonly DecisionView[];
  readonly now: Date;
  readonly empty: ReactNode;
}

/** Decisions as a list: what, where, why, by whom, until when, and where each stands. */
export function DecisionTable({ decisions, now, empty }: DecisionTableProps) {
  const columns: readonly Column<DecisionView>[] = [
    { key: "standing", header: "Standing", width: "9.5rem", phone: "top", cell: (decision) => <Standings decision={decision} /> },
    {
      key: "number",
      header: "Check",
      width: "3.25rem",
      phone: "top",
      className: "text-meta text-fg-muted",
      cell: ({ number }) => number ?? "–",
    },
    { key: "title", header: "Decision", rowHeader: true, cell: (decision) => <TitleCell decision={decision} /> },
    { key: "stride", header: "STRIDE", width: "5.5rem", phone: "top", wide: true, cell: ({ stride }) => <StrideChips letters={stride} /> },
    {
      key: "severity",
      header: "Severity",
      width: "5.5rem",
      phone: "top-end",
      wide: true,
      cell: ({ severity }) => severity && <SeverityMark severity={severity} />,
    },
    { key: "by", header: "By", width: "9rem", className: "text-meta wrap-anywhere", cell: (decision) => <ByCell decision={decision} /> },
    {
      key: "until",
      header: "Until",
      width: "6.5rem",
      align: "end",
      phone: "end",
      cell: (decision) => <Until decision={decision} now={now} />,
    },
  ];
  return <Table caption="Decisions" columns={columns} rows={decisions} rowKey={({ id }) => String(id)} empty={empty} sticky />;
}

/** One pill for a decision that stands everywhere alike; else one for each, with the number of hosts. */
export function Standings({ decision: { standings } }: { readonly decision: Pick<DecisionView, "standings"> }) {
  const present = DECISION_STANDINGS.filter((standing) => (standings[standing] ?? 0) > 0);
  if (present.length === 0) return <span className="text-meta text-fg-subtle">No host left</span>;
  return (
    <span className="inline-flex flex-wrap gap-1">
      {present.map((standing) => (
        <StandingPill key={standing} standing={standing} detail={present.length > 1 && `on ${standings[standing]}`} />
      ))}
    </span>
  );
}

const MOST_REASON = 120;

function TitleCell({ decision: { id, kind, title, items, hosts, reason } }: { readonly decision: DecisionView }) {
  return (
    <>
      <AppLink kind="row" href={decisionHref(id)}>
        <CheckTitle title={title} />
      </AppLink>
      <span className="block text-meta font-normal text-fg-muted wrap-anywhere">
        {DECISION_LABELS[kind]} on {placesWords(hosts)}
        {items !== null && `, ${counted(items.length, "item")}`}
      </span>
      <span className="block text-meta font-normal text-fg-muted wrap-anywhere">
        “{reason.length > MOST_REASON ? `${reason.slice(0, MOST_REASON).trimEnd()}…` : reason}”
      </span>
    </>
  );
}

/** One or two hosts by name, more by number. */
const placesWords = ({ count, names }: DecisionView["hosts"]): string =>
  count === 0 ? "no host" : count <= 2 ? names.join(", ") : counted(count, "host");

function ByCell({ decision: { requestedBy, decidedBy } }: { readonly decision: DecisionView }) {
  if (decidedBy === null) return <>asked by {requestedBy}</>;
  return (
    <>
      {decidedBy}
      {decidedBy !== requestedBy && <span className="block text-fg-muted">asked by {requestedBy}</span>}
    </>
  );
}

const OVER: readonly DecisionStanding[] = ["expired", "ended"];

/** How far the end is off matters only while something is in force or asked for. */
function Until({ decision: { until, standings }, now }: { readonly decision: DecisionView; readonly now: Date }) {
  const over = DECISION_STANDINGS.every((standing) => OVER.includes(standing) || !standings[standing]);
  if (until === null) return <span className="text-meta text-fg-subtle">No end</span>;
  return (
    <span className="text-meta">
      <Time at={until} now={now} as="day" />
      {!over && (
        <span className="text-fg-subtle md:block max-md:ml-1">
          <Time at={until} now={now} />
        </span>
      )}
    </span>
  );
}
