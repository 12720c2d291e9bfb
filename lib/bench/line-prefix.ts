/**
 * What programs that carry a log put before each of its lines. Every shape is anchored and bounded, so that a line costs the same
 * however long it is, and narrow, so that a sentence in which a level occurs never becomes a result.
 */
const SHAPES: readonly RegExp[] = [
  // docker logs -t, GitHub, GitLab, Jenkins, journalctl -o short-iso: "2024-01-08T08:11:11.1234567Z ", also in brackets.
  /\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?\]?(?:[ \t]{1,4}|$)/,
  // syslog and journald: "Nov 12 13:20:30 ", and the time alone, as CI servers print it.
  /(?:<\d{1,3}>)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,9})? /,
  /\[?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?\]? {1,4}/,
  // "host prog[123]: " after either of them.
  /[\w.:-]{1,255} [\w./@-]{1,64}\[\d{1,10}\]:(?: |$)/,
  // GitLab's streams: "00O ", "01E+".
  /\d\d[OE](?:[ +]|$)/,
  // docker compose: "bench-1  | ".
  /[\w.-]{1,128} {1,64}\| ?/,
  // kubectl --prefix, and Jenkins' pipelines and branches.
  /\[pod\/[\w.-]{1,253}\/[\w.-]{1,63}\](?: |$)/,
  /\[(?:[Pp]ipeline|[a-z][\w.-]{0,63})\](?: |$)/,
  // gh run view --log: "job<TAB>step<TAB>".
  /[^\t[\]]{1,100}\t[^\t[\]]{1,100}\t\ufeff?(?=\d{4}-)/,
  // docker build: "#12 3.456 "; Terraform: "null_resource.bench (remote-exec): ".
  /#\d{1,4} \d{1,6}\.\d{1,3}(?: |$)/,
  /[\w.[\]"-]{1,128} \((?:remote|local)-exec\):(?: |$)/,
  // grep -n, of one file or of several, and cat -n.
  /(?:[\w./-]{1,255}:)?\d{1,7}:/,
  /[\w./-]{1,255}\.(?:log|txt|text|out):/,
  / {0,7}\d{1,7}\t/,
  // Quotations of mails and Markdown.
  / {0,3}>(?: |$)/,
  // Lists of Markdown: "1. ", "- [ ] ".
  /\d{1,4}[.)] (?=[[*])/,
  /[*-] \[[ xX]\] /,
];

const PREFIX = new RegExp(`(?:${SHAPES.map(({ source }) => source).join("|")})`, "y");

/** Carriers inside carriers: a container's log in a compose log in a CI log. */
const MOST_PREFIXES = 4;

/** Index after the prefixes that a line begins with; 0 when it has none of the known shapes. */
export function endOfPrefixes(line: string): number {
  let end = 0;
  for (let count = 0; count < MOST_PREFIXES; count += 1) {
    PREFIX.lastIndex = end;
    if (!PREFIX.test(line)) break;
    end = PREFIX.lastIndex;
  }
  return end;
}
