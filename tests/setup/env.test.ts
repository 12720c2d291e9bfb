import { describe, expect, it } from "vitest";
import { readEnv } from "@/lib/env";

const needed = { DATABASE_URL: "postgresql://localhost/bulkhead", BULKHEAD_AUTH_SECRET: "0123456789abcdef0123456789abcdef" };

describe("readEnv", () => {
  it("fills in what is not set, and takes an empty value as not set", () => {
    const expected = {
      ...needed,
      HOST: "127.0.0.1",
      PORT: 3000,
      BULKHEAD_DATA_DIR: ".bulkhead",
      BULKHEAD_URL: "http://localhost:3000",
      TRUSTED_PROXIES: "",
      BULKHEAD_WEBHOOK_ALLOW: "",
    };
    expect(readEnv(needed)).toEqual(expected);
    expect(readEnv({ ...needed, PORT: "", HOST: "", BULKHEAD_URL: "", BULKHEAD_ADMIN_EMAIL: "", BULKHEAD_ADMIN_PASSWORD: "" })).toEqual(
      expected,
    );
  });

  it("derives the address from the port, and takes off a slash at its end", () => {
    expect(readEnv({ ...needed, PORT: "8080" }).BULKHEAD_URL).toBe("http://localhost:8080");
    expect(readEnv({ ...needed, BULKHEAD_URL: "https://bulkhead.example.com/" }).BULKHEAD_URL).toBe("https://bulkhead.example.com");
  });

  it.each([
    ["DATABASE_URL", ""],
    ["BULKHEAD_AUTH_SECRET", "short"],
    ["BULKHEAD_URL", "ftp://example.com"],
    ["BULKHEAD_ADMIN_EMAIL", "nobody"],
    ["BULKHEAD_ADMIN_PASSWORD", "hunter2"],
    ["PORT", "99999"],
  ])("refuses %s=%s, naming it but not its value", (name, value) => {
    expect(() => readEnv({ ...needed, [name]: value })).toThrow(new RegExp(`^The setting ${name} is missing or wrong`));
    if (value) expect(() => readEnv({ ...needed, [name]: value })).not.toThrow(value);
  });
});
