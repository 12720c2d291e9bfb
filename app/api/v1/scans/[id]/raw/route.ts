import { getRawScan as operation } from "@/lib/api/operations/scans";
import { getRawBytes, listRawLogs } from "@/lib/data/scan-content";
import { requireScan } from "@/lib/data/scans";
import { apiRoute } from "@/lib/http/api-route";
import { AppError } from "@/lib/shared/app-error";

export const GET = apiRoute(operation, async ({ viewer, params }) => {
  const scan = await requireScan(viewer, params.id);
  const [log] = await listRawLogs(viewer, scan.id);
  const bytes = log === undefined ? null : await getRawBytes(viewer, scan.id, log.digest);
  if (log === undefined || bytes === null) throw new AppError("not-found", `The log of scan ${scan.id} is not kept any more.`);
  const ending = log.format.endsWith("json") ? "json" : "log";
  return new Response(new Uint8Array(bytes), {
    headers: {
      // Never shown inline: a log may hold anything.
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="scan-${scan.id}.${ending}"`,
      "content-length": String(bytes.length),
      "content-digest": `sha-256=:${Buffer.from(log.digest, "hex").toString("base64")}:`,
    },
  });
});
