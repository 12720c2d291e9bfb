"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { restoreModelVersion } from "@/lib/data/change-threat-model";
import { formAction } from "@/lib/http/form-action";
import { MODEL_TARGET } from "../../form-fields";

const Restoration = z.object({ ...MODEL_TARGET, restore: MODEL_TARGET.version });

export const submitRestore = formAction(Restoration, async (viewer, { model, version: read, restore }) => {
  const { version } = await restoreModelVersion(viewer, model, read, restore);
  revalidatePath("/", "layout");
  redirect(`/threats/${model}/history?version=${version}` as Route);
});
