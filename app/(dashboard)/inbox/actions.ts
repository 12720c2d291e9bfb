"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { markAllRead } from "@/lib/data/inbox";
import { formAction } from "@/lib/http/form-action";

/** Marks all that the viewer was told of as seen. */
export const submitRead = formAction(z.object({}), async (viewer) => {
  await markAllRead(viewer);
  revalidatePath("/", "layout");
});
