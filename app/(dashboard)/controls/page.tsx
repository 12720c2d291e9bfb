import type { Metadata } from "next";
import { ControlTable } from "@/components/controls/control-table";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { pageViewer } from "@/lib/auth/viewer";
import { CONTROLS } from "@/lib/catalogue/controls";
import { countFailingHosts } from "@/lib/data/control-status";

export const metadata: Metadata = { title: "Controls" };

export default async function ControlsPage() {
  const viewer = await pageViewer("control:read");
  const failing = await countFailingHosts(viewer);
  const known = CONTROLS.filter(({ slug }) => failing.has(slug)).length;
  const docker = CONTROLS.filter(({ family }) => family === "docker").length;
  return (
    <>
      <PageHead
        title="Controls"
        meta={`What the checks of all editions test: ${docker} controls for Docker and ${CONTROLS.length - docker} for Kubernetes, of which ${known} fail on at least one host`}
      />
      <PageBody>
        <ControlTable controls={CONTROLS} failing={failing} />
      </PageBody>
    </>
  );
}
