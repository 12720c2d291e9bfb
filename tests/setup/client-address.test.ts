import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { clientAddress, guardHeaders, readTrustedProxies } from "@/cli/client-address.mjs";

const nobody = readTrustedProxies("");
const proxies = readTrustedProxies("10.0.0.7, 192.168.0.0/16,fd00::/8");

describe("readTrustedProxies", () => {
  it.each(["10.0.0.7", "192.168.255.1", "fd12::1"])("trusts %s", (address) => expect(proxies.has(address)).toBe(true));
  it.each(["10.0.0.8", "192.169.0.1", "fe80::1", "", "unknown"])("does not trust %j", (address) =>
    expect(proxies.has(address)).toBe(false),
  );
  it.each(["proxy", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8/8", "fd00::/129", "10.0.0.0/-1"])("refuses %s", (entry) => {
    expect(() => readTrustedProxies(`127.0.0.1,${entry}`)).toThrow(new RangeError(entry));
  });
});

describe("clientAddress", () => {
  it.each([
    ["ignores the header of a stranger", "203.0.113.9", "1.2.3.4", "203.0.113.9"],
    ["believes a proxy", "10.0.0.7", "203.0.113.9", "203.0.113.9"],
    [
      "takes the hop before the trusted ones, not what the client put in front",
      "10.0.0.7",
      "1.2.3.4, 203.0.113.9, 192.168.1.1",
      "203.0.113.9",
    ],
    ["takes the left-most when all are trusted", "10.0.0.7", "192.168.1.1, 192.168.1.2", "192.168.1.1"],
    ["stops at what is no address", "10.0.0.7", "203.0.113.9, garbage, 192.168.1.1", "192.168.1.1"],
    ["is the proxy itself when it says nothing", "10.0.0.7", "", "10.0.0.7"],
    ["reads IPv4 written as IPv6", "::ffff:10.0.0.7", "::ffff:203.0.113.9", "203.0.113.9"],
    ["reads ports and brackets", "fd00::1", "[2001:db8::5]:443", "2001:db8::5"],
    ["reads a port after IPv4", "fd00::1", "203.0.113.9:5512", "203.0.113.9"],
  ])("%s", (_case, socket, forwarded, expected) => expect(clientAddress(socket, forwarded, proxies)).toBe(expected));
});

describe("guardHeaders", () => {
  const inbound = {
    host: "bulkhead.example.com",
    cookie: "a=b",
    "x-forwarded-for": "1.2.3.4, 203.0.113.9",
    "x-forwarded-host": "evil.example.com",
    "x-forwarded-proto": "https",
    "x-real-ip": "1.2.3.4",
    forwarded: "for=1.2.3.4",
    "x-bulkhead-client": "127.0.0.1",
    "x-middleware-subrequest": "proxy:proxy:proxy",
    "x-matched-path": "/admin",
    "content-security-policy": "script-src 'nonce-x'",
  };

  it("leaves a stranger nothing to say about itself", () => {
    expect(guarded("203.0.113.77", nobody)).toEqual({
      host: "bulkhead.example.com",
      cookie: "a=b",
      "x-forwarded-for": "203.0.113.77",
      "x-bulkhead-client": "203.0.113.77",
    });
  });

  it("keeps what a trusted proxy says, with one address that counts", () => {
    expect(guarded("10.0.0.7", proxies)).toEqual({
      host: "bulkhead.example.com",
      cookie: "a=b",
      "x-forwarded-for": "203.0.113.9",
      "x-forwarded-host": "evil.example.com",
      "x-forwarded-proto": "https",
      "x-real-ip": "1.2.3.4",
      forwarded: "for=1.2.3.4",
      "x-bulkhead-client": "203.0.113.9",
    });
  });

  function guarded(remoteAddress: string, trusted: typeof nobody): unknown {
    const request = {
      headers: { ...inbound },
      rawHeaders: Object.entries(inbound).flatMap(([name, value]) => [name.toUpperCase(), value]),
      socket: { remoteAddress } as IncomingMessage["socket"],
    };
    guardHeaders(request, trusted);
    const raw: Record<string, string> = {};
    for (let i = 0; i < request.rawHeaders.length; i += 2)
      raw[String(request.rawHeaders[i]).toLowerCase()] = String(request.rawHeaders[i + 1]);
    expect(raw).toEqual(request.headers);
    return request.headers;
  }
});
