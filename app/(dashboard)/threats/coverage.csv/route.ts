import type { HeatRow } from "@/components/threats/heat-row";
import { heatWords } from "@/components/threats/heat-words";
import { getEvidenceLimit } from "@/lib/data/settings";
import { listThreatModels } from "@/lib/data/threat-models";
import { apiRoute } from "@/lib/http/api-route";
import { CSV_START } from "@/lib/reports/csv";
import { heatmapCsvHead, heatmapCsvLine } from "@/lib/reports/heatmap-csv";
import { AppError } from "@/lib/shared/app-error";
import { searchParamsOf } from "@/lib/shared/read-filters";
import { readCoverageQuery } from "../coverage/coverage-query";
import { loadCoverage } from "../coverage/load-coverage";

/** Hosts read at once. */
const PART = 200;

/** What the page of the same address shows, all pages of it, written while it is read: the whole is never in memory. */
export const GET = apiRoute({ permission: "model:read" }, async ({ viewer, request }) => {
  const now = new Date();
  const [models, limits] = await Promise.all([listThreatModels(viewer), getEvidenceLimit(viewer, now)]);
  const { query } = readCoverageQuery(searchParamsOf(request.url), { models: models.map(({ model }) => model.slug), now });
  const stored = models.find(({ model }) => model.slug === query.model);
  if (stored === undefined) throw new AppError("not-found", "There is no threat model.");
  const encoder = new TextEncoder();
  let offset = 0;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(CSV_START + heatmapCsvHead(query.by))),
    pull: async (controller) => {
      const { rows } = await loadCoverage(viewer, stored, query, limits, { limit: PART, offset });
      offset += PART;
      if (rows.length > 0) controller.enqueue(encoder.encode(rows.map(lineOf).join("")));
      if (rows.length < PART) controller.close();
    },
  });
  const headers = { "content-type": "text/csv; charset=utf-8", "content-disposition": 'attachment; filename="heatmap.csv"' };
  return new Response(body, { headers });
});

const lineOf = ({ name, remark, cells, all, nextFix }: HeatRow): string =>
  heatmapCsvLine(
    { name, remark: remark?.words ?? null, cells, all, nextFix: nextFix && [nextFix.number, nextFix.title].filter(Boolean).join(" ") },
    heatWords,
  );
