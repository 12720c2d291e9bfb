import { STATE_LOOK } from "@/components/marks/state-pill";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import { Time } from "@/components/ui/time";
import { toneClass } from "@/components/ui/tone";
import { type HistoryStep, historyWords, itemWords } from "./finding-words";

export interface FindingHistoryProps {
  /** Newest first. */
  readonly steps: readonly HistoryStep[];
  /** There are older ones that are not given. */
  readonly cut: boolean;
  readonly now: Date;
}

/** What happened to a finding: from scans, from people, from the calendar. */
export function FindingHistory({ steps, cut, now }: FindingHistoryProps) {
  return (
    <>
      <ol>
        {steps.map((step, index) => {
          const { icon: Icon, tone } = STATE_LOOK[step.to];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two steps may share their moment, and the list only ever grows at its head.
            <li key={index} className={classNames("grid grid-cols-[1rem_5.25rem_minmax(0,1fr)] gap-2 py-1 text-meta", toneClass(tone))}>
              <Icon size={14} className="mt-0.75 text-tone" />
              <Time at={step.at} now={now} as="day" className="text-fg-subtle" />
              <StepWords step={step} />
            </li>
          );
        })}
      </ol>
      {cut && <p className="mt-1 text-small text-fg-muted">Older steps are not shown.</p>}
    </>
  );
}

function StepWords({ step }: { readonly step: HistoryStep }) {
  const { scanId, actor, itemsGained, itemsLost, note } = step;
  return (
    <div className="min-w-0 wrap-anywhere">
      {historyWords(step)}
      {scanId !== null && (
        <>
          , <AppLink href={`/scans/${scanId}`}>scan {scanId}</AppLink>
        </>
      )}
      {actor !== null && `, by ${actor}`}
      {step.kind !== "first_seen" && itemsGained.length > 0 && (
        <div className="text-small text-fg-muted">{itemWords("+", itemsGained)}</div>
      )}
      {step.kind !== "first_seen" && itemsLost.length > 0 && <div className="text-small text-fg-muted">{itemWords("−", itemsLost)}</div>}
      {note && <div className="text-small text-fg-muted">“{note}”</div>}
    </div>
  );
}
