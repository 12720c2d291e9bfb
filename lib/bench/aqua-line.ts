import { foldBlanks } from "./fold-blanks";
import { endOfPrefixes } from "./line-prefix";
import type { Level } from "./report";

/** A level kube-bench and aquasecurity's docker-bench print; neither knows NOTE. */
export type AquaLevel = Exclude<Level, "NOTE">;

/** What one printed line of kube-bench or of aquasecurity's docker-bench is, by its shape alone. */
export type AquaLine =
  | { readonly kind: "blank" }
  /** "[PASS] 1.1.1 Title": a result, or a heading, which is an INFO line too; only what follows tells. */
  | { readonly kind: "numbered"; readonly level: AquaLevel; readonly id: string; readonly title: string }
  /** "== Summary master =="; releases before 0.5 name no target. */
  | { readonly kind: "remediations" | "summary"; readonly target: string | null }
  /** "43 checks PASS" */
  | { readonly kind: "count"; readonly level: AquaLevel; readonly value: number }
  /** Output of the command behind a result, printed after a TAB. */
  | { readonly kind: "detail"; readonly words: string }
  | { readonly kind: "other" };

// All repetitions are bounded, so that a line of any length costs no more than its length.
const TAGGED = /^[\s*_>#|`~"'+-]{0,64}\[(PASS|FAIL|WARN|INFO)\]\s{1,8}(.*)$/s;
/** "1.1.1", "5.25.a", "1.1.37b", and the numbers of the DISA STIG. */
const ID = /^(?:[A-Z]{1,4}-\d{1,10}|\d{1,5}(?:\.(?:\d{1,5}[a-z]?|[a-z]{1,3})){0,9})(?=\s)/;
const BLOCK = /^== ?(Remediations|Summary)(?: ([\w-]{1,40}))? ?==$/;
const COUNT = /^(\d{1,6}) checks (PASS|FAIL|WARN|INFO)$/;

/** Reads one line, already free of terminal escapes. Total, and linear in the length of the line. */
export function readAquaLine(printed: string): AquaLine {
  const line = printed.slice(endOfPrefixes(printed));
  const trimmed = line.trim();
  if (trimmed === "") return { kind: "blank" };
  // The tools print a TAB and a blank; a report indented by a TAB has no blank after it.
  if (line.startsWith("\t ")) return { kind: "detail", words: trimmed };
  const tagged = TAGGED.exec(line);
  if (tagged) return readTagged(levelOf(tagged[1]), tagged[2] ?? "");
  if (trimmed.startsWith("```")) return { kind: "blank" };
  return readUntagged(trimmed) ?? (line.startsWith("\t") ? { kind: "detail", words: trimmed } : { kind: "other" });
}

const levelOf = (word: string | undefined): AquaLevel => (word === "PASS" || word === "FAIL" || word === "WARN" ? word : "INFO");

function readTagged(level: AquaLevel, body: string): AquaLine {
  const id = ID.exec(body)?.[0];
  if (id === undefined) return { kind: "other" };
  const title = foldBlanks(body.slice(id.length));
  // A dash between number and title is docker-bench-security's.
  return title === "" || /^[-–—](?:\s|$)/.test(title) ? { kind: "other" } : { kind: "numbered", level, id, title };
}

function readUntagged(trimmed: string): AquaLine | null {
  const words = trimmed.length > 200 ? "" : trimmed.replace(/^[>#|*\s]{1,16}/, "");
  const block = BLOCK.exec(words);
  if (block) return { kind: block[1] === "Summary" ? "summary" : "remediations", target: block[2] ?? null };
  const count = COUNT.exec(words);
  return count ? { kind: "count", level: levelOf(count[2]), value: Number(count[1]) } : null;
}
