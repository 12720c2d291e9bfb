import type { Level } from "./report";

/** Length of "[WARN]"; the words of all levels are equally long. */
export const TAG_LENGTH = 6;

/** The level whose tag ("[WARN]") begins at `at`; null when none does. */
export function levelTagAt(text: string, at: number): Level | null {
  if (text.charCodeAt(at) !== OPENING || text.charCodeAt(at + TAG_LENGTH - 1) !== CLOSING) return null;
  return levelAt(text, at + 1);
}

function levelAt(text: string, at: number): Level | null {
  switch (text.charCodeAt(at)) {
    case 0x50:
      return text.startsWith("PASS", at) ? "PASS" : null;
    case 0x57:
      return text.startsWith("WARN", at) ? "WARN" : null;
    case 0x49:
      return text.startsWith("INFO", at) ? "INFO" : null;
    case 0x4e:
      return text.startsWith("NOTE", at) ? "NOTE" : null;
    case 0x46:
      return text.startsWith("FAIL", at) ? "FAIL" : null;
    default:
      return null;
  }
}

const OPENING = 0x5b;
const CLOSING = 0x5d;
