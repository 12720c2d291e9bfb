import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { type CoverageQuery, coverageHref } from "./coverage-query";

export interface NothingToShowProps {
  readonly query: CoverageQuery;
  /** Rows on all pages. */
  readonly total: number;
  readonly evidence: ThreatModel["evidence"];
}

/** What stands where the heatmap would be. */
export function NothingToShow({ query, total, evidence }: NothingToShowProps) {
  const { by, page, env, q, asOf } = query;
  if (total > 0) {
    return (
      <EmptyState title={`There is no page ${page}`} actions={<ButtonLink href={coverageHref(query)}>Go to the first page</ButtonLink>}>
        {total} {by === "host" ? "hosts" : "elements"} match; they end before this page.
      </EmptyState>
    );
  }
  if (env !== null || q !== null) {
    const href = coverageHref(query, { env: null, q: null });
    return (
      <EmptyState title={by === "host" ? "No host matches" : "No element matches"} actions={<ButtonLink href={href}>Show all</ButtonLink>}>
        Take off one of the filters above, or all of them.
      </EmptyState>
    );
  }
  if (by === "element") return <EmptyState title="The model has no elements">Draw its diagram first.</EmptyState>;
  if (asOf !== null) {
    return (
      <EmptyState
        title="No host had been scanned by then"
        actions={<ButtonLink href={coverageHref(query, { asOf: null })}>Back to now</ButtonLink>}
      >
        What counts is the time of a scan, not of its upload.
      </EmptyState>
    );
  }
  return <NoEvidence evidence={evidence} />;
}

/** Hatched, as all that nobody has looked at. */
function NoEvidence({ evidence }: Pick<NothingToShowProps, "evidence">) {
  return (
    <div className="heat-nothing">
      <div>
        <h2 className="text-h2">No evidence yet</h2>
        <p className="mt-1 text-fg-muted">
          No host is under this model, so nothing is known of any of its threats. {WAY_ON[evidence[0] ?? "none"]}
        </p>
        <div className="mt-4 flex flex-wrap gap-2">
          <ButtonLink href="/upload" variant="primary">
            Upload a scan
          </ButtonLink>
        </div>
      </div>
    </div>
  );
}

const WAY_ON: Readonly<Record<"docker" | "kubernetes" | "none", ReactNode>> = {
  docker: "Upload a log of docker-bench-security: the host it comes from is under the model from then on.",
  kubernetes: (
    <>
      Run <code>kube-bench</code> on each node and upload what it prints, as text or JSON: the node is under the model from then on.
    </>
  ),
  none: (
    <>
      No tool’s scans bring a host under it: put hosts under it by hand, in the settings of <AppLink href="/hosts">each host</AppLink>.
    </>
  ),
};
