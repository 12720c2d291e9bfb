import { CheckTitle } from "@/components/marks/check-title";
import { SeverityMark } from "@/components/marks/severity";
import { StrideChips } from "@/components/marks/stride-chips";
import { AppLink } from "@/components/ui/app-link";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import type { Control } from "@/lib/catalogue/control";
import { sectionHeading } from "@/lib/catalogue/editions";
import { groupBy } from "@/lib/shared/group-by";
import { numberGroups } from "./number-groups";

export interface ControlTableProps {
  readonly controls: readonly Control[];
  /** Hosts on which a control fails and is not accepted, by slug; missing: none. */
  readonly failing: ReadonlyMap<string, number>;
  /** What was searched for: where it is a number, its editions are told, because the newest may have another. */
  readonly asked: string | null;
}

/** "5.15 in v1.6.1 and master-20241021", where somebody asked for 5.15. */
function AskedNumber({ control, asked }: { readonly control: Control; readonly asked: string | null }) {
  const groups = numberGroups(control).filter(({ number }) => number.toLowerCase() === asked?.toLowerCase());
  if (groups.length === 0) return null;
  return (
    <span className="block text-small font-normal text-fg-muted">
      {asked} in {groups.map(({ words }) => words).join("; ")}
    </span>
  );
}

const columns = ({ failing, asked }: Pick<ControlTableProps, "failing" | "asked">): readonly Column<Control>[] => [
  { key: "number", header: "Number", width: "4.5rem", phone: "top", className: "text-meta", cell: ({ number }) => number },
  {
    key: "title",
    header: "Control",
    rowHeader: true,
    cell: (control) => (
      <>
        <AppLink kind="row" href={`/controls/${control.slug}`}>
          <CheckTitle title={control.title} />
        </AppLink>
        <AskedNumber control={control} asked={asked} />
      </>
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
export function ControlTable({ controls, failing, asked }: ControlTableProps) {
  const groups = [...groupBy(controls, groupOf)].map(([section, rows]) => ({
    key: section,
    heading: Object.values(RETIRED).includes(section) ? section : sectionHeading(null, section),
    remark: `${rows.filter(({ slug }) => failing.has(slug)).length} of ${rows.length} fail somewhere`,
    rows,
  }));
  return <Table caption="Controls" columns={columns({ failing, asked })} groups={groups} rowKey={({ slug }) => slug} empty={null} sticky />;
}
