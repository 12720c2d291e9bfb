"use client";

import { useEffect, useRef, useState } from "react";

export interface SelectionCountProps {
  readonly name: string;
  readonly noun: readonly [one: string, many: string];
  /** Name of a box that takes more than the rows of the page, and what to say while it is ticked. */
  readonly whole?: { readonly name: string; readonly words: string } | undefined;
}

/** "3 of 50 findings selected", kept up to date and said politely. */
export function SelectionCount({ name, noun, whole }: SelectionCountProps) {
  const words = useRef<HTMLSpanElement>(null);
  const [count, setCount] = useState<{ readonly ticked: number; readonly of: number; readonly all: boolean } | null>(null);
  const wholeName = whole?.name;
  useEffect(() => {
    const form = words.current?.closest("[data-bulk], form:not([data-bulk] form)");
    if (!form) return;
    const show = () => {
      const rows = [...form.querySelectorAll<HTMLInputElement>(`input[data-row][name="${CSS.escape(name)}"]`)];
      const all = wholeName !== undefined && form.querySelector(`input[name="${CSS.escape(wholeName)}"]:checked`) !== null;
      setCount({ ticked: rows.filter((row) => row.checked).length, of: rows.length, all });
    };
    show();
    form.addEventListener("change", show);
    return () => form.removeEventListener("change", show);
  }, [name, wholeName]);
  return (
    <span ref={words} role="status" className="mr-auto text-meta font-medium">
      {count && (whole && count.all ? whole.words : `${count.ticked} of ${count.of} ${count.of === 1 ? noun[0] : noun[1]} selected`)}
    </span>
  );
}
