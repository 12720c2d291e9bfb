"use client";

import { type KeyboardEvent, type SyntheticEvent, useEffect, useRef, useState } from "react";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { type GridPlace, gridMove } from "./grid-move";
import { HeatGridTable, heatColumns } from "./heat-grid-table";
import type { HeatProps } from "./heat-row";

function placeOf(target: EventTarget): GridPlace | null {
  const at = target instanceof Element ? target.closest("[data-at]")?.getAttribute("data-at") : null;
  const [row, column] = at?.split(":").map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}

/**
 * STRIDE by host or by element. One tab stop: arrows, Home, End and Page keys move in it, with Ctrl to its corners, and Enter follows
 * the link of the cell. Without scripts it is a table of links.
 */
export function HeatGrid(props: HeatProps) {
  const { label, rows, nextFix = true } = props;
  const table = useRef<HTMLTableElement>(null);
  const [chosen, choose] = useState<GridPlace | null>(null);
  useEffect(() => choose({ row: 0, column: 1 }), []);
  // Rows may have become fewer since, by a filter.
  const at = chosen && { ...chosen, row: Math.min(chosen.row, Math.max(0, rows.length - 1)) };

  const onFocus = ({ target }: SyntheticEvent) => {
    const place = placeOf(target);
    if (place) choose(place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const place = placeOf(event.target);
    if (!place || event.altKey || event.metaKey || event.shiftKey) return;
    const next = gridMove(place, event.key, event.ctrlKey, { rows: rows.length, columns: heatColumns(nextFix) });
    if (!next) return;
    event.preventDefault();
    // The cell is there already; that it takes focus makes it the tab stop.
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row}:${next.column}"]`)?.focus();
  };
  return (
    <ScrollRegion label={label} className="heat-region lg:overflow-visible print:overflow-visible">
      <HeatGridTable {...props} ref={table} at={at} onFocus={onFocus} onKeyDown={onKeyDown} />
    </ScrollRegion>
  );
}
