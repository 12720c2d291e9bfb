import { counted } from "@/lib/shared/counted";
import { SEVERITIES, type Severity } from "../catalogue/judgement";
import { type FindingState, isFailing } from "./states";

const DAY_MS = 86_400_000;

/** Within how many days a finding is to be fixed, by its severity; null where nobody promised anything. */
export type ServiceLevels = Readonly<Record<Severity, number | null>>;

/** What holds until an admin says otherwise. */
export const DEFAULT_SERVICE_LEVELS: ServiceLevels = { critical: 7, high: 14, medium: 30, low: 90 };

/** The longest a level may give, in days: ten years. */
export const MAX_LEVEL_DAYS = 3_650;

/** The last part of the time, in which a finding is due soon: a quarter of it, at least a day, at most a week. */
const NEAR_PART = 0.25;
const NEAR_MS = { least: DAY_MS, most: 7 * DAY_MS };

/** What a reader measures findings against. */
export interface ServiceClock {
  readonly levels: ServiceLevels;
  readonly now: Date;
}

/** What of a finding its service level looks at. */
export interface Timed {
  readonly state: FindingState;
  /** Null for a check that no catalogue knows. */
  readonly severity: Severity | null;
  /** Start of the present time of failing, accepted or not: a regression starts anew. */
  readonly failingSince: Date | null;
  /** Its host is out of service, and out of every count with it. */
  readonly hostRetired: boolean;
}

/** Standings that ask for attention, and that lists filter by. */
export const LATE_STANDINGS = ["overdue", "near"] as const;
export type LateStanding = (typeof LATE_STANDINGS)[number];

/** Against the time its level gives. none: nothing fails, people decided to live with it, or no level speaks of it. */
export const SERVICE_STANDINGS = [...LATE_STANDINGS, "within", "none"] as const;
export type ServiceStanding = (typeof SERVICE_STANDINGS)[number];

export const STANDING_LABELS: Readonly<Record<LateStanding, string>> = { overdue: "Overdue", near: "Due soon" };

/** Until when a failure is to be fixed; null where no level speaks of it. `targetOf` asks for the state too. */
export function dueAt(failingSince: Date | null, severity: Severity | null, levels: ServiceLevels): Date | null {
  const days = severity === null ? null : levels[severity];
  return failingSince === null || days === null ? null : new Date(failingSince.getTime() + days * DAY_MS);
}

/**
 * Until when a finding is to be fixed. Null for all that does not fail, and for what people accepted: while they live with it nobody
 * is late, but its time goes on, so that the end of an acceptance gives no new time.
 */
export const targetOf = ({ state, severity, failingSince, hostRetired }: Timed, levels: ServiceLevels): Date | null =>
  isFailing(state) && !hostRetired ? dueAt(failingSince, severity, levels) : null;

/** How a finding stands now. At the very instant of its target it is still in time. */
export function standing({ state, severity, failingSince, hostRetired }: Timed, clock: ServiceClock): ServiceStanding {
  const limit = limitsAt(clock).find((candidate) => candidate.severity === severity);
  if (limit === undefined || failingSince === null || hostRetired || !isFailing(state)) return "none";
  if (failingSince < limit.overdueBefore) return "overdue";
  return failingSince < limit.nearBefore ? "near" : "within";
}

/** For one severity, the instants before which a failure must have begun to be overdue, or due soon if not that. */
export interface ServiceLimit {
  readonly severity: Severity;
  readonly overdueBefore: Date;
  readonly nearBefore: Date;
}

/** The levels as instants, worst severity first: what tells a standing, in the program and in SQL alike. */
export const limitsAt = ({ levels, now }: ServiceClock): readonly ServiceLimit[] =>
  SEVERITIES.flatMap((severity) => {
    const days = levels[severity];
    if (days === null) return [];
    const overdueBefore = now.getTime() - days * DAY_MS;
    return [{ severity, overdueBefore: new Date(overdueBefore), nearBefore: new Date(overdueBefore + nearMs(days)) }];
  });

const nearMs = (days: number): number => Math.min(NEAR_MS.most, Math.max(NEAR_MS.least, days * DAY_MS * NEAR_PART));

/** How late it is: "12 days over", "under a day over". */
export function overWords(target: Date, now: Date): string {
  const days = Math.floor((now.getTime() - target.getTime()) / DAY_MS);
  return `${days < 1 ? "under a day" : counted(days, "day")} over`;
}

/** How soon it is due: "due within 3 days". */
export const withinWords = (target: Date, now: Date): string =>
  `due within ${counted(Math.max(1, Math.ceil((target.getTime() - now.getTime()) / DAY_MS)), "day")}`;

/** How long a new task should take: as its worst severity says that has a level. A proposal in a form, never a rule. */
export function suggestedDays(
  severities: readonly (Severity | null)[],
  levels: ServiceLevels,
): { readonly severity: Severity; readonly days: number } | null {
  for (const severity of SEVERITIES) {
    const days = levels[severity];
    if (days !== null && severities.includes(severity)) return { severity, days };
  }
  return null;
}
