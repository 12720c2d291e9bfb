const ESC = 0x1b;
const CSI_8BIT = 0x9b;
const BEL = 0x07;

/**
 * Removes terminal escape sequences: CSI (colours, cursor), OSC (titles, links, clipboard), DCS, SOS, PM, APC and the short ones.
 * A sequence never swallows a line break, so line numbers stay; one without an end loses only its first two characters. Linear time.
 */
export function stripEscapes(text: string): string {
  let next = nextEscape(text, 0);
  if (next === text.length) return text;
  const kept: string[] = [];
  let from = 0;
  while (next < text.length) {
    kept.push(text.slice(from, next));
    from = endOfSequence(text, next);
    next = nextEscape(text, from);
  }
  kept.push(text.slice(from));
  return kept.join("");
}

const INTRODUCER = new RegExp(`[${String.fromCharCode(ESC, CSI_8BIT)}]`, "g");

function nextEscape(text: string, from: number): number {
  INTRODUCER.lastIndex = from;
  return INTRODUCER.exec(text)?.index ?? text.length;
}

function endOfSequence(text: string, start: number): number {
  if (text.charCodeAt(start) === CSI_8BIT) return endOfControlSequence(text, start + 1);
  switch (text[start + 1]) {
    case "[":
      return endOfControlSequence(text, start + 2);
    case "]":
    case "P":
    case "X":
    case "^":
    case "_":
      return endOfString(text, start + 2);
    default:
      return endOfShortSequence(text, start + 1);
  }
}

/** Parameters 0x30–0x3F, intermediates 0x20–0x2F, one final byte 0x40–0x7E. */
function endOfControlSequence(text: string, from: number): number {
  let at = from;
  while (isBetween(text, at, 0x30, 0x3f)) at += 1;
  while (isBetween(text, at, 0x20, 0x2f)) at += 1;
  return isBetween(text, at, 0x40, 0x7e) ? at + 1 : at;
}

/** OSC and its kin run to BEL or ESC \. Without such an end on the line the text is kept: it may be a report's. */
function endOfString(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BEL || code === 0x9c) return at + 1;
    if (code === ESC) return text[at + 1] === "\\" ? at + 2 : from;
    if (code === 0x0a) return from;
  }
  return from;
}

function endOfShortSequence(text: string, from: number): number {
  let at = from;
  while (isBetween(text, at, 0x20, 0x2f)) at += 1;
  return isBetween(text, at, 0x30, 0x7e) ? at + 1 : from;
}

function isBetween(text: string, at: number, low: number, high: number): boolean {
  const code = text.charCodeAt(at);
  return code >= low && code <= high;
}
