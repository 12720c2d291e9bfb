import { StrideName } from "@/components/marks/stride-chips";
import { AppLink } from "@/components/ui/app-link";
import { Table } from "@/components/ui/table";
import type { Column, RowGroup } from "@/components/ui/table-column";
import { Time } from "@/components/ui/time";
import { groupBy } from "@/lib/shared/group-by";
import { STRIDE_LETTERS, type StrideLetter } from "@/lib/stride/categories";
import { EXPOSURE_FACTS, type Exposure } from "@/lib/threats/exposure-words";
import { ExposureMark } from "./exposure-mark";

/** A threat of a model on one host. */
export interface HostThreatRow {
  readonly ref: string;
  readonly title: string;
  readonly letter: StrideLetter | null;
  readonly exposure: Exposure;
  readonly verdict: Exposure;
  readonly passed: number;
  readonly required: number;
  readonly evidenceAt: Date | null;
  /** The threat's page with this host open. */
  readonly href: string;
}

export interface HostThreatTableProps {
  /** For ears: "Threats of Docker host and engine on web-01". */
  readonly caption: string;
  /** What needs somebody first. */
  readonly threats: readonly HostThreatRow[];
  readonly now: Date;
}

/** The threats of a model on one host, letter by letter. */
export function HostThreatTable({ caption, threats, now }: HostThreatTableProps) {
  return <Table caption={caption} columns={columnsOf(now)} groups={byLetter(threats)} rowKey={({ ref }) => ref} empty={null} />;
}

const headingOf = (letter: StrideLetter | null) => (letter === null ? "No STRIDE category" : <StrideName letter={letter} />);

function byLetter(threats: readonly HostThreatRow[]): readonly RowGroup<HostThreatRow>[] {
  const groups = groupBy(threats, ({ letter }) => letter);
  return [...STRIDE_LETTERS, null].flatMap((letter) => {
    const rows = groups.get(letter) ?? [];
    if (rows.length === 0) return [];
    const open = rows.filter(({ exposure }) => exposure === "unmitigated").length;
    return [{ key: letter ?? "none", heading: headingOf(letter), remark: `${open} unmitigated of ${rows.length}`, rows }];
  });
}

const columnsOf = (now: Date): readonly Column<HostThreatRow>[] => [
  {
    key: "ref",
    header: "Threat",
    width: "4.5rem",
    phone: "top",
    className: "text-meta whitespace-nowrap text-fg-muted",
    cell: ({ ref }) => ref,
  },
  {
    key: "title",
    header: "Title",
    rowHeader: true,
    cell: ({ title, href }) => (
      <AppLink kind="row" href={href}>
        {title}
      </AppLink>
    ),
  },
  {
    key: "exposure",
    header: "Exposure",
    width: "14rem",
    phone: "top",
    cell: ({ exposure, verdict }) => (
      <ExposureMark exposure={exposure}>
        {exposure !== verdict && <span className="font-normal text-fg-muted">, was {EXPOSURE_FACTS[verdict].label.toLowerCase()}</span>}
      </ExposureMark>
    ),
  },
  {
    key: "required",
    header: "Required controls",
    width: "9rem",
    className: "text-meta text-fg-muted",
    cell: ({ passed, required }) => (required === 0 ? "none counts" : `${passed} of ${required} pass`),
  },
  {
    key: "evidence",
    header: "Evidence",
    width: "6rem",
    phone: "end",
    className: "text-meta text-fg-muted",
    cell: ({ evidenceAt }) => (evidenceAt === null ? "none" : <Time at={evidenceAt} now={now} />),
  },
];
