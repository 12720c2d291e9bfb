import type { Tone } from "@/components/ui/tone";
import type { Level } from "@/lib/bench/report";

interface Glyph {
  readonly glyph: string;
  readonly tone: Tone;
}

/** One character per level, where a tag has no room: beside the lines of a log, and in pairs. */
export const LEVEL_GLYPH: Readonly<Record<Level, Glyph>> = {
  PASS: { glyph: "✓", tone: "green" },
  WARN: { glyph: "▲", tone: "red" },
  FAIL: { glyph: "▲", tone: "red" },
  INFO: { glyph: "i", tone: "blue" },
  NOTE: { glyph: "✎", tone: "amber" },
};

export const ABSENT_GLYPH: Glyph = { glyph: "·", tone: "grey" };
