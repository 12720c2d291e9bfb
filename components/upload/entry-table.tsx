import { FileText, X } from "lucide-react";
import { AppLink } from "@/components/ui/app-link";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import { entryDetail } from "./entry-detail";
import { EntryStatus } from "./entry-status";
import { HostCell, type KnownHosts } from "./host-cell";
import { TimeCell } from "./time-cell";
import { holdOf, type UploadEntry } from "./upload-entry";
import type { Uploads } from "./use-uploads";

export interface EntryTableProps {
  readonly entries: readonly UploadEntry[];
  readonly uploads: Uploads;
  readonly sharedHost: string;
  readonly hosts: KnownHosts;
  readonly listId: string;
  readonly now: Date;
}

/** The chosen files: what each holds, whose it is, and where it stands. */
export function EntryTable({ entries, uploads, sharedHost, hosts, listId, now }: EntryTableProps) {
  const columns: readonly Column<UploadEntry>[] = [
    {
      key: "file",
      header: "File",
      rowHeader: true,
      cell: ({ path }) => (
        <span className="flex items-center gap-2">
          <FileText size={14} className="flex-none" />
          <span className="min-w-24 font-medium wrap-anywhere">{path}</span>
        </span>
      ),
    },
    { key: "format", header: "Format", width: "7.5rem", wide: true, className: "text-meta text-fg-muted", cell: formatOf },
    {
      key: "time",
      header: "Scan time (UTC)",
      width: "8.5rem",
      className: "text-meta text-fg-muted",
      cell: (entry) => <TimeCell entry={entry} now={now} onChange={(ranAt) => uploads.edit(entry.id, { ranAt })} />,
    },
    {
      key: "host",
      header: "Host",
      width: "min(13rem, 23vw)",
      cell: (entry) => <HostCell entry={entry} hosts={hosts} listId={listId} onChange={(host) => uploads.edit(entry.id, { host })} />,
    },
    { key: "status", header: "Status", width: "min(14rem, 19vw)", cell: (entry) => <EntryStatus entry={entry} sharedHost={sharedHost} /> },
    {
      key: "actions",
      header: "",
      headerLabel: "Actions",
      width: "5.5rem",
      align: "end",
      phone: "end",
      cell: (entry) => <Actions entry={entry} uploads={uploads} sharedHost={sharedHost} />,
    },
  ];
  return (
    <Table
      caption="Files to import"
      columns={columns}
      rows={entries}
      rowKey={(entry) => String(entry.id)}
      empty={null}
      detail={(entry) => entryDetail({ entry, sharedHost, onEdit: (change) => uploads.edit(entry.id, change) })}
    />
  );
}

const TOOLS: readonly (readonly [prefix: string, name: string])[] = [
  ["kube-bench", "kube-bench "],
  ["aqua", "Aqua "],
];

/** "JSON, 1.6.0". */
function formatOf({ progress }: UploadEntry): string {
  if (progress.at === "refused") return "not recognised";
  const read = progress.at === "imported" ? progress.answer.scan : "check" in progress ? progress.check : null;
  if (read === null) return "";
  const { format, headerVersion } = read;
  const tool = TOOLS.find(([prefix]) => format.startsWith(prefix))?.[1] ?? "";
  return `${tool}${format.endsWith("json") ? "JSON" : "text"}${headerVersion === null ? "" : `, ${headerVersion}`}`;
}

type ActionsProps = Pick<EntryTableProps, "uploads" | "sharedHost"> & { readonly entry: UploadEntry };

function Actions({ entry, uploads, sharedHost }: ActionsProps) {
  const { progress, id, path } = entry;
  if (progress.at === "imported") return null;
  if (progress.at === "waiting" || progress.at === "sending") {
    return (
      <Button size="sm" onClick={() => uploads.cancel(id)}>
        Cancel<span className="sr-only"> {path}</span>
      </Button>
    );
  }
  const known = progress.at === "checked" && holdOf(entry, sharedHost) === "known" ? progress.check.knownAs : null;
  return (
    <span className="inline-flex items-center gap-1">
      {known !== null && (
        <AppLink kind="action" href={`/scans/${known.scanId}`} className="text-meta">
          View<span className="sr-only"> scan {known.scanId}</span>
        </AppLink>
      )}
      {progress.at === "failed" && (
        <Button size="sm" onClick={() => uploads.retry(entry)}>
          Try again<span className="sr-only">: {path}</span>
        </Button>
      )}
      <IconButton label={`Take ${path} off the list`} icon={X} size="sm" tip="start" onClick={() => uploads.remove(id)} />
    </span>
  );
}
