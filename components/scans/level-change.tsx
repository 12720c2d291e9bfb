import { classNames } from "@/components/ui/class-names";
import { toneClass } from "@/components/ui/tone";
import type { Level } from "@/lib/bench/report";
import { ABSENT_GLYPH, LEVEL_GLYPH } from "./level-glyph";

const Glyph = ({ level }: { readonly level: Level | null }) => {
  const { glyph, tone } = level === null ? ABSENT_GLYPH : LEVEL_GLYPH[level];
  return <span className={classNames("inline-block w-4 text-center font-semibold text-tone", toneClass(tone))}>{glyph}</span>;
};

/** What the tool said before and after: "✓→▲ PASS → WARN". Null: the check was not printed. */
export function LevelChange({ from, to }: { readonly from: Level | null; readonly to: Level | null }) {
  const same = from === to;
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span aria-hidden className="inline-flex items-center font-mono text-meta">
        <Glyph level={from} />
        <span className="text-fg-subtle">{same ? "=" : "→"}</span>
        <Glyph level={to} />
      </span>
      <span className="font-mono text-small text-fg-muted">
        {same ? (
          <>
            <span className="sr-only">still </span>
            {from ?? "absent"}
          </>
        ) : (
          <>
            {from ?? "absent"}
            <span aria-hidden> → </span>
            <span className="sr-only">, then </span>
            {to ?? "absent"}
          </>
        )}
      </span>
    </span>
  );
}
