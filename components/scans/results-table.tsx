import type { ReactNode } from "react";
import { LevelTag } from "@/components/marks/level-tag";
import { StrideChips } from "@/components/marks/stride-chips";
import { Badge } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import type { Column, RowGroup } from "@/components/ui/table-column";
import { stride } from "@/lib/catalogue/controls";
import type { ResolvedResult } from "@/lib/catalogue/resolve-run";
import { counted } from "@/lib/shared/counted";
import { groupBy } from "@/lib/shared/group-by";
import { ControlTitle } from "./control-title";
import { ItemList } from "./item-list";
import { printedTitle } from "./printed-title";
import { sectionOf } from "./result-filter";
import { lineHref } from "./scan-href";
import { sectionName } from "./section-name";

/** A result with its place in the scan, which names it where numbers repeat. */
interface Row {
  readonly place: number;
  readonly result: ResolvedResult;
}

const MAPPING_BADGE = {
  title: null,
  number: {
    words: "by number",
    meaning: "Printed without a title; the control is told by the number, in a numbering that the whole scan vouches for",
  },
  unmapped: { words: "unmapped", meaning: "No catalogue knows this title: it is kept as a finding of its own and takes no STRIDE letter" },
  example: { words: "tool's example", meaning: "An example that the tool ships for contributors; it tests nothing and makes no finding" },
} as const;

function Title({ result, untitled }: { readonly result: ResolvedResult; readonly untitled: boolean }) {
  const badge = untitled && result.mapping === "number" ? null : MAPPING_BADGE[result.mapping];
  const remarks = [...new Set(result.notes)];
  return (
    <>
      <ControlTitle title={printedTitle(result)} slug={result.mapping === "example" ? null : result.key} />
      {badge && (
        <>
          {" "}
          <span title={badge.meaning}>
            <Badge>{badge.words}</Badge>
          </span>
        </>
      )}
      {remarks.map((note) => (
        <bdi key={note} className="block text-small font-normal text-fg-muted wrap-anywhere">
          {note}
        </bdi>
      ))}
    </>
  );
}

const columns = (scanId: number, untitled: boolean): readonly Column<Row>[] => [
  { key: "level", header: "Result", width: "5rem", phone: "top", cell: ({ result }) => <LevelTag level={result.level} /> },
  { key: "number", header: "Check", width: "3.75rem", phone: "top", className: "text-meta", cell: ({ result }) => result.number },
  {
    key: "title",
    header: <span className="sr-only">Title</span>,
    rowHeader: true,
    cell: ({ result }) => <Title result={result} untitled={untitled} />,
  },
  {
    key: "items",
    header: "Items",
    width: "15rem",
    className: "text-meta text-fg-muted",
    cell: ({ result }) => (
      <>
        <ItemList names={[...new Set(result.items.map((item) => item.name))]} />
        {!result.itemsWhole && result.items.length > 0 && <span className="block text-small">The list may be cut.</span>}
      </>
    ),
  },
  {
    key: "stride",
    header: "STRIDE",
    width: "4.75rem",
    cell: ({ result }) => <StrideChips letters={result.control === null ? [] : stride(result.control)} />,
  },
  {
    key: "line",
    header: "Line",
    align: "end",
    width: "3.5rem",
    phone: "top-end",
    phoneLabel: "line",
    cell: ({ result }) =>
      result.line !== null && (
        // Not a client-side move: the browser marks the line an address points at only when it loads the page.
        <a href={lineHref(scanId, result.line)} className="inline-block min-w-6 py-0.5 text-end text-meta text-accent hover:underline">
          {result.line}
        </a>
      ),
  },
];

const failsOf = (rows: readonly Row[]): number => rows.filter(({ result }) => result.outcome === "fail").length;

function groupsOf(rows: readonly Row[], edition: string | null): RowGroup<Row>[] {
  return [...groupBy(rows, ({ result }) => sectionOf(result))].map(([section, own]) => ({
    key: section,
    heading: sectionName(edition, section),
    remark: `${failsOf(own)} failing of ${counted(own.length, "result")}`,
    rows: own,
  }));
}

export interface ResultsTableProps {
  readonly scanId: number;
  readonly edition: string | null;
  readonly results: readonly ResolvedResult[];
  /** The format prints no titles, which is said once, not on every row. */
  readonly untitled: boolean;
  /** Shown where no result is left: an EmptyState. */
  readonly empty: ReactNode;
}

/** What a scan printed, by section. */
export function ResultsTable({ scanId, edition, results, untitled, empty }: ResultsTableProps) {
  const rows = results.map((result, place) => ({ place, result }));
  return (
    <Table
      caption={`Results of scan ${scanId}`}
      columns={columns(scanId, untitled)}
      groups={groupsOf(rows, edition)}
      rowKey={({ place }) => String(place)}
      empty={empty}
      sticky
    />
  );
}
