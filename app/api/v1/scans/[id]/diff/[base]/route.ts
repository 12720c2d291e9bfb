import { diffJson } from "@/lib/api/diff-json";
import { diffScans as operation } from "@/lib/api/operations/scans";
import { getScanDiff } from "@/lib/data/scan-content";
import { apiRoute } from "@/lib/http/api-route";

export const GET = apiRoute(operation, async ({ viewer, params }) => diffJson(await getScanDiff(viewer, params.id, params.base)));
