import { CalendarClock, CircleDashed } from "lucide-react";
import type { ReactNode } from "react";
import { LevelTag } from "@/components/marks/level-tag";
import { StatePill } from "@/components/marks/state-pill";
import { AppLink } from "@/components/ui/app-link";
import { StatusText } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import { Time } from "@/components/ui/time";
import { formatDistance } from "@/components/ui/time-format";
import type { Level } from "@/lib/bench/report";
import { isStale } from "@/lib/hardening/freshness";
import type { FindingState } from "@/lib/hardening/states";

/** A host and where the control stands on it; all but the host is null or empty where no scan ever printed it. */
export interface HostLine {
  readonly host: string;
  readonly findingId: number | null;
  readonly state: FindingState | null;
  readonly level: Level | null;
  readonly since: Date | null;
  readonly itemCount: number;
  readonly firstItem: string | null;
  readonly assignee: string | null;
  readonly coveredAt: Date | null;
  readonly latestRanAt: Date | null;
}

const hrefOf = ({ host, findingId }: HostLine): string =>
  `/hosts/${encodeURIComponent(host)}${findingId === null ? "" : `?finding=${findingId}`}`;

type LineProps = { readonly line: HostLine } & Pick<HostTableProps, "now" | "freshDays">;

/** The evidence is old, or a newer scan did not cover the control: the state stands, and says on what. */
function Age({ line, now, freshDays }: LineProps) {
  const { coveredAt, latestRanAt } = line;
  if (coveredAt === null) return null;
  if (isStale(coveredAt.getTime(), now.getTime(), freshDays)) {
    return (
      <StatusText tone="grey" icon={CalendarClock}>
        stale, {formatDistance(now.getTime() - coveredAt.getTime())}
      </StatusText>
    );
  }
  if (latestRanAt === null || latestRanAt.getTime() <= coveredAt.getTime()) return null;
  return (
    <StatusText tone="grey" icon={CircleDashed}>
      not in the newest scan
    </StatusText>
  );
}

function State(props: LineProps) {
  const { state } = props.line;
  if (state === null) {
    return (
      <StatusText tone="grey" icon={CircleDashed}>
        never assessed
      </StatusText>
    );
  }
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <StatePill state={state} />
      <Age {...props} />
    </span>
  );
}

function Items({ firstItem, itemCount }: HostLine) {
  if (firstItem === null) return null;
  return (
    <span className="wrap-anywhere">
      <bdi>{firstItem}</bdi>
      {itemCount > 1 && ` and ${itemCount - 1} more`}
    </span>
  );
}

const columns = (now: Date, freshDays: number): readonly Column<HostLine>[] => [
  {
    key: "host",
    header: "Host",
    rowHeader: true,
    width: "7rem",
    cell: (line) => (
      <AppLink kind="title" href={hrefOf(line)} className="wrap-anywhere">
        {line.host}
      </AppLink>
    ),
  },
  { key: "level", header: "Result", width: "5.25rem", phone: "top", cell: ({ level }) => <LevelTag level={level} /> },
  { key: "state", header: "State", width: "8.75rem", phone: "top", cell: (line) => <State line={line} now={now} freshDays={freshDays} /> },
  { key: "items", header: "Items", className: "text-meta text-fg-muted", cell: Items },
  {
    key: "since",
    header: "Since",
    align: "end",
    width: "3.75rem",
    phone: "line",
    phoneLabel: "since",
    className: "text-meta text-fg-muted",
    cell: ({ since }) => since && <Time at={since} now={now} as="day" />,
  },
  {
    key: "owner",
    header: "Owner",
    width: "5.5rem",
    phone: "end",
    className: "text-meta",
    cell: ({ assignee, state }) => (state === null ? null : (assignee ?? <span className="text-fg-subtle">No owner</span>)),
  },
];

export interface HostTableProps {
  readonly rows: readonly HostLine[];
  readonly now: Date;
  /** For how many days evidence is fresh. */
  readonly freshDays: number;
  /** Ticks rows that do not pass for the form around the table. */
  readonly selectable: boolean;
  readonly empty: ReactNode;
}

/** Every host and where one control stands on it, what got worse first. */
export const HostTable = ({ rows, now, freshDays, selectable, empty }: HostTableProps) => (
  <Table
    caption="Hosts and where this control stands on them"
    columns={columns(now, freshDays)}
    rows={rows}
    rowKey={({ host }) => host}
    selection={
      selectable
        ? {
            name: "finding",
            value: ({ findingId, state }) => (state !== null && state !== "hardened" ? String(findingId) : null),
            label: ({ host }) => host,
          }
        : undefined
    }
    empty={empty}
  />
);
