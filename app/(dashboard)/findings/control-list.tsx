import { CheckTitle } from "@/components/marks/check-title";
import { SeverityMark } from "@/components/marks/severity";
import { StrideChips } from "@/components/marks/stride-chips";
import { AppLink } from "@/components/ui/app-link";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import type { ControlCount } from "@/lib/hardening/finding-counts";
import { countText } from "./count-words";
import { type ExplorerQuery, type ExplorerSort, explorerHref, filteredHref } from "./explorer-query";
import { StateCounts } from "./state-counts";

export interface ControlListProps {
  readonly query: ExplorerQuery;
  readonly controls: readonly ControlCount[];
  readonly capped: boolean;
  readonly selectable: boolean;
}

const sortBy = (query: ExplorerQuery, sort: ExplorerSort, direction: "ascending" | "descending") => ({
  href: explorerHref(query, { sort }),
  direction: query.sort === sort ? direction : undefined,
});

const columns = (query: ExplorerQuery, capped: boolean): readonly Column<ControlCount>[] => {
  const rowsOf = (key: string, states = query.filter.states): string =>
    filteredHref(query, { controls: [key], states }, { group: "none", sort: "severity" });
  return [
    {
      key: "number",
      header: "Check",
      width: "4rem",
      phone: "top",
      className: "text-meta text-fg-muted",
      sort: sortBy(query, "number", "ascending"),
      cell: ({ subject }) => subject.number ?? "–",
    },
    {
      key: "title",
      header: "",
      headerLabel: "Title",
      rowHeader: true,
      cell: ({ subject }) => (
        <AppLink kind="row" href={rowsOf(subject.key)} data-finding={subject.key}>
          <CheckTitle title={subject.title} />
        </AppLink>
      ),
    },
    { key: "stride", header: "STRIDE", width: "5.5rem", phone: "top", cell: ({ subject }) => <StrideChips letters={subject.stride} /> },
    {
      key: "severity",
      header: "Severity",
      width: "5.5rem",
      phone: "top-end",
      sort: sortBy(query, "severity", "descending"),
      cell: ({ subject }) => subject.severity && <SeverityMark severity={subject.severity} />,
    },
    {
      key: "states",
      header: "States",
      width: "8rem",
      phone: "line",
      cell: ({ subject, states }) => <StateCounts states={states} of={subject.title} href={(state) => rowsOf(subject.key, [state])} />,
    },
    {
      key: "hosts",
      header: "Hosts",
      align: "end",
      width: "4rem",
      phone: "end",
      sort: sortBy(query, "worst", "descending"),
      cell: ({ subject, findings }) => (
        <AppLink
          kind="bare"
          href={rowsOf(subject.key)}
          className="inline-block min-h-6 min-w-6 py-0.5 font-medium underline-offset-3 hover:underline"
        >
          {countText(findings, capped)}
          <span className="md:sr-only">{findings === 1 ? " host" : " hosts"}</span>
          <span className="sr-only">: {subject.title}</span>
        </AppLink>
      ),
    },
  ];
};

/** A row per control, with the hosts on which it is as the filter says. */
export function ControlList({ query, controls, capped, selectable }: ControlListProps) {
  return (
    <Table
      caption="Findings by control"
      columns={columns(query, capped)}
      rows={controls}
      rowKey={({ subject }) => subject.key}
      selection={
        selectable
          ? { name: "pick", value: ({ subject }) => subject.key, label: ({ subject }) => `${subject.number ?? ""} ${subject.title}`.trim() }
          : undefined
      }
      bleed
      sticky
      empty={null}
    />
  );
}
