import { LastScan } from "@/components/hosts/last-scan";
import { AppLink } from "@/components/ui/app-link";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import type { HostCount } from "@/lib/data/finding-explorer";
import { type ExplorerQuery, explorerHref, filteredHref } from "./explorer-query";
import { StateCounts } from "./state-counts";

export interface HostListProps {
  readonly query: ExplorerQuery;
  readonly hosts: readonly HostCount[];
  readonly selectable: boolean;
  readonly now: Date;
  readonly freshDays: number;
}

const columns = ({ query, now, freshDays }: Pick<HostListProps, "query" | "now" | "freshDays">): readonly Column<HostCount>[] => {
  const rowsOf = (host: string, states = query.filter.states): string => filteredHref(query, { hosts: [host], states }, { group: "none" });
  return [
    {
      key: "host",
      header: "Host",
      rowHeader: true,
      className: "wrap-anywhere min-w-24",
      sort: { href: explorerHref(query, { sort: "host" }), direction: query.sort === "host" ? "ascending" : undefined },
      cell: ({ host }) => (
        <AppLink kind="title" href={rowsOf(host)} data-finding={host}>
          {host}
        </AppLink>
      ),
    },
    { key: "env", header: "Env", width: "5rem", className: "text-meta text-fg-muted", cell: ({ environment }) => environment },
    {
      key: "states",
      header: "States",
      width: "12rem",
      cell: ({ host, states }) => <StateCounts states={states} of={host} href={(state) => rowsOf(host, [state])} />,
    },
    {
      key: "findings",
      header: "Findings",
      align: "end",
      width: "5.5rem",
      sort: { href: explorerHref(query, { sort: "worst" }), direction: query.sort === "worst" ? "descending" : undefined },
      cell: ({ host, findings }) => (
        <AppLink
          kind="bare"
          href={rowsOf(host)}
          className="inline-block min-h-6 min-w-6 py-0.5 font-medium underline-offset-3 hover:underline"
        >
          {findings.toLocaleString("en")}
          <span className="md:sr-only"> findings</span>
          <span className="sr-only"> on {host}</span>
        </AppLink>
      ),
    },
    {
      key: "scanned",
      header: "Last scan",
      align: "end",
      width: "7.5rem",
      phone: "end",
      cell: ({ latestRanAt }) => <LastScan at={latestRanAt} now={now} freshDays={freshDays} />,
    },
  ];
};

/** A row per host that has findings under the filter. */
export function HostList({ query, hosts, selectable, now, freshDays }: HostListProps) {
  return (
    <Table
      caption="Findings by host"
      columns={columns({ query, now, freshDays })}
      rows={hosts}
      rowKey={({ host }) => host}
      selection={selectable ? { name: "pickhost", value: ({ host }) => host, label: ({ host }) => host } : undefined}
      bleed
      sticky
      empty={null}
    />
  );
}
