"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { createWebhook, deleteWebhook, switchWebhook, testWebhook } from "@/lib/data/webhooks";
import { formAction } from "@/lib/http/form-action";
import { WEBHOOK_KINDS } from "@/lib/notices/notice-kinds";
import { rowId } from "@/lib/shared/row-id";

const NewWebhook = z.object({
  name: z.string().trim().min(1, "Give it a name.").max(100, "A name has at most 100 characters."),
  url: z.string().trim().min(1, "Give the address that takes the events.").max(2_000, "An address has at most 2,000 characters."),
  kinds: z.array(z.enum(WEBHOOK_KINDS)).min(1, "Tick at least one.").max(WEBHOOK_KINDS.length).default([]),
});

export const submitNewWebhook = formAction(NewWebhook, async (viewer, webhook) => {
  const { secret } = await createWebhook(viewer, webhook);
  revalidatePath("/settings/webhooks");
  return { message: `The webhook "${webhook.name}" is made.`, result: { secret } };
});

const DID = { test: "A test event is on its way.", on: "Switched on.", off: "Switched off.", delete: "Removed." } as const;

export const submitWebhookAct = formAction(
  z.object({ webhook: rowId, act: z.enum(["test", "on", "off", "delete"]) }),
  async (viewer, { webhook, act }) => {
    if (act === "test") await testWebhook(viewer, webhook);
    else if (act === "delete") await deleteWebhook(viewer, webhook);
    else await switchWebhook(viewer, webhook, act === "on");
    revalidatePath("/settings/webhooks");
    return { message: DID[act] };
  },
);
