"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { deleteHost } from "@/lib/data/delete-host";
import { editHost } from "@/lib/data/edit-host";
import { requireHostById } from "@/lib/data/hosts";
import { mergeHosts } from "@/lib/data/merge-hosts";
import { formAction } from "@/lib/http/form-action";
import { rowId } from "@/lib/shared/row-id";
import { hostHref } from "../../host-href";

const hostId = rowId;
const text = z.string().max(1000);
const textOrNone = text.transform((value) => value.trim() || null);
const list = z
  .string()
  .max(5000)
  .transform((value) => value.split(","));
/** What the form was drawn with, so that nobody's change in between is lost. */
const read = z
  .string()
  .max(20_000)
  .transform((value, context): unknown => {
    try {
      return JSON.parse(value);
    } catch {
      context.addIssue("This form arrived damaged. Load the page again.");
      return z.NEVER;
    }
  })
  .pipe(
    z.object({
      environment: z.string().nullable(),
      owner: z.string().nullable(),
      labels: z.array(z.string()),
      timeZone: z.string().nullable(),
    }),
  );

const HostForm = z.object({ hostId, name: text, environment: textOrNone, owner: textOrNone, labels: list, timeZone: textOrNone, read });

export const submitHost = formAction(HostForm, async (viewer, { hostId: id, read: before, ...edit }) => {
  const { name } = await requireHostById(viewer, id);
  await editHost(viewer, id, edit, before);
  revalidatePath("/hosts", "layout");
  const after = await requireHostById(viewer, id);
  if (after.name !== name) redirect(`${hostHref(after.name)}/settings?renamed=1` as Route);
  return { message: "Saved." };
});

export const submitRetired = formAction(z.object({ hostId, retired: z.enum(["yes", "no"]) }), async (viewer, { hostId: id, retired }) => {
  await editHost(viewer, id, { retired: retired === "yes" });
  revalidatePath("/", "layout");
  return { message: retired === "yes" ? "Retired: it is out of every count now." : "It is in service again, and counted." };
});

export const submitMerge = formAction(z.object({ hostId, into: text.min(1, "Name the host that stays.") }), async (viewer, input) => {
  const name = await mergeHosts(viewer, input.hostId, input.into);
  revalidatePath("/", "layout");
  redirect(hostHref(name) as Route);
});

export const submitDelete = formAction(z.object({ hostId, typedName: text }), async (viewer, input) => {
  await deleteHost(viewer, input.hostId, input.typedName);
  revalidatePath("/", "layout");
  redirect("/hosts");
});
