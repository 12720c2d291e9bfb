import { type JsonString, readJsonString, type StringRole, skipJsonBlanks } from "./json-string";
import type { JsonArray, JsonNode, JsonObject } from "./json-tree";

/** Everything that could be read, and the first place where the grammar was broken. */
export interface LenientJson {
  readonly roots: readonly JsonNode[];
  readonly broken: { readonly line: number; readonly column: number; readonly what: string } | null;
}

/** Deeper than any report; what is below is passed over, so that nesting costs neither stack nor memory. */
const MAX_DEPTH = 64;
/** A run has about a thousand values. Beyond this the rest of the file is left unread, as if it had been cut there. */
const MAX_NODES = 1_000_000;

/**
 * Reads JSON however broken: cut short, unescaped quotes and backslashes, raw control characters, braces that were never written,
 * several documents in a row. Total, linear, without recursion. Valid JSON comes out as JSON.parse has it, repeated keys included.
 */
export function readLenientJson(text: string): LenientJson {
  return new Reader(text).read();
}

type Container = JsonObject | JsonArray;
interface Frame {
  readonly node: Container;
  key: { readonly name: string; readonly line: number } | null;
}

class Reader {
  readonly #text: string;
  readonly #roots: JsonNode[] = [];
  readonly #stack: Frame[] = [];
  #at = 0;
  #nodes = 0;
  #tooDeep = 0;
  #broken: LenientJson["broken"] = null;
  #line = 1;
  #lineStart = 0;
  #nextLineFeed: number;

  constructor(text: string) {
    this.#text = text;
    this.#nextLineFeed = text.indexOf("\n");
  }

  read(): LenientJson {
    while (this.#at < this.#text.length && this.#nodes < MAX_NODES) this.#step();
    if (this.#stack.length > 0 || this.#tooDeep > 0) this.#fault(this.#nodes < MAX_NODES ? "the file ends here" : "too many values");
    const lastLine = this.#lineAt(this.#at);
    for (const frame of this.#stack) frame.node.lastLine = lastLine;
    return { roots: this.#roots, broken: this.#broken };
  }

  #step(): void {
    this.#at = skipJsonBlanks(this.#text, this.#at);
    const character = this.#text[this.#at] ?? "";
    switch (character) {
      case "":
        return;
      case ",":
      case ":":
        this.#at += 1;
        return;
      case "{":
      case "[":
        this.#open(character);
        return;
      case "}":
        this.#close("object");
        return;
      case "]":
        this.#close("array");
        return;
      case '"':
        this.#string();
        return;
      default:
        this.#bare();
        return;
    }
  }

  #open(bracket: "{" | "["): void {
    const line = this.#lineAt(this.#at);
    this.#at += 1;
    if (this.#tooDeep > 0 || this.#stack.length >= MAX_DEPTH) {
      this.#tooDeep += 1;
      return;
    }
    const node: Container =
      bracket === "{"
        ? { kind: "object", line, entries: [], closed: false, lastLine: line }
        : { kind: "array", line, elements: [], closed: false, lastLine: line };
    this.#place(node, line);
    this.#push(node);
  }

  #push(node: Container): void {
    this.#stack.push({ node, key: null });
  }

  #close(kind: Container["kind"]): void {
    const line = this.#lineAt(this.#at);
    if (this.#tooDeep > 0) this.#tooDeep -= 1;
    else if (this.#stack.some((frame) => frame.node.kind === kind)) this.#popTo(kind, line);
    else this.#fault(`a closing ${kind === "object" ? "brace" : "bracket"} without its opening`);
    this.#at += 1;
  }

  /** A closing brace ends the innermost object, also when a list inside it was left open. */
  #popTo(kind: Container["kind"], line: number): void {
    for (let frame = this.#stack.pop(); frame; frame = this.#stack.pop()) {
      frame.node.lastLine = line;
      if (frame.node.kind === kind) {
        frame.node.closed = true;
        return;
      }
      this.#fault(`the ${frame.node.kind} of line ${frame.node.line} is not closed`);
    }
  }

  #string(): void {
    const line = this.#lineAt(this.#at);
    const start = this.#at;
    const read = readJsonString(this.#text, start, this.#role());
    if (!read.intact) this.#fault("a string with unescaped characters or without its end");
    this.#at = read.end;
    if (this.#tooDeep > 0) return;
    const frame = this.#stack.at(-1);
    if (frame?.node.kind === "object" && frame.key === null) this.#key(frame, read, line);
    else if (frame?.node.kind === "array" && this.#followsColon()) this.#objectWithoutBrace(read, line);
    else this.#place({ kind: "text", line, text: read.value }, line);
  }

  #key(frame: Frame, read: JsonString, line: number): void {
    if (this.#followsColon()) frame.key = { name: read.value, line };
    else this.#fault("a name without a value");
  }

  /** `"results": ["result": "PASS"}` of 1.3.5: the opening brace was never written. */
  #objectWithoutBrace(read: JsonString, line: number): void {
    this.#fault("a member outside of braces");
    const node: JsonObject = { kind: "object", line, entries: [], closed: false, lastLine: line };
    this.#place(node, line);
    this.#push(node);
    const frame = this.#stack.at(-1);
    if (frame) frame.key = { name: read.value, line };
  }

  #role(): StringRole {
    const frame = this.#stack.at(-1);
    if (this.#tooDeep > 0 || !frame) return "root";
    if (frame.node.kind === "array") return "element";
    return frame.key === null ? "key" : "member";
  }

  #followsColon(): boolean {
    return this.#text[skipJsonBlanks(this.#text, this.#at)] === ":";
  }

  #bare(): void {
    BARE_WORD.lastIndex = this.#at;
    const word = BARE_WORD.exec(this.#text)?.[0] ?? this.#text[this.#at] ?? "";
    const line = this.#lineAt(this.#at);
    if (!VALID_BARE.test(word.slice(0, 64))) this.#fault("a word that is no value");
    this.#at += word.length;
    if (this.#tooDeep === 0) this.#place({ kind: "bare", line, text: word }, line);
  }

  #place(node: JsonNode, line: number): void {
    this.#nodes += 1;
    const frame = this.#stack.at(-1);
    if (!frame) this.#roots.push(node);
    else if (frame.node.kind === "array") frame.node.elements.push(node);
    else if (frame.key) {
      frame.node.entries.push({ key: frame.key.name, value: node, line: frame.key.line });
      frame.key = null;
    } else {
      this.#fault("a value without a name");
      frame.node.entries.push({ key: "", value: node, line });
    }
  }

  #fault(what: string): void {
    if (this.#broken) return;
    const line = this.#lineAt(this.#at);
    this.#broken = { line, column: this.#at - this.#lineStart + 1, what };
  }

  /** 1-based line of a place at or after the last one asked for. One forward scan over the whole text. */
  #lineAt(place: number): number {
    while (this.#nextLineFeed !== -1 && this.#nextLineFeed < place) {
      this.#line += 1;
      this.#lineStart = this.#nextLineFeed + 1;
      this.#nextLineFeed = this.#text.indexOf("\n", this.#lineStart);
    }
    return this.#line;
  }
}

const BARE_WORD = /[^\s,:{}[\]"]+/y;
const VALID_BARE = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/;
