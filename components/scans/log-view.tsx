import { classNames } from "@/components/ui/class-names";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { toneClass } from "@/components/ui/tone";
import { cutLine } from "@/lib/bench/log-lines";
import type { Level } from "@/lib/bench/report";
import { LEVEL_GLYPH } from "./level-glyph";

/** Longer lines are a whole JSON document; the page shows how they begin. */
const LINE_LIMIT = 2000;

export interface LogViewProps {
  readonly label: string;
  readonly lines: readonly { readonly line: number; readonly text: string }[];
  /** The line an address asked for. */
  readonly marked: number | null;
  /** Levels of the results that stand on a line. */
  readonly levels: ReadonlyMap<number, readonly Level[]>;
  /** The lines of the run the page is about; others are quieter. */
  readonly run: { readonly firstLine: number; readonly lastLine: number };
}

/** Said once for all lines: a page has two thousand. */
const LIST = classNames(
  "group/log",
  "[&>li]:grid [&>li]:min-h-6 [&>li]:grid-cols-[3.5rem_1.25rem_minmax(0,1fr)] [&>li]:pr-3 [&>li]:leading-6 [&>li:target]:bg-surface-selected",
  "[&>li>a]:min-h-6 [&>li>a]:pr-2 [&>li>a]:text-end [&>li>a]:text-fg-subtle [&>li>a]:select-none",
  "[&>li>a:hover]:text-accent [&>li>a:hover]:underline [&>li>a:focus-visible]:-outline-offset-2",
  "[&>li>span]:font-semibold [&>li>span]:text-tone [&>li>span]:select-none",
  "[&>li>bdi]:col-start-3 [&>li>bdi]:[unicode-bidi:isolate]",
);

/**
 * Lines of an uploaded log as text: nothing in them is markup, and the direction of one line never turns another.
 * The numbers are links and are left out when text is copied. A line that the address points at wins over the one it asked for.
 */
export function LogView({ label, lines, marked, levels, run }: LogViewProps) {
  return (
    <ScrollRegion label={label} className="code code-wrap px-0!">
      <ol className={LIST}>
        {lines.map(({ line, text }) => (
          <li key={line} id={`L${line}`} className={lineClass(line, marked, run)}>
            <a href={`#L${line}`} aria-label={`Line ${line}`}>
              {line}
            </a>
            <Marker levels={levels.get(line)} />
            <LineText text={text} />
          </li>
        ))}
      </ol>
    </ScrollRegion>
  );
}

function lineClass(line: number, marked: number | null, run: LogViewProps["run"]): string | undefined {
  if (line === marked) return "bg-surface-selected not-target:group-has-[:target]/log:bg-transparent";
  return line < run.firstLine || line > run.lastLine ? "text-fg-subtle" : undefined;
}

function LineText({ text }: { readonly text: string }) {
  const cut = cutLine(text, LINE_LIMIT);
  return (
    <bdi dir="ltr">
      {cut.text}
      {cut.more > 0 && <span className="text-fg-subtle"> … {cut.more.toLocaleString("en-GB")} more characters, in the download</span>}
    </bdi>
  );
}

/** The levels of a line: one as a rule, many where a whole document is one line. */
function Marker({ levels = [] }: { readonly levels?: readonly Level[] | undefined }) {
  const worst = WORST_FIRST.find((level) => levels.includes(level));
  if (worst === undefined) return null;
  const counts = WORST_FIRST.map((level) => ({ level, count: levels.filter((other) => other === level).length }));
  const words = counts.flatMap(({ level, count }) => (count === 0 ? [] : [levels.length === 1 ? level : `${count} ${level}`])).join(", ");
  const { glyph, tone } = LEVEL_GLYPH[worst];
  return (
    <span role="img" aria-label={words} title={words} className={toneClass(tone)}>
      {glyph}
    </span>
  );
}

const WORST_FIRST = ["FAIL", "WARN", "NOTE", "INFO", "PASS"] as const satisfies readonly Level[];
