import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GatePage } from "@/components/layout/gate-page";
import { hasUsers } from "@/lib/data/setup-code";
import { SetupForm } from "./setup-form";

export const metadata: Metadata = { title: "Set up" };

export default async function SetupPage() {
  if (await hasUsers()) notFound();
  return (
    <GatePage title="Set up Bulkhead" subtitle="Nobody has an account yet. The first one is the admin, who adds the others." wide>
      <SetupForm />
    </GatePage>
  );
}
