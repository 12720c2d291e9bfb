import { AppLink } from "@/components/ui/app-link";
import { Callout } from "@/components/ui/callout";
import { Time } from "@/components/ui/time";
import type { FormAction } from "@/lib/shared/form-state";
import { groupBy } from "@/lib/shared/group-by";
import { UndoForm } from "./undo-form";

interface FailureView {
  readonly what: string;
  readonly href: string | null;
  readonly reason: string;
}

export interface BulkStripProps {
  readonly action: {
    readonly id: number;
    readonly at: Date;
    readonly actor: string;
    readonly summary: string;
    readonly failures: readonly FailureView[];
    readonly undoneAt: Date | null;
    readonly undoneBy: string | null;
    readonly undoFailures: readonly FailureView[];
  };
  readonly now: Date;
  /** Null for who may not undo it. */
  readonly undo: { readonly action: FormAction; readonly back: string } | null;
}

/** What one action on many things did: how many, which not and why, and Undo. Once undone, what of it could not be. */
export function BulkStrip({ action, now, undo }: BulkStripProps) {
  const { id, at, actor, summary, failures, undoneAt, undoneBy, undoFailures } = action;
  if (undoneAt !== null) {
    return (
      <Callout kind={undoFailures.length === 0 ? "info" : "warning"} live title={`Undone by ${undoneBy}: ${summary}`}>
        <Failures lead="Left as they are:" failures={undoFailures} />
        <p className="text-meta">
          <Time at={undoneAt} now={now} as="moment" />.
        </p>
      </Callout>
    );
  }
  return (
    <Callout
      kind={failures.length === 0 ? "success" : "warning"}
      live
      title={summary}
      actions={undo && <UndoForm bulk={id} back={undo.back} action={undo.action} />}
    >
      <Failures lead="Left out:" failures={failures} />
      <p className="text-meta">
        By {actor}, <Time at={at} now={now} as="moment" />. Undo puts back what nobody has changed since.
      </p>
    </Callout>
  );
}

const SHOWN_GROUPS = 8;
const SHOWN_EACH = 12;

/** What was left, by reason. */
function Failures({ lead, failures }: { readonly lead: string; readonly failures: readonly FailureView[] }) {
  if (failures.length === 0) return null;
  const groups = [...groupBy(failures, ({ reason }) => reason)];
  return (
    <div className="mb-1 text-meta">
      <p className="font-medium">
        {lead} {failures.length}
      </p>
      <ul>
        {groups.slice(0, SHOWN_GROUPS).map(([reason, alike]) => (
          <li key={reason} className="wrap-anywhere">
            {alike.slice(0, SHOWN_EACH).map(({ what, href }, index) => (
              <span key={`${what} ${href}`}>
                {index > 0 && ", "}
                {href === null ? what : <AppLink href={href}>{what}</AppLink>}
              </span>
            ))}
            {alike.length > SHOWN_EACH && ` and ${alike.length - SHOWN_EACH} more`}: {reason}
          </li>
        ))}
        {groups.length > SHOWN_GROUPS && <li>and {groups.length - SHOWN_GROUPS} more reasons</li>}
      </ul>
    </div>
  );
}
