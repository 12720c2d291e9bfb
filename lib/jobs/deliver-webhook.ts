import "server-only";
import { z } from "zod";
import { getWaitingDelivery, recordAttempt } from "@/lib/data/webhook-deliveries";
import { env } from "@/lib/env";
import { readAllowList } from "@/lib/outbound/allow-list";
import { sendWebhook } from "@/lib/outbound/send-webhook";
import { type Lookup, systemLookup } from "@/lib/outbound/webhook-target";
import { err } from "@/lib/shared/result";
import { type Job, worker } from "./job";

const Payload = z.object({ deliveryId: z.uuid() });

const NO_SECRET = "Its secret cannot be read any more, because BULKHEAD_AUTH_SECRET changed: make the webhook anew.";

/** Sends one event. `look` answers the addresses of a name. */
const deliverWebhook =
  (look: Lookup): Job =>
  async (payload, { last }) => {
    const { deliveryId } = Payload.parse(payload);
    const delivery = await getWaitingDelivery(worker, deliveryId);
    if (delivery === null) return;
    const { secret, disabled, ...message } = delivery;
    if (disabled && message.kind !== "test") {
      await recordAttempt(worker, deliveryId, { error: "The webhook was switched off.", last: true, tried: false });
      return;
    }
    const allow = readAllowList(env().BULKHEAD_WEBHOOK_ALLOW);
    const sent = secret === null ? err(NO_SECRET) : await sendWebhook({ ...message, secret }, allow, look, new Date());
    await recordAttempt(worker, deliveryId, { error: sent.ok ? null : sent.error, last, tried: true });
    // The last failure is written down where people look for it: the queue need not keep it, too.
    if (!sent.ok && !last) throw new Error(sent.error);
  };

export const deliverToAnywhere = deliverWebhook(systemLookup);
