import { classNames } from "@/components/ui/class-names";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { toneClass } from "@/components/ui/tone";
import { cutLine } from "@/lib/bench/log-lines";
import { LEVELS, type Level } from "@/lib/bench/report";
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

/**
 * Lines of an uploaded log as text: nothing in them is markup, and the direction of one line never turns another.
 * The numbers are links and are left out when text is copied. A line that the address points at wins over the one it asked for.
 */
export function LogView({ label, lines, marked, levels, run }: LogViewProps) {
  return (
    <ScrollRegion label={label} className="code code-wrap px-0!">
      <ol className="group/log">
        {lines.map(({ line, text }) => (
          <li
            key={line}
            id={`L${line}`}
            className={classNames(
              "flex min-h-6 pr-3 leading-6 target:bg-surface-selected",
              line === marked && "bg-surface-selected not-target:group-has-[:target]/log:bg-transparent",
              (line < run.firstLine || line > run.lastLine) && "text-fg-subtle",
            )}
          >
            <a
              href={`#L${line}`}
              aria-label={`Line ${line}`}
              className="min-h-6 w-14 flex-none pr-2 text-end text-fg-subtle select-none hover:text-accent hover:underline focus-visible:-outline-offset-2"
            >
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

function LineText({ text }: { readonly text: string }) {
  const cut = cutLine(text, LINE_LIMIT);
  return (
    <bdi dir="ltr" className="min-w-0 flex-1 [unicode-bidi:isolate]">
      {cut.text}
      {cut.more > 0 && <span className="text-fg-subtle"> … {cut.more.toLocaleString("en-GB")} more characters, in the download</span>}
    </bdi>
  );
}

/** The levels of a line: one as a rule, many where a whole document is one line. */
function Marker({ levels = [] }: { readonly levels?: readonly Level[] | undefined }) {
  const [only] = levels;
  if (only === undefined) return <span className="w-5 flex-none select-none" />;
  const counts = LEVELS.map((level) => ({ level, count: levels.filter((other) => other === level).length })).filter(
    ({ count }) => count > 0,
  );
  const words = levels.length === 1 ? only : counts.map(({ level, count }) => `${count} ${level}`).join(", ");
  const worst = (["FAIL", "WARN", "NOTE", "INFO", "PASS"] as const).find((level) => levels.includes(level)) ?? only;
  const { glyph, tone } = LEVEL_GLYPH[worst];
  return (
    <span
      role="img"
      aria-label={words}
      title={words}
      className={classNames("w-5 flex-none font-semibold text-tone select-none", toneClass(tone))}
    >
      {glyph}
    </span>
  );
}
