import { Clock, Hourglass } from "lucide-react";
import { StrideLinks } from "@/components/overview/stride-links";
import { AppLink } from "@/components/ui/app-link";
import type { Figure } from "@/components/ui/figures";
import type { LateCounts } from "@/lib/data/late-findings";
import type { OpenThreats } from "@/lib/data/open-threats";
import type { FleetSummary } from "@/lib/data/overview";
import type { TaskCounts } from "@/lib/data/tasks";
import { protectedOfAssessed } from "@/lib/hardening/posture";
import { hrefWith } from "@/lib/shared/read-filters";
import { STRIDE_LETTERS, type StrideLetter } from "@/lib/stride/categories";

/** The four numbers above everything, each a link to exactly what it counts. */
export function fleetFigures(fleet: FleetSummary, threats: readonly OpenThreats[], tasks: TaskCounts, late: LateCounts): Figure[] {
  const { open, in_progress, awaiting_verification, regressed } = fleet.states;
  const failing = open + in_progress + awaiting_verification + regressed;
  return [
    {
      label: "Open findings",
      value: failing,
      of: `of ${protectedOfAssessed(fleet.states).assessed} assessed`,
      href: "/findings",
      note: (
        <span className="relative z-1 -ml-1 flex flex-wrap">
          <AppLink kind="bare" href="/findings?sla=overdue" className="inline-flex min-h-6 items-center gap-1 px-1 hover:text-accent">
            {late.overdue > 0 && <Clock size={12} strokeWidth={2.4} className="text-red-fg" />}
            <span className={late.overdue > 0 ? "font-medium text-red-fg" : ""}>{late.overdue} overdue</span>
          </AppLink>
          <AppLink kind="bare" href="/findings?sla=near" className="inline-flex min-h-6 items-center gap-1 px-1 hover:text-accent">
            {late.near > 0 && <Hourglass size={12} strokeWidth={2.4} />}
            {late.near} due soon
          </AppLink>
        </span>
      ),
    },
    { label: "Regressed", value: regressed, href: "/findings?state=regressed", note: `on ${fleet.regressedHosts} of ${fleet.hosts} hosts` },
    threatFigure(threats),
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

/** Over all models. A letter leads to its threats where one model alone has open ones under it, else to the models. */
function threatFigure(threats: readonly OpenThreats[]): Figure {
  const sum = (rows: readonly OpenThreats[], of: "open" | "threats"): number => rows.reduce((total, row) => total + row[of], 0);
  const under = (letter: StrideLetter) => threats.filter(({ stride, open }) => stride === letter && open > 0);
  const href = (letter: StrideLetter): string => {
    const [only, ...others] = under(letter);
    return only === undefined || others.length > 0 ? "/threats" : hrefWith(`/threats/${only.model}`, { view: "table", stride: letter });
  };
  const counts = Object.fromEntries(STRIDE_LETTERS.map((letter) => [letter, sum(under(letter), "open")])) as Record<StrideLetter, number>;
  return {
    label: "Unmitigated threats",
    value: sum(threats, "open"),
    of: `of ${sum(threats, "threats")}`,
    href: "/threats",
    note: <StrideLinks counts={counts} words="unmitigated" href={href} />,
  };
}
