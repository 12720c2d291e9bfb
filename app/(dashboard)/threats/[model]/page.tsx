import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { ExposureLegend } from "@/components/threats/exposure-legend";
import { ThreatBoard } from "@/components/threats/threat-board";
import { ThreatTable, type ThreatTableRow } from "@/components/threats/threat-table";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IgnoredFilters } from "@/components/ui/ignored-filters";
import { may } from "@/lib/access/policy";
import { pageViewer } from "@/lib/auth/viewer";
import { getEvidenceLimit } from "@/lib/data/settings";
import type { SearchParams } from "@/lib/shared/read-filters";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { fleetStanding, loadModel, loadStanding } from "./load-model";
import { ModelAbout } from "./model-about";
import { ModelDiagram } from "./model-diagram";
import { ModelFilters } from "./model-filters";
import { ModelHead } from "./model-head";
import { type ModelQuery, modelHref, readModelQuery } from "./model-query";
import { boardColumns, isOpen, sortedRows, threatRows } from "./model-rows";

interface ModelPageProps {
  readonly params: Promise<{ readonly model: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: ModelPageProps): Promise<Metadata> {
  const viewer = await pageViewer("model:read");
  return { title: (await loadModel(viewer, (await params).model)).model.title };
}

export default async function ModelPage({ params, searchParams }: ModelPageProps) {
  const viewer = await pageViewer("model:read");
  const stored = await loadModel(viewer, (await params).model);
  const { model } = stored;
  const read = readModelQuery(await searchParams, model);
  const limit = await getEvidenceLimit(viewer, new Date());
  const { fleet, onHost } = await loadStanding(viewer, stored.id, read.query.host, limit);
  const query = onHost === null ? { ...read.query, host: null } : read.query;
  const noHost = read.query.host === query.host ? [] : [{ name: "host", value: read.query.host ?? "" }];
  const standing = onHost ?? fleetStanding(fleet);
  const all = threatRows(model, standing, { stride: null, element: null, host: query.host });
  const rows = threatRows(model, standing, query);
  return (
    <>
      <ModelHead stored={stored} query={query} fleet={fleet} open={all.filter(isOpen).length} mayEdit={may(viewer, "model:edit")} />
      <IgnoredFilters ignored={[...read.ignored, ...noHost]} href={modelHref(model.slug, query)} />
      <PageBody>
        <ModelFilters model={model} query={query} />
        <View model={model} query={query} rows={rows} />
        {query.view === "board" && rows.length > 0 && (
          <div className="mt-5">
            <ExposureLegend staleDays={limit.freshDays} />
          </div>
        )}
        <div className="mt-8">
          <ModelAbout stored={stored} now={limit.now} />
        </div>
      </PageBody>
    </>
  );
}

interface ViewProps {
  readonly model: ThreatModel;
  readonly query: ModelQuery;
  readonly rows: readonly ThreatTableRow[];
}

function View({ model, query, rows }: ViewProps) {
  if (query.view === "diagram") return <ModelDiagram model={model} query={query} rows={rows} />;
  if (rows.length === 0) return <NoThreats model={model} query={query} />;
  if (query.view === "board") return <ThreatBoard columns={boardColumns(rows, query.stride)} />;
  const by = (sort: ModelQuery["sort"], direction: "ascending" | "descending") => ({
    href: modelHref(model.slug, { ...query, sort }),
    direction: query.sort === sort ? direction : undefined,
  });
  return (
    <ThreatTable
      threats={sortedRows(rows, query.sort)}
      sort={{
        ref: by("ref", "ascending"),
        title: by("title", "ascending"),
        exposure: by("exposure", "descending"),
        likelihood: by("likelihood", "descending"),
        impact: by("impact", "descending"),
      }}
      empty={null}
    />
  );
}

function NoThreats({ model, query }: Omit<ViewProps, "rows">) {
  if (model.threats.length === 0)
    return <EmptyState title="No threat yet">Edit the model to add the first one, or import a file.</EmptyState>;
  return (
    <EmptyState
      title="No threat matches"
      actions={
        <ButtonLink href={modelHref(model.slug, { view: query.view, host: query.host })}>Show all {model.threats.length}</ButtonLink>
      }
    >
      Take off one of the filters above, or all of them.
    </EmptyState>
  );
}
