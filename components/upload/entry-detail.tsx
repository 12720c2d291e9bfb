import { AppLink } from "@/components/ui/app-link";
import { Checkbox } from "@/components/ui/input";
import { readHostName } from "@/lib/shared/host-name";
import { ProblemBox } from "./problem-box";
import { holdOf, type UploadAct, type UploadEntry } from "./upload-entry";

export interface EntryDetailProps {
  readonly entry: UploadEntry;
  readonly sharedHost: string;
  readonly onEdit: (change: Extract<UploadAct, { do: "edit" }>["change"]) => void;
}

/** What must be said of a file beyond its row; null when there is nothing. */
export function entryDetail(props: EntryDetailProps) {
  const { entry, sharedHost } = props;
  const { progress } = entry;
  if (progress.at === "refused") {
    return (
      <div className="md:pl-6">
        <ProblemBox problem={progress.problem} of={entry.path} />
      </div>
    );
  }
  const remarks = progress.at === "checked" || progress.at === "failed" ? remarksOf(entry, sharedHost) : [];
  const runs = progress.at === "checked" && holdOf(entry, sharedHost) !== "known" ? progress.check.runs.length : 1;
  if (remarks.length === 0 && runs < 2) return null;
  return (
    <div className="flex flex-col gap-1 text-meta text-fg-muted md:pl-6">
      {remarks}
      {runs > 1 && (
        <Checkbox
          checked={entry.takeAllRuns}
          onChange={(event) => props.onEdit({ takeAllRuns: event.currentTarget.checked })}
          label={`Take all ${runs} runs in this file`}
          hint={entry.takeAllRuns ? "Each becomes a scan of its own." : "Without this, only the newest complete one is taken."}
        />
      )}
    </div>
  );
}

function remarksOf(entry: UploadEntry, sharedHost: string) {
  const { progress, host } = entry;
  if (progress.at === "failed") return [<p key="failed">{progress.problem.detail}</p>];
  if (progress.at !== "checked") return [];
  const { knownAs, zoneAssumed, remarks } = progress.check;
  const name = readHostName(host.trim() || sharedHost);
  const lines = [];
  if (host.trim() !== "" && !name.ok) lines.push(<p key="host">{name.error}</p>);
  if (knownAs !== null && name.ok && knownAs.host !== name.value) {
    lines.push(
      <p key="known">
        The same file is <AppLink href={`/scans/${knownAs.scanId}`}>scan {knownAs.scanId}</AppLink> of {knownAs.host}. Is {name.value} the
        right host?
      </p>,
    );
  }
  if (zoneAssumed) lines.push(<p key="zone">The log’s time has no zone. It is taken in the host’s zone, or as UTC.</p>);
  for (const remark of remarks)
    lines.push(
      <p key={remark} className="first-letter:uppercase">
        {remark}
      </p>,
    );
  return lines;
}
