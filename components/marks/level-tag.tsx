import { Check, CircleDashed, Info, type LucideIcon, NotebookPen, TriangleAlert } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import type { Level } from "@/lib/bench/report";

interface LevelLook {
  readonly icon: LucideIcon;
  readonly tone: Tone;
  /** What the word of the tool means, for people who do not know the tool. */
  readonly meaning: string;
}

/** Icon, colour and meaning of each word. The hues are those of the tool's terminal output. */
export const LEVEL_LOOK: Readonly<Record<Level, LevelLook>> = {
  PASS: { icon: Check, tone: "green", meaning: "The tool tested it and it holds" },
  WARN: { icon: TriangleAlert, tone: "red", meaning: "The tool tested it and it fails" },
  FAIL: { icon: TriangleAlert, tone: "red", meaning: "The tool tested it and it fails" },
  INFO: { icon: Info, tone: "blue", meaning: "The tool could not decide, or gives context" },
  NOTE: { icon: NotebookPen, tone: "amber", meaning: "A manual check: a person has to look" },
};

/** What a scan said of a check; null when the check was not in that scan. */
export function LevelTag({ level }: { readonly level: Level | null }) {
  if (level === null) {
    return (
      <span title="Not in this scan">
        <Badge shape="tag" icon={CircleDashed}>
          absent
        </Badge>
      </span>
    );
  }
  const { icon, tone, meaning } = LEVEL_LOOK[level];
  return (
    <span title={meaning}>
      <Badge shape="tag" icon={icon} tone={tone}>
        {level}
      </Badge>
    </span>
  );
}
