import { CircleDashed, Clock, Contrast, type LucideIcon, NotebookPen, Scale, ShieldCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { StatusText } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import { EXPOSURE_FACTS, type Exposure } from "@/lib/threats/exposure-words";

interface ExposureLook {
  readonly icon: LucideIcon;
  readonly tone: Tone;
}

/** Icon and colour of each exposure. The words are in EXPOSURE_FACTS; only what evidence shows is green. */
const EXPOSURE_LOOK: Readonly<Record<Exposure, ExposureLook>> = {
  unmitigated: { icon: TriangleAlert, tone: "red" },
  accepted: { icon: Scale, tone: "amber" },
  partly: { icon: Contrast, tone: "amber" },
  stale: { icon: Clock, tone: "grey" },
  manual: { icon: NotebookPen, tone: "grey" },
  not_assessed: { icon: CircleDashed, tone: "grey" },
  mitigated: { icon: ShieldCheck, tone: "green" },
};

export interface ExposureMarkProps {
  readonly exposure: Exposure;
  /** After the word: " on 9 of 10". */
  readonly children?: ReactNode;
}

/** How a threat stands: icon and word. */
export function ExposureMark({ exposure, children }: ExposureMarkProps) {
  const { icon, tone } = EXPOSURE_LOOK[exposure];
  const { label, meaning } = EXPOSURE_FACTS[exposure];
  return (
    <span title={meaning}>
      <StatusText tone={tone} icon={icon}>
        {label}
        {children}
      </StatusText>
    </span>
  );
}
