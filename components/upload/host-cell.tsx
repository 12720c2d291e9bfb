import { Input } from "@/components/ui/input";
import { readHostName } from "@/lib/shared/host-name";
import type { UploadEntry } from "./upload-entry";

/** The hosts there are, as far as the page was told. */
export interface KnownHosts {
  readonly names: readonly string[];
  /** False when there are more. */
  readonly isAll: boolean;
}

export interface HostCellProps {
  readonly entry: UploadEntry;
  readonly hosts: KnownHosts;
  /** Id of the list of suggestions. */
  readonly listId: string;
  readonly onChange: (host: string) => void;
}

/** The host a file is taken to be of: a guess that can be corrected while the file waits. */
export function HostCell({ entry, hosts, listId, onChange }: HostCellProps) {
  const { progress, host, path } = entry;
  if (progress.at === "checking" || progress.at === "refused") return null;
  if (progress.at !== "checked" && progress.at !== "failed") return host;
  const name = readHostName(host);
  const isBad = host.trim() !== "" && !name.ok;
  return (
    <span className="flex items-center gap-2">
      <Input
        value={host}
        onChange={(event) => onChange(event.currentTarget.value)}
        aria-label={`Host of ${path}`}
        aria-invalid={isBad || undefined}
        title={isBad ? name.error : undefined}
        list={listId}
        placeholder="Host name"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        className="w-28! lg:w-34! md:min-h-7! md:py-0.5!"
      />
      <span className="text-small whitespace-nowrap text-fg-subtle">{remark(entry, hosts)}</span>
    </span>
  );
}

function remark({ progress, host, guess }: UploadEntry, { names, isAll }: KnownHosts): string {
  const name = readHostName(host);
  if (!name.ok) return "";
  const told = progress.at === "checked" && name.value === guess ? progress.check.hostKnown : null;
  if (names.includes(name.value) || told === true) return "known";
  return isAll || told === false ? "new host" : "";
}
