"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { safeNext } from "@/lib/auth/safe-next";
import { undoBulkAction } from "@/lib/data/undo-bulk";
import { formAction } from "@/lib/http/form-action";
import { rowId } from "@/lib/shared/row-id";

const Undo = z.object({ bulk: rowId, back: z.string().max(2_000) });

/** Takes an action on many things back, and goes to where what became of it is told. */
export const submitUndo = formAction(Undo, async (viewer, { bulk, back }) => {
  await undoBulkAction(viewer, bulk);
  revalidatePath("/", "layout");
  redirect(safeNext(back) as Route);
});
