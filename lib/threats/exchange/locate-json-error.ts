/** The first place where a text is no JSON. */
export interface JsonError {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  readonly found: string;
}

const TOKEN = /(?<mark>[{}[\],:])|(?<plain>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w))/y;
const BLANKS = /[ \t\n\r]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

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
    BLANKS.lastIndex = at;
    BLANKS.exec(text);
    at = BLANKS.lastIndex;
    const token = readToken(text, at);
    const next: Wanted | null = token === null ? null : step(wanted, token, open);
    if (token === null || next === null) return describe(text, at, wanted);
    at = token.end;
    wanted = next;
  }
}

interface Token {
  readonly kind: "string" | "plain" | "{" | "}" | "[" | "]" | "," | ":";
  /** Index after it. */
  readonly end: number;
}

function readToken(text: string, at: number): Token | null {
  if (text[at] === '"') {
    const end = stringEnd(text, at);
    return end === null ? null : { kind: "string", end };
  }
  TOKEN.lastIndex = at;
  const groups = TOKEN.exec(text)?.groups;
  if (groups === undefined) return null;
  return { kind: groups.mark === undefined ? "plain" : (groups.mark as Token["kind"]), end: TOKEN.lastIndex };
}

/** A loop and no pattern: strings may be millions of characters long. Null when the string breaks a rule or never ends. */
function stringEnd(text: string, start: number): number | null {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return null;
    if (code !== 0x5c) continue;
    ESCAPE.lastIndex = at;
    if (!ESCAPE.test(text)) return null;
    at = ESCAPE.lastIndex - 1;
  }
  return null;
}

/** What must follow a token; null when it must not stand there. */
function step(wanted: Wanted, { kind }: Token, open: string[]): Wanted | null {
  const inner = () => (open.length === 0 ? "nothing" : "comma or end");
  if (wanted === "key" || wanted === "key or }") {
    if (kind === "string") return "colon";
    return kind === "}" && wanted === "key or }" ? closed(open, inner) : null;
  }
  if (wanted === "colon") return kind === ":" ? "value" : null;
  if (wanted === "comma or end") {
    if (kind === ",") return open.at(-1) === "{" ? "key" : "value";
    return kind === (open.at(-1) === "{" ? "}" : "]") ? closed(open, inner) : null;
  }
  if (wanted === "nothing") return null;
  if (kind === "string" || kind === "plain") return inner();
  if (kind === "]" && wanted === "value or ]") return closed(open, inner);
  if (kind !== "{" && kind !== "[") return null;
  open.push(kind);
  return kind === "{" ? "key or }" : "value or ]";
}

function closed(open: string[], inner: () => Wanted): Wanted {
  open.pop();
  return inner();
}

function describe(text: string, at: number, wanted: Wanted): JsonError {
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
