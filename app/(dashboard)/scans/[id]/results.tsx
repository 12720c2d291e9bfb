import { Section } from "@/components/layout/section";
import { filterResults, NO_FILTER, readResultFilter, resultsHref, type Search, sectionOf } from "@/components/scans/result-filter";
import { ResultsTable } from "@/components/scans/results-table";
import { ResultsToolbar } from "@/components/scans/results-toolbar";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { ResolvedRun } from "@/lib/catalogue/resolve-run";
import { counted } from "@/lib/shared/counted";
import { IgnoredStrip } from "../ignored-strip";

interface Props {
  readonly scanId: number;
  readonly run: ResolvedRun;
  readonly search: Search;
}

/** All results of a scan, as far as the address filters them. */
export function Results({ scanId, run, search }: Props) {
  const { results, edition } = run;
  const { filter, ignored } = readResultFilter(search, [...new Set(results.map(sectionOf))]);
  const shown = filterResults(results, filter);
  const untitled = results.length > 0 && results.every((result) => result.title === "");
  const remark = shown.length === results.length ? `all ${results.length}` : `${shown.length} of ${results.length}`;
  return (
    <Section id="results" title="Results" remark={`${remark}, as printed`}>
      <ResultsToolbar scanId={scanId} edition={edition} results={results} filter={filter} />
      {untitled && (
        <p className="mb-3 text-meta text-fg-muted">
          This format prints numbers without titles. The titles are those of {edition ?? "no numbering"}, which the whole scan fits.
        </p>
      )}
      <IgnoredStrip ignored={ignored} />
      <ResultsTable
        scanId={scanId}
        edition={edition}
        results={shown}
        untitled={untitled}
        empty={
          results.length === 0 ? (
            <EmptyState level={3} title="No result">
              The tool ended before its first check. Nothing is assessed by this scan.
            </EmptyState>
          ) : (
            <EmptyState
              level={3}
              title="No result fits the filter"
              actions={<ButtonLink href={resultsHref(scanId, NO_FILTER)}>Show all {counted(results.length, "result")}</ButtonLink>}
            />
          )
        }
      />
    </Section>
  );
}
