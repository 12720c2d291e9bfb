import { listHostScans as operation } from "@/lib/api/operations/scans";
import { pageRequest } from "@/lib/api/page-request";
import { scanJson } from "@/lib/api/scan-json";
import { requireHost } from "@/lib/data/hosts";
import { listHostScans } from "@/lib/data/scans";
import { apiRoute } from "@/lib/http/api-route";

export const GET = apiRoute(operation, async ({ viewer, params, query }) => {
  const host = await requireHost(viewer, params.name);
  const page = await listHostScans(viewer, host.id, pageRequest(query));
  return { ...page, items: page.items.map(scanJson) };
});
