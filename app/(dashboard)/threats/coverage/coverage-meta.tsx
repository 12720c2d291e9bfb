import { AppLink } from "@/components/ui/app-link";
import { DotList } from "@/components/ui/dot-list";
import { formatDay } from "@/components/ui/time-format";
import { counted } from "@/lib/shared/counted";
import { type CoverageQuery, coverageHref } from "./coverage-query";
import type { Coverage } from "./load-coverage";

export interface CoverageMetaProps {
  readonly query: CoverageQuery;
  readonly coverage: Coverage;
  readonly freshDays: number;
}

/** What the numbers count, of which day, and which hosts are in none of them. */
export function CoverageMeta({ query, coverage: { hosts, staleHosts }, freshDays }: CoverageMetaProps) {
  const { by, asOf } = query;
  return (
    <DotList>
      {by === "host" ? "Threats unmitigated of threats assessed" : "Threats open on some host, of those assessed on some host"}
      {asOf === null ? "newest evidence of each host" : <PastDay query={query} day={asOf} />}
      {counted(hosts, "host")}
      {staleHosts > 0 && `${staleHosts.toLocaleString("en")} stale, not scanned for ${freshDays} days: old evidence is in neither number`}
    </DotList>
  );
}

function PastDay({ query, day }: { readonly query: CoverageQuery; readonly day: string }) {
  return (
    <>
      <strong className="font-medium text-fg">
        as of the end of <time dateTime={day}>{formatDay(new Date(day), new Date(0))}</time> (UTC)
      </strong>
      , judged by today’s model, hosts by name; a cell leads to how it stands now.{" "}
      <AppLink href={coverageHref(query, { asOf: null })}>Back to now</AppLink>
    </>
  );
}
