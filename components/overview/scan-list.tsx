import { AppLink } from "@/components/ui/app-link";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import { Time } from "@/components/ui/time";

/** A scan as it came in. */
export interface ArrivedScan {
  readonly id: number;
  readonly host: string;
  readonly hostHref: string;
  readonly ranAt: Date;
  readonly checks: number;
  readonly newlyFailing: number;
  readonly fixed: number;
}

const count = (value: number) => <span className={value === 0 ? "text-fg-subtle" : "font-medium"}>{value}</span>;

const columns = (now: Date): readonly Column<ArrivedScan>[] => [
  {
    key: "scan",
    header: "Scan",
    rowHeader: true,
    width: "5.5rem",
    phone: "top",
    cell: ({ id }) => (
      <AppLink kind="title" href={`/scans/${id}`}>
        Scan {id}
      </AppLink>
    ),
  },
  {
    key: "host",
    header: "Host",
    phone: "title",
    className: "wrap-anywhere",
    cell: ({ host, hostHref }) => (
      <AppLink kind="row" href={hostHref}>
        {host}
      </AppLink>
    ),
  },
  {
    key: "new",
    header: "Newly failing",
    align: "end",
    width: "6.25rem",
    phoneLabel: "newly failing",
    cell: ({ newlyFailing }) => count(newlyFailing),
  },
  { key: "fixed", header: "Fixed", align: "end", width: "3.5rem", phoneLabel: "fixed", cell: ({ fixed }) => count(fixed) },
  {
    key: "ran",
    header: "Ran",
    align: "end",
    width: "5rem",
    phone: "end",
    className: "text-meta text-fg-muted",
    cell: ({ ranAt }) => <Time at={ranAt} now={now} />,
  },
];

/** The scans that arrived last. */
export function ScanList({ scans, now }: { readonly scans: readonly ArrivedScan[]; readonly now: Date }) {
  return <Table caption="Scans that arrived last" columns={columns(now)} rows={scans} rowKey={({ id }) => String(id)} empty={null} />;
}
