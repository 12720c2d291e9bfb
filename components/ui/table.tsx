import type { ReactNode } from "react";
import type { Column, RowGroup, Selection } from "./table-column";
import { columnWidth, ROLE, TableHead } from "./table-head";

interface TableCommon<Row> {
  /** Read out before the table; not shown. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Shown instead of the table when there is no row: an EmptyState. */
  readonly empty: ReactNode;
  readonly selection?: Selection<Row> | undefined;
  /** Key of the row whose panel is open. */
  readonly currentKey?: string | undefined;
  /** A second line under the row, over the whole width: the context of an error. */
  readonly detail?: (row: Row) => ReactNode;
  /** Rows reach from edge to edge; for a page body without gutter. */
  readonly bleed?: boolean;
  /** The head stays in sight; for tables longer than a screen. */
  readonly sticky?: boolean;
}

export type TableProps<Row> = TableCommon<Row> &
  ({ readonly rows: readonly Row[]; readonly groups?: never } | { readonly groups: readonly RowGroup<Row>[]; readonly rows?: never });

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const { cell, align, width, rowHeader = false, phone = rowHeader ? "title" : "line", phoneLabel, wide, className } = column;
  const Tag = rowHeader ? "th" : "td";
  const value = cell(row);
  return (
    <Tag
      {...(rowHeader ? { ...ROLE.rowHeader, scope: "row" } : ROLE.cell)}
      data-align={align}
      data-phone={phone}
      data-wide={wide || undefined}
      className={className}
      style={columnWidth(width)}
    >
      {phoneLabel && value !== null && <span className="phone-label text-fg-subtle">{phoneLabel} </span>}
      {value}
    </Tag>
  );
}

function BodyRow<Row>({ row, table }: { readonly row: Row; readonly table: TableCommon<Row> }) {
  const { columns, selection, rowKey, currentKey, detail } = table;
  const more = detail?.(row);
  const ticket = selection?.value(row) ?? null;
  return (
    <>
      <tr {...ROLE.row} data-row data-current={rowKey(row) === currentKey || undefined} data-has-detail={more ? true : undefined}>
        {selection && (
          <td {...ROLE.cell} data-select>
            {ticket !== null && (
              <input
                type="checkbox"
                className="check"
                data-row
                form={selection.form}
                name={selection.name}
                value={ticket}
                aria-label={`Select ${selection.label(row)}`}
              />
            )}
          </td>
        )}
        {columns.map((column) => (
          <Cell key={column.key} column={column} row={row} />
        ))}
      </tr>
      {more && (
        <tr {...ROLE.row} data-detail>
          <td {...ROLE.cell} colSpan={columns.length + (selection ? 1 : 0)}>
            {more}
          </td>
        </tr>
      )}
    </>
  );
}

/**
 * Every list of the product. Columns are data; the same markup is a table on the desk and lines on the phone. Sorting, paging and
 * grouping are done by who makes the rows; the table draws them and links to the other orders.
 */
export function Table<Row>({ rows, groups, ...table }: TableProps<Row>) {
  const { caption, columns, rowKey, empty, selection, bleed, sticky } = table;
  const bodies = groups ?? [{ key: "all", heading: null, rows: rows ?? [] }];
  if (bodies.every((body) => body.rows.length === 0)) return empty;
  return (
    <table {...ROLE.table} className="data-table" data-bleed={bleed || undefined} data-sticky={sticky || undefined}>
      <caption className="sr-only">{caption}</caption>
      <TableHead columns={columns} selection={selection} />
      {bodies.map(({ key, heading, remark, rows: own }: RowGroup<Row>) => (
        <tbody key={key} {...ROLE.group}>
          {heading && (
            <tr {...ROLE.row} data-group>
              <th {...ROLE.rowHeader} scope="rowgroup" colSpan={columns.length + (selection ? 1 : 0)}>
                {heading}
                {remark && <span className="ml-2 font-normal text-fg-muted">{remark}</span>}
              </th>
            </tr>
          )}
          {own.map((row) => (
            <BodyRow key={rowKey(row)} row={row} table={table} />
          ))}
        </tbody>
      ))}
    </table>
  );
}
