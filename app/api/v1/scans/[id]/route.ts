import { deleteScan as deleteOperation, getScan as getOperation, moveScan as moveOperation } from "@/lib/api/operations/scans";
import { scanJson } from "@/lib/api/scan-json";
import { stride } from "@/lib/catalogue/controls";
import { deleteScan } from "@/lib/data/delete-scan";
import { moveScan } from "@/lib/data/move-scan";
import { getScanRun } from "@/lib/data/scan-content";
import { requireScan } from "@/lib/data/scans";
import { apiRoute } from "@/lib/http/api-route";

export const GET = apiRoute(getOperation, async ({ viewer, params }) => {
  const scan = await requireScan(viewer, params.id);
  const run = await getScanRun(viewer, scan.id);
  const results = (run?.results ?? []).map((result) => ({
    id: result.id,
    title: result.title,
    control: result.control,
    level: result.level,
    outcome: result.outcome,
    items: result.items.map((item) => item.name),
    line: result.line,
    stride: result.control === null ? [] : stride(result.control),
  }));
  return { ...scanJson(scan), results, skippedLines: run?.skipped ?? [] };
});

export const PATCH = apiRoute(moveOperation, async ({ viewer, params, body }) =>
  scanJson(await requireScan(viewer, await moveScan(viewer, params.id, body.host))),
);

export const DELETE = apiRoute(deleteOperation, async ({ viewer, params }) => {
  await deleteScan(viewer, params.id);
  return new Response(null, { status: 204 });
});
