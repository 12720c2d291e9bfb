import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-body";
import { PageHead } from "@/components/layout/page-head";
import { ButtonLink } from "@/components/ui/button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <>
      <PageHead title="There is no such page" meta="The address is wrong, what it named was deleted, or your role may not see it." />
      <PageBody>
        <ButtonLink href="/">Go to the overview</ButtonLink>
      </PageBody>
    </>
  );
}
