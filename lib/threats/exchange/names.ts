import { RESERVED_THREAT_SLUGS } from "../reserved-slugs";
import type { Threat } from "../threat-model";

const LONGEST_SLUG = 80;

/** "Façade & API: logs" becomes "facade-api-logs"; `otherwise` stands where nothing of the title can be spelled so. */
export function slugFrom(title: string, otherwise: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  return words.slice(0, LONGEST_SLUG).replace(/^-+|-+$/g, "") || otherwise;
}

/** "Demo Threat Model" becomes "DTM": the capitals that words of the title begin with, three at most; "M" where there are none. */
export function prefixFrom(title: string): string {
  const initials = title.split(/\s+/).map((word) => word[0] ?? "");
  return (
    initials
      .filter((initial) => /[A-Z]/.test(initial))
      .slice(0, 3)
      .join("") || "M"
  );
}

/** Gives each name once; the second asker gets "name-2". A file of one name a hundred thousand times costs no more than of as many names. */
export class NamesTaken {
  readonly #taken: Set<string>;
  readonly #counts = new Map<string, number>();

  /** `reserved` are names that nobody may have. */
  constructor(reserved: Iterable<string> = []) {
    this.#taken = new Set(reserved);
  }

  has(name: string): boolean {
    return this.#taken.has(name);
  }

  take(name: string, longest = Number.POSITIVE_INFINITY): string {
    let free = name;
    let count = this.#counts.get(name) ?? 1;
    while (this.#taken.has(free)) {
      count += 1;
      free = `${name.slice(0, longest - `-${count}`.length)}-${count}`;
    }
    this.#counts.set(name, count);
    this.#taken.add(free);
    return free;
  }
}

/** A threat that was read, with the names it had in one of our exports, if any. */
export interface NamelessThreat {
  readonly threat: Readonly<Record<string, unknown>> & Pick<Threat, "title" | "stride">;
  readonly slug: string | null;
  readonly number: number | null;
  /** Where it stands in the file. */
  readonly path: string;
}

/** A threat with all its names, still to be checked. */
export type NamedThreat = NamelessThreat["threat"] & { readonly slug: string; readonly number: number };

/**
 * Gives every threat its slug and its number within the letter. Who brings names of an earlier export keeps them, unless another
 * threat before it has them already, as after copying in another program.
 */
export function nameThreats(threats: readonly NamelessThreat[]): readonly NamedThreat[] {
  const slugs = new NamesTaken(RESERVED_THREAT_SLUGS);
  const refs = new Set<string>();
  const highest = new Map<string | null, number>();
  const kept = threats.map(({ slug, number, threat: { stride } }) => {
    if (slug === null || number === null || slugs.has(slug) || refs.has(`${stride}${number}`)) return null;
    refs.add(`${stride}${number}`);
    highest.set(stride, Math.max(number, highest.get(stride) ?? 0));
    return { slug: slugs.take(slug), number };
  });
  return threats.map(({ threat }, index) => {
    const names = kept[index];
    if (names) return { ...threat, ...names };
    const number = (highest.get(threat.stride) ?? 0) + 1;
    highest.set(threat.stride, number);
    return { ...threat, slug: slugs.take(slugFrom(threat.title, "threat"), LONGEST_SLUG), number };
  });
}
