"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { listNoticeWays, saveNoticeWays } from "@/lib/data/notice-preferences";
import { formAction } from "@/lib/http/form-action";

const Ways = z.object({ inbox: z.array(z.string().max(40)).max(40).default([]), mail: z.array(z.string().max(40)).max(40).default([]) });

/** Every kind that the page showed, ticked or not. */
export const submitWays = formAction(Ways, async (viewer, { inbox, mail }) => {
  const ways = await listNoticeWays(viewer);
  await saveNoticeWays(
    viewer,
    ways.map(({ kind }) => ({ kind, inbox: inbox.includes(kind), mail: mail.includes(kind) })),
  );
  revalidatePath("/settings/notifications");
  return { message: "Saved. It holds for what happens from now on.", keep: true };
});
