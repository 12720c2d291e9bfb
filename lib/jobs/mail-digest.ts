import "server-only";
import { z } from "zod";
import { getDigest } from "@/lib/data/digest";
import { getMailReader } from "@/lib/data/mail-notices";
import { env } from "@/lib/env";
import { composeDigest } from "@/lib/notices/digest";
import { sendMail } from "@/lib/outbound/send-mail";
import { type Job, worker } from "./job";

const Payload = z.object({ userId: z.string() });

/** Mails a person what is still open for them, and nothing when nothing is. */
export const mailDigest: Job = async (payload, { now }) => {
  const { userId } = Payload.parse(payload);
  const reader = await getMailReader(worker, userId);
  if (reader === null) return;
  const mail = composeDigest(await getDigest(worker, userId, now), env().BULKHEAD_URL);
  if (mail !== null) await sendMail(env(), { to: reader.to, ...mail });
};
