"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { LEVEL_DAYS_ASKED, setServiceLevels } from "@/lib/data/service-levels";
import { formAction } from "@/lib/http/form-action";

/** An empty field is no level. */
const days = z
  .string()
  .trim()
  .transform((text) => (text === "" ? null : Number(text)))
  .refine((value) => value === null || Number.isInteger(value), LEVEL_DAYS_ASKED);

export const submitServiceLevels = formAction(z.object({ critical: days, high: days, medium: days, low: days }), async (viewer, levels) => {
  await setServiceLevels(viewer, levels);
  // Every list of findings measures against them.
  revalidatePath("/", "layout");
  return { message: "The service levels hold from now on.", keep: true };
});
