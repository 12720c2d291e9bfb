import { describe, expect, it } from "vitest";
import { addressKey, clientAddress } from "@/lib/auth/client-address";

describe("addressKey", () => {
  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["::FFFF:c000:0201", "192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    [null, "unknown"],
    ["192.0.2", "unknown"],
  ])("counts %s as %s", (address, key) => expect(addressKey(address)).toBe(key));
});

describe("clientAddress", () => {
  it("believes only the header of our own server", () => {
    expect(clientAddress(new Headers({ "x-bulkhead-client": "192.0.2.1", "x-forwarded-for": "198.51.100.9" }))).toBe("192.0.2.1");
    expect(clientAddress(new Headers({ "x-forwarded-for": "198.51.100.9", "x-real-ip": "198.51.100.9" }))).toBeNull();
  });

  it("takes nothing that is no address", () => {
    expect(clientAddress(new Headers({ "x-bulkhead-client": "192.0.2.1, 198.51.100.9" }))).toBeNull();
  });
});
