import { Ban, Check, CircleAlert, CircleEllipsis, Equal, Info, type LucideIcon, TriangleAlert, UserRound, X } from "lucide-react";
import { StatusText } from "@/components/ui/badge";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Tone } from "@/components/ui/tone";
import type { LogCheck } from "@/lib/api/log-check";
import { type Hold, holdOf, type UploadEntry } from "./upload-entry";

interface Look {
  readonly tone: Tone;
  readonly icon: LucideIcon;
  readonly words: string;
}

const count = (checks: number): string => `${checks} ${checks === 1 ? "check" : "checks"}`;

function readyLook(check: LogCheck): Look {
  const { checks, notRun, complete } = check;
  if (!complete) return { tone: "amber", icon: TriangleAlert, words: `Ready, cut short after ${count(checks)}` };
  if (notRun !== null && notRun > 0) return { tone: "amber", icon: Info, words: `Ready, ${count(checks)}, ${notRun} not run` };
  return { tone: "green", icon: Check, words: `Ready, ${count(checks)}` };
}

const LOOK: Readonly<Record<Exclude<Hold, "known">, Look>> = {
  checking: { tone: "grey", icon: CircleEllipsis, words: "Checking" },
  "needs-host": { tone: "amber", icon: UserRound, words: "Needs a host" },
  "bad-host": { tone: "red", icon: Ban, words: "Not a host name" },
  refused: { tone: "red", icon: X, words: "Not imported" },
  failed: { tone: "red", icon: CircleAlert, words: "Not checked" },
  "under-way": { tone: "grey", icon: CircleEllipsis, words: "Waiting" },
  imported: { tone: "green", icon: Check, words: "Imported" },
};

function lookOf({ progress }: UploadEntry, hold: Hold | null): Look {
  if (progress.at === "failed" && hold === null) return { tone: "red", icon: CircleAlert, words: "Not sent" };
  if (hold === "known" && progress.at === "checked")
    return { tone: "grey", icon: Equal, words: `Same as scan ${progress.check.knownAs?.scanId}` };
  if (hold === null || hold === "known") return progress.at === "checked" ? readyLook(progress.check) : LOOK.checking;
  return LOOK[hold];
}

export interface EntryStatusProps {
  readonly entry: UploadEntry;
  readonly sharedHost: string;
}

/** Where a file stands, in words. */
export function EntryStatus({ entry, sharedHost }: EntryStatusProps) {
  const { progress, path } = entry;
  if (progress.at === "sending" && progress.part < 1) return <ProgressBar label={`Sending ${path}`} value={progress.part} max={1} />;
  const look =
    progress.at === "sending"
      ? { tone: "blue" as const, icon: CircleEllipsis, words: "Storing" }
      : lookOf(entry, holdOf(entry, sharedHost));
  return (
    <StatusText tone={look.tone} icon={look.icon}>
      {look.words}
    </StatusText>
  );
}
