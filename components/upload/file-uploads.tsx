"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Input } from "@/components/ui/input";
import { type ChosenFile, MAX_FILES } from "./chosen-files";
import { DropZone } from "./drop-zone";
import { EntryTable } from "./entry-table";
import type { KnownHosts } from "./host-cell";
import { ImportResults } from "./import-results";
import { holdOf, partedEntries, summaryOf, type UploadEntry } from "./upload-entry";
import { useUploads } from "./use-uploads";
import { useWindowDrop } from "./use-window-drop";

export interface FileUploadsProps {
  readonly hosts: KnownHosts;
  /** Of one file, unpacked. */
  readonly limitBytes: number;
  /** When the page was rendered. */
  readonly now: Date;
}

/** Chosen and dropped files: checked as they come, imported together, and what they changed. */
export function FileUploads({ hosts: told, limitBytes, now }: FileUploadsProps) {
  const uploads = useUploads(limitBytes);
  const [sharedHost, setSharedHost] = useState("");
  const [leftOut, setLeftOut] = useState(0);
  const listId = useId();
  const add = (files: readonly ChosenFile[]) => {
    const room = Math.max(0, MAX_FILES - open.length);
    setLeftOut(Math.max(0, files.length - room));
    uploads.add(files.slice(0, room));
  };
  const isOver = useWindowDrop(add);

  const { entries, isSending } = uploads;
  const { done, open } = partedEntries(entries, isSending);
  const ready = open.filter((entry) => holdOf(entry, sharedHost) === null).length;
  const hosts = { ...told, names: [...new Set([...told.names, ...done.map(({ scan }) => scan.host)])] };
  const { heading, announcement } = useOutcome(entries, isSending, done.length);

  return (
    <>
      <DropZone isOver={isOver} limitMegabytes={limitBytes / 1024 / 1024} onFiles={add} />
      <p role="status" className="sr-only">
        {announcement}
      </p>
      {leftOut > 0 && (
        <div className="mt-4">
          <Callout kind="warning" title={`${leftOut} files were left out`} live>
            {MAX_FILES} files are taken at a time. Import these, then add the rest.
          </Callout>
        </div>
      )}
      {done.length > 0 && (
        <ImportResults title={`${done.length} ${done.length === 1 ? "file" : "files"} imported`} answers={done} headingRef={heading} />
      )}
      {open.length > 0 && (
        <section className="mt-7">
          <div className="mb-1 flex flex-wrap items-baseline gap-x-3">
            <h2>
              {open.length} {open.length === 1 ? "file" : "files"}
            </h2>
            <p className="text-meta text-fg-muted">{summaryOf(open, sharedHost)}</p>
          </div>
          <datalist id={listId}>
            {hosts.names.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <EntryTable entries={open} uploads={uploads} sharedHost={sharedHost} hosts={hosts} listId={listId} now={now} />
          <div className="mt-3 flex flex-wrap items-center gap-2">
            {open.some(({ progress, host }) => progress.at === "checked" && host.trim() === "") && (
              <>
                <label htmlFor={`${listId}-shared`} className="text-meta text-fg-muted">
                  For files without a host use
                </label>
                <Input
                  id={`${listId}-shared`}
                  value={sharedHost}
                  onChange={(event) => setSharedHost(event.currentTarget.value)}
                  list={listId}
                  placeholder="Host name"
                  autoComplete="off"
                  autoCapitalize="off"
                  spellCheck={false}
                  className="w-40!"
                />
              </>
            )}
            {(ready > 0 || isSending) && (
              <Button
                variant="primary"
                className="ml-auto"
                // Not `disabled`: it would lose the focus while the files are sent.
                aria-disabled={ready === 0 || undefined}
                onClick={() => ready > 0 && uploads.importReady(sharedHost)}
              >
                {ready > 0 ? `Import ${ready} ready` : "Importing"}
              </Button>
            )}
          </div>
        </section>
      )}
    </>
  );
}

/** Says once, politely, what came of checking and of sending, and leads the focus to the results. */
function useOutcome(entries: readonly UploadEntry[], isSending: boolean, imported: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  const router = useRouter();
  const [wasBusy, setWasBusy] = useState(false);
  const [announcement, setAnnouncement] = useState("");
  const isBusy = isSending || entries.some(({ progress }) => progress.at === "checking");
  if (wasBusy !== isBusy) {
    setWasBusy(isBusy);
    setAnnouncement(
      isBusy || entries.length === 0 ? "" : `${entries.length === 1 ? "1 file" : `${entries.length} files`}: ${summaryOf(entries, "")}.`,
    );
  }
  useEffect(() => {
    if (imported === 0) return;
    heading.current?.focus();
    // The counts beside the page are others now.
    router.refresh();
  }, [imported, router]);
  return { heading, announcement };
}
