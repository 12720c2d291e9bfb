import { LineBlock } from "@/components/ui/code-block";
import type { LogProblem } from "./log-problem";

export interface ProblemBoxProps {
  readonly problem: LogProblem;
  /** What was refused: the file's name, or "the pasted text". */
  readonly of: string;
}

/** Why a log was refused: the place, what was expected there, what was found, the lines around it, and that nothing was stored. */
export function ProblemBox({ problem: { detail, line, column, expected, found, context = [] }, of }: ProblemBoxProps) {
  return (
    <div className="min-w-0">
      <p className="mb-2 wrap-anywhere">
        {detail}{" "}
        {line !== undefined && (
          <>
            <strong className="font-semibold">
              Line {line}, column {column ?? 1}.
            </strong>{" "}
          </>
        )}
        {expected && found && (
          <>
            Expected <code>{expected}</code>, found <code>{found}</code>.
          </>
        )}
      </p>
      {context.length > 0 && <LineBlock label={`Lines of ${of}`} lines={context} {...(line !== undefined && { marked: line })} />}
      <p className="mt-2 text-meta text-fg-muted">Nothing from {of} was stored.</p>
    </div>
  );
}
