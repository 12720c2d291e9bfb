import { ChevronLeft, ChevronRight } from "lucide-react";
import { IconLink } from "./icon-button";

export interface PaginationProps {
  /** What is paged, e.g. "Findings". */
  readonly label: string;
  /** What is shown, e.g. "1–50 of 312". */
  readonly summary: string;
  /** Absent on the first page. */
  readonly previousHref?: string | undefined;
  /** Absent on the last page. */
  readonly nextHref?: string | undefined;
}

/** The way through a long list. Draws nothing but the summary when there is one page. */
export function Pagination({ label, summary, previousHref, nextHref }: PaginationProps) {
  return (
    <nav aria-label={`${label}, pages`} className="mt-3 flex min-h-9 items-center justify-end gap-1 text-meta text-fg-muted">
      <span className="mr-2">{summary}</span>
      {previousHref && <IconLink href={previousHref} rel="prev" label="Previous page" icon={ChevronLeft} tip="start" />}
      {nextHref && <IconLink href={nextHref} rel="next" label="Next page" icon={ChevronRight} tip="start" />}
    </nav>
  );
}
