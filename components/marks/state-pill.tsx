import { Ban, Circle, CircleDashed, CircleDot, type LucideIcon, NotebookPen, Scale, ScanSearch, ShieldCheck, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import { type FindingState, STATE_FACTS } from "@/lib/hardening/states";

interface StateLook {
  readonly icon: LucideIcon;
  readonly tone: Tone;
}

/** Icon and colour of each state, for pills, ledgers and timelines alike. The words are in STATE_FACTS. */
export const STATE_LOOK: Readonly<Record<FindingState, StateLook>> = {
  regressed: { icon: Undo2, tone: "red" },
  open: { icon: Circle, tone: "red" },
  in_progress: { icon: CircleDot, tone: "blue" },
  awaiting_verification: { icon: ScanSearch, tone: "violet" },
  accepted: { icon: Scale, tone: "amber" },
  needs_review: { icon: NotebookPen, tone: "amber" },
  not_assessable: { icon: CircleDashed, tone: "grey" },
  not_applicable: { icon: Ban, tone: "grey" },
  hardened: { icon: ShieldCheck, tone: "green" },
};

export interface StatePillProps {
  readonly state: FindingState;
  /** After the word: "to 1 Mar" for an acceptance. */
  readonly detail?: ReactNode;
}

/** Where a finding is. Only Regressed is filled. */
export function StatePill({ state, detail }: StatePillProps) {
  const { icon, tone } = STATE_LOOK[state];
  const { label, meaning } = STATE_FACTS[state];
  return (
    <span title={meaning}>
      <Badge tone={tone} icon={icon} solid={state === "regressed"}>
        {label}
        {detail && <span> {detail}</span>}
      </Badge>
    </span>
  );
}
