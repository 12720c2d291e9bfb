import { Calendar, Clock } from "lucide-react";
import { StatusText } from "@/components/ui/badge";

const DAY_MS = 86_400_000;

const day = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
const dayOfYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** "Fri 20 Nov", or "20 Nov 2025" in another year. `on` and `today` are days, "2026-11-20". */
export const dueWords = (on: string, today: string): string =>
  (on.slice(0, 4) === today.slice(0, 4) ? day : dayOfYear).format(new Date(on)).replace(",", "");

export interface DueDateProps {
  readonly on: string | null;
  readonly today: string;
  /** A verified task is not late any more. */
  readonly done: boolean;
}

/** When a task is to be done, and how late it is. */
export function DueDate({ on, today, done }: DueDateProps) {
  if (on === null) return <span className="text-small text-fg-subtle">No due date</span>;
  const days = Math.round((Date.parse(today) - Date.parse(on)) / DAY_MS);
  const words = <time dateTime={on}>{dueWords(on, today)}</time>;
  if (days > 0 && !done) {
    return (
      <StatusText tone="red" icon={Clock}>
        {words}, {days} d late
      </StatusText>
    );
  }
  return (
    <StatusText tone="grey" icon={Calendar}>
      {words}
      {days === 0 && !done && ", today"}
    </StatusText>
  );
}
