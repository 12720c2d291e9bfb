import { classNames } from "@/components/ui/class-names";

/** hatch: not assessed. */
export type StackFill = "warn" | "note" | "info" | "pass" | "hatch";

export interface StackSegment {
  readonly key: string;
  /** Lower case, after the number in the name of the bar: "warn". */
  readonly label: string;
  readonly value: number;
  readonly fill: StackFill;
}

const FILL: Readonly<Record<StackFill, string>> = {
  warn: "bg-viz-warn",
  note: "bg-viz-note",
  info: "bg-viz-info",
  pass: "bg-viz-pass",
  hatch: "hatch-dense border border-border-soft",
};

/** The numbers of a bar as words: "54 warn, 11 note, 24 info, 27 pass". */
const stackWords = (segments: readonly StackSegment[]): string =>
  segments.map(({ value, label }) => `${value} ${label}`).join(", ") || "nothing assessed";

/** Parts of a whole, 2 px apart, in the order given. The numbers are its name and stand beside it. */
export function StackBar({ segments, className }: { readonly segments: readonly StackSegment[]; readonly className?: string }) {
  const shown = segments.filter(({ value }) => value > 0);
  return (
    <span role="img" aria-label={stackWords(segments)} className={classNames("flex h-2 w-full gap-0.5", className)}>
      {shown.length === 0 && <span className="hatch-dense h-2 w-full rounded-[1px]" />}
      {shown.map(({ key, value, fill }) => (
        <span
          key={key}
          className={classNames("mark-fill h-2 min-w-0.5 rounded-[1px]", FILL[fill])}
          style={{ flexGrow: value, flexBasis: 0 }}
        />
      ))}
    </span>
  );
}

/** What the fills mean. Once per page that draws the bar. */
export function StackKey({ items }: { readonly items: readonly { readonly fill: StackFill; readonly words: string }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-small text-fg-muted">
      {items.map(({ fill, words }) => (
        <li key={fill} className="flex items-center gap-1.5">
          <span className={classNames("mark-fill h-3 w-5 rounded-[2px]", FILL[fill])} />
          {words}
        </li>
      ))}
    </ul>
  );
}
