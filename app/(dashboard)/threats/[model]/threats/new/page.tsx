import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { ThreatForm } from "@/components/threats/editing/threat-form";
import type { SearchParams } from "@/lib/shared/read-filters";
import { STRIDE_LETTERS } from "@/lib/stride/categories";
import { concernsOf } from "../../../concerns-of";
import { loadModelToEdit, modelCrumbs } from "../../../model-to-edit";
import { submitNewThreat } from "../../../threat-actions";

export const metadata: Metadata = { title: "New threat" };

interface NewThreatProps {
  readonly params: Promise<{ readonly model: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export default async function NewThreatPage({ params, searchParams }: NewThreatProps) {
  const { stored } = await loadModelToEdit((await params).model);
  const { title, letter, element } = await searchParams;
  const { model, version } = stored;
  const fields = {
    title: typeof title === "string" ? title.slice(0, 300) : "",
    stride: STRIDE_LETTERS.find((each) => each === letter) ?? "S",
    ...{ description: "", attackPath: [], likelihood: null, impact: null, uncovered: null },
    elements: [element ?? []].flat(),
  };
  return (
    <>
      <PageHead
        title="New threat"
        crumbs={modelCrumbs(stored)}
        meta="Mitigations, controls and references come next, on the page it leads to."
      />
      <PageBody>
        <ThreatForm
          action={submitNewThreat}
          model={model.slug}
          version={version}
          threat={null}
          fields={fields}
          concerns={concernsOf(model)}
          cancelHref={`/threats/${model.slug}`}
        />
      </PageBody>
    </>
  );
}
