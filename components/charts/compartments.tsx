import { classNames } from "@/components/ui/class-names";

/** full: unmitigated. half: partly. outline: mitigated. dotted: manual or not assessed. hatched: stale. */
export type CellFill = "full" | "half" | "outline" | "dotted" | "hatched";

const CELL: Readonly<Record<CellFill, string>> = {
  full: "cell cell-full",
  half: "cell cell-half",
  outline: "cell cell-outline",
  dotted: "cell cell-dotted",
  hatched: "cell hatch-dense",
};

const ORDER: readonly CellFill[] = ["full", "half", "outline", "dotted", "hatched"];

export interface CompartmentsProps {
  readonly counts: Readonly<Partial<Record<CellFill, number>>>;
  /** The counts in words, "unmitigated on 9 of 12 hosts, partly on 2": the name of the strip. */
  readonly label: string;
}

/** One cell per host, worst first; above 24 hosts one bar in proportion. The words stand beside it. */
export function Compartments({ counts, label }: CompartmentsProps) {
  const parts = ORDER.map((fill) => ({ fill, count: counts[fill] ?? 0 })).filter(({ count }) => count > 0);
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  return (
    <span role="img" aria-label={label} className={classNames("cells", total > 24 && "flex-nowrap!")}>
      {total > 24
        ? parts.map(({ fill, count }) => (
            <span key={fill} className={classNames(CELL[fill], "min-w-1")} style={{ flexGrow: count, flexBasis: 0 }} />
          ))
        : parts.flatMap(({ fill, count }) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the cells of one fill are all alike.
            Array.from({ length: count }, (_, index) => <span key={`${fill}${index}`} className={CELL[fill]} />),
          )}
    </span>
  );
}
