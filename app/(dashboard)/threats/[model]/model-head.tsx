import { ArrowLeftRight, FileDown, PencilLine } from "lucide-react";
import { PageHead } from "@/components/layout/page-head";
import { ModelViews } from "@/components/threats/model-views";
import { NoEvidence } from "@/components/threats/no-evidence";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { DotList } from "@/components/ui/dot-list";
import { Menu } from "@/components/ui/menu";
import type { ModelExposure } from "@/lib/data/exposure-counts";
import type { StoredModel } from "@/lib/data/threat-models";
import { hrefWith } from "@/lib/shared/read-filters";
import { type ModelQuery, modelHref } from "./model-query";

const EXPORTS = [
  { format: "threat-dragon", label: "Threat Dragon (JSON)" },
  { format: "otm", label: "Open Threat Model (JSON)" },
  { format: "csv", label: "Threats as CSV" },
  { format: "markdown", label: "Threats as Markdown" },
] as const;

export interface ModelHeadProps {
  readonly stored: StoredModel;
  readonly query: ModelQuery;
  readonly fleet: ModelExposure;
  /** Threats unmitigated on a host at least, or on the host that is looked at. */
  readonly open: number;
  readonly mayEdit: boolean;
}

/** What every view of a model begins with: what it is, how it stands, the other views, what to do with it. */
export function ModelHead({ stored, query, fleet, open, mayEdit }: ModelHeadProps) {
  const { slug, title } = stored.model;
  return (
    <PageHead
      title={title}
      crumbs={[{ label: "Threats", href: "/threats" }]}
      meta={<ModelFacts stored={stored} query={query} fleet={fleet} open={open} />}
      actions={
        <>
          <ModelViews
            current={query.view}
            hrefOf={(view) =>
              view === "heatmap"
                ? hrefWith("/threats/coverage", { model: slug, by: "host" })
                : modelHref(slug, { ...query, view, sort: "exposure" })
            }
          />
          {mayEdit && (
            <ButtonLink href={`/threats/${slug}/edit`} icon={PencilLine}>
              Edit
            </ButtonLink>
          )}
          <ExportMenu slug={slug} />
        </>
      }
    />
  );
}

function ExportMenu({ slug }: { readonly slug: string }) {
  return (
    <Menu label="Export" icon={null}>
      {EXPORTS.map(({ format, label }) => (
        <a key={format} href={hrefWith(`/threats/${slug}/export`, { format })} className="menu-item whitespace-nowrap" download>
          <FileDown size={14} className="flex-none text-fg-subtle" />
          {label}
        </a>
      ))}
    </Menu>
  );
}

function ModelFacts({ stored, query, fleet, open }: Omit<ModelHeadProps, "mayEdit">) {
  const { slug, threats, elements, boundaries } = stored.model;
  const { hosts, staleHosts } = fleet;
  const where = query.host === null ? "at least one host" : query.host;
  return (
    <DotList className="leading-6">
      {`${threats.length} ${threats.length === 1 ? "threat" : "threats"}`}
      {query.view === "diagram" && `${elements.length} elements`}
      {query.view === "diagram" && `${boundaries.length} trust ${boundaries.length === 1 ? "boundary" : "boundaries"}`}
      {hosts > 0 && `${open} unmitigated on ${where}`}
      {hosts === 0 && <NoEvidence>No evidence yet: no host is under this model</NoEvidence>}
      {hosts > 0 && query.view !== "diagram" && (
        <>
          <AppLink
            kind="bare"
            href={hrefWith("/threats/coverage", { model: slug, by: "host" })}
            className="inline-block underline-offset-3 hover:underline"
          >
            {`${hosts} ${hosts === 1 ? "host" : "hosts"}`}
          </AppLink>
          {`, ${staleHosts} stale`}
        </>
      )}
      {stored.shipped && stored.edited && (
        <AppLink kind="bare" href={`/threats/${slug}/compare`} className="inline-flex items-center gap-1 text-accent hover:underline">
          <ArrowLeftRight size={12} strokeWidth={2.4} aria-hidden />
          edited, compare with what is shipped
        </AppLink>
      )}
    </DotList>
  );
}
