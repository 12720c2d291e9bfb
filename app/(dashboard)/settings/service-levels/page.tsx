import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { pageViewer } from "@/lib/auth/viewer";
import { getServiceLevels } from "@/lib/data/service-levels";
import { SettingsHead } from "../settings-head";
import { ServiceLevelsForm } from "./service-levels-form";

export const metadata: Metadata = { title: "Service levels" };

export default async function ServiceLevelsPage() {
  const viewer = await pageViewer("settings:manage");
  return (
    <>
      <SettingsHead viewer={viewer} />
      <PageBody>
        <Section title="Service levels">
          <p className="mb-3 max-w-prose text-fg-muted">
            Within so many days a failing check is to be fixed, counted from when it began to fail; a regression starts anew. A severity
            without a number has no target. New tasks are offered the date that follows from their worst severity, and no verdict follows
            from it.
          </p>
          <ServiceLevelsForm levels={await getServiceLevels(viewer)} />
        </Section>
      </PageBody>
    </>
  );
}
