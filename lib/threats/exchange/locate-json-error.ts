/** The first place where a text is no JSON. */
export interface JsonError {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  readonly found: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings, so a string ends before one.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/;
const TOKEN = new RegExp(`[ \\t\\n\\r]*(?:(?<mark>[{}[\\],:])|(?<string>${STRING.source})|(?<plain>${PLAIN.source}))`, "y");

type Wanted = "value" | "value or ]" | "key" | "key or }" | "colon" | "comma or end" | "nothing";

const WORDS: Readonly<Record<Wanted, string>> = {
  value: "a value",
  "value or ]": "a value or ]",
  key: "a name in double quotes",
  "key or }": "a name in double quotes or }",
  colon: "a colon",
  "comma or end": "a comma or the closing bracket",
  nothing: "the end of the file",
};

/**
 * Where JSON.parse stumbled: it does not say so itself in every engine. Linear and without recursion. Called only for texts that
 * JSON.parse refused; for JSON it names the end.
 */
export function locateJsonError(text: string): JsonError {
  const open: string[] = [];
  let wanted: Wanted = "value";
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const next: Wanted | null = match === null ? null : step(wanted, match.groups ?? {}, open);
    if (match === null || next === null) return describe(text, at, wanted);
    at = TOKEN.lastIndex;
    wanted = next;
  }
}

/** What must follow a token; null when it must not stand there. */
function step(wanted: Wanted, { mark, string }: Record<string, string | undefined>, open: string[]): Wanted | null {
  const inner = () => (open.length === 0 ? "nothing" : "comma or end");
  if (wanted === "key" || wanted === "key or }") {
    if (string !== undefined) return "colon";
    return mark === "}" && wanted === "key or }" ? closed(open, inner) : null;
  }
  if (wanted === "colon") return mark === ":" ? "value" : null;
  if (wanted === "comma or end") {
    if (mark === ",") return open.at(-1) === "{" ? "key" : "value";
    return mark === (open.at(-1) === "{" ? "}" : "]") ? closed(open, inner) : null;
  }
  if (wanted === "nothing") return null;
  if (mark === undefined) return inner();
  if (mark === "]" && wanted === "value or ]") return closed(open, inner);
  if (mark !== "{" && mark !== "[") return null;
  open.push(mark);
  return mark === "{" ? "key or }" : "value or ]";
}

function closed(open: string[], inner: () => Wanted): Wanted {
  open.pop();
  return inner();
}

const BLANKS = /[ \t\n\r]*/y;

function describe(text: string, from: number, wanted: Wanted): JsonError {
  BLANKS.lastIndex = from;
  BLANKS.exec(text);
  const at = BLANKS.lastIndex;
  const before = text.slice(0, at);
  const line = before.split("\n").length;
  const found = text[at];
  return {
    line,
    column: at - before.lastIndexOf("\n"),
    expected: WORDS[wanted],
    found: found === undefined ? "the end of the file" : JSON.stringify(found),
  };
}
