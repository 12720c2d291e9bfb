import { StepLine } from "@/components/charts/step-line";
import { TableTwin } from "@/components/charts/table-twin";
import type { Viewer } from "@/lib/access/viewer";
import { listControlDays } from "@/lib/data/control-history";

const DAY_MS = 86_400_000;
const SHOWN_DAYS = 90;

interface Props {
  readonly viewer: Viewer;
  readonly slug: string;
  /** All hosts in service. */
  readonly hosts: number;
}

/** On how many hosts the control passed, day by day, by the time of their scans. */
export async function OverTime({ viewer, slug, hosts }: Props) {
  const now = new Date();
  const from = new Date(now.getTime() - SHOWN_DAYS * DAY_MS);
  const days = await listControlDays(viewer, slug, 1000);
  const last = days.at(-1);
  if (last === undefined) return <p className="text-meta text-fg-muted">No scan has decided it on any host yet.</p>;
  const before = days.findLast(({ day }) => day < from);
  const shown = [...(before === undefined ? [] : [{ ...before, day: from }]), ...days.filter(({ day }) => day >= from)];
  const assessed = last.passing + last.failing;
  return (
    <>
      <StepLine
        points={shown.map(({ day, passing }) => ({ at: day, value: passing }))}
        from={from}
        to={now}
        max={Math.max(...shown.map(({ passing, failing }) => passing + failing))}
        label={`Passing on ${last.passing} hosts now, ${shown[0]?.passing ?? 0} at the beginning of what is shown`}
      />
      <p className="mt-1 text-small text-fg-muted">
        <span className="font-medium text-fg">{last.passing}</span> of {assessed} decided, {Math.max(0, hosts - assessed)} not; 90 days
      </p>
      <TableTwin
        caption="Hosts on which this control passed and failed, by day"
        columns={["Day", "Passing", "Failing"]}
        rows={shown.map(({ day, passing, failing }) => [day.toISOString().slice(0, 10), passing, failing] as const)}
      />
    </>
  );
}
