/** aquasecurity/docker-bench prints one with two closing brackets. */
const SUFFIX = /\s*\((?:(?:not )?scored|automated|manual|deprecated|swarm mode not enabled|incompatible with swarm mode)\)+$/i;

/** Longer than any suffix: only the end of a title is searched, so that a hostile title costs linear time. */
const TAIL_LENGTH = 48;

/** A number in front of the title, which some editions print a second time: "1.1.12 - 1.1.12 Ensure …". */
const LEADING_NUMBER = /^(?:\d+|[a-z])(?:\.\d+)+(?:\.[a-z])? (?:- )?(?=\S)/i;

const QUOTES = /['"`´‘’‚‛“”„‟′″«»‹›]/g;

/** Dashes as word processors and web pages print them; the tool itself knows only the ASCII one. */
const DASHES = /[‐‑‒–—−]/g;

const withoutStops = (text: string): string => {
  let end = text.length;
  while (end > 0 && (text[end - 1] === "." || text[end - 1] === " ")) end--;
  return text.slice(0, end);
};

/** Removes what an edition appends to a title, whatever the order and number: "(Automated) (Deprecated)." */
const withoutSuffixes = (title: string): string => {
  let text = withoutStops(title);
  for (;;) {
    const suffix = SUFFIX.exec(text.slice(-TAIL_LENGTH));
    if (suffix === null) return text;
    text = withoutStops(text.slice(0, text.length - suffix[0].length));
  }
};

const withoutNumbers = (title: string): string => {
  let text = title;
  for (;;) {
    const number = LEADING_NUMBER.exec(text);
    if (number === null) return text;
    text = text.slice(number[0].length);
  }
};

/** The title's own words: without suffixes, doubled number and the tool's slips in blanks, in the case and quotes it was printed with. */
const cleaned = (title: string): string =>
  withoutNumbers(withoutSuffixes(title.normalize("NFC").replace(/\s+/g, " ").trim()))
    .replace(/ -(?=\/)/g, " - ")
    .replace(/\bDockerfiles and directories\b/gi, "Docker files and directories");

/**
 * The form under which titles are compared: two printings of one check by different editions, or by people who retyped it,
 * give the same string. Case, blanks, quotes, dashes, suffixes, a doubled number and full stops at the end do not count.
 */
export const normaliseTitle = (title: string): string => cleaned(title.replace(DASHES, "-").replace(QUOTES, "")).toLowerCase();

/** The title for people: as printed, without the suffixes and slips that only say how an edition printed it. */
export const displayTitle = (title: string): string => cleaned(title);
