"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { removeSampleHosts } from "@/lib/data/sample-hosts";
import { formAction } from "@/lib/http/form-action";
import { loadSampleFleet } from "@/lib/ingest/sample-fleet";

const Nothing = z.object({});

export const submitLoadSamples = formAction(Nothing, async (viewer) => {
  const { skipped } = await loadSampleFleet(viewer, new Date());
  revalidatePath("/", "layout");
  if (skipped.length === 0) redirect("/");
  return { message: `The samples are loaded, without ${skipped.join(", ")}: hosts of your own have these names.` };
});

export const submitRemoveSamples = formAction(Nothing, async (viewer) => {
  await removeSampleHosts(viewer);
  revalidatePath("/", "layout");
  redirect("/");
});
