import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { LoadSamplesForm, RemoveSamplesForm } from "@/components/samples/sample-forms";
import { sampleWords } from "@/components/samples/sample-words";
import { pageViewer } from "@/lib/auth/viewer";
import { countSamples } from "@/lib/data/sample-hosts";
import { submitLoadSamples, submitRemoveSamples } from "../../../_samples/actions";
import { SettingsHead } from "../settings-head";

export const metadata: Metadata = { title: "Data" };

export default async function DataPage() {
  const viewer = await pageViewer("settings:manage");
  const samples = await countSamples(viewer);
  return (
    <>
      <SettingsHead viewer={viewer} />
      <PageBody>
        <Section title="Sample fleet" remark={samples.hosts > 0 ? "loaded" : "not loaded"}>
          <p className="mb-3 max-w-prose text-fg-muted">
            {samples.hosts > 0
              ? `${sampleWords(samples)} are marked as samples. Removing them takes all of that away; your own hosts keep everything.`
              : "Real logs of seven hosts over five weeks, to see every page with something true on it. They are marked as samples."}
          </p>
          {samples.hosts > 0 ? <RemoveSamplesForm action={submitRemoveSamples} /> : <LoadSamplesForm action={submitLoadSamples} />}
        </Section>
      </PageBody>
    </>
  );
}
