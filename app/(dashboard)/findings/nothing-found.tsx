import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { FacetCounts } from "@/lib/hardening/finding-counts";
import { ALL_FINDINGS, type FindingFilter, filterParams } from "@/lib/hardening/finding-filter";
import { countText } from "./count-words";
import { type ExplorerQuery, filteredHref } from "./explorer-query";

const WITHOUT: Readonly<Record<keyof FindingFilter, string>> = {
  states: "In any state",
  levels: "With any result",
  stride: "With any STRIDE letter",
  primary: "With any primary letter",
  severities: "Of any severity",
  sections: "In any section",
  controls: "Of any control",
  q: "Without the words",
  hosts: "On any host",
  environments: "In any environment",
  labels: "With any label",
  assignee: "Of any owner",
  sla: "In time or late",
};

/** What each part of the filter that is dropped would bring back; those of hosts, people and time were counted for it. */
export type Freed = Partial<Record<keyof FindingFilter, number>>;

/** Nothing is left: which filter to drop, and how much that would free. */
export function NothingFound({
  query,
  counts,
  freed,
}: {
  readonly query: ExplorerQuery;
  readonly counts: FacetCounts;
  readonly freed: Freed;
}) {
  const ways = Object.entries({ ...counts.without, ...freed })
    .flatMap(([part, count]) => (count > counts.total ? [{ part: part as keyof FindingFilter, count }] : []))
    .sort((a, b) => b.count - a.count);
  if (filterParams(query.filter).length === 0) {
    return (
      <EmptyState
        title="Nothing fails"
        actions={<ButtonLink href={filteredHref(query, { states: "all" })}>Show findings in any state</ButtonLink>}
      >
        No finding of a host in service fails. New ones come with the scans you upload.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No finding matches these filters"
      actions={
        ways.length > 0 ? (
          ways.map(({ part, count }) => (
            <ButtonLink key={part} href={filteredHref(query, { [part]: ALL_FINDINGS[part] })}>
              {WITHOUT[part]}: {countText(count)}
            </ButtonLink>
          ))
        ) : (
          <ButtonLink href="/findings">Take off all filters</ButtonLink>
        )
      }
    >
      {ways.length > 0 ? "Dropping one of them brings some back." : "No single one of them can be dropped to bring some back."}
    </EmptyState>
  );
}
