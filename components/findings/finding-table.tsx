import type { ReactNode } from "react";
import { StatePill } from "@/components/marks/state-pill";
import { StrideChips } from "@/components/marks/stride-chips";
import { Table } from "@/components/ui/table";
import type { Column, RowGroup } from "@/components/ui/table-column";
import { Time } from "@/components/ui/time";
import type { FindingState } from "@/lib/hardening/states";
import type { StrideLetter } from "@/lib/stride/categories";
import { FindingLink } from "./finding-link";
import { ItemList } from "./item-list";
import { UnconfirmedBadge } from "./unconfirmed-badge";

/** A row of a host's findings. */
export interface FindingEntry {
  readonly id: number;
  readonly state: FindingState;
  readonly acceptedUntil: Date | null;
  readonly number: string | null;
  readonly title: string;
  readonly stride: readonly StrideLetter[];
  readonly since: Date;
  readonly owner: string | null;
  readonly items: readonly string[];
  /** Why the newest scan does not bear it out, if it does not. */
  readonly unconfirmed: "absent" | "undecided" | null;
  /** The list with this finding's panel open. */
  readonly href: string;
}

/** The only rendering of nobody. */
export const OwnerName = ({ name }: { readonly name: string | null }) =>
  name === null ? <span className="text-fg-subtle">No owner</span> : name;

const columns = (now: Date, currentId: number | null): readonly Column<FindingEntry>[] => [
  {
    key: "state",
    header: "State",
    width: "11rem",
    phone: "top",
    cell: ({ state, acceptedUntil }) => (
      <StatePill
        state={state}
        detail={
          acceptedUntil && (
            <>
              to <Time at={acceptedUntil} now={now} as="day" />
            </>
          )
        }
      />
    ),
  },
  {
    key: "number",
    header: "Check",
    width: "3.25rem",
    phone: "top",
    className: "text-meta text-fg-muted",
    cell: ({ number }) => number ?? "–",
  },
  {
    key: "title",
    header: "",
    headerLabel: "Title",
    rowHeader: true,
    cell: ({ id, title, href, items, unconfirmed }) => (
      <span className="flex flex-wrap items-center gap-x-3">
        <FindingLink id={id} title={title} href={href} current={id === currentId} />
        {unconfirmed && <UnconfirmedBadge why={unconfirmed} />}
        <ItemList items={items} of={title} />
      </span>
    ),
  },
  { key: "stride", header: "STRIDE", width: "5.5rem", phone: "top", cell: ({ stride }) => <StrideChips letters={stride} /> },
  {
    key: "since",
    header: "Since",
    align: "end",
    width: "5.75rem",
    phoneLabel: "since",
    className: "text-meta text-fg-muted",
    cell: ({ since }) => <Time at={since} now={now} as="day" />,
  },
  {
    key: "owner",
    header: "Owner",
    width: "7.25rem",
    phone: "end",
    className: "text-meta wrap-anywhere min-w-21",
    cell: ({ owner }) => <OwnerName name={owner} />,
  },
];

export interface FindingTableProps {
  readonly host: string;
  readonly groups: readonly RowGroup<FindingEntry>[];
  readonly now: Date;
  /** The finding whose panel is open. */
  readonly currentId: number | null;
  /** Ticks rows for the form around the table. */
  readonly selectable: boolean;
  readonly empty: ReactNode;
}

/** A host's findings by section of the benchmark. */
export function FindingTable({ host, groups, now, currentId, selectable, empty }: FindingTableProps) {
  return (
    <Table
      caption={`Findings of ${host}`}
      columns={columns(now, currentId)}
      groups={groups}
      rowKey={({ id }) => String(id)}
      currentKey={currentId === null ? undefined : String(currentId)}
      selection={
        selectable
          ? { name: "finding", value: ({ id }) => String(id), label: ({ number, title }) => `${number ?? ""} ${title}`.trim() }
          : undefined
      }
      bleed
      sticky
      empty={empty}
    />
  );
}
