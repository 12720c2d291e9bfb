// Who is asking, when there may be proxies in between. Plain JavaScript, because the server runs it without a compiler.
import { BlockList, isIP } from "node:net";

/** Headers by which Next.js talks to itself; from outside they only ever come from somebody who tries to skip a check. */
const INTERNAL = /^(x-middleware-.*|x-invoke-.*|x-matched-path|x-nextjs-data|x-bulkhead-client|content-security-policy(-report-only)?)$/;
/** Headers that a proxy sets and that anybody could invent. */
const FORWARDED = /^(x-forwarded-.*|forwarded|x-real-ip)$/;

/**
 * The addresses and ranges of TRUSTED_PROXIES, comma separated: "10.0.0.7, 192.168.0.0/16, fd00::/8".
 * @param {string | undefined} text
 * @throws {RangeError} naming the first entry that is neither an address nor a range
 */
export function readTrustedProxies(text) {
  const list = new BlockList();
  for (const entry of (text ?? "").split(",").map((part) => part.trim())) {
    if (entry === "") continue;
    const [address = "", length, ...rest] = entry.split("/");
    const version = isIP(address);
    const bits = length === undefined ? (version === 4 ? 32 : 128) : /^\d{1,3}$/.test(length) ? Number(length) : -1;
    if (version === 0 || rest.length > 0 || bits < 0 || bits > (version === 4 ? 32 : 128)) throw new RangeError(entry);
    list.addSubnet(address, bits, version === 4 ? "ipv4" : "ipv6");
  }
  if (list.rules.length === 0) return { has: () => false };
  return { has: (/** @type {string} */ address) => isIP(address) !== 0 && list.check(address, isIP(address) === 4 ? "ipv4" : "ipv6") };
}

/**
 * The address that counts: the socket's, or, when that is a trusted proxy, the right-most hop of X-Forwarded-For that is
 * not one. What stands further left was written by the client and proves nothing.
 * @param {string | undefined} socketAddress
 * @param {string | undefined} forwardedFor
 * @param {{ has(address: string): boolean }} trusted
 */
export function clientAddress(socketAddress, forwardedFor, trusted) {
  let address = plain(socketAddress ?? "");
  if (!trusted.has(address)) return address;
  for (const hop of (forwardedFor ?? "").split(",").reverse()) {
    const next = plain(hop);
    if (isIP(next) === 0) return address;
    address = next;
    if (!trusted.has(address)) return address;
  }
  return address;
}

/** An address without port, brackets, zone and the IPv6 form of IPv4. */
function plain(/** @type {string} */ text) {
  const trimmed = text.trim();
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(trimmed)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(trimmed)?.[1] ?? trimmed;
  return bare.replace(/%.*$/, "").replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
}

/**
 * Removes what a client must not say about itself and adds `x-bulkhead-client`, the only header that the app believes.
 * @param {import("node:http").IncomingMessage} request
 * @param {{ has(address: string): boolean }} trusted
 */
export function guardHeaders(request, trusted) {
  const socketAddress = request.socket.remoteAddress;
  const fromProxy = trusted.has(plain(socketAddress ?? ""));
  const forwardedFor = request.headers["x-forwarded-for"];
  const address = clientAddress(socketAddress, Array.isArray(forwardedFor) ? forwardedFor.join(",") : forwardedFor, trusted);
  const refused = (/** @type {string} */ name) => INTERNAL.test(name) || name === "x-forwarded-for" || (!fromProxy && FORWARDED.test(name));
  for (const name of Object.keys(request.headers)) if (refused(name)) delete request.headers[name];
  const kept = [];
  for (let i = 0; i + 1 < request.rawHeaders.length; i += 2) {
    const [name = "", value = ""] = request.rawHeaders.slice(i, i + 2);
    if (!refused(name.toLowerCase())) kept.push(name, value);
  }
  request.rawHeaders = [...kept, "x-forwarded-for", address, "x-bulkhead-client", address];
  request.headers["x-forwarded-for"] = address;
  request.headers["x-bulkhead-client"] = address;
}
