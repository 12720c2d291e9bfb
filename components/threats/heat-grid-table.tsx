import { Check, Clock } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { StrideChip } from "@/components/marks/stride-chips";
import { AppLink } from "@/components/ui/app-link";
import { StatusText } from "@/components/ui/badge";
import { STRIDE_CATEGORIES, STRIDE_LETTERS } from "@/lib/stride/categories";
import { type HeatCell, heatStep } from "@/lib/threats/heat";
import type { GridPlace } from "./grid-move";
import type { HeatProps, HeatRow } from "./heat-row";
import { heatHref, heatWords, honestCell, SHORT_NAME } from "./heat-words";

/** Row header, six letters, all. */
const FIXED_COLUMNS = STRIDE_LETTERS.length + 2;

export const heatColumns = (nextFix: boolean): number => FIXED_COLUMNS + (nextFix ? 1 : 0);

export interface HeatGridTableProps extends HeatProps, Pick<ComponentProps<"table">, "ref" | "onKeyDown" | "onFocus"> {
  /** The one tab stop. Null before scripts run: every link is a plain link then. */
  readonly at: GridPlace | null;
}

/** What a cell of the grid needs to be found and focused. */
interface Spot {
  readonly "data-at": string;
  readonly tabIndex: number | undefined;
}

type SpotOf = (column: number) => Spot;

/** The heatmap's markup. HeatGrid adds the keys. */
export function HeatGridTable({ label, rowHeading, rows, nextFix = true, at, ...table }: HeatGridTableProps) {
  return (
    <table {...table} role={at ? "grid" : undefined} aria-label={label} className="heat">
      <colgroup>
        <col className="heat-name" />
        {STRIDE_LETTERS.map((letter) => (
          <col key={letter} />
        ))}
        <col className="heat-all" />
        {nextFix && <col className="heat-fix" />}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{rowHeading}</th>
          {STRIDE_LETTERS.map((letter) => (
            <th key={letter} scope="col" title={STRIDE_CATEGORIES[letter].name}>
              <StrideChip letter={letter} decorative />
              <span>{SHORT_NAME[letter]}</span>
            </th>
          ))}
          <th scope="col" data-end>
            All
          </th>
          {nextFix && (
            <th scope="col" data-fix>
              Next fix
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <BodyRow key={row.key} row={row} nextFix={nextFix} spot={(column) => spotAt(at, index, column)} />
        ))}
      </tbody>
    </table>
  );
}

function spotAt(at: GridPlace | null, row: number, column: number): Spot {
  const here = at?.row === row && at.column === column;
  return { "data-at": `${row}:${column}`, tabIndex: at === null ? undefined : here ? 0 : -1 };
}

function BodyRow({ row, nextFix, spot }: { readonly row: HeatRow; readonly nextFix: boolean; readonly spot: SpotOf }) {
  const { name, href, remark, cells, all } = row;
  return (
    <tr>
      <th scope="row">
        <span className="flex flex-wrap items-center gap-x-2">
          <AppLink kind="title" href={href} {...spot(0)}>
            {name}
          </AppLink>
          {remark?.kind === "stale" && (
            <StatusText tone="amber" icon={Clock}>
              {remark.words}
            </StatusText>
          )}
          {remark?.kind === "plain" && <span className="text-small font-normal text-fg-subtle">{remark.words}</span>}
        </span>
      </th>
      {STRIDE_LETTERS.map((letter, index) => (
        <LetterCell key={letter} cell={honestCell(cells[letter])} spot={spot(index + 1)} />
      ))}
      <AllCell cell={honestCell(all)} spot={spot(FIXED_COLUMNS - 1)} />
      {nextFix && <FixCell fix={row.nextFix} spot={spot(FIXED_COLUMNS)} />}
    </tr>
  );
}

/** A cell with a link gives its focus to the link; one without takes it itself. */
function GridCell({
  href,
  spot,
  children,
  ...cell
}: { readonly href: string | null; readonly spot: Spot; readonly children: ReactNode } & ComponentProps<"td">) {
  return (
    <td {...cell} {...(href === null ? spot : {})}>
      {href === null ? (
        children
      ) : (
        <AppLink kind="bare" href={href} {...spot}>
          {children}
        </AppLink>
      )}
    </td>
  );
}

function LetterCell({ cell, spot }: { readonly cell: HeatCell; readonly spot: Spot }) {
  const words = heatWords(cell);
  if (cell.kind === "counted") {
    const step = heatStep(cell.unmitigated, cell.assessed);
    return (
      <GridCell href={cell.href} spot={spot} data-heat={step}>
        {step === 0 && <Check size={12} strokeWidth={2.4} aria-hidden />}
        <span aria-hidden>{`${cell.unmitigated}/${cell.assessed}`}</span>
        <span className="sr-only">{words}</span>
      </GridCell>
    );
  }
  if (cell.kind === "out" || cell.kind === "none") {
    return (
      <GridCell href={null} spot={spot} data-heat="out">
        <span aria-hidden>–</span>
        <span className="sr-only">{words}</span>
      </GridCell>
    );
  }
  return (
    <GridCell href={heatHref(cell)} spot={spot} data-heat={cell.kind === "gap" ? "gap" : "hatched"} title={words}>
      <span className="heat-patch">
        {cell.kind === "no_check" ? "no check" : words}
        {cell.kind === "no_check" && <span className="sr-only"> covers this</span>}
      </span>
    </GridCell>
  );
}

function AllCell({ cell, spot }: { readonly cell: HeatCell; readonly spot: Spot }) {
  return (
    <GridCell href={heatHref(cell)} spot={spot} data-heat="all">
      <span aria-hidden>{cell.kind === "counted" ? `${cell.unmitigated}/${cell.assessed}` : "–"}</span>
      <span className="sr-only">{heatWords(cell)}</span>
    </GridCell>
  );
}

function FixCell({ fix, spot }: { readonly fix: HeatRow["nextFix"]; readonly spot: Spot }) {
  return (
    <td data-heat="fix" {...(fix === null ? spot : {})}>
      {fix === null ? (
        <span className="sr-only">none</span>
      ) : (
        <>
          {fix.number !== null && <span className="text-fg-subtle">{fix.number} </span>}
          <AppLink kind={fix.number === null ? "action" : "row"} href={fix.href} {...spot}>
            {fix.title}
          </AppLink>
        </>
      )}
    </td>
  );
}
