import { createHmac } from "node:crypto";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import { err, ok, type Result } from "@/lib/shared/result";
import type { AllowList } from "./allow-list";
import { checkWebhookUrl, type Lookup, resolveWebhook, type WebhookTarget } from "./webhook-target";

export interface WebhookMessage {
  readonly url: string;
  readonly secret: string;
  /** The event's id: the same in every attempt. */
  readonly id: string;
  readonly kind: string;
  readonly body: string;
}

const LIMIT_MS = 10_000;
const MOST_ANSWER_BYTES = 65_536;

/**
 * Sends one event, signed. Checks the address anew each time, connects to the very address that was checked, follows no redirect and
 * waits ten seconds at most. Only the receiver's status is believed; its words are read to free the connection, and dropped.
 * The error is for people and holds nothing the receiver said.
 */
export async function sendWebhook(message: WebhookMessage, allow: AllowList, look: Lookup, now: Date): Promise<Result<number, string>> {
  const url = checkWebhookUrl(message.url, allow);
  if (!url.ok) return url;
  const target = await resolveWebhook(url.value, allow, look);
  if (!target.ok) return target;
  try {
    const status = await post(target.value, message, now);
    if (status >= 200 && status < 300) return ok(status);
    return err(
      status >= 300 && status < 400 ? `The receiver answered ${status}: redirects are not followed.` : `The receiver answered ${status}.`,
    );
  } catch (problem) {
    return err(problemWords(problem));
  }
}

/** `t` is the time of sending in seconds: the receiver refuses old ones, so that nobody can send a copy later. */
function signature(secret: string, body: string, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000);
  return `t=${seconds},v1=${createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex")}`;
}

function post({ url, address }: WebhookTarget, { secret, id, kind, body }: WebhookMessage, now: Date): Promise<number> {
  const secure = url.protocol === "https:";
  const name = url.hostname.replace(/^\[|\]$/g, "");
  return new Promise((resolve, reject) => {
    const request = (secure ? requestHttps : requestHttp)({
      host: address,
      port: url.port === "" ? (secure ? 443 : 80) : Number(url.port),
      path: `${url.pathname}${url.search}`,
      method: "POST",
      // No connection is shared: the next event's address is checked anew.
      agent: false,
      // The certificate must be that of the name, although the connection goes to the address.
      ...(secure && isIP(name) === 0 ? { servername: name } : {}),
      headers: {
        host: url.host,
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        "user-agent": "Bulkhead",
        "x-bulkhead-event": kind,
        "x-bulkhead-event-id": id,
        "x-bulkhead-signature": signature(secret, body, now),
      },
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    request.on("error", reject);
    request.on("response", (answer) => {
      let read = 0;
      answer.on("data", (piece: Buffer) => {
        read += piece.length;
        if (read > MOST_ANSWER_BYTES) answer.destroy();
      });
      answer.on("error", () => undefined);
      answer.on("close", () => resolve(answer.statusCode ?? 0));
    });
    request.end(body);
  });
}

const PROBLEMS: Readonly<Record<string, string>> = {
  ABORT_ERR: "The receiver did not answer within 10 seconds.",
  ECONNREFUSED: "Nobody listens at the address.",
  ECONNRESET: "The receiver broke the connection off.",
  EHOSTUNREACH: "The address cannot be reached.",
  ENETUNREACH: "The address cannot be reached.",
  ETIMEDOUT: "The address cannot be reached.",
};

function problemWords(problem: unknown): string {
  const code = problem instanceof Error && "code" in problem ? String(problem.code) : "";
  const known = PROBLEMS[code];
  if (known !== undefined) return known;
  return /CERT|TLS|SSL|EPROTO|SIGNATURE/.test(code)
    ? `The receiver's certificate was not accepted (${code}).`
    : `It could not be sent (${code || "unknown"}).`;
}
