import { ChevronDown, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import { Time } from "@/components/ui/time";
import { EXPOSURE_FACTS, type Exposure } from "@/lib/threats/exposure-words";
import type { NamedControl } from "@/lib/threats/rule-words";
import { ControlNumberLink } from "./control-names";
import { ExposureMark } from "./exposure-mark";

/** How a threat stands on one host. */
export interface HostExposureRow {
  readonly host: string;
  readonly exposure: Exposure;
  /** What a stale exposure said last. */
  readonly verdict: Exposure;
  readonly passed: number;
  readonly required: number;
  readonly evidenceAt: Date | null;
  readonly failing: readonly NamedControl[];
  readonly accepted: readonly NamedControl[];
  /** The statement that the exposure rests on; null where evidence decides, or nobody stated anything. */
  readonly statement: { readonly until: Date; readonly actor: string } | null;
  /** Nothing decides it, so a person may attest it. */
  readonly attestable: boolean;
  /** Opens the row, or closes it when it is open. */
  readonly href: string;
}

export interface HostExposureTableProps {
  readonly rows: readonly HostExposureRow[];
  /** The host whose row is open, and what decided it there. */
  readonly open: { readonly host: string; readonly content: ReactNode } | null;
  /** Rows that may be attested get a box of this name. */
  readonly selectionName: string | null;
  readonly empty: ReactNode;
  readonly now: Date;
}

/** A threat on every host under its model, what needs somebody first. */
export function HostExposureTable({ rows, open, selectionName, empty, now }: HostExposureTableProps) {
  return (
    <Table
      caption="Hosts and how the threat stands on each"
      columns={columnsOf(open?.host ?? null, now)}
      rows={rows}
      rowKey={({ host }) => host}
      currentKey={open?.host}
      detail={({ host }) => (host === open?.host ? open.content : null)}
      selection={
        selectionName === null
          ? undefined
          : { name: selectionName, value: ({ attestable, host }) => (attestable ? host : null), label: ({ host }) => host }
      }
      empty={empty}
      bleed
      sticky
    />
  );
}

const columnsOf = (open: string | null, now: Date): readonly Column<HostExposureRow>[] => [
  {
    key: "host",
    header: "Host",
    rowHeader: true,
    width: "14rem",
    cell: ({ host, href }) => {
      const Mark = host === open ? ChevronDown : ChevronRight;
      return (
        <AppLink
          kind="bare"
          href={href}
          scroll={false}
          aria-expanded={host === open}
          className="inline-flex min-h-6 items-center gap-1.5 font-medium underline-offset-3 hover:underline"
        >
          <Mark size={14} className="flex-none text-fg-subtle" />
          <bdi className="wrap-anywhere">{host}</bdi>
        </AppLink>
      );
    },
  },
  {
    key: "exposure",
    header: "Exposure",
    width: "13rem",
    phone: "top",
    cell: ({ exposure, verdict }) => (
      <ExposureMark exposure={exposure}>
        {exposure !== verdict && <span className="font-normal text-fg-muted">, was {EXPOSURE_FACTS[verdict].label.toLowerCase()}</span>}
      </ExposureMark>
    ),
  },
  { key: "controls", header: "Required controls", className: "text-meta", cell: (row) => <Required row={row} /> },
  {
    key: "evidence",
    header: "Evidence",
    width: "14rem",
    phone: "end",
    className: "text-meta text-fg-muted",
    cell: ({ evidenceAt, statement }) => <EvidenceAge at={evidenceAt} statement={statement} now={now} />,
  },
];

function Required({ row: { passed, required, failing, accepted } }: { readonly row: HostExposureRow }) {
  if (required === 0) return <span className="text-fg-muted">None counts here</span>;
  return (
    <>
      {passed} of {required} {required === 1 ? "passes" : "pass"}
      <Named words="failing" controls={failing} />
      <Named words="accepted" controls={accepted} />
    </>
  );
}

/** As many numbers as a row has room for. */
const NAMED = 4;

function Named({ words, controls }: { readonly words: string; readonly controls: readonly NamedControl[] }) {
  if (controls.length === 0) return null;
  const more = controls.length - NAMED;
  return (
    <span className="text-fg-muted">
      {`; ${words} `}
      {controls.slice(0, NAMED).map((control, index) => (
        <span key={control.slug}>
          {index > 0 && ", "}
          <ControlNumberLink control={control} />
        </span>
      ))}
      {more > 0 && ` and ${more} more`}
    </span>
  );
}

interface EvidenceAgeProps extends Pick<HostExposureRow, "statement"> {
  readonly at: Date | null;
  readonly now: Date;
}

function EvidenceAge({ at, statement, now }: EvidenceAgeProps) {
  if (statement !== null) {
    return (
      <>
        Attested by {statement.actor} until <Time at={statement.until} now={now} as="day" />
      </>
    );
  }
  return at === null ? "None" : <Time at={at} now={now} />;
}
