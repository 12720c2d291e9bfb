"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { hostHref } from "@/components/scans/scan-href";
import { deleteScan } from "@/lib/data/delete-scan";
import { moveScan } from "@/lib/data/move-scan";
import { requireScan } from "@/lib/data/scans";
import { formAction } from "@/lib/http/form-action";
import { rowId } from "@/lib/shared/row-id";

const scanId = rowId;

/** Moves a scan and shows it where it is now. */
export const submitMoveScan = formAction(z.object({ scanId, host: z.string().max(1000) }), async (viewer, input) => {
  const id = await moveScan(viewer, input.scanId, input.host);
  revalidatePath("/", "layout");
  redirect(`/scans/${id}?moved=1` as Route);
});

export const submitDeleteScan = formAction(z.object({ scanId }), async (viewer, input) => {
  const { host } = await requireScan(viewer, input.scanId);
  await deleteScan(viewer, input.scanId);
  revalidatePath("/", "layout");
  redirect(`${hostHref(host)}/history` as Route);
});
