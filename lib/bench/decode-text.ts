import { type CleanText, cleanText } from "./clean-text";

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/**
 * Turns the bytes of a log into text: UTF-8 or UTF-16 (by byte order mark, or by its pattern of NUL bytes), then cleaned as in
 * `cleanText`. Never fails: what is no valid UTF-8 becomes U+FFFD. Line n of the answer is line n of the raw view.
 */
export function decodeText(bytes: Uint8Array): CleanText {
  const encoding = encodingOf(bytes);
  const decoded = new TextDecoder(encoding).decode(bytes).replace(/^\ufeff+/, "");
  const remarks: string[] = [];
  if (encoding !== "utf-8") remarks.push(`decoded from ${encoding.toUpperCase()}`);
  else if (decoded.includes("\ufffd") && !isValidUtf8(bytes)) remarks.push("invalid UTF-8 replaced");
  const clean = cleanText(decoded);
  return { text: clean.text, remarks: [...remarks, ...clean.remarks] };
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return encodingByZeros(bytes.subarray(0, 1024));
}

/** Mostly ASCII text in UTF-16 has a NUL in every second place; real logs in UTF-8 have next to none. */
function encodingByZeros(head: Uint8Array): Encoding {
  if (head.length < 8) return "utf-8";
  let even = 0;
  let odd = 0;
  for (let index = 0; index < head.length; index += 1) {
    if (head[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = Math.floor(head.length / 2);
  if (odd > half * 0.7 && even < half * 0.1) return "utf-16le";
  if (even > half * 0.7 && odd < half * 0.1) return "utf-16be";
  return "utf-8";
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
