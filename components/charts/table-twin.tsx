import { ChevronRight } from "lucide-react";

export interface TableTwinProps {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly [name: string, ...values: (string | number)[]])[];
  readonly summary?: string;
}

/** The numbers of a chart as a table: the version everybody can read. */
export function TableTwin({ caption, columns, rows, summary = "Table view" }: TableTwinProps) {
  return (
    <details className="group text-meta">
      <summary className="inline-flex min-h-6 items-center gap-1 text-accent hover:underline">
        <ChevronRight size={14} className="group-open:rotate-90" />
        {summary}
      </summary>
      <table className="mt-2 w-full max-w-160">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-border text-small text-fg-subtle">
            {columns.map((column, index) => (
              <th key={column} scope="col" className={`py-1 pr-4 font-medium ${index === 0 ? "text-start" : "text-end"} last:pr-0`}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...values]) => (
            <tr key={name} className="border-b border-border">
              <th scope="row" className="py-1 pr-4 text-start font-normal">
                {name}
              </th>
              {values.map((value, index) => (
                <td key={columns[index + 1] ?? index} className="py-1 pr-4 text-end last:pr-0">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
