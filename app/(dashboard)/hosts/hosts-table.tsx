import { Undo2 } from "lucide-react";
import { CompareTickedForm, TICKED_HOST } from "@/components/hosts/compare-ticked-form";
import { CountLink } from "@/components/hosts/count-link";
import { LastScan } from "@/components/hosts/last-scan";
import { SampleBadge } from "@/components/hosts/sample-badge";
import { ResultBar } from "@/components/marks/result-bar";
import { StrideChip } from "@/components/marks/stride-chips";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import type { Column, ColumnSort } from "@/components/ui/table-column";
import { type HostRow, openCount } from "@/lib/data/hosts";
import { STATE_FACTS } from "@/lib/hardening/states";
import { STRIDE_CATEGORIES, STRIDE_LETTERS, type StrideLetter } from "@/lib/stride/categories";
import { type HostQuery, type HostSort, hostsHref } from "./host-filter";
import { hostHref } from "./host-href";

const sortBy = (query: HostQuery, sort: HostSort, direction: ColumnSort["direction"]): ColumnSort => ({
  href: hostsHref(query, { sort }),
  direction: query.sort === sort ? direction : undefined,
});

/** The numbers of the bar. They count current findings by what the tool last printed for them, so each leads to its rows. */
const levelColumn = (key: string, header: string, levels: readonly (keyof HostRow["levels"])[], strong = false): Column<HostRow> => ({
  key,
  header,
  align: "end",
  width: "3.25rem",
  phone: "hide",
  wide: !strong,
  cell: (host) => (
    <CountLink
      count={levels.reduce((sum, level) => sum + host.levels[level], 0)}
      href={hostHref(host.name, { state: "all", level: levels.join(",") })}
      words={header.toLowerCase()}
      on={`on ${host.name}`}
      className={strong ? "" : "text-fg-muted"}
    />
  ),
});

const letterColumn = (letter: StrideLetter): Column<HostRow> => ({
  key: letter,
  header: <StrideChip letter={letter} />,
  align: "center",
  width: "1.75rem",
  phone: "hide",
  cell: (host) => (
    <CountLink
      count={host.failing[letter]}
      href={hostHref(host.name, { primary: letter })}
      words={`failing under ${STRIDE_CATEGORIES[letter].name}`}
      on={`on ${host.name}`}
      none="·"
      align="center"
      className="text-meta"
    />
  ),
});

/** Of a filter for a state that has no column of its own. */
const stateColumns = (state: HostQuery["state"]): readonly Column<HostRow>[] =>
  state === null || state === "failing" || state === "regressed"
    ? []
    : [
        {
          key: "state",
          header: STATE_FACTS[state].label,
          align: "end",
          width: "5.5rem",
          cell: (host) => (
            <CountLink
              count={host.states[state]}
              href={hostHref(host.name, { state })}
              words={STATE_FACTS[state].label.toLowerCase()}
              on={`on ${host.name}`}
              className="font-medium"
            />
          ),
        },
      ];

/** True when "worst first" means most open findings, and not most of what is filtered for. */
const countsOpen = ({ stride, state }: HostQuery): boolean => stride === null && (state === null || state === "failing");

const columns = ({ query, now, freshDays }: Omit<HostsTableProps, "hosts">): readonly Column<HostRow>[] => [
  {
    key: "name",
    header: "Host",
    rowHeader: true,
    phone: "top",
    sort: sortBy(query, "name", "ascending"),
    className: "wrap-anywhere min-w-24",
    cell: (host) => (
      <>
        <AppLink kind="title" href={hostHref(host.name)}>
          {host.name}
        </AppLink>
        {host.sample && (
          <>
            {" "}
            <SampleBadge />
          </>
        )}
      </>
    ),
  },
  { key: "env", header: "Env", width: "3.5rem", className: "text-meta text-fg-muted", cell: (host) => host.environment },
  {
    key: "results",
    header: "Results",
    width: "8.25rem",
    phone: "title",
    cell: (host) => <ResultBar counts={host.levels} words="phone" />,
  },
  levelColumn("warn", "Warn", ["WARN", "FAIL"], true),
  levelColumn("note", "Note", ["NOTE"]),
  levelColumn("info", "Info", ["INFO"]),
  levelColumn("pass", "Pass", ["PASS"]),
  {
    key: "regressed",
    header: "Regressed",
    align: "end",
    width: "5rem",
    cell: (host) => (
      <CountLink
        count={host.states.regressed}
        href={hostHref(host.name, { state: "regressed" })}
        words="regressed"
        on={`on ${host.name}`}
        className="font-medium text-red-fg"
      >
        <Undo2 size={12} strokeWidth={2.4} />
      </CountLink>
    ),
  },
  {
    key: "open",
    header: "Open",
    align: "end",
    width: "4rem",
    sort: sortBy(query, "open", countsOpen(query) ? "descending" : undefined),
    cell: (host) => (
      <CountLink count={openCount(host)} href={hostHref(host.name)} words="open" on={`on ${host.name}`} className="font-medium" />
    ),
  },
  ...stateColumns(query.state),
  ...STRIDE_LETTERS.map(letterColumn),
  {
    key: "scanned",
    header: "Last scan",
    align: "end",
    width: "7.5rem",
    phone: "end",
    sort: sortBy(query, "scanned", "ascending"),
    cell: (host) => <LastScan at={host.latestRanAt} now={now} freshDays={freshDays} />,
  },
];

export interface HostsTableProps {
  readonly hosts: readonly HostRow[];
  readonly query: HostQuery;
  readonly now: Date;
  /** For how many days a scan is fresh. */
  readonly freshDays: number;
}

/** A row per host. Which of its findings a letter counts is said by the head alone: each once, under its primary letter. */
export function HostsTable({ hosts, ...rest }: HostsTableProps) {
  return (
    <CompareTickedForm>
      <Table
        caption="Hosts with the results of their newest scans"
        columns={columns(rest)}
        rows={hosts}
        rowKey={(host) => String(host.id)}
        selection={{ name: TICKED_HOST, value: (host) => host.name, label: (host) => host.name }}
        sticky
        empty={<EmptyState title="No hosts on this page" />}
      />
    </CompareTickedForm>
  );
}
