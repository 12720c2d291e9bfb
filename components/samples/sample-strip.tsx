import { FlaskConical } from "lucide-react";
import type { ReactNode } from "react";
import { sampleWords } from "./sample-words";

export interface SampleStripProps {
  readonly counts: { readonly hosts: number; readonly scans: number; readonly tasks: number };
  /** The form that removes them, for who may. */
  readonly children: ReactNode;
}

/** Says above all numbers that some of them are of the sample fleet. */
export function SampleStrip({ counts, children }: SampleStripProps) {
  return (
    <div className="no-print mb-5 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-border bg-surface-sunken px-4 py-2 text-meta">
      <FlaskConical size={16} className="flex-none text-fg-muted" />
      <p className="min-w-0 flex-1 basis-60">The sample fleet is loaded: {sampleWords(counts)} are among the numbers below.</p>
      {children}
    </div>
  );
}
