"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { setFreshDays } from "@/lib/data/settings";
import { formAction } from "@/lib/http/form-action";

export const submitFreshDays = formAction(
  z.object({ days: z.coerce.number("Give a whole number of days from 1 to 365.") }),
  async (viewer, { days }) => {
    await setFreshDays(viewer, days);
    // Every page measures against it.
    revalidatePath("/", "layout");
    return { message: `Evidence is fresh for ${days === 1 ? "1 day" : `${days} days`} from now on.`, keep: true };
  },
);
