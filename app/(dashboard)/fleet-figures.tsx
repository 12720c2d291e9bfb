import { Clock } from "lucide-react";
import { StrideLinks } from "@/components/overview/stride-links";
import { AppLink } from "@/components/ui/app-link";
import type { Figure } from "@/components/ui/figures";
import type { FleetSummary } from "@/lib/data/overview";
import type { TaskCounts } from "@/lib/data/tasks";
import { protectedOfAssessed } from "@/lib/hardening/posture";
import { STRIDE_CATEGORIES, STRIDE_LETTERS } from "@/lib/stride/categories";

/** The four numbers above everything, each a link to exactly what it counts. */
export function fleetFigures(fleet: FleetSummary, tasks: TaskCounts): Figure[] {
  const { open, in_progress, awaiting_verification, regressed } = fleet.states;
  const failing = open + in_progress + awaiting_verification + regressed;
  const worst = STRIDE_LETTERS.reduce((a, b) => (fleet.failing[b] > fleet.failing[a] ? b : a));
  return [
    {
      label: "Open findings",
      value: failing,
      of: `of ${protectedOfAssessed(fleet.states).assessed} assessed`,
      href: "/findings",
      note: `on ${fleet.failingHosts} of ${fleet.hosts} hosts`,
    },
    { label: "Regressed", value: regressed, href: "/findings?state=regressed", note: `on ${fleet.regressedHosts} of ${fleet.hosts} hosts` },
    {
      label: "Most failing STRIDE letter",
      value: fleet.failing[worst],
      of: STRIDE_CATEGORIES[worst].name,
      href: `/findings?primary=${worst}`,
      note: <StrideLinks counts={fleet.failing} href={(letter) => `/findings?primary=${letter}`} />,
    },
    {
      label: "Open tasks",
      value: tasks.open,
      href: "/tasks",
      note: (
        <span className="relative z-1 -ml-1 flex flex-wrap">
          <AppLink kind="bare" href="/tasks?due=overdue" className="inline-flex min-h-6 items-center gap-1 px-1 hover:text-accent">
            {tasks.overdue > 0 && <Clock size={12} strokeWidth={2.4} className="text-red-fg" />}
            <span className={tasks.overdue > 0 ? "font-medium text-red-fg" : ""}>{tasks.overdue} overdue</span>
          </AppLink>
          <AppLink kind="bare" href="/tasks?assignee=me" className="inline-flex min-h-6 items-center px-1 hover:text-accent">
            {tasks.mine} mine
          </AppLink>
        </span>
      ),
    },
  ];
}
