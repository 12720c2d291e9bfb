import { createToken } from "@/lib/data/tokens";
import { system } from "./viewers";

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/** A fresh token's secret. */
export async function tokenFor(...scopes: Parameters<typeof createToken>[1]["scopes"]): Promise<string> {
  const { secret } = await createToken(system, { name: "test", scopes, role: "admin", expiresInDays: 1 });
  return secret;
}

/** Calls a route handler as Next.js does, with a bearer token. */
export function call(
  handler: Handler,
  path: string,
  { token, params = {}, ...init }: RequestInit & { token?: string; params?: object } = {},
): Promise<Response> {
  const headers = new Headers(init.headers);
  if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
  const request = new Request(new URL(path, "http://localhost:3000/api/v1/"), { ...init, headers });
  return handler(request, { params: Promise.resolve(params) });
}
