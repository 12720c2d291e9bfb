import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { err, ok, type Result } from "@/lib/shared/result";
import { type AllowList, isPublicAddress } from "./allow-list";

/** Where a webhook is sent: the address that was checked is the one that is connected to, so a name cannot change its mind in between. */
export interface WebhookTarget {
  readonly url: URL;
  readonly address: string;
}

/** All addresses of a name. Given as an argument, so that tests can play a name server that lies. */
export type Lookup = (hostname: string) => Promise<readonly string[]>;

export const systemLookup: Lookup = async (hostname) => (await lookup(hostname, { all: true })).map(({ address }) => address);

const PRIVATE = "It leads to a private address, which only BULKHEAD_WEBHOOK_ALLOW can permit.";

/**
 * Reads a webhook's address. The URL parser writes numbers in every disguise (octal, hexadecimal, decimal, short) as plain addresses,
 * so what is checked is what would be reached. The error is for people.
 */
export function checkWebhookUrl(text: string, allow: AllowList): Result<URL, string> {
  if (!URL.canParse(text)) return err("Give a whole address, such as https://hooks.example.org/bulkhead.");
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return err("Only https addresses can be reached.");
  if (url.username !== "" || url.password !== "") return err("Put no user or password into the address: deliveries are signed.");
  const host = hostOf(url);
  const listed = allow.hasName(host) || allow.hasAddress(host);
  if (url.protocol === "http:" && !listed) return err("Use https: http is only for hosts in BULKHEAD_WEBHOOK_ALLOW.");
  if (isIP(host) !== 0 && !listed && !isPublicAddress(host)) return err(PRIVATE);
  return ok(url);
}

/** Looks the name up and checks every address it has: one private one among public ones is refused, too. */
export async function resolveWebhook(url: URL, allow: AllowList, look: Lookup): Promise<Result<WebhookTarget, string>> {
  const host = hostOf(url);
  if (isIP(host) !== 0) return ok({ url, address: host });
  const addresses = await look(host).catch(() => []);
  const [address] = addresses;
  if (address === undefined) return err("The name of the receiver cannot be found.");
  const fine = allow.hasName(host) || addresses.every((each) => allow.hasAddress(each) || isPublicAddress(each));
  return fine ? ok({ url, address }) : err(PRIVATE);
}

/** Without the brackets of IPv6 and the dot that may end a name. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$|\.$/g, "");
