import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { DiagramEditorIsland } from "@/components/threats/diagram-editor/diagram-editor-island";
import { pageViewer } from "@/lib/auth/viewer";
import { getThreatModel } from "@/lib/data/threat-models";
import { saveDiagram } from "./actions";

interface EditDiagramPageProps {
  readonly params: Promise<{ readonly model: string }>;
}

export const metadata: Metadata = { title: "Edit the diagram" };

export default async function EditDiagramPage({ params }: EditDiagramPageProps) {
  const viewer = await pageViewer("model:edit");
  const stored = await getThreatModel(viewer, (await params).model);
  if (stored === null) notFound();
  const { model, version } = stored;
  return (
    <>
      <PageHead
        title="Edit the diagram"
        crumbs={[
          { label: "Threats", href: "/threats" },
          { label: model.title, href: `/threats/${model.slug}` },
        ]}
        meta={model.title}
      />
      <PageBody>
        <p className="mb-3 text-meta text-fg-muted md:hidden">Drawing wants a wider screen. Here it works by scrolling.</p>
        <DiagramEditorIsland slug={model.slug} version={version} model={model} action={saveDiagram} />
        <noscript>
          <p>The diagram is drawn with scripts, which this browser does not run.</p>
        </noscript>
      </PageBody>
    </>
  );
}
