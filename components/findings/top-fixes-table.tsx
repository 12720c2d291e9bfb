import { MeterBar } from "@/components/charts/meter-bar";
import { CheckTitle } from "@/components/marks/check-title";
import { StrideChips } from "@/components/marks/stride-chips";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import type { StrideLetter } from "@/lib/stride/categories";

/** A check that fails on many hosts. */
export interface TopFix {
  readonly key: string;
  readonly number: string | null;
  readonly title: string;
  readonly stride: readonly StrideLetter[];
  readonly hosts: number;
  readonly controlHref: string;
  /** The hosts where it fails. */
  readonly hostsHref: string;
  /** To make a task of it; absent for people who may not. */
  readonly assignHref: string | undefined;
}

const columns = (allHosts: number): readonly Column<TopFix>[] => [
  {
    key: "number",
    header: "Check",
    width: "3.25rem",
    phone: "top",
    className: "text-meta text-fg-muted",
    cell: ({ number }) => number ?? "–",
  },
  {
    key: "title",
    header: "",
    headerLabel: "Title",
    rowHeader: true,
    cell: ({ title, controlHref }) => (
      <AppLink kind="row" href={controlHref}>
        <CheckTitle title={title} />
      </AppLink>
    ),
  },
  { key: "stride", header: "STRIDE", width: "5.5rem", phone: "top", cell: ({ stride }) => <StrideChips letters={stride} /> },
  {
    key: "bar",
    header: "Failing hosts",
    width: "8.25rem",
    phone: "hide",
    wide: true,
    cell: ({ hosts }) => <MeterBar value={hosts} of={allHosts} />,
  },
  {
    key: "hosts",
    header: "",
    headerLabel: "Failing hosts of all hosts",
    align: "end",
    width: "5.5rem",
    cell: ({ hosts, hostsHref, title }) => (
      <AppLink kind="bare" href={hostsHref} className="inline-block min-h-6 py-0.5 whitespace-nowrap underline-offset-3 hover:underline">
        <span className="font-semibold">{hosts}</span> <span className="text-fg-muted">of {allHosts}</span>
        <span className="md:sr-only"> hosts</span>
        <span className="sr-only"> fail: {title}</span>
      </AppLink>
    ),
  },
  {
    key: "assign",
    header: "",
    headerLabel: "Action",
    align: "end",
    width: "4.75rem",
    phone: "end",
    cell: ({ assignHref, title }) =>
      assignHref && (
        <ButtonLink href={assignHref} size="sm">
          Assign<span className="sr-only"> {title}</span>
        </ButtonLink>
      ),
  },
];

/** The fixes that help most hosts at once, most first. */
export function TopFixesTable({ fixes, allHosts }: { readonly fixes: readonly TopFix[]; readonly allHosts: number }) {
  return <Table caption="Checks that fail on most hosts" columns={columns(allHosts)} rows={fixes} rowKey={({ key }) => key} empty={null} />;
}
