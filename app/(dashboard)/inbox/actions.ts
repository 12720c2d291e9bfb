"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { markRead } from "@/lib/data/inbox";
import { formAction } from "@/lib/http/form-action";

const Ids = z.object({ notice: z.array(z.coerce.number().int().min(1).max(2_147_483_647)).max(200).default([]) });

/** Marks what the page showed, or all when it names none. */
export const submitRead = formAction(Ids, async (viewer, { notice }) => {
  await markRead(viewer, notice.length === 0 ? "all" : notice);
  revalidatePath("/", "layout");
});
