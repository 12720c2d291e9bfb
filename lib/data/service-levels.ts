import "server-only";
import { z } from "zod";
import type { Viewer } from "@/lib/access/viewer";
import { DEFAULT_SERVICE_LEVELS, MAX_LEVEL_DAYS, type ServiceClock, type ServiceLevels } from "@/lib/hardening/service-levels";
import { AppError } from "@/lib/shared/app-error";
import { authorize } from "./authorize";
import { pool } from "./client";
import { readSetting, writeSetting } from "./stored-setting";

const SERVICE_LEVELS = "service_levels";
const days = z.number().int().min(1).max(MAX_LEVEL_DAYS).nullable();
const serviceLevels = z.object({ critical: days, high: days, medium: days, low: days });

/** Within how many days findings of each severity are to be fixed. */
export async function getServiceLevels(viewer: Viewer): Promise<ServiceLevels> {
  authorize(viewer, "finding:read");
  return (await readSetting(pool(), SERVICE_LEVELS, serviceLevels)) ?? DEFAULT_SERVICE_LEVELS;
}

/** The levels and the instant to measure against. */
export const getServiceClock = async (viewer: Viewer, now: Date): Promise<ServiceClock> => ({
  levels: await getServiceLevels(viewer),
  now,
});

/** Sets them for the whole house. No finding is written for it: they are applied when one is read, and decide no verdict. */
export async function setServiceLevels(viewer: Viewer, levels: ServiceLevels): Promise<void> {
  authorize(viewer, "settings:manage");
  const read = serviceLevels.safeParse(levels);
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? "critical");
    throw new AppError("invalid-input", LEVEL_DAYS_ASKED, { detail: { field } });
  }
  const before = await getServiceLevels(viewer);
  await writeSetting(viewer, { key: SERVICE_LEVELS, value: read.data, object: "service levels", before, after: read.data });
}

/** What a level must be, for people. */
export const LEVEL_DAYS_ASKED = `Give a whole number of days from 1 to ${MAX_LEVEL_DAYS.toLocaleString("en")}, or nothing.`;
