import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { Level } from "@/lib/bench/report";
import type { FindingState } from "@/lib/hardening/states";
import { AppError } from "@/lib/shared/app-error";
import { type Page, type PageRequest, toPage } from "@/lib/shared/page";
import type { Exposure } from "@/lib/threats/exposure-words";
import { authorize } from "./authorize";
import { pool } from "./client";
import type { AgeLimits } from "./exposure-counts";
import { EVIDENCE_AT, exposureSql, JOIN_AGES, verdictSql } from "./exposure-sql";

/** What a required control says of a host. Nulls where no scan and nobody said anything of it. */
export interface ExposureReason {
  readonly control: string;
  readonly state: FindingState | null;
  readonly level: Level | null;
  readonly scanId: number | null;
  readonly line: number | null;
}

/** A threat on a host, with the required controls that decide it. */
export interface ReasonedExposure {
  readonly host: string;
  readonly threat: string;
  readonly stride: string | null;
  readonly exposure: Exposure;
  readonly verdict: Exposure;
  readonly passed: number;
  readonly required: number;
  readonly evidenceAt: Date | null;
  readonly reasons: readonly ExposureReason[];
}

interface Filter {
  readonly host?: string | undefined;
  readonly threat?: string | undefined;
  readonly stride?: string | undefined;
  readonly exposures?: readonly Exposure[] | undefined;
}

/** Threats on hosts in service by host and threat, in an order that stays while one pages through it. */
export async function pageExposures(
  viewer: Viewer,
  modelId: number,
  filter: Filter,
  { now, staleBefore }: AgeLimits,
  { cursor, limit }: PageRequest,
): Promise<Page<ReasonedExposure>> {
  authorize(viewer, "model:read");
  const [afterHost, afterThreat] = readCursor(cursor);
  const { rows } = await pool().query<ReasonedExposure & { hostId: number; threatId: number }>(
    `with page as (
       select * from (
         select e.host_id as "hostId", e.threat_id as "threatId", h.name as host, t.slug as threat, t.stride,
           ${exposureSql("$1", "$2")} as exposure, ${verdictSql("$1")} as verdict, e.passed, e.required, ${EVIDENCE_AT} as "evidenceAt"
         from threat t join threat_exposure e on e.threat_id = t.id join host h on h.id = e.host_id ${JOIN_AGES}
         where t.model_id = $3 and t.deleted_at is null and h.retired_at is null and (e.host_id, e.threat_id) > ($4, $5)
           and ($6::text is null or h.name = $6) and ($7::text is null or t.slug = $7) and ($8::text is null or t.stride = $8)
       ) found where $9::text[] is null or exposure::text = any($9::text[])
       order by "hostId", "threatId" limit $10
     )
     select page.*, (
       select coalesce(json_agg(json_build_object('control', c.control, 'state', f.state, 'level', f.level, 'scanId', f.changed_scan_id,
         'line', f.line) order by c.control), '[]')
       from threat_control c left join finding f on f.host_id = page."hostId" and f.key = c.control
       where c.threat_id = page."threatId" and c.required
     ) as reasons from page order by "hostId", "threatId"`,
    [
      ...[now, staleBefore, modelId, afterHost, afterThreat],
      ...[filter.host ?? null, filter.threat ?? null, filter.stride ?? null, filter.exposures ?? null, limit + 1],
    ],
  );
  return toPage(
    rows,
    limit,
    ({ hostId, threatId }) => `${hostId}.${threatId}`,
    ({ hostId: _host, threatId: _threat, ...row }) => row,
  );
}

function readCursor(cursor: string | null): readonly [number, number] {
  if (cursor === null) return [0, 0];
  const [, host, threat] = /^(\d{1,9})\.(\d{1,9})$/.exec(cursor) ?? [];
  if (host === undefined || threat === undefined)
    throw new AppError("invalid-input", "This cursor is not from here.", { detail: { field: "cursor" } });
  return [Number(host), Number(threat)];
}
