import { CircleDashed, TriangleAlert } from "lucide-react";
import { AppLink } from "@/components/ui/app-link";
import { StatusText } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import type { ElementKind } from "@/lib/threats/scales";

/** A part of the diagram with the threats linked with it, in the order to show. */
export interface DiagramListRow {
  readonly id: string;
  readonly name: string;
  readonly kind: ElementKind | "flow" | "boundary";
  /** Null where the part has no place of its own to lead to. */
  readonly href: string | null;
  readonly outOfScope: boolean;
  /** Worst first; the first is named in full. */
  readonly threats: readonly { readonly ref: string; readonly title: string; readonly href: string }[];
  /** Linked threats unmitigated on a host at least. */
  readonly open: number;
  /** Linked threats of which evidence says anything. */
  readonly assessed: number;
}

/** What each kind of part is called. */
export const KIND_WORD: Readonly<Record<DiagramListRow["kind"], string>> = {
  actor: "External",
  process: "Process",
  store: "Data store",
  flow: "Data flow",
  boundary: "Trust boundary",
};

function Exposure({ threats, open, assessed, outOfScope }: DiagramListRow) {
  if (outOfScope) return <span className="text-small whitespace-nowrap text-fg-subtle">out of scope</span>;
  if (threats.length === 0) return <span className="text-small whitespace-nowrap text-fg-subtle">none linked</span>;
  if (assessed === 0) {
    return (
      <StatusText tone="grey" icon={CircleDashed}>
        No evidence
      </StatusText>
    );
  }
  if (open === 0) return <span className="text-small whitespace-nowrap text-fg-muted">0 of {assessed} open</span>;
  return (
    <StatusText tone="red" icon={TriangleAlert}>
      {open} of {assessed} open
    </StatusText>
  );
}

const columns: readonly Column<DiagramListRow>[] = [
  {
    key: "name",
    header: "Element",
    rowHeader: true,
    width: "14rem",
    className: "font-medium wrap-anywhere",
    cell: ({ name, href }) =>
      href === null ? (
        name
      ) : (
        <AppLink kind="title" href={href}>
          {name}
        </AppLink>
      ),
  },
  { key: "kind", header: "Kind", width: "7rem", phone: "top", className: "text-meta text-fg-muted", cell: ({ kind }) => KIND_WORD[kind] },
  {
    key: "worst",
    header: "Worst threat",
    phone: "title",
    cell: ({ threats: [worst] }) =>
      worst && (
        <AppLink kind="row" href={worst.href}>
          {worst.title}
        </AppLink>
      ),
  },
  {
    key: "threats",
    header: "Threats",
    width: "11rem",
    className: "text-meta text-fg-muted",
    cell: ({ threats }) =>
      threats.length > 0 && (
        <span className="flex flex-wrap gap-x-2">
          {threats.map(({ ref, title, href }) => (
            <AppLink key={ref} kind="row" href={href} title={title} className="whitespace-nowrap">
              {ref}
            </AppLink>
          ))}
        </span>
      ),
  },
  { key: "exposure", header: "Exposure", align: "end", width: "8rem", phone: "top-end", cell: (row) => <Exposure {...row} /> },
];

/** The diagram as a list, for who reads or hears rather than looks. */
export function DiagramList({ rows }: { readonly rows: readonly DiagramListRow[] }) {
  return <Table caption="Elements of the diagram" columns={columns} rows={rows} rowKey={({ id }) => id} empty={null} />;
}
