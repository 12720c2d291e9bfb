import { notFound } from "next/navigation";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { RemoveForm } from "@/components/threats/editing/remove-form";
import { MitigationForm, ReferenceForm } from "@/components/threats/editing/threat-part-forms";
import { submitMitigation, submitReference, submitRemoveMitigation } from "../../../threat-actions";
import { editCrumbs, editHref, editTarget, type ThreatToEdit } from "./threat-to-edit";

/** The form of a mitigation; `id` null for a new one. */
export function EditMitigation({ loaded, id }: { readonly loaded: ThreatToEdit; readonly id: string | null }) {
  const { threat } = loaded;
  const mitigation = threat.mitigations.find((each) => each.id === id) ?? null;
  if (id !== null && mitigation === null) notFound();
  const { threat: slug, ...target } = editTarget(loaded);
  const shown = threat.controls.filter((link) => link.mitigation === id).length;
  return (
    <>
      <PageHead
        title={mitigation === null ? "New mitigation" : "Edit a mitigation"}
        crumbs={editCrumbs(loaded)}
        meta={`Against ${threat.title}`}
      />
      <PageBody>
        <MitigationForm
          {...target}
          threat={slug}
          action={submitMitigation}
          mitigation={mitigation}
          cancelHref={`${editHref(loaded)}#mitigations`}
        />
        {mitigation !== null && (
          <Section title="Remove this mitigation">
            <p className="mb-3 max-w-prose text-meta text-fg-muted">
              {shown > 0 &&
                `${shown === 1 ? "The control that shows it stays and stands for itself." : `The ${shown} controls that show it stay and stand for themselves.`} `}
              The history keeps it.
            </p>
            <RemoveForm
              {...target}
              action={submitRemoveMitigation}
              hidden={{ threat: slug, id: mitigation.id }}
              label="Remove this mitigation"
            />
          </Section>
        )}
      </PageBody>
    </>
  );
}

/** The form of a new reference. */
export function NewReference({ loaded }: { readonly loaded: ThreatToEdit }) {
  const { threat, ...target } = editTarget(loaded);
  return (
    <>
      <PageHead title="New reference" crumbs={editCrumbs(loaded)} meta={`For ${loaded.threat.title}`} />
      <PageBody>
        <ReferenceForm {...target} threat={threat} action={submitReference} cancelHref={`${editHref(loaded)}#references`} />
      </PageBody>
    </>
  );
}
