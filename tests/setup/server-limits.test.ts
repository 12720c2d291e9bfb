import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTrustedProxies } from "@/cli/client-address.mjs";
import { limitServers } from "@/cli/server-limits.mjs";

describe("limitServers", () => {
  const createServer = http.createServer;
  let server: http.Server;
  let url: string;

  beforeAll(async () => {
    limitServers(readTrustedProxies(""));
    server = http.createServer((request, response) => response.end(JSON.stringify(request.headers)));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    http.createServer = createServer;
    server.close();
  });

  it("bounds how long and how many clients may hold the server", () => {
    const { headersTimeout, requestTimeout, keepAliveTimeout, maxConnections } = server;
    expect({ headersTimeout, requestTimeout, keepAliveTimeout, maxConnections }).toEqual({
      headersTimeout: 15_000,
      requestTimeout: 120_000,
      keepAliveTimeout: 5_000,
      maxConnections: 512,
    });
  });

  it("guards headers before the app sees the request", async () => {
    const headers = {
      "x-bulkhead-client": "6.6.6.6",
      "X-Forwarded-For": "6.6.6.6",
      "x-forwarded-host": "evil",
      "x-middleware-subrequest": "proxy",
    };
    const seen: unknown = await (await fetch(url, { headers })).json();
    expect(seen).toMatchObject({ "x-bulkhead-client": "127.0.0.1", "x-forwarded-for": "127.0.0.1" });
    expect(seen).not.toHaveProperty("x-forwarded-host");
    expect(seen).not.toHaveProperty("x-middleware-subrequest");
  });
});
