import { CountLink } from "@/components/hosts/count-link";
import { ResultBar } from "@/components/marks/result-bar";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import { Time } from "@/components/ui/time";
import type { ScanRow } from "@/lib/data/scans";

/** A scan of a list, and the one that ran before it on its host; null where that one is not in the list. */
export interface ScanEntry {
  readonly scan: ScanRow;
  readonly earlier: ScanRow | null;
}

/** WARN and kube-bench's FAIL are one thing here: the tool tested it and it fails. */
export const failingIn = ({ levels }: Pick<ScanRow, "levels">): number => levels.WARN + levels.FAIL;

/** Paired with the next older scan; `scans` are newest first. */
export const withEarlier = (scans: readonly ScanRow[]): ScanEntry[] =>
  scans.map((scan, index) => ({ scan, earlier: scans[index + 1] ?? null }));

const changes = (count: number, scanId: number, words: string) => (
  <CountLink count={count} href={`/scans/${scanId}#${words.replace(" ", "-")}`} words={words} on={`in scan ${scanId}`} />
);

const columns = (now: Date): readonly Column<ScanEntry>[] => [
  {
    key: "scan",
    header: "Scan",
    rowHeader: true,
    width: "13rem",
    cell: ({ scan }) => (
      <>
        <AppLink kind="title" href={`/scans/${scan.id}`}>
          Scan {scan.id}
        </AppLink>{" "}
        <Time at={scan.ranAt} now={now} as="moment" className="font-normal text-meta text-fg-muted" />
      </>
    ),
  },
  {
    key: "tool",
    header: "Edition",
    className: "text-meta text-fg-muted wrap-anywhere",
    cell: ({ scan, earlier }) => (
      <>
        {scan.edition ?? `${scan.tool} ${scan.headerVersion ?? ""}`}
        {earlier !== null && earlier.edition !== scan.edition && (
          <span title={`The scan before was read as ${earlier.edition ?? "no known edition"}`}>
            {" "}
            <Badge>Edition changed</Badge>
          </span>
        )}
        {!scan.complete && (
          <>
            {" "}
            <Badge>Partial</Badge>
          </>
        )}
      </>
    ),
  },
  {
    key: "results",
    header: "Results",
    width: "9rem",
    phone: "title",
    cell: ({ scan }) => <ResultBar counts={scan.levels} words="phone" />,
  },
  { key: "checks", header: "Checks", align: "end", width: "4rem", phoneLabel: "checks", cell: ({ scan }) => scan.checks },
  {
    key: "warn",
    header: "Warn",
    align: "end",
    width: "4rem",
    phone: "hide",
    cell: ({ scan }) => (
      <CountLink
        count={failingIn(scan)}
        href={`/scans/${scan.id}?level=WARN,FAIL#results`}
        words="warn"
        on={`in scan ${scan.id}`}
        className="font-medium"
      />
    ),
  },
  {
    key: "new",
    header: "Newly failing",
    align: "end",
    width: "6.5rem",
    cell: ({ scan }) => changes(scan.newlyFailing, scan.id, "newly failing"),
  },
  {
    key: "fixed",
    header: "Fixed",
    align: "end",
    width: "4rem",

    cell: ({ scan }) => changes(scan.fixed, scan.id, "fixed"),
  },
  {
    key: "by",
    header: "Uploaded by",
    width: "8rem",
    phone: "end",
    wide: true,
    className: "text-meta text-fg-muted wrap-anywhere",
    cell: ({ scan }) => scan.uploadedBy,
  },
];

export interface ScansTableProps {
  readonly host: string;
  readonly entries: readonly ScanEntry[];
  readonly now: Date;
}

/** A host's scans, newest first by their own time. */
export function ScansTable({ host, entries, now }: ScansTableProps) {
  return (
    <Table caption={`Scans of ${host}`} columns={columns(now)} rows={entries} rowKey={({ scan }) => String(scan.id)} sticky empty={null} />
  );
}
