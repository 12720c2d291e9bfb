import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Time } from "@/components/ui/time";
import type { UploadEntry } from "./upload-entry";

export interface TimeCellProps {
  readonly entry: UploadEntry;
  readonly now: Date;
  readonly onChange: (ranAt: string) => void;
}

/** When the scan ran. A log that does not say it is dated by its upload, unless somebody knows better. */
export function TimeCell({ entry: { progress, path, ranAt }, now, onChange }: TimeCellProps) {
  const [isOpen, setOpen] = useState(false);
  if (progress.at === "imported") return <Time at={progress.answer.scan.ranAt} now={now} as="moment" />;
  if (!("check" in progress) || progress.check === null) return null;
  const { startedAt } = progress.check;
  if (startedAt !== null) return <Time at={startedAt} now={now} as="moment" />;
  if (progress.at === "checked" && (isOpen || ranAt !== "")) {
    return (
      <Input
        type="datetime-local"
        value={ranAt}
        max={now.toISOString().slice(0, 16)}
        onChange={(event) => onChange(event.currentTarget.value.slice(0, 16))}
        aria-label={`When ${path} ran, UTC`}
        className="w-46! md:min-h-7! md:py-0.5!"
      />
    );
  }
  return (
    <span className="whitespace-nowrap">
      none in log
      {progress.at === "checked" && (
        <Button variant="plain" size="sm" className="ml-1" onClick={() => setOpen(true)}>
          Set<span className="sr-only"> the time of {path}</span>
        </Button>
      )}
    </span>
  );
}
