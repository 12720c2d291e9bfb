import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { ChangeList } from "@/components/threats/editing/change-list";
import { EditForm } from "@/components/threats/editing/edit-form";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/lib/access/policy";
import { getControl } from "@/lib/catalogue/controls";
import { countSavesSinceShipped, type ModelSaves } from "@/lib/data/model-saves";
import type { StoredModel } from "@/lib/data/threat-models";
import { counted } from "@/lib/shared/counted";
import type { SearchParams } from "@/lib/shared/read-filters";
import { compareModels } from "@/lib/threats/edit/compare";
import { SHIPPED_MODELS } from "@/lib/threats/shipped-models";
import { loadModel, modelCrumbs } from "../../model-to-edit";
import { submitReset } from "./actions";

interface CompareProps {
  readonly params: Promise<{ readonly model: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export const metadata: Metadata = { title: "Compare with the shipped model" };

export default async function ComparePage({ params, searchParams }: CompareProps) {
  const { viewer, stored } = await loadModel((await params).model);
  const shipped = SHIPPED_MODELS.find(({ slug }) => slug === stored.model.slug);
  if (shipped === undefined || !stored.shipped) notFound();
  const changes = compareModels(shipped, stored.model);
  const isResetting = (await searchParams).reset === "1";
  const here = `/threats/${stored.model.slug}/compare`;
  const mayReset = may(viewer, "model:edit") && stored.edited;
  return (
    <>
      <PageHead
        title="Compare with the shipped model"
        crumbs={modelCrumbs(stored)}
        crumb="Compare"
        meta={`${counted(changes.length, "difference")} between what comes with the program and what is here`}
        actions={mayReset && !isResetting && <ButtonLink href={`${here}?reset=1`}>Reset to the shipped model</ButtonLink>}
      />
      <PageBody>
        {mayReset && isResetting && (
          <ConfirmReset
            stored={stored}
            differences={changes.length}
            saves={await countSavesSinceShipped(viewer, stored.id)}
            cancelHref={here}
          />
        )}
        {changes.length === 0 ? (
          <EmptyState title="Nothing differs" actions={<ButtonLink href={`/threats/${stored.model.slug}`}>Open the model</ButtonLink>}>
            {stored.edited
              ? "It was edited and is the same again. After a reset it also follows what later releases of the program bring."
              : "It is the model that comes with the program, and follows what later releases bring."}
          </EmptyState>
        ) : (
          <Section title="What is different here" remark="on the left the shipped model, on the right this one">
            <div className="mt-4">
              <ChangeList changes={changes} before="Shipped" after="Here" controlTitle={(slug) => getControl(slug)?.title ?? slug} />
            </div>
          </Section>
        )}
      </PageBody>
    </>
  );
}

interface ConfirmResetProps {
  readonly stored: StoredModel;
  readonly differences: number;
  readonly saves: ModelSaves;
  readonly cancelHref: string;
}

/** The second step of a reset: what goes, and what stays. */
function ConfirmReset({ stored, differences, saves, cancelHref }: ConfirmResetProps) {
  return (
    <div className="mb-7 max-w-160">
      <Callout kind="warning" title={`Reset ${stored.model.title} to the shipped model?`}>
        <p>
          {differences === 0 ? "Nothing goes. " : `${counted(differences, "difference goes", "differences go")}, listed below. `}
          {`${counted(saves.versions, "version")} by ${counted(saves.people, "person", "people")} ${saves.versions === 1 ? "stays" : "stay"} in the history and can be restored.`}
        </p>
        <p className="mb-3">
          Exposures of all hosts are computed anew. From then on the model follows what later releases of the program bring.
        </p>
        <EditForm
          action={submitReset}
          model={stored.model.slug}
          version={stored.version}
          save="Reset to the shipped model"
          pending="Resetting"
          variant="danger"
          cancelHref={cancelHref}
        />
      </Callout>
    </div>
  );
}
