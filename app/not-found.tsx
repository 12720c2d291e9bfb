import type { Metadata } from "next";
import { GatePage } from "@/components/layout/gate-page";
import { ButtonLink } from "@/components/ui/button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <GatePage title="There is no such page" subtitle="The address is wrong, or what it named was deleted.">
      <ButtonLink href="/">Go to the start</ButtonLink>
    </GatePage>
  );
}
