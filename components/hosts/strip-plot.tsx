import { AppLink } from "@/components/ui/app-link";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { formatStamp } from "@/components/ui/time-format";
import type { EditionRun, StripRow } from "@/lib/hardening/history-strip";

/** A scan as a column, oldest first. */
export interface StripColumn {
  readonly id: number;
  readonly ranAt: Date;
  readonly complete: boolean;
  /** The numbering before, where it is another one now. */
  readonly editionBefore: string | null;
  readonly edition: string | null;
}

export interface StripPlotProps {
  readonly host: string;
  readonly columns: readonly StripColumn[];
  readonly editions: readonly EditionRun[];
  readonly rows: readonly (StripRow & { readonly href: string })[];
}

/** So many scans leave room for the names of checks. */
const FEW = 12;

/**
 * The checks that changed, over the scans of a page: a real table that draws itself. The words of a cell are its text, and the
 * style sheet shows a glyph in their place; the only stops of the tab key are the region, which scrolls, and the links of the rows.
 */
export function StripPlot({ host, columns, editions, rows }: StripPlotProps) {
  return (
    <>
      <ScrollRegion label="Checks that changed, scan by scan" className="strip-region">
        <table className="strip" data-few={columns.length <= FEW ? "" : undefined}>
          <caption className="sr-only">
            Checks of {host} whose result changed, scan by scan from {stampOf(columns[0])} to {stampOf(columns.at(-1))}
          </caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                Check
              </th>
              {editions.map(({ tool, edition, scans }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an edition may come back; its place is its identity.
                <th key={index} scope="colgroup" colSpan={scans} title={`Numbering ${edition ?? "not told"}, ${tool}`}>
                  <span>{edition ?? tool}</span>
                </th>
              ))}
            </tr>
            <tr>
              {columns.map((column) => (
                <th key={column.id} scope="col" data-edition={column.editionBefore === null ? undefined : "changed"}>
                  <span className="sr-only">{columnWords(column)}</span>
                  <span aria-hidden title={columnWords(column)}>
                    {DAY.format(column.ranAt)}
                    {!column.complete && " ·"}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, number, title, href, cells }) => (
              <tr key={key}>
                <th scope="row">
                  <AppLink kind="bare" href={href} className="strip-link" title={title}>
                    <span className="text-fg-subtle">{number}</span> <ShortTitle title={title} />
                  </AppLink>
                </th>
                {cells.map((cell, index) => (
                  <td
                    key={columns[index]?.id ?? index}
                    data-outcome={cell?.outcome ?? "absent"}
                    data-changed={cell?.changed || undefined}
                    data-edition={columns[index]?.editionBefore ? "changed" : undefined}
                  >
                    {cell?.level ?? "not in it"}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <StripKey columns={columns} />
    </>
  );
}

/** Room is for what differs: the "Ensure" that opens most titles is for ears only. */
function ShortTitle({ title }: { readonly title: string }) {
  const [lead] = /^Ensure (that )?(the )?/.exec(title) ?? [""];
  return (
    <bdi>
      <span className="sr-only">{lead}</span>
      {title.slice(lead.length)}
    </bdi>
  );
}

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

const stampOf = (column: StripColumn | undefined): string => (column === undefined ? "" : formatStamp(column.ranAt));

function columnWords({ id, ranAt, complete, editionBefore, edition }: StripColumn): string {
  const changed = editionBefore === null ? "" : `, edition changed from ${editionBefore} to ${edition}`;
  return `Scan ${id}, ${formatStamp(ranAt)}${complete ? "" : ", partial"}${changed}`;
}

const KEY = [
  ["pass", "passes"],
  ["fail", "fails"],
  ["info", "could not be decided"],
  ["manual", "needs a person"],
  ["absent", "not in that scan"],
] as const;

function StripKey({ columns }: Pick<StripPlotProps, "columns">) {
  const changes = columns.filter(({ editionBefore }) => editionBefore !== null);
  return (
    <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-small text-fg-muted">
      {KEY.map(([outcome, words]) => (
        <li key={outcome} className="flex items-center gap-1.5">
          <span aria-hidden className="strip-swatch" data-outcome={outcome} />
          {words}
        </li>
      ))}
      {columns.some(({ complete }) => !complete) && <li>· after a date: a partial scan</li>}
      {changes.map(({ id, ranAt, editionBefore, edition }) => (
        <li key={id} className="flex items-center gap-1.5">
          <span aria-hidden className="strip-swatch" data-edition="changed" />
          {DAY.format(ranAt)}: {editionBefore} → {edition}
        </li>
      ))}
    </ul>
  );
}
