import { CalendarX, Check, CircleSlash, Hourglass, Undo2 } from "lucide-react";
import { Time } from "@/components/ui/time";
import { Timeline, type TimelineEntry } from "@/components/ui/timeline";
import type { DecisionRow } from "@/lib/data/decisions";

interface Props {
  readonly decision: DecisionRow;
  readonly now: Date;
}

const because = (what: string, reason: string | null): string => (reason === null ? what : `${what}: “${reason}”`);

/** What happened to a decision as a whole, newest first. What a scan ended on a host stands with the host. */
export function DecisionHistory({ decision, now }: Props) {
  const { status, until, requestedBy, requestedAt, decidedBy, decidedAt, withdrawnBy, withdrawnAt, withdrawnReason } = decision;
  const asked = decidedBy !== requestedBy || decidedAt?.getTime() !== requestedAt.getTime();
  const day = (at: Date) => <Time at={at} now={now} as="day" />;
  const entries: (TimelineEntry | false)[] = [
    withdrawnAt !== null && {
      key: "withdrawn",
      icon: Undo2,
      tone: "grey",
      at: day(withdrawnAt),
      children: because(`Taken back by ${withdrawnBy}`, withdrawnReason),
    },
    status === "approved" &&
      until !== null &&
      until <= now && { key: "over", icon: CalendarX, tone: "grey", at: day(until), children: "Its day came: it ended by itself" },
    decidedAt !== null &&
      (status === "declined"
        ? { key: "decided", icon: CircleSlash, tone: "grey", at: day(decidedAt), children: `Declined by ${decidedBy}` }
        : { key: "decided", icon: Check, tone: "blue", at: day(decidedAt), children: `${asked ? "Approved" : "Decided"} by ${decidedBy}` }),
    asked && { key: "asked", icon: Hourglass, tone: "violet", at: day(requestedAt), children: `Asked for by ${requestedBy}` },
  ];
  return <Timeline entries={entries.filter((entry) => entry !== false)} />;
}
