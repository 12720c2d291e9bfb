import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** What BULKHEAD_WEBHOOK_ALLOW names: hosts that webhooks may reach although they are private, and by http. */
export interface AllowList {
  readonly hasName: (hostname: string) => boolean;
  readonly hasAddress: (address: string) => boolean;
}

/** Reads names, addresses and ranges, separated by commas or blanks: "hooks.internal, 10.1.0.0/16, ::1". */
export function readAllowList(text: string): AllowList {
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== "");
  const ranges = entries.flatMap(rangeOf);
  const names = new Set(entries.filter((entry) => rangeOf(entry).length === 0).map((entry) => entry.toLowerCase()));
  return {
    hasName: (hostname) => names.has(hostname.toLowerCase()),
    hasAddress: (address) => {
      const parsed = parse(address);
      return parsed !== null && ranges.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits));
    },
  };
}

function rangeOf(entry: string): [Address, number][] {
  if (ipaddr.isValidCIDR(entry)) return [ipaddr.parseCIDR(entry)];
  const address = parse(entry);
  return address === null ? [] : [[address, address.kind() === "ipv4" ? 32 : 128]];
}

/** An address as it is routed: IPv4 inside IPv6 is IPv4. Null for text that is no plain address. */
function parse(text: string): Address | null {
  const plain = ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
  return plain ? ipaddr.process(text) : null;
}

/** The only IPv6 addresses that are given to the public so far. */
const GLOBAL_V6: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("2000::"), 3];

/**
 * Whether an address is one of the public Internet: not this machine, not the networks around it, not the addresses at which clouds
 * answer questions about a machine, and no tunnel or translation that leads to one of those.
 */
export function isPublicAddress(text: string): boolean {
  const address = parse(text);
  if (address === null || address.range() !== "unicast") return false;
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL_V6);
}
