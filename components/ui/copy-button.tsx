"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { buttonClass } from "./button-class";

export interface CopyButtonProps {
  readonly text: string;
  readonly label?: string;
  readonly className?: string;
}

/** Plain http on a local network has no clipboard interface, so a selected field and the old command do the work there. */
async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  }
  const field = document.createElement("textarea");
  field.value = text;
  field.setAttribute("readonly", "");
  field.className = "sr-only";
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  return copied;
}

/** Copies `text` and says so. Not shown without scripts: it could do nothing. */
export function CopyButton({ text, label = "Copy", className }: CopyButtonProps) {
  const [result, setResult] = useState<"copied" | "failed" | null>(null);
  useEffect(() => {
    if (!result) return;
    const timer = setTimeout(() => setResult(null), 2500);
    return () => clearTimeout(timer);
  }, [result]);
  const words = { copied: "Copied", failed: "Select and copy by hand" };
  return (
    <button
      type="button"
      className={buttonClass("secondary", "sm", `needs-script ${className ?? ""}`)}
      onClick={async () => setResult((await copyText(text)) ? "copied" : "failed")}
    >
      {result === "copied" ? <Check size={14} /> : <Copy size={14} />}
      <span aria-live="polite">{result ? words[result] : label}</span>
    </button>
  );
}
