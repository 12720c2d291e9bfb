"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { chooseHostModels } from "@/lib/data/host-models";
import { formAction } from "@/lib/http/form-action";
import { rowId } from "@/lib/shared/row-id";

const ModelsForm = z.object({
  hostId: rowId,
  follow: z.enum(["evidence", "these"], "Say which of the two."),
  model: z.array(z.string().max(80)).max(200).default([]),
});

export const submitModels = formAction(ModelsForm, async (viewer, { hostId, follow, model }) => {
  await chooseHostModels(viewer, hostId, follow === "evidence" ? null : model);
  revalidatePath("/", "layout");
  return { message: follow === "evidence" ? "Saved: the models follow the evidence." : "Saved: the host is under the models you ticked." };
});
