import { Clock, Hourglass, type LucideIcon } from "lucide-react";
import { StatusText } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import {
  type LateStanding,
  overWords,
  type ServiceClock,
  STANDING_LABELS,
  standing,
  type Timed,
  targetOf,
  withinWords,
} from "@/lib/hardening/service-levels";

/** Icon and colour of a finding that is late, or soon will be. */
export const LATE_LOOK: Readonly<Record<LateStanding, { readonly icon: LucideIcon; readonly tone: Tone }>> = {
  overdue: { icon: Clock, tone: "red" },
  near: { icon: Hourglass, tone: "amber" },
};

/** The standing by its name: "Overdue". */
export function StandingName({ standing: at }: { readonly standing: LateStanding }) {
  const { icon, tone } = LATE_LOOK[at];
  return (
    <StatusText tone={tone} icon={icon}>
      {STANDING_LABELS[at]}
    </StatusText>
  );
}

export interface LateMarkProps {
  readonly finding: Timed;
  readonly clock: ServiceClock;
}

/** How late a finding is against its service level, or how soon it will be; nothing where there is time. */
export function LateMark({ finding, clock }: LateMarkProps) {
  const at = standing(finding, clock);
  const target = targetOf(finding, clock.levels);
  if (at === "none" || at === "within" || target === null) return null;
  const { icon, tone } = LATE_LOOK[at];
  return (
    <StatusText tone={tone} icon={icon}>
      {at === "overdue" ? overWords(target, clock.now) : withinWords(target, clock.now)}
    </StatusText>
  );
}
