import type { ReactNode, Ref } from "react";
import { AppLink } from "@/components/ui/app-link";
import type { UploadAnswer } from "@/lib/api/upload-json";

export interface ImportResultsProps {
  readonly title: string;
  readonly answers: readonly UploadAnswer[];
  /** Takes the focus when the results come. */
  readonly headingRef: Ref<HTMLHeadingElement>;
}

/** What the imported logs changed, one line for each, and every number a link to what makes it. */
export function ImportResults({ title, answers, headingRef }: ImportResultsProps) {
  return (
    <section className="mt-7">
      <h2 ref={headingRef} tabIndex={-1} className="focus-visible:outline-offset-4">
        {title}
      </h2>
      <ul className="mt-1">
        {answers.map((answer, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: results are only ever added, and one scan may come from two files.
          <li key={index} className="border-b border-border py-2">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <AppLink kind="title" href={`/hosts/${encodeURIComponent(answer.scan.host)}`}>
                {answer.scan.host}
              </AppLink>
              <span className="text-fg-muted">{changes(answer)}</span>
              <AppLink kind="action" href={`/scans/${answer.scan.id}`} className="ml-auto text-meta">
                View scan
                <span className="sr-only">
                  {" "}
                  {answer.scan.id} of {answer.scan.host}
                </span>
              </AppLink>
            </p>
            {answer.warnings.map((warning) => (
              <p key={warning} className="text-meta text-fg-muted first-letter:uppercase">
                {warning}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function changes({ scan, diff, duplicate, scans = [] }: UploadAnswer): ReactNode {
  if (duplicate) return `already here as scan ${scan.id}, nothing changed`;
  const to = `/scans/${scan.id}`;
  const runs = scans.length > 1 ? `${scans.length} scans; the newest: ` : "";
  if (diff.base === null) {
    return (
      <>
        {runs}
        <Count href={`${to}#newly-failing`} count={diff.newlyFailing.length} words="failing" /> of {scan.checks} checks, nothing earlier to
        compare with
      </>
    );
  }
  const parts = [
    { id: "newly-failing", count: diff.newlyFailing.length, words: "newly failing" },
    { id: "fixed", count: diff.fixed.length, words: "fixed" },
    { id: "changed-items", count: diff.changedItems.length, words: "with other items" },
    { id: "not-assessed", count: diff.notAssessed.length, words: "not assessed" },
  ].filter(({ count }) => count > 0);
  if (parts.length === 0) return `${runs}nothing changed`;
  return (
    <>
      {runs}
      {parts.map(({ id, count, words }, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <Count href={`${to}#${id}`} count={count} words={words} />
        </span>
      ))}
    </>
  );
}

const Count = ({ href, count, words }: { readonly href: string; readonly count: number; readonly words: string }) =>
  count === 0 ? (
    <>nothing {words}</>
  ) : (
    <AppLink href={href}>
      {count} {words}
    </AppLink>
  );
