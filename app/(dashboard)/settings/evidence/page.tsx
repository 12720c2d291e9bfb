import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { pageViewer } from "@/lib/auth/viewer";
import { getFreshDays } from "@/lib/data/settings";
import { SettingsHead } from "../settings-head";
import { FreshDaysForm } from "./fresh-days-form";

export const metadata: Metadata = { title: "Evidence" };

export default async function EvidencePage() {
  const viewer = await pageViewer("settings:manage");
  return (
    <>
      <SettingsHead viewer={viewer} />
      <PageBody>
        <Section title="Evidence limit">
          <p className="mb-3 max-w-prose text-fg-muted">
            A host without a newer scan is silent, and what its scans say of a threat is stale: it no longer counts as mitigated or
            unmitigated. Nothing is deleted, and a new limit holds at once on every page.
          </p>
          <FreshDaysForm days={await getFreshDays(viewer)} />
        </Section>
      </PageBody>
    </>
  );
}
