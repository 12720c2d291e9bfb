import { notFound } from "next/navigation";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { LinkForm } from "@/components/threats/editing/link-form";
import { RemoveForm } from "@/components/threats/editing/remove-form";
import { AppLink } from "@/components/ui/app-link";
import { Callout } from "@/components/ui/callout";
import { DotList } from "@/components/ui/dot-list";
import type { Control } from "@/lib/catalogue/control";
import { getControl } from "@/lib/catalogue/controls";
import { canPassIn } from "@/lib/catalogue/passable";
import type { ControlLink } from "@/lib/threats/threat-model";
import { submitLink, submitRemoveLink } from "../../../threat-actions";
import { editCrumbs, editHref, editTarget, type ThreatToEdit } from "./threat-to-edit";

/** The form that says how a control bears on the threat. */
export function EditLink({ loaded, control: slug }: { readonly loaded: ThreatToEdit; readonly control: string }) {
  const { threat } = loaded;
  const control = getControl(slug);
  const link = threat.controls.find((each) => each.control === slug) ?? null;
  // A link of an imported or older model can name what no catalogue has; it can still be changed and removed.
  if (control === null && link === null) notFound();
  const { threat: of, ...target } = editTarget(loaded);
  const warning =
    control === null ? "The catalogue has no such control any more, so no scan can say anything of it." : passWarning(control);
  return (
    <>
      <PageHead
        title={control?.title ?? slug}
        crumb={link === null ? "Link a control" : "Edit a link"}
        crumbs={editCrumbs(loaded)}
        meta={
          <DotList>
            {control?.number ?? null}
            {link === null ? `to be linked to ${threat.title}` : `linked to ${threat.title}`}
            {control && <AppLink href={`/controls/${slug}`}>What the control is about</AppLink>}
          </DotList>
        }
      />
      <PageBody>
        {warning !== null && (
          <div className="mb-5 max-w-160">
            <Callout kind="warning" title="It is better linked as supporting">
              {warning}
            </Callout>
          </div>
        )}
        <LinkForm
          {...target}
          threat={of}
          action={submitLink}
          control={slug}
          link={link}
          mitigations={threat.mitigations}
          suggested={suggestedFor(control, threat.stride, warning !== null)}
          cancelHref={`${editHref(loaded)}#controls`}
        />
        {link !== null && (
          <Section title="Remove this link">
            <p className="mb-3 max-w-prose text-meta text-fg-muted">The control stays in the catalogue, and the history keeps the link.</p>
            <RemoveForm {...target} action={submitRemoveLink} hidden={{ threat: of, control: slug }} label="Remove this link" />
          </Section>
        )}
      </PageBody>
    </>
  );
}

/** What the catalogue judges of the control for the threat's letter; required only where it can be passed. */
function suggestedFor(control: Control | null, letter: string | null, cannotPass: boolean): Pick<ControlLink, "kind" | "role"> {
  const effect = control?.judgement.stride.find((link) => link.letter === letter) ?? control?.judgement.stride[0];
  const kind = effect?.kind === "detects" ? "detects" : "mitigates";
  return { kind, role: kind === "mitigates" && !cannotPass ? "required" : "supporting" };
}

/** Why a threat should not rest on the control; null where it may. */
function passWarning({ slug, numbers, lastEdition }: Control): string | null {
  if (!numbers.some(({ edition }) => canPassIn(slug, edition))) {
    return "A default run of the tool can never say PASS of it. Hosts do not count it as required, because the threat could never be mitigated there.";
  }
  return canPassIn(slug, lastEdition)
    ? null
    : "A default run of the newest edition that has it cannot say PASS of it. Hosts with that edition do not count it as required.";
}
