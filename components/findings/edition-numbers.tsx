import { ChevronRight } from "lucide-react";

export interface EditionNumbersProps {
  readonly numbers: readonly { readonly edition: string; readonly number: string }[];
  /** What changed between editions, if anything did. */
  readonly note: string | null;
}

/** The numbers a control has in each edition: the title is its identity, a number is only an alias. */
export function EditionNumbers({ numbers, note }: EditionNumbersProps) {
  return (
    <details className="group pt-4 text-meta">
      <summary className="inline-flex min-h-6 items-center gap-1 text-small font-medium text-fg-muted hover:text-fg">
        <ChevronRight size={12} className="group-open:rotate-90" />
        Numbers in other editions
      </summary>
      {note !== null && <p className="mt-1 mb-2 text-fg-muted">{note}</p>}
      <table className="mt-1 w-full">
        <caption className="sr-only">Number of this check in each edition</caption>
        <thead>
          <tr className="border-b border-border text-small text-fg-subtle">
            <th scope="col" className="py-1 text-start font-medium">
              Edition
            </th>
            <th scope="col" className="py-1 text-end font-medium">
              Number
            </th>
          </tr>
        </thead>
        <tbody>
          {numbers.map(({ edition, number }) => (
            <tr key={`${edition} ${number}`} className="border-b border-border">
              <th scope="row" className="py-1 text-start font-normal">
                {edition}
              </th>
              <td className="py-1 text-end">{number}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
