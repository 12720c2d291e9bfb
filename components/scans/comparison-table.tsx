import { LevelTag } from "@/components/marks/level-tag";
import { StrideChips } from "@/components/marks/stride-chips";
import { AppLink } from "@/components/ui/app-link";
import { Table } from "@/components/ui/table";
import type { Column, RowGroup } from "@/components/ui/table-column";
import { compareNumbers, stride } from "@/lib/catalogue/controls";
import { type ComparisonClass, type ComparisonEntry, comparisonWords } from "@/lib/hardening/host-comparison";
import { ControlTitle } from "./control-title";
import { ItemList } from "./item-list";
import { printedTitle } from "./printed-title";

/** A side as the table heads it. */
export interface ComparedSide {
  /** A host, or a day of the one host. */
  readonly name: string;
  /** Where the finding of a control is, by key; missing where there is none. */
  readonly findingHref: ReadonlyMap<string, string>;
}

export interface ComparisonTableProps {
  readonly caption: string;
  readonly a: ComparedSide;
  readonly b: ComparedSide;
  readonly classes: readonly { readonly name: ComparisonClass; readonly entries: readonly ComparisonEntry[] }[];
}

const ANCHOR: Readonly<Record<ComparisonClass, string>> = {
  failsOnlyA: "fails-only-a",
  failsOnlyB: "fails-only-b",
  otherItems: "other-items",
  failsOnBoth: "fails-on-both",
  assessedOnlyA: "assessed-only-a",
  assessedOnlyB: "assessed-only-b",
};

/** Where a class stands on the page: "#fails-only-a". */
export const comparisonAnchor = (name: ComparisonClass): string => ANCHOR[name];

const byNumber = (x: ComparisonEntry, y: ComparisonEntry): number => compareNumbers(numberOf(x) ?? "~", numberOf(y) ?? "~");

const numberOf = ({ a, b }: ComparisonEntry): string | null => a?.number ?? b?.number ?? null;

/** The number, or both where the sides were read with two numberings. */
function Numbers({ a, b }: ComparisonEntry) {
  if (a === null || b === null || a.number === b.number) return a?.number ?? b?.number;
  return (
    <>
      {a.number ?? "–"}
      <span className="block text-small whitespace-nowrap text-fg-muted">and {b.number ?? "–"}</span>
    </>
  );
}

const sideColumn = (side: "a" | "b", { name, findingHref }: ComparedSide): Column<ComparisonEntry> => ({
  key: side,
  header: <bdi>{name}</bdi>,
  width: "6.5rem",
  phoneLabel: name,
  className: "wrap-anywhere",
  cell: (entry) => {
    const href = findingHref.get(entry.key);
    const tag = <LevelTag level={entry[side]?.level ?? null} />;
    if (href === undefined) return tag;
    return (
      <AppLink kind="bare" href={href} className="inline-flex min-h-6 items-center hover:underline">
        {tag}
        <span className="sr-only"> on {name}, the finding today</span>
      </AppLink>
    );
  },
});

function Items({ entry, a, b }: { readonly entry: ComparisonEntry; readonly a: string; readonly b: string }) {
  const { itemsOnlyA, itemsOnlyB, itemsBoth } = entry;
  return (
    <>
      <Part words={`only on ${a}`} names={itemsOnlyA} />
      <Part words={`only on ${b}`} names={itemsOnlyB} />
      <Part words="on both" names={itemsBoth} />
    </>
  );
}

function Part({ words, names }: { readonly words: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <div className="mb-1 last:mb-0">
      <span className="text-small text-fg-subtle">
        {names.length} {words}:{" "}
      </span>
      <ItemList names={names} />
    </div>
  );
}

/** Controls of a comparison by class. A class without entries keeps its heading and its 0; a single class has no heading. */
export function ComparisonTable({ caption, a, b, classes }: ComparisonTableProps) {
  const columns: readonly Column<ComparisonEntry>[] = [
    { key: "number", header: "Check", width: "3.75rem", phone: "top", className: "text-meta", cell: Numbers },
    {
      key: "title",
      header: <span className="sr-only">Title</span>,
      rowHeader: true,
      cell: (entry) => <ControlTitle title={printedTitle(entry)} slug={entry.key} />,
    },
    {
      key: "stride",
      header: "STRIDE",
      width: "4.75rem",
      phone: "top-end",
      cell: ({ control }) => <StrideChips letters={control === null ? [] : stride(control)} />,
    },
    sideColumn("a", a),
    sideColumn("b", b),
    {
      key: "items",
      header: "Items",
      width: "16rem",
      className: "text-meta text-fg-muted",
      cell: (entry) => <Items entry={entry} a={a.name} b={b.name} />,
    },
  ];
  const groups = classes.map(
    ({ name, entries }): RowGroup<ComparisonEntry> => ({
      key: name,
      heading: classes.length > 1 && (
        <span id={ANCHOR[name]}>
          {comparisonWords(name, a.name, b.name)} {entries.length}
        </span>
      ),
      rows: entries.toSorted(byNumber),
    }),
  );
  return (
    <Table
      caption={caption}
      columns={columns}
      groups={groups}
      rowKey={({ key }) => key}
      empty={<p className="py-3 text-fg-muted">No control fails on one side only, and none is assessed on one side only.</p>}
    />
  );
}
