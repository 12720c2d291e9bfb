import { GitCompareArrows, History, Plus, Workflow } from "lucide-react";
import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { FactsForm } from "@/components/threats/editing/facts-form";
import { DeleteModelForm } from "@/components/threats/editing/remove-form";
import { SavedStrip } from "@/components/threats/editing/saved-strip";
import { SuggestionList } from "@/components/threats/editing/suggestion-list";
import { ButtonLink } from "@/components/ui/button";
import { DotList } from "@/components/ui/dot-list";
import { Time } from "@/components/ui/time";
import type { StoredModel } from "@/lib/data/threat-models";
import type { SearchParams } from "@/lib/shared/read-filters";
import { suggestThreats } from "@/lib/threats/edit/suggest";
import { loadModelToEdit, modelCrumbs } from "../../model-to-edit";
import { partName } from "../../part-names";
import { readVersion } from "../../read-version";
import { submitDeleteModel, submitFacts } from "./actions";
import { EditPart } from "./edit-part";
import { BoundaryTable, ElementTable, FlowTable, NoteTable, ThreatTable } from "./part-tables";
import { readPart } from "./read-part";

interface EditModelProps {
  readonly params: Promise<{ readonly model: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: EditModelProps): Promise<Metadata> {
  const { stored } = await loadModelToEdit((await params).model);
  return { title: `Edit ${stored.model.title}` };
}

export default async function EditModelPage({ params, searchParams }: EditModelProps) {
  const { stored } = await loadModelToEdit((await params).model);
  const query = await searchParams;
  const part = readPart(query);
  if (part !== null) return <EditPart stored={stored} part={part} />;
  const { model, version, updatedAt, updatedBy } = stored;
  const saved = readVersion(query.saved, version);
  const here = `/threats/${model.slug}`;
  return (
    <>
      <PageHead
        title={`Edit ${model.title}`}
        crumbs={modelCrumbs(stored)}
        crumb="Edit"
        meta={
          <DotList>
            {`Version ${version}`}
            <span>
              saved <Time at={updatedAt} now={new Date()} /> by {updatedBy}
            </span>
          </DotList>
        }
        actions={
          <>
            <ButtonLink href={`${here}/history`} icon={History}>
              History
            </ButtonLink>
            {stored.shipped && (
              <ButtonLink href={`${here}/compare`} icon={GitCompareArrows}>
                Compare
              </ButtonLink>
            )}
            <ButtonLink href={`${here}/edit-diagram`} icon={Workflow} variant="primary">
              Edit the diagram
            </ButtonLink>
          </>
        }
      />
      <PageBody>
        {saved !== null && <SavedStrip model={model.slug} version={saved} />}
        <Section title="Facts">
          <div className="mt-2">
            <FactsForm action={submitFacts} model={model.slug} version={version} facts={model} />
          </div>
        </Section>
        <Lists stored={stored} />
        <Suggestions stored={stored} />
        <Section title="Delete this model">
          <p className="mt-1 max-w-prose text-meta text-fg-muted">
            It leaves every list, and no host is held against it any more. Its history stays in the database.
            {stored.shipped && " The program does not bring it back."}
          </p>
          <DeleteModelForm action={submitDeleteModel} model={model.slug} version={version} title={model.title} />
        </Section>
      </PageBody>
    </>
  );
}

function Lists({ stored: { model } }: { readonly stored: StoredModel }) {
  const { slug, threats, elements, boundaries, flows, notes } = model;
  const add = (href: string, label: string) => (
    <ButtonLink size="sm" icon={Plus} href={href}>
      {label}
    </ButtonLink>
  );
  const addPart = (kind: string, label: string) => add(`/threats/${slug}/edit?new=${kind}`, label);
  return (
    <>
      <Section id="threats" title="Threats" remark={String(threats.length)} action={add(`/threats/${slug}/threats/new`, "Add a threat")}>
        <ThreatTable model={model} />
      </Section>
      <Section id="elements" title="Elements" remark={String(elements.length)} action={addPart("element", "Add an element")}>
        <ElementTable model={model} />
      </Section>
      <Section id="boundaries" title="Trust boundaries" remark={String(boundaries.length)} action={addPart("boundary", "Add a boundary")}>
        <BoundaryTable model={model} />
      </Section>
      <Section
        id="flows"
        title="Flows"
        remark={String(flows.length)}
        action={elements.length > 0 ? addPart("flow", "Add a flow") : undefined}
      >
        <FlowTable model={model} />
      </Section>
      <Section id="notes" title="Notes" remark={String(notes.length)} action={addPart("note", "Add a note")}>
        <NoteTable model={model} />
      </Section>
    </>
  );
}

function Suggestions({ stored: { model } }: { readonly stored: StoredModel }) {
  const suggestions = suggestThreats(model);
  if (suggestions.length === 0) return null;
  return (
    <Section id="questions" title="Threats to think about" remark="STRIDE per element: what no threat of this model answers yet">
      <SuggestionList suggestions={suggestions} newThreatHref={`/threats/${model.slug}/threats/new`} nameOf={(id) => partName(model, id)} />
    </Section>
  );
}
