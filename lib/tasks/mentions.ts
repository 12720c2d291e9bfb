/** Somebody who can be named. */
export interface Mentionable {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Where a comment names somebody: from the "@" to the end of the name, in UTF-16 units as JavaScript counts. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly userId: string;
}

const WORD = /[\p{L}\p{N}_]/u;

/** An "@" in the middle of a word is that of an address: "ask ben@example.org". */
const AT = /(?<![\p{L}\p{N}_.+-])@/gu;

/**
 * Whom a text names with "@name" or "@address", any case, longest name first: "@Ada Lovelace" is not Ada. A name that two people have
 * names neither; their addresses do.
 */
export function findMentions(body: string, people: readonly Mentionable[]): readonly Mention[] {
  const names = namesOf(people);
  const longest = names.reduce((most, { name }) => Math.max(most, name.length), 0);
  const mentions: Mention[] = [];
  for (const { index } of body.matchAll(AT)) {
    const after = body.slice(index + 1, index + 1 + longest + 1).toLowerCase();
    const found = names.find(({ name }) => after.startsWith(name) && endsThere(body, index + 1 + name.length));
    if (found !== undefined) mentions.push({ from: index, to: index + 1 + found.name.length, userId: found.id });
  }
  return mentions;
}

/** The name goes no further: neither as a word nor, for an address, as a longer domain. */
const endsThere = (body: string, at: number): boolean => {
  const rest = body.slice(at);
  return !WORD.test(Array.from(rest.slice(0, 2))[0] ?? "") && !/^[.@-][\p{L}\p{N}]/u.test(rest);
};

/** Names and addresses that mean one person, longest first. */
function namesOf(people: readonly Mentionable[]): readonly { readonly name: string; readonly id: string }[] {
  const owners = new Map<string, Set<string>>();
  for (const { id, name, email } of people) {
    for (const text of [name, email]) {
      const key = text.trim().toLowerCase();
      if (key !== "") owners.set(key, (owners.get(key) ?? new Set()).add(id));
    }
  }
  return [...owners]
    .flatMap(([name, [id, ...others]]) => (id === undefined || others.length > 0 ? [] : [{ name, id }]))
    .sort((a, b) => b.name.length - a.name.length);
}

/** A piece of a comment; `mention` for one that names somebody. */
export interface CommentPart {
  readonly text: string;
  readonly mention: boolean;
}

/** A comment cut at its mentions, which are in order. A mention that does not fit the text is text. */
export function partsOf(body: string, mentions: readonly Pick<Mention, "from" | "to">[]): readonly CommentPart[] {
  const parts: CommentPart[] = [];
  let done = 0;
  for (const { from, to } of mentions) {
    if (from < done || to <= from || to > body.length) continue;
    if (from > done) parts.push({ text: body.slice(done, from), mention: false });
    parts.push({ text: body.slice(from, to), mention: true });
    done = to;
  }
  return done === body.length ? parts : [...parts, { text: body.slice(done), mention: false }];
}
