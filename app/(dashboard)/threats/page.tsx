import { FileUp, Plus } from "lucide-react";
import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { ButtonLink } from "@/components/ui/button";
import { DotList } from "@/components/ui/dot-list";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/lib/access/policy";
import { pageViewer } from "@/lib/auth/viewer";
import { listModelSummaries } from "@/lib/data/model-summaries";
import { getEvidenceLimit } from "@/lib/data/settings";
import { ModelsTable } from "./models-table";

export const metadata: Metadata = { title: "Threats" };

export default async function ThreatsPage() {
  const viewer = await pageViewer("model:read");
  const limit = await getEvidenceLimit(viewer, new Date());
  const models = await listModelSummaries(viewer, limit);
  const letters = models.flatMap((model) => model.letters);
  const [threats, open] = (["threats", "open"] as const).map((of) => letters.reduce((sum, letter) => sum + letter[of], 0));
  return (
    <>
      <PageHead
        title="Threats"
        meta={
          <DotList>
            {`${models.length} ${models.length === 1 ? "model" : "models"}`}
            {`${threats} threats`}
            {models.some(({ hosts }) => hosts > 0) && `${open} unmitigated on at least one host`}
          </DotList>
        }
        actions={
          may(viewer, "model:edit") && (
            <>
              <ButtonLink href="/threats/import" icon={FileUp}>
                Import
              </ButtonLink>
              <ButtonLink href="/threats/new" variant="primary" icon={Plus}>
                New model
              </ButtonLink>
            </>
          )
        }
      />
      <PageBody>
        {models.length === 0 ? (
          <EmptyState title="No threat model">Make one, or import a file of Threat Dragon or OTM.</EmptyState>
        ) : (
          <ModelsTable models={models} now={limit.now} />
        )}
        <p className="mt-4 max-w-prose text-small text-fg-muted">
          A threat's status is computed from scans: it is mitigated on a host while every required control passes in a scan of the last{" "}
          {limit.freshDays} days, and open again with the first scan in which one fails.
        </p>
      </PageBody>
    </>
  );
}
