"use client";

import { useEffect, useRef } from "react";

const rowsOf = (element: Element, name: string): HTMLInputElement[] => [
  ...(element.closest("table")?.querySelectorAll<HTMLInputElement>(`input[data-row][name="${CSS.escape(name)}"]`) ?? []),
];

/** Ticks every row of its table, and shows whether all, some or none are ticked. */
export function SelectAll({ name }: { readonly name: string }) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const element = box.current;
    const table = element?.closest("table");
    if (!element || !table) return;
    const show = () => {
      const rows = rowsOf(element, name);
      const ticked = rows.filter((row) => row.checked).length;
      element.checked = rows.length > 0 && ticked === rows.length;
      element.indeterminate = ticked > 0 && ticked < rows.length;
    };
    show();
    table.addEventListener("change", show);
    return () => table.removeEventListener("change", show);
  }, [name]);
  return (
    <input
      ref={box}
      type="checkbox"
      className="check needs-script"
      aria-label="Select all rows on this page"
      onChange={(event) => {
        for (const row of rowsOf(event.currentTarget, name)) row.checked = event.currentTarget.checked;
      }}
    />
  );
}
