import { CheckTitle } from "@/components/marks/check-title";
import { SeverityMark } from "@/components/marks/severity";
import { StrideChips } from "@/components/marks/stride-chips";
import { AppLink } from "@/components/ui/app-link";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import type { Control } from "@/lib/catalogue/control";
import { sectionHeading } from "@/lib/catalogue/editions";
import { groupBy } from "@/lib/shared/group-by";

export interface ControlTableProps {
  readonly controls: readonly Control[];
  /** Hosts on which a control fails and is not accepted, by slug; missing: none. */
  readonly failing: ReadonlyMap<string, number>;
}

const columns = (failing: ControlTableProps["failing"]): readonly Column<Control>[] => [
  { key: "number", header: "Number", width: "4.5rem", phone: "top", className: "text-meta", cell: ({ number }) => number },
  {
    key: "title",
    header: "Control",
    rowHeader: true,
    cell: ({ slug, title }) => (
      <AppLink kind="row" href={`/controls/${slug}`}>
        <CheckTitle title={title} />
      </AppLink>
    ),
  },
  { key: "severity", header: "Severity", width: "6rem", cell: ({ judgement }) => <SeverityMark severity={judgement.severity} /> },
  {
    key: "stride",
    header: "STRIDE",
    width: "6rem",
    phone: "top-end",
    cell: ({ judgement }) => <StrideChips letters={judgement.stride.map(({ letter }) => letter)} />,
  },
  {
    key: "failing",
    header: "Failing hosts",
    align: "end",
    width: "6.5rem",
    phone: "end",
    phoneLabel: "failing on",
    className: "text-meta",
    cell: ({ slug, title }) => {
      const hosts = failing.get(slug) ?? 0;
      if (hosts === 0) return <span className="text-fg-subtle">0</span>;
      return (
        <AppLink
          kind="action"
          href={`/controls/${slug}?show=failing#hosts`}
          aria-label={`${hosts} failing, ${title}`}
          className="min-w-6 text-end"
        >
          {hosts}
        </AppLink>
      );
    },
  },
];

const RETIRED: Readonly<Record<Control["family"], string>> = {
  docker: "Docker: not in the newest edition",
  kubernetes: "Kubernetes: not in the newest benchmarks",
};

const groupOf = ({ retired, family, section }: Control): string => (retired ? RETIRED[family] : section);

/** All controls by the section of their newest number or their component; those that left the newest edition come last. */
export function ControlTable({ controls, failing }: ControlTableProps) {
  const groups = [...groupBy(controls, groupOf)].map(([section, rows]) => ({
    key: section,
    heading: Object.values(RETIRED).includes(section) ? section : sectionHeading(null, section),
    remark: `${rows.filter(({ slug }) => failing.has(slug)).length} of ${rows.length} fail somewhere`,
    rows,
  }));
  return <Table caption="Controls" columns={columns(failing)} groups={groups} rowKey={({ slug }) => slug} empty={null} sticky />;
}
