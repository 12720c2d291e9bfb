import { ShieldCheck, Undo2 } from "lucide-react";
import { AppLink } from "@/components/ui/app-link";
import { StatusText } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import { someOf } from "@/lib/shared/some-of";
import { scanHref } from "./task-href";
import { TaskProgress } from "./task-progress";
import { hostWords, type TaskView } from "./task-view";

export interface TaskStandingProps {
  readonly task: TaskView;
  readonly now: Date;
}

/** What evidence and people last said of a task: reopened, still failing, claimed, verified; nothing for a new one. */
export function TaskStanding({ task, now }: TaskStandingProps) {
  const { status, reopenedScanId, stillFailing, claim, verifiedScanId, hosts } = task;
  if (status === "verified") return <VerifiedBy scanId={verifiedScanId} hosts={hosts.count} />;
  return (
    <>
      <TaskProgress task={task} />
      {reopenedScanId !== null && (
        <p>
          <StatusText tone="red" icon={Undo2}>
            Reopened by{" "}
            <AppLink kind="bare" href={scanHref(reopenedScanId)} className="underline underline-offset-3">
              scan {reopenedScanId}
            </AppLink>
          </StatusText>
        </p>
      )}
      {stillFailing.length > 0 && (
        <p className="text-meta wrap-anywhere text-fg-muted">Still failing in the last scan: {someOf(stillFailing, 3)}</p>
      )}
      {claim && (
        <p className="text-meta wrap-anywhere text-fg-muted">
          {claim.by} says fixed, <Time at={claim.at} now={now} as="day" />. Waits for a scan of {hostWords(claim.waiting, claim.names)}.
        </p>
      )}
    </>
  );
}

function VerifiedBy({ scanId, hosts }: { readonly scanId: number | null; readonly hosts: number }) {
  return (
    <p>
      <StatusText tone="green" icon={ShieldCheck}>
        {scanId === null ? (
          "Verified by attestation"
        ) : (
          <>
            Verified by{" "}
            <AppLink kind="bare" href={scanHref(scanId)} className="underline underline-offset-3">
              scan {scanId}
            </AppLink>
            {hosts > 1 && ` and others`}
          </>
        )}
      </StatusText>
    </p>
  );
}
