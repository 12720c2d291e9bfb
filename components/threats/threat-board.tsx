import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { StrideChip } from "@/components/marks/stride-chips";
import { STRIDE_CATEGORIES, type StrideLetter } from "@/lib/stride/categories";
import { EXPOSURES } from "@/lib/threats/exposure-words";
import { ThreatCard, type ThreatCardRow } from "./threat-card";

/** The threats of one letter. Null: what was imported under no STRIDE category; left out when there is none. */
export interface ThreatBoardColumn {
  readonly letter: StrideLetter | null;
  readonly threats: readonly ThreatCardRow[];
}

/** Most hosts exposed first, then by the next exposures in their order, then by short name. */
export function byExposure(one: ThreatCardRow, other: ThreatCardRow): number {
  for (const exposure of EXPOSURES) {
    const more = other.counts[exposure] - one.counts[exposure];
    if (more !== 0) return more;
  }
  return one.ref.localeCompare(other.ref, "en", { numeric: true });
}

/** Threats in six columns, S to E: six, three, then one that opens and closes. */
export function ThreatBoard({ columns }: { readonly columns: readonly ThreatBoardColumn[] }) {
  const shown = columns.filter(({ letter, threats }) => letter !== null || threats.length > 0);
  return (
    <div className="threat-board">
      {shown.map((column) => (
        <BoardColumn key={column.letter ?? "none"} column={column} />
      ))}
    </div>
  );
}

function BoardColumn({ column: { letter, threats } }: { readonly column: ThreatBoardColumn }) {
  const name = letter ? STRIDE_CATEGORIES[letter].name : "No STRIDE category";
  const open = threats.filter(({ counts }) => counts.unmitigated > 0).length;
  const chip: ReactNode = letter && <StrideChip letter={letter} decorative />;
  const count = <span className="ml-auto text-small font-normal text-fg-subtle">{`${open} of ${threats.length} open`}</span>;
  return (
    <section aria-label={name} className="threat-column" data-letter={letter ?? "none"}>
      <header className="max-md:hidden">
        <div className="flex min-h-5 items-center gap-2">
          {chip ?? <h2 className="text-meta">{name}</h2>}
          {count}
        </div>
        {chip && <h2 className="mt-2 text-meta">{name}</h2>}
        <p className="text-small text-fg-subtle">{letter ? STRIDE_CATEGORIES[letter].property : "imported under another method"}</p>
      </header>
      {/* The phone's heading opens and closes its column; wider, where the columns stand side by side, nothing is closed. */}
      <details open>
        <summary>
          {chip}
          <h2 className="text-body">{name}</h2>
          {count}
          <ChevronDown size={14} aria-hidden className="threat-column-mark" />
        </summary>
        {threats.length === 0 ? (
          <p className="text-small text-fg-subtle">No threat under this letter.</p>
        ) : (
          <ul className="threat-cards">
            {threats.toSorted(byExposure).map((threat) => (
              <li key={threat.slug}>
                <ThreatCard threat={threat} />
              </li>
            ))}
          </ul>
        )}
      </details>
    </section>
  );
}
