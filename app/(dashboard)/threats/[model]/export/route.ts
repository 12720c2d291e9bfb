import { z } from "zod";
import { getModelExposure } from "@/lib/data/exposure-counts";
import { getEvidenceLimit } from "@/lib/data/settings";
import { requireThreatModel } from "@/lib/data/threat-models";
import { apiRoute } from "@/lib/http/api-route";
import { threatModelMarkdown } from "@/lib/reports/threat-model-markdown";
import { threatModelCsv } from "@/lib/reports/threats-csv";
import { writeOtm } from "@/lib/threats/exchange/write-otm";
import { writeThreatDragon } from "@/lib/threats/exchange/write-threat-dragon";
import type { ExposureCounts } from "@/lib/threats/exposure-words";
import { fleetStatus } from "@/lib/threats/fleet-status";
import type { ThreatModel } from "@/lib/threats/threat-model";

const FORMATS = ["threat-dragon", "otm", "csv", "markdown"] as const;

interface ExportedFile {
  /** What stands behind the model's slug in the file's name. */
  readonly ending: string;
  readonly type: string;
  readonly text: string;
}

/** The model as a file of another format, with how it stands on the fleet where the format has room for it. */
export const GET = apiRoute(
  { permission: "model:read", params: z.object({ model: z.string().max(80) }), query: z.object({ format: z.enum(FORMATS) }) },
  async ({ viewer, params, query }) => {
    const { id, model } = await requireThreatModel(viewer, params.model);
    const { threats } = await getModelExposure(viewer, id, await getEvidenceLimit(viewer, new Date()));
    const { ending, type, text } = exportedFile(model, threats, query.format);
    const headers = { "content-type": type, "content-disposition": `attachment; filename="${model.slug}${ending}"` };
    return new Response(text, { headers });
  },
);

function exportedFile(model: ThreatModel, exposures: ReadonlyMap<string, ExposureCounts>, format: (typeof FORMATS)[number]): ExportedFile {
  switch (format) {
    case "threat-dragon": {
      const file = writeThreatDragon(model, ({ slug }) => fleetStatus(exposures.get(slug)));
      return { ending: ".threat-dragon.json", type: "application/json", text: JSON.stringify(file, null, 2) };
    }
    case "otm":
      return { ending: ".otm.json", type: "application/json", text: JSON.stringify(writeOtm(model), null, 2) };
    case "csv":
      return { ending: ".csv", type: "text/csv; charset=utf-8", text: threatModelCsv(model, exposures) };
    case "markdown":
      return { ending: ".md", type: "text/markdown; charset=utf-8", text: threatModelMarkdown(model, exposures) };
  }
}
