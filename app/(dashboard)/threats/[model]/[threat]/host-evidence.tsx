import { NotebookPen } from "lucide-react";
import type { ReactNode } from "react";
import { Section } from "@/components/layout/section";
import { HostExposureTable } from "@/components/threats/host-exposure-table";
import { threatHref } from "@/components/threats/threat-href";
import { BulkBar } from "@/components/ui/bulk-bar";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChip, FilterMenu } from "@/components/ui/filter-chip";
import { Pagination } from "@/components/ui/pagination";
import { Toolbar } from "@/components/ui/toolbar";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import type { EvidenceLimit } from "@/lib/data/settings";
import { EXPOSURE_FACTS, EXPOSURES, type ExposureCounts } from "@/lib/threats/exposure-words";
import { DecidedOnHost } from "./decided-on-host";
import { loadHostRows, PAGE_SIZE } from "./load-host-rows";
import type { LoadedThreat } from "./load-threat";
import { evidenceHref, type ThreatQuery } from "./threat-query";

interface HostEvidenceProps {
  readonly viewer: Viewer;
  readonly loaded: LoadedThreat;
  readonly query: ThreatQuery;
  readonly limit: EvidenceLimit;
  /** Hosts per exposure over the fleet. */
  readonly counts: ExposureCounts;
}

/** How the threat stands on each host; a row opens to the controls and lines that decided it. */
export async function HostEvidence({ viewer, loaded, query, limit, counts }: HostEvidenceProps) {
  const { stored, threat } = loaded;
  const at = { model: stored.model.slug, threat: threat.slug };
  const { rows, total, opened } = await loadHostRows(viewer, loaded, query, limit);
  const hosts = EXPOSURES.reduce((sum, exposure) => sum + counts[exposure], 0);
  const pageHref = (page: number): string => `${evidenceHref(at, { ...query, page })}#hosts`;
  const first = (query.page - 1) * PAGE_SIZE + 1;
  const selectable = may(viewer, "finding:attest") && rows.some(({ attestable }) => attestable);
  const table = (
    <HostExposureTable
      rows={rows}
      open={
        opened && { host: opened.host, content: <DecidedOnHost viewer={viewer} loaded={loaded} row={opened} limit={limit} query={query} /> }
      }
      selectionName={selectable ? "attest" : null}
      empty={<NoHosts at={at} hosts={hosts} />}
      now={limit.now}
    />
  );
  return (
    <Section
      id="hosts"
      title="Evidence by host"
      remark={hosts === 0 ? undefined : "What needs somebody first; open a host to see what decided it"}
    >
      {hosts > 0 && <ExposureFilter at={at} query={query} counts={counts} />}
      <div className="-mx-gutter">
        {selectable ? (
          <AttestSelected at={at} query={query}>
            {table}
          </AttestSelected>
        ) : (
          table
        )}
      </div>
      {total > 0 && (
        <Pagination
          label="Hosts"
          summary={`${first}–${Math.min(first + PAGE_SIZE - 1, total)} of ${total}`}
          previousHref={query.page > 1 ? pageHref(query.page - 1) : undefined}
          nextHref={first + PAGE_SIZE - 1 < total ? pageHref(query.page + 1) : undefined}
        />
      )}
    </Section>
  );
}

interface At {
  readonly at: { readonly model: string; readonly threat: string };
}

function ExposureFilter({ at, query, counts }: At & { readonly query: ThreatQuery; readonly counts: ExposureCounts }) {
  const href = (exposures: ThreatQuery["exposures"]): string => `${evidenceHref(at, { exposures, page: 1 })}#hosts`;
  const others = EXPOSURES.filter((exposure) => counts[exposure] > 0 && !query.exposures?.includes(exposure));
  return (
    <div className="mt-2 mb-1">
      <Toolbar label="Filter hosts">
        {query.exposures !== null && (
          <FilterChip
            label="Exposure"
            value={query.exposures.map((exposure) => EXPOSURE_FACTS[exposure].label.toLowerCase()).join(", ")}
            removeHref={href(null)}
          />
        )}
        {others.length > 0 && (
          <FilterMenu
            label={query.exposures === null ? "Exposure" : "Another exposure"}
            options={others.map((exposure) => ({
              label: EXPOSURE_FACTS[exposure].label,
              href: href([exposure]),
              count: counts[exposure],
            }))}
          />
        )}
      </Toolbar>
    </div>
  );
}

/** Ticked hosts go to the form below the list, by the address: it works without scripts. */
function AttestSelected({ at, query, children }: At & { readonly query: ThreatQuery; readonly children: ReactNode }) {
  return (
    <form action={`${threatHref(at.model, at.threat)}#attest`}>
      {query.exposures !== null && <input type="hidden" name="exposure" value={query.exposures.join(",")} />}
      {query.page > 1 && <input type="hidden" name="page" value={query.page} />}
      <div className="sticky top-bar z-6 bg-surface px-gutter">
        <BulkBar name="attest" noun={["host", "hosts"]}>
          <Button type="submit" variant="primary" size="sm" icon={NotebookPen}>
            Attest selected
          </Button>
        </BulkBar>
      </div>
      {children}
    </form>
  );
}

function NoHosts({ at, hosts }: At & { readonly hosts: number }) {
  return (
    <div className="px-gutter">
      {hosts === 0 ? (
        <EmptyState title="No host is under this model yet">
          A host comes under it with the first scan that the model takes as evidence, or by a choice in the settings of the host.
        </EmptyState>
      ) : (
        <EmptyState title="No host stands like this">
          <a href={`${threatHref(at.model, at.threat)}#hosts`} className="text-accent underline">
            Show all hosts
          </a>
        </EmptyState>
      )}
    </div>
  );
}
