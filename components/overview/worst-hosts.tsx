import { MeterBar } from "@/components/charts/meter-bar";
import { AppLink } from "@/components/ui/app-link";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";

/** A host with failing findings. */
export interface WorstHost {
  readonly name: string;
  readonly href: string;
  readonly open: number;
  readonly assessed: number;
  /** The category most of them are under: "Tampering". Null when none has a letter. */
  readonly mostUnder: { readonly name: string; readonly count: number; readonly href: string } | null;
}

const columns: readonly Column<WorstHost>[] = [
  {
    key: "host",
    header: "Host",
    rowHeader: true,
    className: "wrap-anywhere",
    cell: ({ name, href }) => (
      <AppLink kind="title" href={href}>
        {name}
      </AppLink>
    ),
  },
  {
    key: "why",
    header: "Mostly",
    width: "11.5rem",
    className: "text-meta text-fg-muted",
    cell: ({ mostUnder }) =>
      mostUnder && (
        <AppLink kind="bare" href={mostUnder.href} className="inline-block py-0.5 underline-offset-3 hover:underline">
          {mostUnder.name}, {mostUnder.count}
        </AppLink>
      ),
  },
  {
    key: "bar",
    header: "Open findings",
    width: "6rem",
    phone: "hide",
    wide: true,
    cell: ({ open, assessed }) => <MeterBar value={open} of={assessed} />,
  },
  {
    key: "open",
    header: "",
    headerLabel: "Open findings of those assessed",
    align: "end",
    width: "5.5rem",
    phone: "end",
    cell: ({ name, href, open, assessed }) => (
      <AppLink kind="bare" href={href} className="inline-block min-h-6 py-0.5 whitespace-nowrap underline-offset-3 hover:underline">
        <span className="font-semibold">{open}</span> <span className="text-fg-muted">of {assessed}</span>
        <span className="md:sr-only"> open</span>
        <span className="sr-only"> on {name}</span>
      </AppLink>
    ),
  },
];

/** The hosts with most open findings, of what was assessed on each. */
export function WorstHosts({ hosts }: { readonly hosts: readonly WorstHost[] }) {
  return <Table caption="Hosts with most open findings" columns={columns} rows={hosts} rowKey={({ name }) => name} empty={null} />;
}
