import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function ControlNotFound() {
  return (
    <>
      <PageHead title="Control not found" crumbs={[{ label: "Controls", href: "/controls" }]} crumb="Not found" />
      <PageBody>
        <EmptyState title="There is no such control" actions={<ButtonLink href="/controls">Show all controls</ButtonLink>}>
          No edition has this number, no control goes by this name, and no finding has this key.
        </EmptyState>
      </PageBody>
    </>
  );
}
