import { StatePill } from "@/components/marks/state-pill";
import { StrideChips } from "@/components/marks/stride-chips";
import { AppLink } from "@/components/ui/app-link";
import { Table } from "@/components/ui/table";
import type { Column, RowGroup } from "@/components/ui/table-column";
import { stride } from "@/lib/catalogue/controls";
import { byNumber, type DiffClass, type DiffEntry, type ScanDiff } from "@/lib/hardening/diff";
import type { FindingState } from "@/lib/hardening/states";
import { ControlTitle } from "./control-title";
import { DIFF_CLASSES, whyWords } from "./diff-classes";
import { ItemList } from "./item-list";
import { LevelChange } from "./level-change";
import { printedTitle } from "./printed-title";
import { findingHref } from "./scan-href";

/** The host's finding behind an entry, as it stands today. */
export interface DiffFinding {
  readonly id: number;
  readonly state: FindingState;
  readonly taskId: number | null;
}

interface Row {
  readonly entry: DiffEntry;
  readonly name: DiffClass;
}

function Items({ entry, name }: Row) {
  const moved = entry.itemsGained.length + entry.itemsLost.length > 0;
  if (!moved || name === "newlyFailing") return <ItemList names={entry.items} />;
  return (
    <>
      <Moved sign="−" words="went" names={entry.itemsLost} />
      <Moved sign="+" words="came" names={entry.itemsGained} />
    </>
  );
}

function Moved({ sign, words, names }: { readonly sign: "+" | "−"; readonly words: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <div className="flex gap-1.5">
      <span aria-hidden className="flex-none">
        {sign}
      </span>
      <span className="sr-only">{words}:</span>
      <div className="min-w-0">
        <ItemList names={names} />
      </div>
    </div>
  );
}

/** The number, and the one it had before in another edition. */
function Numbers({ entry: { id, idBefore, from, to } }: Row) {
  const renumbered = from !== null && to !== null && id !== idBefore;
  return (
    <>
      {id}
      {renumbered && <span className="block text-small whitespace-nowrap text-fg-muted">was {idBefore ?? "without"}</span>}
    </>
  );
}

const columns = (host: string, findings: ReadonlyMap<string, DiffFinding>): readonly Column<Row>[] => [
  {
    key: "change",
    header: "Change",
    width: "9.5rem",
    phone: "top",
    cell: ({ entry }) => <LevelChange from={entry.from?.level ?? null} to={entry.to?.level ?? null} />,
  },
  { key: "number", header: "Check", width: "3.75rem", phone: "top", className: "text-meta", cell: Numbers },
  {
    key: "title",
    header: <span className="sr-only">Title</span>,
    rowHeader: true,
    cell: ({ entry, name }) => {
      const why = whyWords(entry, name);
      return (
        <>
          <ControlTitle title={printedTitle(entry)} slug={entry.key} />
          {why && <span className="block text-small font-normal text-fg-muted">{why}</span>}
        </>
      );
    },
  },
  {
    key: "stride",
    header: "STRIDE",
    width: "4.75rem",
    cell: ({ entry }) => <StrideChips letters={entry.control === null ? [] : stride(entry.control)} />,
  },
  { key: "items", header: "Items", width: "14rem", className: "text-meta text-fg-muted", cell: Items },
  {
    key: "finding",
    header: "Finding today",
    width: "9.5rem",
    phone: "end",
    cell: ({ entry }) => {
      const finding = findings.get(entry.key);
      if (finding === undefined) return null;
      return (
        <AppLink kind="bare" href={findingHref(host, finding.id)} className="inline-flex min-h-6 items-center rounded-full hover:underline">
          <StatePill state={finding.state} />
        </AppLink>
      );
    },
  },
];

export interface DiffTableProps {
  readonly caption: string;
  readonly diff: ScanDiff;
  readonly classes: readonly DiffClass[];
  readonly host: string;
  /** By key. */
  readonly findings: ReadonlyMap<string, DiffFinding>;
}

/** Entries of a difference by class. A class without entries keeps its heading and its 0; a single class has no heading. */
export function DiffTable({ caption, diff, classes, host, findings }: DiffTableProps) {
  const groups = DIFF_CLASSES.filter(({ name }) => classes.includes(name)).map(
    ({ name, anchor, title, meaning }): RowGroup<Row> => ({
      key: name,
      heading: classes.length > 1 && (
        <span id={anchor}>
          {title} {diff[name].length}
        </span>
      ),
      remark: meaning,
      rows: diff[name].toSorted(byNumber).map((entry) => ({ entry, name })),
    }),
  );
  return (
    <Table
      caption={caption}
      columns={columns(host, findings)}
      groups={groups}
      rowKey={({ entry }) => entry.key}
      empty={<p className="py-3 text-fg-muted">Nothing newly fails, nothing was fixed, and everything known before was assessed again.</p>}
    />
  );
}
