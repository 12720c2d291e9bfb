import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import { InlineCode } from "@/components/ui/inline-code";
import type { ToolDefect } from "@/lib/catalogue/tool-defect";
import { editionsWith } from "@/lib/catalogue/tool-defects";
import { editionWords } from "./edition-words";

export interface DefectNotesProps {
  readonly defects: readonly ToolDefect[];
  /** What stands under a defect: the results of a scan that it touches. */
  readonly about?: (defect: ToolDefect) => ReactNode;
}

/** What the scanner is known to get wrong, in which editions, and what to do instead. */
export function DefectNotes({ defects, about }: DefectNotesProps) {
  return (
    <ul className="flex flex-col gap-4">
      {defects.map((defect) => (
        <li key={defect.id} className="grid max-w-prose grid-cols-[1rem_minmax(0,1fr)] gap-x-2">
          <TriangleAlert size={14} className="mt-1 text-amber-fg" />
          <div className="min-w-0">
            <p className="font-medium">{defect.title}</p>
            <p className="text-meta text-fg-muted wrap-anywhere">
              <InlineCode text={defect.what} />
            </p>
            <p className="mt-1 text-meta wrap-anywhere">
              <InlineCode text={defect.instead} />
            </p>
            {defect.code !== undefined && <CodeBlock code={defect.code} label={`Instead: ${defect.title}`} copy wrap className="mt-1.5" />}
            {about?.(defect)}
            <p className="mt-1 text-small text-fg-subtle">In {editionWords(editionsWith(defect))}.</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
