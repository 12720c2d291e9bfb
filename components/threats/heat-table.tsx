import { StrideChip } from "@/components/marks/stride-chips";
import { AppLink } from "@/components/ui/app-link";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import { STRIDE_CATEGORIES, STRIDE_LETTERS } from "@/lib/stride/categories";
import type { HeatCell } from "@/lib/threats/heat";
import type { HeatProps, HeatRow } from "./heat-row";
import { heatHref, heatWords, honestCell } from "./heat-words";

function CellWords({ cell }: { readonly cell: HeatCell }) {
  const href = heatHref(cell);
  const words = cell.kind === "counted" ? `${cell.unmitigated} of ${cell.assessed}` : heatWords(cell);
  if (href === null) return <span className="text-fg-subtle">{words}</span>;
  return (
    <AppLink kind="row" href={href}>
      {words}
      {cell.kind === "counted" && <span className="sr-only"> unmitigated</span>}
    </AppLink>
  );
}

function columnsOf(rowHeading: HeatProps["rowHeading"], nextFix: boolean): readonly Column<HeatRow>[] {
  const cellClass = "text-meta";
  return [
    {
      key: "name",
      header: rowHeading,
      rowHeader: true,
      width: "9rem",
      className: "wrap-anywhere",
      cell: ({ name, href, remark }) => (
        <>
          <AppLink kind="title" href={href}>
            {name}
          </AppLink>
          {remark && <span className="ml-2 text-small whitespace-nowrap text-fg-muted">{remark.words}</span>}
        </>
      ),
    },
    ...STRIDE_LETTERS.map((letter): Column<HeatRow> => {
      const { name } = STRIDE_CATEGORIES[letter];
      return {
        key: letter,
        header: <StrideChip letter={letter} />,
        align: "end",
        width: "5.5rem",
        className: cellClass,
        phoneLabel: name,
        cell: ({ cells }) => <CellWords cell={honestCell(cells[letter])} />,
      };
    }),
    {
      key: "all",
      header: "All",
      align: "end",
      width: "6rem",
      className: cellClass,
      phoneLabel: "All",
      cell: ({ all }) => <CellWords cell={honestCell(all)} />,
    },
    ...(nextFix ? [FIX_COLUMN] : []),
  ];
}

const FIX_COLUMN: Column<HeatRow> = {
  key: "fix",
  header: "Next fix",
  width: "11rem",
  phone: "title",
  className: "text-meta",
  cell: ({ nextFix }) =>
    nextFix && (
      <>
        <span className="text-fg-subtle md:hidden">Next fix </span>
        {nextFix.number !== null && <span className="text-fg-subtle">{nextFix.number} </span>}
        <AppLink kind="row" href={nextFix.href}>
          {nextFix.title}
        </AppLink>
      </>
    ),
};

/** The heatmap's numbers as a plain table: unmitigated, of threats assessed. */
export function HeatTable({ label, rowHeading, rows, nextFix = true }: HeatProps) {
  const caption = `${label}: threats unmitigated, of those assessed`;
  return <Table caption={caption} columns={columnsOf(rowHeading, nextFix)} rows={rows} rowKey={({ key }) => key} empty={null} sticky />;
}
