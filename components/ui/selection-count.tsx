"use client";

import { useEffect, useRef, useState } from "react";

export interface SelectionCountProps {
  readonly name: string;
  readonly noun: readonly [one: string, many: string];
}

/** "3 of 50 findings selected", kept up to date and said politely. */
export function SelectionCount({ name, noun }: SelectionCountProps) {
  const words = useRef<HTMLSpanElement>(null);
  const [count, setCount] = useState<{ readonly ticked: number; readonly of: number } | null>(null);
  useEffect(() => {
    const form = words.current?.closest("form");
    if (!form) return;
    const show = () => {
      const rows = [...form.querySelectorAll<HTMLInputElement>(`input[data-row][name="${CSS.escape(name)}"]`)];
      setCount({ ticked: rows.filter((row) => row.checked).length, of: rows.length });
    };
    show();
    form.addEventListener("change", show);
    return () => form.removeEventListener("change", show);
  }, [name]);
  return (
    <span ref={words} role="status" className="mr-auto text-meta font-medium">
      {count ? `${count.ticked} of ${count.of} ${count.of === 1 ? noun[0] : noun[1]} selected` : ""}
    </span>
  );
}
