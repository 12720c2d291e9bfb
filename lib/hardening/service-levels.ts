import { SEVERITIES, type Severity } from "../catalogue/judgement";

/** Within how many days a finding is to be fixed, by its severity; null where nobody promised anything. */
export type ServiceLevels = Readonly<Record<Severity, number | null>>;

/** What holds until an admin says otherwise. */
export const DEFAULT_SERVICE_LEVELS: ServiceLevels = { critical: 7, high: 14, medium: 30, low: 90 };

/** The longest a level may give, in days: ten years. */
export const MAX_LEVEL_DAYS = 3_650;

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
