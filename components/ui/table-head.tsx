import { ArrowDown, ArrowUp } from "lucide-react";
import type { CSSProperties } from "react";
import { AppLink } from "./app-link";
import { SelectAll } from "./select-all";
import type { Column, Selection } from "./table-column";

/** Explicit because the phone's `display: flex` takes the implicit roles away in Safari. */
export const ROLE = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  cell: { role: "cell" },
  columnHeader: { role: "columnheader" },
  rowHeader: { role: "rowheader" },
} as const;

/** As a custom property, because on the phone a cell has no width of its own. */
export const columnWidth = (width: string | undefined): CSSProperties | undefined =>
  width ? ({ "--column": width } as CSSProperties) : undefined;

function HeadCell<Row>({ column }: { readonly column: Column<Row> }) {
  const { header, headerLabel, align, width, sort, wide } = column;
  const Arrow = sort?.direction === "descending" ? ArrowDown : ArrowUp;
  return (
    <th
      {...ROLE.columnHeader}
      scope="col"
      data-align={align}
      data-wide={wide || undefined}
      style={columnWidth(width)}
      aria-sort={sort?.direction}
    >
      {sort ? (
        <AppLink kind="bare" replace href={sort.href} className="sort-link">
          {header}
          <Arrow size={12} />
        </AppLink>
      ) : (
        header
      )}
      {headerLabel && <span className="sr-only">{headerLabel}</span>}
    </th>
  );
}

export interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly selection: Selection<Row> | undefined;
}

/** The head of a Table. */
export function TableHead<Row>({ columns, selection }: TableHeadProps<Row>) {
  return (
    <thead {...ROLE.group}>
      <tr {...ROLE.row}>
        {selection && (
          <th {...ROLE.columnHeader} scope="col" data-select>
            <SelectAll name={selection.name} />
            <span className="phone-label needs-script"> All</span>
          </th>
        )}
        {columns.map((column) => (
          <HeadCell key={column.key} column={column} />
        ))}
      </tr>
    </thead>
  );
}
