import "server-only";
import { z } from "zod";
import { claimMail, settleMail } from "@/lib/data/mail-notices";
import { env } from "@/lib/env";
import { composeNotices } from "@/lib/notices/mail";
import { sendMail } from "@/lib/outbound/send-mail";
import { type Job, worker } from "./job";

const Payload = z.object({ userId: z.string() });

/** Mails a person what they were told of and not mailed yet; nothing when an earlier job took it along. */
export const mailNotices: Job = async (payload) => {
  const { userId } = Payload.parse(payload);
  const due = await claimMail(worker, userId);
  if (due === null) return;
  try {
    await sendMail(env(), { to: due.to, ...composeNotices(due.notices, env().BULKHEAD_URL) });
  } catch (problem) {
    await settleMail(worker, due.ids, false);
    throw problem;
  }
  await settleMail(worker, due.ids, true);
};
