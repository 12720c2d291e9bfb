import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { NewModelForm } from "@/components/threats/editing/new-model-form";
import { ButtonLink } from "@/components/ui/button";
import { pageViewer } from "@/lib/auth/viewer";
import { submitNewModel } from "./actions";

export const metadata: Metadata = { title: "New threat model" };

export default async function NewModelPage() {
  await pageViewer("model:edit");
  return (
    <>
      <PageHead
        title="New threat model"
        crumbs={[{ label: "Threats", href: "/threats" }]}
        meta="It begins empty, with one diagram. Elements, flows and threats come next."
        actions={<ButtonLink href="/threats/import">Import a file instead</ButtonLink>}
      />
      <PageBody>
        <NewModelForm action={submitNewModel} />
      </PageBody>
    </>
  );
}
