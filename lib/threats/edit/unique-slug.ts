const LONGEST = 80;

/**
 * A slug made from words ("Image & Container Integrity" gives "image-container-integrity"), with a number behind it where
 * `taken` has it already. `fallback` stands for words without a single Latin letter or digit.
 */
export function uniqueSlug(words: string, taken: ReadonlySet<string>, fallback: string): string {
  const plain = withoutAccents(words)
    .replace(/['’]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  const base = trimmed(plain) || fallback;
  if (!taken.has(base)) return base;
  for (let count = 2; ; count++) {
    const slug = `${trimmed(base, LONGEST - `-${count}`.length)}-${count}`;
    if (!taken.has(slug)) return slug;
  }
}

const trimmed = (slug: string, length = LONGEST): string => slug.replace(/^-+/, "").slice(0, length).replace(/-+$/, "");

/** The words with plain letters where letters had accents: "Ökosystem" gives "Okosystem". */
export const withoutAccents = (words: string): string => words.normalize("NFKD").replace(/\p{Mark}/gu, "");
