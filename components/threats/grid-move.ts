/** A cell of a grid, both counted from 0. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** Rows that Page Up and Page Down go. */
const PAGE = 10;

const clamp = (value: number, size: number): number => Math.max(0, Math.min(size - 1, value));

/** Where a key leads in a grid of `size`, as the ARIA practices have it; null for a key that does not move. */
export function gridMove(
  at: GridPlace,
  key: string,
  ctrl: boolean,
  size: { readonly rows: number; readonly columns: number },
): GridPlace | null {
  const to = (row: number, column: number): GridPlace => ({ row: clamp(row, size.rows), column: clamp(column, size.columns) });
  const { row, column } = at;
  switch (key) {
    case "ArrowUp":
      return to(row - 1, column);
    case "ArrowDown":
      return to(row + 1, column);
    case "ArrowLeft":
      return to(row, column - 1);
    case "ArrowRight":
      return to(row, column + 1);
    case "PageUp":
      return to(row - PAGE, column);
    case "PageDown":
      return to(row + PAGE, column);
    case "Home":
      return to(ctrl ? 0 : row, 0);
    case "End":
      return to(ctrl ? size.rows - 1 : row, size.columns - 1);
    default:
      return null;
  }
}
