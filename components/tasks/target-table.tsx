import { ShieldCheck, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { StatePill } from "@/components/marks/state-pill";
import { AppLink } from "@/components/ui/app-link";
import { StatusText } from "@/components/ui/badge";
import { StepBar } from "@/components/ui/progress-bar";
import { Table } from "@/components/ui/table";
import type { Column } from "@/components/ui/table-column";
import { Time } from "@/components/ui/time";
import type { FindingState } from "@/lib/hardening/states";
import { someOf } from "@/lib/shared/some-of";
import { TASK_STATUS_LABELS, type TaskStatus } from "@/lib/tasks/task-status";
import { findingHref, scanHref } from "./task-href";

/** One host of a task. */
export interface TargetView {
  readonly hostId: number;
  readonly host: string;
  readonly status: TaskStatus;
  readonly waived: boolean;
  readonly findingId: number | null;
  readonly state: FindingState | null;
  /** What fails now, of what the task is about. */
  readonly items: readonly string[];
  /** The items it is about, by name; null for the whole check. */
  readonly scope: readonly string[] | null;
  readonly itemsFixed: { readonly fixed: number; readonly of: number } | null;
  readonly verifiedScanId: number | null;
  readonly verifiedAt: Date | null;
  readonly fixedBy: string | null;
  readonly fixedAt: Date | null;
  readonly stillFailing: readonly string[];
  readonly reopenedScanId: number | null;
  readonly latestRanAt: Date | null;
  readonly latestScanId: number | null;
}

export interface TargetTableProps {
  readonly targets: readonly TargetView[];
  readonly now: Date;
}

/** The checklist of a task: each host, where its finding is now, and what is left there. */
export function TargetTable({ targets, now }: TargetTableProps) {
  const columns: readonly Column<TargetView>[] = [
    {
      key: "host",
      header: "Host",
      width: "10.5rem",
      rowHeader: true,
      className: "wrap-anywhere",
      cell: (target) => <HostCell target={target} now={now} />,
    },
    {
      key: "state",
      header: "Finding",
      width: "10.5rem",
      phone: "top",
      cell: ({ state }) => (state === null ? <span className="text-meta text-fg-subtle">Not known</span> : <StatePill state={state} />),
    },
    { key: "left", header: "What is left", className: "wrap-anywhere", cell: (target) => <LeftCell target={target} now={now} /> },
  ];
  return (
    <Table
      caption="Hosts of this task"
      columns={columns}
      rows={targets}
      rowKey={({ hostId }) => String(hostId)}
      empty={<p className="border-y border-border py-3 text-fg-muted">Every host of this task has been deleted.</p>}
    />
  );
}

interface TargetProps {
  readonly target: TargetView;
  readonly now: Date;
}

/** What is left, and of a check that names items how many of them are fixed. */
function LeftCell({ target, now }: TargetProps) {
  const { scope, itemsFixed, status } = target;
  return (
    <span className="flex flex-col items-start gap-1">
      <WhatIsLeft target={target} now={now} />
      {scope !== null && <Quiet>This task is about {someOf(scope, 6)} only.</Quiet>}
      {itemsFixed !== null && itemsFixed.of > 1 && status !== "verified" && (
        <StepBar done={itemsFixed.fixed} of={itemsFixed.of} words="items fixed" />
      )}
    </span>
  );
}

function WhatIsLeft({ target, now }: TargetProps) {
  const { status, waived, state, items, stillFailing, fixedBy, fixedAt } = target;
  if (status === "verified") return <Verified target={target} now={now} />;
  if (waived) return <Quiet>Nothing while it is {state === "accepted" ? "an accepted risk" : "not applicable"}.</Quiet>;
  if (status === "awaiting_verification") {
    return (
      <Quiet>
        {fixedBy && fixedAt ? (
          <>
            {fixedBy} says fixed, <Time at={fixedAt} now={now} as="moment" />.{" "}
          </>
        ) : (
          "Said to be fixed. "
        )}
        Waits for a scan of {target.host} that runs after that.
      </Quiet>
    );
  }
  const label = TASK_STATUS_LABELS[status];
  const left = stillFailing.length > 0 ? `still failing after “fixed”: ${someOf(stillFailing, 4)}` : itemWords(items, state);
  const attestable = state === "needs_review" && items.length === 0 && stillFailing.length === 0;
  return (
    <span className="flex flex-col gap-0.5">
      {target.reopenedScanId !== null && <Reopened target={target} scanId={target.reopenedScanId} now={now} />}
      <Quiet>
        {label}, {left}
        {attestable && (
          <>
            {" "}
            <AppLink href={findingHref(target.host, target.findingId)}>Attest it</AppLink>
          </>
        )}
      </Quiet>
    </span>
  );
}

function itemWords(items: readonly string[], state: FindingState | null): string {
  if (items.length > 0) return `it names ${someOf(items, 4)}`;
  if (state === "needs_review") return "no tool decides it, so a person has to look.";
  return state === null ? "nothing is known of it" : "the check as a whole";
}

function HostCell({ target, now }: TargetProps) {
  const { host, findingId, latestRanAt, latestScanId } = target;
  return (
    <>
      <AppLink kind="title" href={findingHref(host, findingId)}>
        {host}
      </AppLink>
      <span className="block text-small text-fg-subtle">
        {latestRanAt === null || latestScanId === null ? (
          "never scanned"
        ) : (
          <>
            scanned <Time at={latestRanAt} now={now} />
          </>
        )}
      </span>
    </>
  );
}

const Quiet = ({ children }: { readonly children: ReactNode }) => <span className="text-meta text-fg-muted">{children}</span>;

function Verified({ target: { verifiedScanId, verifiedAt }, now }: { readonly target: TargetView; readonly now: Date }) {
  return (
    <StatusText tone="green" icon={ShieldCheck}>
      {verifiedScanId === null ? (
        "Verified by attestation"
      ) : (
        <>
          Verified by{" "}
          <AppLink kind="bare" href={scanHref(verifiedScanId)} className="underline underline-offset-3">
            scan {verifiedScanId}
          </AppLink>
        </>
      )}
      {verifiedAt && (
        <>
          , <Time at={verifiedAt} now={now} as="moment" />
        </>
      )}
    </StatusText>
  );
}

function Reopened({ target, scanId, now }: { readonly target: TargetView; readonly scanId: number; readonly now: Date }) {
  return (
    <StatusText tone="red" icon={Undo2}>
      Reopened by{" "}
      <AppLink kind="bare" href={scanHref(scanId)} className="underline underline-offset-3">
        scan {scanId}
      </AppLink>
      {target.fixedBy && target.fixedAt && (
        <>
          ; fixed by {target.fixedBy}, <Time at={target.fixedAt} now={now} as="day" />
        </>
      )}
    </StatusText>
  );
}
