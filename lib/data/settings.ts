import "server-only";
import { z } from "zod";
import type { Viewer } from "@/lib/access/viewer";
import { DEFAULT_FRESH_DAYS, staleBefore } from "@/lib/hardening/freshness";
import { AppError } from "@/lib/shared/app-error";
import { authorize } from "./authorize";
import { pool } from "./client";
import type { AgeLimits } from "./exposure-counts";
import { readSetting, writeSetting } from "./stored-setting";

const FRESH_DAYS = "fresh_days";
const freshDays = z.number().int().min(1).max(365);

/** For how many days evidence is fresh: older scans make a host silent and its verdicts stale. */
export async function getFreshDays(viewer: Viewer): Promise<number> {
  authorize(viewer, "host:read");
  return (await readSetting(pool(), FRESH_DAYS, freshDays)) ?? DEFAULT_FRESH_DAYS;
}

/** The limit, and the instants that follow from it. */
export interface EvidenceLimit extends AgeLimits {
  readonly freshDays: number;
}

/** Which evidence is too old at `now`: what pages measure silent hosts and stale verdicts against. */
export async function getEvidenceLimit(viewer: Viewer, now: Date): Promise<EvidenceLimit> {
  authorize(viewer, "host:read");
  const freshDays = await getFreshDays(viewer);
  return { now, freshDays, staleBefore: new Date(staleBefore(now.getTime(), freshDays)) };
}

/** Sets it for the whole house. No verdict is written for it: age is applied when one is read. */
export async function setFreshDays(viewer: Viewer, days: number): Promise<void> {
  authorize(viewer, "settings:manage");
  const read = freshDays.safeParse(days);
  if (!read.success) throw new AppError("invalid-input", "Give a whole number of days from 1 to 365.", { detail: { field: "days" } });
  const before = await getFreshDays(viewer);
  await writeSetting(viewer, {
    key: FRESH_DAYS,
    value: read.data,
    object: "evidence limit",
    before: { days: before },
    after: { days: read.data },
  });
}
