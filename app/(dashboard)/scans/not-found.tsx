import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function ScanNotFound() {
  return (
    <>
      <PageHead title="Scan not found" crumbs={[{ label: "Hosts", href: "/hosts" }]} crumb="Not found" />
      <PageBody>
        <EmptyState title="There is no such scan" actions={<ButtonLink href="/hosts">Show all hosts</ButtonLink>}>
          It may have been deleted with its host. The history of a host lists its scans.
        </EmptyState>
      </PageBody>
    </>
  );
}
