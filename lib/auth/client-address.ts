import { isIP } from "node:net";

/** Set by our own server for each request, after deleting any that came from outside. */
export const CLIENT_ADDRESS_HEADER = "x-bulkhead-client";

/** The address a request came from, or null where no server of ours said it. */
export function clientAddress(headers: Headers): string | null {
  const address = headers.get(CLIENT_ADDRESS_HEADER)?.trim() ?? "";
  return isIP(address) === 0 ? null : address;
}

/**
 * What attempts are counted by: an IPv4 address as it is, an IPv6 address by its /64, because one customer owns all of that.
 * A mapped address ("::ffff:192.0.2.1") counts as the IPv4 address it is.
 */
export function addressKey(address: string | null): string {
  if (address === null) return "unknown";
  if (isIP(address) === 4) return address;
  if (isIP(address) !== 6) return "unknown";
  const groups = expand(address.replace(/%.*$/, ""));
  const [, , , , , sixth = "", high = "", low = ""] = groups;
  const mapped = groups.slice(0, 5).every((group) => Number.parseInt(group, 16) === 0) && sixth === "ffff";
  if (mapped) return [...bytes(high), ...bytes(low)].join(".");
  return `${groups.slice(0, 4).join(":")}::/64`;
}

/** The eight groups of an IPv6 address, in lower case without leading zeros. */
function expand(address: string): string[] {
  const [head = "", tail] = withoutDots(address.toLowerCase()).split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => "0");
  return [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16).toString(16));
}

/** "::ffff:192.0.2.1" ends in dots; as two groups it is "c000:201". */
function withoutDots(address: string): string {
  return address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a: string, b: string, c: string, d: string) => {
    const group = (high: string, low: string) => (Number(high) * 256 + Number(low)).toString(16);
    return `${group(a, b)}:${group(c, d)}`;
  });
}

const bytes = (group: string): [number, number] => {
  const value = Number.parseInt(group, 16);
  return [value >> 8, value & 255];
};
