import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { RemoveForm } from "@/components/threats/editing/remove-form";
import { SavedStrip } from "@/components/threats/editing/saved-strip";
import { ThreatForm } from "@/components/threats/editing/threat-form";
import { ButtonLink } from "@/components/ui/button";
import type { SearchParams } from "@/lib/shared/read-filters";
import { threatRef } from "@/lib/threats/threat-model";
import { concernsOf } from "../../../concerns-of";
import { loadThreatToEdit, modelCrumbs } from "../../../model-to-edit";
import { readVersion } from "../../../read-version";
import { submitRemoveThreat, submitThreat } from "../../../threat-actions";
import { ChooseControl } from "./choose-control";
import { EditLink } from "./edit-link";
import { EditMitigation, NewReference } from "./edit-parts";
import { ControlTable, MitigationTable, ReferenceList } from "./part-lists";
import type { ThreatToEdit } from "./threat-to-edit";

interface EditThreatProps {
  readonly params: Promise<{ readonly model: string; readonly threat: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: EditThreatProps): Promise<Metadata> {
  const at = await params;
  const { stored, threat } = await loadThreatToEdit(at.model, at.threat);
  return { title: `Edit ${threatRef(stored.model, threat)} ${threat.title}` };
}

export default async function EditThreatPage({ params, searchParams }: EditThreatProps) {
  const at = await params;
  const query = await searchParams;
  const loaded: ThreatToEdit = await loadThreatToEdit(at.model, at.threat);
  const one = (name: string): string | null => {
    const value = query[name];
    return typeof value === "string" ? value : null;
  };
  const [mitigation, control, words] = [one("mitigation"), one("control"), one("q")];
  if (mitigation !== null || query.new === "mitigation") return <EditMitigation loaded={loaded} id={mitigation} />;
  if (query.new === "reference") return <NewReference loaded={loaded} />;
  if (control !== null) return <EditLink loaded={loaded} control={control} />;
  if (words !== null) return <ChooseControl loaded={loaded} words={words.trim().slice(0, 200)} />;
  return <EditThreat loaded={loaded} saved={readVersion(query.saved, loaded.stored.version)} />;
}

function EditThreat({ loaded, saved }: { readonly loaded: ThreatToEdit; readonly saved: number | null }) {
  const { stored, threat } = loaded;
  const { model, version } = stored;
  const page = `/threats/${model.slug}/${threat.slug}`;
  const add = (query: string, label: string) => (
    <ButtonLink size="sm" icon={Plus} href={`${page}/edit?${query}`}>
      {label}
    </ButtonLink>
  );
  const target = { model: model.slug, version };
  return (
    <>
      <PageHead
        title={`Edit ${threat.title}`}
        crumbs={modelCrumbs(stored, { label: threatRef(model, threat), href: page })}
        crumb="Edit"
        actions={<ButtonLink href={page}>See the threat</ButtonLink>}
      />
      <PageBody>
        {saved !== null && <SavedStrip model={model.slug} version={saved} />}
        <ThreatForm {...target} action={submitThreat} threat={threat.slug} fields={threat} concerns={concernsOf(model)} cancelHref={page} />
        <Section
          id="mitigations"
          title="Mitigations"
          remark={String(threat.mitigations.length)}
          action={add("new=mitigation", "Add a mitigation")}
        >
          <MitigationTable loaded={loaded} />
        </Section>
        <Section id="controls" title="Controls" remark="checks that bear on this threat" action={add("q=", "Link a control")}>
          <ControlTable loaded={loaded} />
        </Section>
        <Section
          id="references"
          title="References"
          remark={String(threat.references.length)}
          action={add("new=reference", "Add a reference")}
        >
          <ReferenceList loaded={loaded} />
        </Section>
        <Section title="Remove this threat">
          <p className="mb-3 max-w-prose text-meta text-fg-muted">
            It leaves the model with its mitigations and links, and no host is held against it any more. The history keeps it.
          </p>
          <RemoveForm {...target} action={submitRemoveThreat} hidden={{ threat: threat.slug }} label="Remove this threat" />
        </Section>
      </PageBody>
    </>
  );
}
