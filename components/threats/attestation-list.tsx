import { Download } from "lucide-react";
import { Time } from "@/components/ui/time";
import type { FormAction } from "@/lib/shared/form-state";
import { EXPOSURE_FACTS } from "@/lib/threats/exposure-words";
import { ExposureMark } from "./exposure-mark";
import { WithdrawForm } from "./withdraw-form";

/** What a person stated of a threat on a host. */
export interface ShownAttestation {
  readonly id: number;
  readonly host: string;
  readonly says: "mitigated" | "unmitigated";
  readonly statement: string;
  readonly link: string | null;
  readonly fileName: string | null;
  readonly at: Date;
  readonly until: Date;
  readonly actor: string;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
}

export interface AttestationListProps {
  readonly statements: readonly ShownAttestation[];
  /** Null for people who may not take one back. */
  readonly withdraw: FormAction | null;
  /** There may be older ones. */
  readonly more: boolean;
  readonly now: Date;
}

/** What people stated of a threat, newest first, with what ended or was taken back. */
export function AttestationList({ statements, withdraw, more, now }: AttestationListProps) {
  return (
    <>
      <ul className="text-meta">
        {statements.map((statement) => (
          <li key={statement.id} className="border-b border-border py-2">
            <Statement statement={statement} withdraw={withdraw} now={now} />
          </li>
        ))}
      </ul>
      {more && <p className="mt-2 text-meta text-fg-muted">Older ones are not shown.</p>}
    </>
  );
}

interface StatementProps {
  readonly statement: ShownAttestation;
  readonly withdraw: FormAction | null;
  readonly now: Date;
}

function Statement({ statement, withdraw, now }: StatementProps) {
  const { id, host, says, statement: words, link, fileName, at, until, actor, withdrawnAt, withdrawnBy } = statement;
  const ended = until <= now;
  const over = ended || withdrawnAt !== null;
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-3">
          {/* What does not count any more carries no colour. */}
          {over ? (
            <span className="text-small font-medium text-fg-muted">{EXPOSURE_FACTS[says].label}</span>
          ) : (
            <ExposureMark exposure={says} />
          )}
          <bdi className="font-medium wrap-anywhere">{host}</bdi>
          <span className="text-fg-muted">
            {actor}, <Time at={at} now={now} as="moment" />, {ended ? "ended" : "until"} <Time at={until} now={now} as="day" />
          </span>
        </p>
        <p className="max-w-prose whitespace-pre-line wrap-anywhere">{words}</p>
        {(link !== null || fileName !== null) && (
          <p className="flex flex-wrap gap-x-4">
            {link !== null && (
              <a href={link} rel="noreferrer" className="text-accent underline decoration-1 underline-offset-3 wrap-anywhere">
                {link}
              </a>
            )}
            {fileName !== null && (
              <a
                href={`/threats/attestations/${id}/file`}
                className="inline-flex items-center gap-1 text-accent underline underline-offset-3"
              >
                <Download size={12} />
                <bdi className="wrap-anywhere">{fileName}</bdi>
              </a>
            )}
          </p>
        )}
        {withdrawnAt !== null && (
          <p className="text-fg-muted">
            Withdrawn by {withdrawnBy}, <Time at={withdrawnAt} now={now} as="moment" />
          </p>
        )}
      </div>
      {withdraw !== null && !over && <WithdrawForm action={withdraw} attestation={id} host={host} />}
    </div>
  );
}
