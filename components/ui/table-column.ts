import type { ReactNode } from "react";

/**
 * Where a cell stands when a row becomes lines on the phone. top: first line. top-end: first line, right edge. title: a line of its own.
 * line: last line. end: last line, right edge. hide: only when the phone shows the same elsewhere.
 */
export type PhonePlace = "top" | "top-end" | "title" | "line" | "end" | "hide";

export interface ColumnSort {
  /** The same list in this column's order (or turned round when it is in it). */
  readonly href: string;
  /** The order the list is in now, if it is this column's. */
  readonly direction?: "ascending" | "descending" | undefined;
}

export interface Column<Row> {
  readonly key: string;
  /** Words, or a chip with words for ears. Empty only for a column of actions, which then needs `headerLabel`. */
  readonly header: ReactNode;
  /** For ears, where the header is empty. */
  readonly headerLabel?: string;
  readonly cell: (row: Row) => ReactNode;
  /** end: for numbers. center: for narrow columns under a chip. */
  readonly align?: "start" | "end" | "center";
  /** CSS width, e.g. "3.5rem". Give it to every column but the title's, so that groups line up. */
  readonly width?: string;
  /** The cell that names the row; one per table. */
  readonly rowHeader?: boolean;
  readonly sort?: ColumnSort | undefined;
  /** "title" for the row header, else "line". */
  readonly phone?: PhonePlace;
  /** Said before the value on the phone, where the head is gone: "since". */
  readonly phoneLabel?: string;
  /** Left out between 768 and 1100 px, where many narrow columns have no room. The phone is ruled by `phone`. */
  readonly wide?: boolean;
  readonly className?: string;
}

/** Ticks rows. The table stands in the form that acts on them, or beside it in an element with `data-bulk`. */
export interface Selection<Row> {
  /** Id of the form beside the table: for tables whose rows have forms of their own. */
  readonly form?: string;
  /** Name of every box in the form data. */
  readonly name: string;
  /** Null for a row that cannot be ticked. */
  readonly value: (row: Row) => string | null;
  /** Names the row in the box's label: "web-01". */
  readonly label: (row: Row) => string;
}

export interface RowGroup<Row> {
  readonly key: string;
  readonly heading: ReactNode;
  /** After the heading, quieter: "7 failing of 18". */
  readonly remark?: ReactNode;
  readonly rows: readonly Row[];
}
