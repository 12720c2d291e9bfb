const TEXT_RESULT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals colour the level with escape sequences.
  /^(?:\u001b\[[\d;]*m|[ \t])*\[(?:PASS|WARN|INFO|NOTE|FAIL)\](?:\u001b\[[\d;]*m)*[ \t]+(?:(?!\d\.\d - [^\n]*Configuration\b)(?:\d+|[A-Z])(?:\.\d+)+\s|Ensure )/gm;
const JSON_RESULT = /"(?:result|status|(?:\d+|[A-Z])(?:\.\d+)+)"\s*:\s*\[?\s*"(?:PASS|WARN|INFO|NOTE|FAIL)"/g;

/** How many results a pasted text seems to hold. A hint while typing: the server reads the text and decides. */
export function countResults(text: string): number {
  const pattern = /^\s*[[{]\s*["{]/.test(text) ? JSON_RESULT : TEXT_RESULT;
  return text.match(pattern)?.length ?? 0;
}
