import { notFound } from "next/navigation";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { BoundaryForm, ElementForm, FlowForm, NoteForm, type PartOption } from "@/components/threats/editing/part-forms";
import { RemoveForm } from "@/components/threats/editing/remove-form";
import type { StoredModel } from "@/lib/data/threat-models";
import type { ThreatModel } from "@/lib/threats/threat-model";
import { modelCrumbs } from "../../model-to-edit";
import { partName } from "../../part-names";
import { submitBoundary, submitElement, submitFlow, submitNote, submitRemovePart } from "./actions";
import { PART_LISTS, type Part, type PartKind } from "./read-part";

interface PartProps {
  readonly stored: StoredModel;
  readonly part: Part;
}

const NOUNS: Readonly<Record<PartKind, string>> = { element: "element", boundary: "trust boundary", flow: "flow", note: "note" };

/** The form of one thing on a diagram, old or new. */
export function EditPart({ stored, part }: PartProps) {
  const { kind, id } = part;
  const { model, version } = stored;
  if (id !== null && !isThere(model, kind, id)) notFound();
  const noun = NOUNS[kind];
  const title = id === null ? `New ${noun}` : kind === "note" ? "Edit a note" : `Edit ${partName(model, id)}`;
  return (
    <>
      <PageHead title={title} crumbs={modelCrumbs(stored, { label: "Edit", href: `/threats/${model.slug}/edit` })} />
      <PageBody>
        <PartForm stored={stored} part={part} />
        {id !== null && (
          <Section title={`Remove this ${noun}`}>
            <p className="mb-3 max-w-prose text-meta text-fg-muted">{goesWith(model, kind, id)}</p>
            <RemoveForm
              action={submitRemovePart}
              model={model.slug}
              version={version}
              hidden={{ kind, id }}
              label={`Remove this ${noun}`}
            />
          </Section>
        )}
      </PageBody>
    </>
  );
}

function PartForm({ stored: { model, version }, part: { kind, id } }: PartProps) {
  const target = {
    ...{ model: model.slug, version, cancelHref: `/threats/${model.slug}/edit#${PART_LISTS[kind]}` },
    diagrams: model.diagrams.map((diagram) => ({ value: diagram.id, label: diagram.title || diagram.id })),
  };
  const find = <T extends { readonly id: string }>(things: readonly T[]): T | null => things.find((thing) => thing.id === id) ?? null;
  switch (kind) {
    case "element": {
      const element = find(model.elements);
      const boundaries = placesOf(model, model.boundaries, element?.diagram);
      return <ElementForm {...target} action={submitElement} element={element} boundaries={boundaries} />;
    }
    case "boundary": {
      const boundary = find(model.boundaries);
      const parents = placesOf(model, model.boundaries, boundary?.diagram).filter(({ value }) => value !== id);
      return <BoundaryForm {...target} action={submitBoundary} boundary={boundary} parents={parents} />;
    }
    case "flow": {
      const flow = find(model.flows);
      return <FlowForm {...target} action={submitFlow} flow={flow} elements={placesOf(model, model.elements, flow?.diagram)} />;
    }
    case "note":
      return <NoteForm {...target} action={submitNote} note={find(model.notes)} />;
  }
}

interface Placed {
  readonly id: string;
  readonly name: string;
  readonly diagram: string;
}

/** What can be chosen on a diagram; on any, with the diagram's title, where none is settled yet. */
function placesOf({ diagrams }: ThreatModel, things: readonly Placed[], diagram: string | undefined): readonly PartOption[] {
  const titles = new Map(diagrams.map(({ id, title }) => [id, title]));
  return things
    .filter((thing) => diagram === undefined || thing.diagram === diagram)
    .map(({ id, name, diagram: on }) => ({
      value: id,
      label: diagram === undefined && diagrams.length > 1 ? `${name || id} (${titles.get(on) ?? on})` : name || id,
    }));
}

const isThere = (model: ThreatModel, kind: PartKind, id: string): boolean => {
  const things = { element: model.elements, boundary: model.boundaries, flow: model.flows, note: model.notes }[kind];
  return things.some((thing) => thing.id === id);
};

/** What goes with it, in a sentence. */
function goesWith(model: ThreatModel, kind: PartKind, id: string): string {
  const stays = "The history keeps it.";
  if (kind === "note") return stays;
  const threats = model.threats.filter(({ elements }) => elements.includes(id)).length;
  const concerned = threats === 0 ? "" : ` ${threats === 1 ? "One threat concerns" : `${threats} threats concern`} it and no longer will.`;
  if (kind === "boundary") return `What stands in it stays where it is.${concerned} ${stays}`;
  if (kind === "flow") return `Its ends stay.${concerned} ${stays}`;
  const flows = model.flows.filter(({ from, to }) => [from, to].some((end) => "element" in end && end.element === id)).length;
  const lost =
    flows === 0
      ? ""
      : `${flows === 1 ? "One flow goes" : `${flows} flows go`} with it, because ${flows === 1 ? "it begins or ends" : "they begin or end"} there.`;
  return `${lost}${concerned} ${stays}`.trim();
}
