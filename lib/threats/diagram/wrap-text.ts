/** Shares of the font size that characters take in the common sans-serif fonts, a little on the wide side. */
const NARROW = /[iljI.,:;'|!()[\]{} tfr/-]/;
const WIDE = /[mwMW@%]/;
const UPPER = /[A-Z&]/;
/** From here on characters are about square: Chinese, Japanese, Korean. */
const SQUARE_FROM = 0x2e80;

function share(character: string): number {
  if ((character.codePointAt(0) ?? 0) >= SQUARE_FROM) return 1;
  if (NARROW.test(character)) return 0.36;
  if (WIDE.test(character)) return 0.92;
  return UPPER.test(character) ? 0.74 : 0.61;
}

/** About how wide a text is at a font size, both in pixels. Nothing on the server knows the font, so it rather says too much. */
export const textWidth = (text: string, fontSize: number): number =>
  [...text].reduce((total, character) => total + share(character), 0) * fontSize;

/**
 * Breaks a text into lines of at most `width` pixels. Words that are too long are broken; what needs more than `most` lines ends in
 * an ellipsis, so the whole text must be said elsewhere. Empty for a text without a word.
 */
export function wrapText(text: string, width: number, fontSize: number, most = 2): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, fontSize) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(...pieces(word, width, fontSize));
  }
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), shortened(lines.slice(most - 1).join(" "), width, fontSize)];
}

function pieces(word: string, width: number, fontSize: number): string[] {
  const found: string[] = [];
  let rest = word;
  while (textWidth(rest, fontSize) > width && rest.length > 1) {
    const head = longestHead(rest, width, fontSize);
    found.push(head);
    rest = rest.slice(head.length);
  }
  return [...found, rest];
}

function longestHead(text: string, width: number, fontSize: number): string {
  const characters = [...text];
  let end = characters.length;
  while (end > 1 && textWidth(characters.slice(0, end).join(""), fontSize) > width) end--;
  return characters.slice(0, end).join("");
}

const shortened = (text: string, width: number, fontSize: number): string =>
  `${longestHead(text, width - textWidth("…", fontSize), fontSize).trimEnd()}…`;
