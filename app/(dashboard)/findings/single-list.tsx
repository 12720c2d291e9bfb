import { FindingLink } from "@/components/findings/finding-link";
import { OwnerName } from "@/components/findings/finding-table";
import { LateMark } from "@/components/marks/late-mark";
import { StatePill } from "@/components/marks/state-pill";
import { StrideChips } from "@/components/marks/stride-chips";
import { AppLink } from "@/components/ui/app-link";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import { Time } from "@/components/ui/time";
import { getControl } from "@/lib/catalogue/controls";
import type { FindingRow } from "@/lib/data/findings";
import type { ServiceClock } from "@/lib/hardening/service-levels";
import { type ExplorerQuery, explorerHref } from "./explorer-query";

export interface SingleListProps {
  readonly query: ExplorerQuery;
  readonly findings: readonly FindingRow[];
  readonly selectable: boolean;
  readonly clock: ServiceClock;
}

/** Hosts of several editions print several numbers: shown is the newest. */
const numberOf = ({ key, number }: FindingRow): string => getControl(key)?.number ?? number ?? "–";

const columns = (query: ExplorerQuery, clock: ServiceClock): readonly Column<FindingRow>[] => [
  {
    key: "state",
    header: "State since",
    width: "6.75rem",
    phone: "top",
    sort: { href: explorerHref(query, { sort: "since" }), direction: query.sort === "since" ? "descending" : undefined },
    cell: ({ state, since }) => (
      <span className="inline-flex flex-wrap items-center gap-x-2">
        <StatePill state={state} />
        <Time at={since} now={clock.now} as="day" className="text-meta text-fg-muted" />
      </span>
    ),
  },
  {
    key: "number",
    header: "Check",
    width: "3.75rem",
    phone: "top",
    className: "text-meta text-fg-muted",
    sort: { href: explorerHref(query, { sort: "number" }), direction: query.sort === "number" ? "ascending" : undefined },
    cell: numberOf,
  },
  {
    key: "title",
    header: "",
    headerLabel: "Title",
    rowHeader: true,
    cell: ({ id, title }) => (
      <FindingLink id={id} title={title} href={explorerHref(query, { page: query.page, findingId: id })} current={id === query.findingId} />
    ),
  },
  { key: "stride", header: "STRIDE", width: "5.5rem", phone: "top", cell: ({ stride }) => <StrideChips letters={stride} /> },
  {
    key: "host",
    header: "Host",
    width: "6.5rem",
    className: "wrap-anywhere",
    cell: ({ host, id }) => (
      <AppLink kind="row" href={`/hosts/${encodeURIComponent(host)}?state=all&finding=${id}`}>
        {host}
      </AppLink>
    ),
  },
  {
    key: "target",
    header: "Target",
    width: "7.25rem",
    phone: "line",
    className: "whitespace-nowrap",
    sort: { href: explorerHref(query, { sort: "target" }), direction: query.sort === "target" ? "ascending" : undefined },
    cell: (finding) => <LateMark finding={finding} clock={clock} />,
  },
  {
    key: "owner",
    header: "Owner",
    width: "6.5rem",
    phone: "end",
    className: "text-meta wrap-anywhere",
    cell: ({ assignee }) => <OwnerName name={assignee?.name ?? null} />,
  },
];

/** A row per finding; its title opens the panel. */
export function SingleList({ query, findings, selectable, clock }: SingleListProps) {
  return (
    <Table
      caption="Findings"
      columns={columns(query, clock)}
      rows={findings}
      rowKey={({ id }) => String(id)}
      currentKey={query.findingId === null ? undefined : String(query.findingId)}
      selection={
        selectable
          ? {
              name: "finding",
              value: ({ id }) => String(id),
              label: (finding) => `${numberOf(finding)} ${finding.title} on ${finding.host}`,
            }
          : undefined
      }
      bleed
      sticky
      empty={null}
    />
  );
}
