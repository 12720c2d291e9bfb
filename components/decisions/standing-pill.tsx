import { CalendarClock, CalendarX, CircleDashed, CircleSlash, Gavel, Hourglass, type LucideIcon, UnfoldHorizontal } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import { type DecisionStanding, STANDING_FACTS } from "@/lib/hardening/decision";

interface StandingLook {
  readonly icon: LucideIcon;
  readonly tone: Tone;
}

/** Icon and colour of each standing. The words are in STANDING_FACTS. */
const STANDING_LOOK: Readonly<Record<DecisionStanding, StandingLook>> = {
  requested: { icon: Hourglass, tone: "violet" },
  widened: { icon: UnfoldHorizontal, tone: "red" },
  expiring: { icon: CalendarClock, tone: "amber" },
  active: { icon: Gavel, tone: "blue" },
  unused: { icon: CircleDashed, tone: "grey" },
  expired: { icon: CalendarX, tone: "grey" },
  ended: { icon: CircleSlash, tone: "grey" },
};

export interface StandingPillProps {
  readonly standing: DecisionStanding;
  /** After the word: "on 3 of 5 hosts". */
  readonly detail?: ReactNode;
}

/** Where a decision stands. */
export function StandingPill({ standing, detail }: StandingPillProps) {
  const { icon, tone } = STANDING_LOOK[standing];
  const { label, meaning } = STANDING_FACTS[standing];
  return (
    <span title={meaning}>
      <Badge tone={tone} icon={icon}>
        {label}
        {detail && <span className="font-normal"> {detail}</span>}
      </Badge>
    </span>
  );
}
