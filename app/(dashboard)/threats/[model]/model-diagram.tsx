import { Section } from "@/components/layout/section";
import { DiagramKey } from "@/components/threats/diagram/diagram-key";
import { DiagramList } from "@/components/threats/diagram/diagram-list";
import { ThreatDiagram } from "@/components/threats/diagram/threat-diagram";
import type { ThreatTableRow } from "@/components/threats/threat-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Tabs } from "@/components/ui/tabs";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { drawnDiagram, partsOf } from "./diagram-rows";
import { type ModelQuery, modelHref } from "./model-query";

export interface ModelDiagramProps {
  readonly model: ThreatModel;
  readonly query: ModelQuery;
  /** The threats that are looked at. */
  readonly rows: readonly ThreatTableRow[];
}

/** A diagram of the model with what is open on its parts, and the same as a list. */
export function ModelDiagram({ model, query, rows }: ModelDiagramProps) {
  const { slug, diagrams } = model;
  const diagram = diagrams.find(({ id }) => id === query.diagram) ?? diagrams[0];
  if (diagram === undefined) return <EmptyState title="No diagram yet">This model has threats, but nobody drew where they are.</EmptyState>;
  const parts = partsOf(model, diagram.id);
  const elementHref = (id: string): string => modelHref(slug, { view: "table", host: query.host, stride: query.stride, element: id });
  const { badges, list } = drawnDiagram(model, parts, rows, elementHref);
  return (
    <>
      {diagrams.length > 1 && (
        <div className="mb-4">
          <Tabs
            label="Diagrams"
            items={diagrams.map(({ id, title }) => ({
              href: modelHref(slug, { ...query, diagram: id }),
              label: title || "Untitled",
              current: id === diagram.id,
            }))}
          />
        </div>
      )}
      {diagram.description !== "" && <p className="mb-3 max-w-prose text-fg-muted">{diagram.description}</p>}
      {parts.elements.length === 0 ? (
        <EmptyState title="Nothing drawn yet">This diagram has no element.</EmptyState>
      ) : (
        <>
          <ThreatDiagram title={diagram.title || model.title} parts={parts} badges={badges} elementHref={elementHref} />
          <div className="mt-4">
            <DiagramKey />
          </div>
          <Section title="The same as a list">
            <DiagramList rows={list} />
          </Section>
        </>
      )}
    </>
  );
}
