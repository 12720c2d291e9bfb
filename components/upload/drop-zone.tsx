import { Upload } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { type ChosenFile, filesOf, MAX_FILES } from "./chosen-files";

export interface DropZoneProps {
  readonly isOver: boolean;
  readonly limitMegabytes: number;
  readonly onFiles: (files: readonly ChosenFile[]) => void;
}

/** Says what can be dropped on the page, and opens the lists of files and folders for those who do not drag. */
export function DropZone({ isOver, limitMegabytes, onFiles }: DropZoneProps) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    onFiles(filesOf(input.files));
    // The same file may be chosen again after it was mended.
    input.value = "";
  };
  return (
    <div
      className={classNames(
        "needs-script flex flex-col gap-4 rounded-card border border-dashed px-6 py-5 md:flex-row md:items-center md:gap-5",
        isOver ? "border-accent bg-accent-subtle" : "border-border-strong",
      )}
    >
      <Upload size={16} className="flex-none max-md:-mb-2" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{isOver ? "Drop to add" : "Drop docker-bench logs anywhere on this page"}</p>
        <p className="text-meta text-fg-muted">
          Text or JSON, .gz too. Up to {limitMegabytes} MB each unpacked, {MAX_FILES} files at a time.
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => files.current?.click()}>Choose files</Button>
        <Button onClick={() => folder.current?.click()}>Choose folder</Button>
      </div>
      <input ref={files} type="file" multiple hidden aria-label="Log files" onChange={(event) => take(event.currentTarget)} />
      <input
        ref={(input) => {
          folder.current = input;
          // React does not know this attribute by its type.
          input?.setAttribute("webkitdirectory", "");
        }}
        type="file"
        hidden
        aria-label="Folder of logs"
        onChange={(event) => take(event.currentTarget)}
      />
    </div>
  );
}
