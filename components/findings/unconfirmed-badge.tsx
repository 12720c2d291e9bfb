import { CircleDashed } from "lucide-react";
import { Badge } from "@/components/ui/badge";

const LOOK = {
  absent: { words: "Not in the latest scan", meaning: "The newest scan did not run this check; the state is that of an earlier one." },
  undecided: {
    words: "Not confirmed",
    meaning: "The newest scan ran this check and could not decide it; the state is that of an earlier one.",
  },
} as const;

/** Says that a state rests on an older scan than the newest. Absent is not fixed. */
export function UnconfirmedBadge({ why }: { readonly why: keyof typeof LOOK }) {
  const { words, meaning } = LOOK[why];
  return (
    <span title={meaning}>
      <Badge icon={CircleDashed}>{words}</Badge>
    </span>
  );
}
