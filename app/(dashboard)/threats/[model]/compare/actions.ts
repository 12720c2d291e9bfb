"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { resetThreatModel } from "@/lib/data/change-threat-model";
import { formAction } from "@/lib/http/form-action";
import { MODEL_TARGET } from "../../form-fields";

export const submitReset = formAction(z.object(MODEL_TARGET), async (viewer, { model, version: read }) => {
  const { version } = await resetThreatModel(viewer, model, read);
  revalidatePath("/", "layout");
  redirect(`/threats/${model}/history?version=${version}` as Route);
});
