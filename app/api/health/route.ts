import { pingDatabase } from "@/lib/data/ping";

export const dynamic = "force-dynamic";

/** For supervisors and load balancers: anonymous, and says nothing but whether requests can be served. */
export async function GET(): Promise<Response> {
  const healthy = await pingDatabase();
  return Response.json({ status: healthy ? "ok" : "unavailable" }, { status: healthy ? 200 : 503 });
}
