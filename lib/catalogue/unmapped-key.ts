import type { ComparedResult } from "./infer-edition";

/** All keys of results that are no control start with this; no control's slug does. */
export const UNMAPPED_PREFIX = "unmapped-";

/** Two FNV-1a hashes with different seeds, 64 bits together: a name for a title, not a defence against forgery. */
const hash = (text: string): string =>
  [0x811c9dc5, 0x9747b28c]
    .map((seed) => {
      let value = seed;
      for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
      return value.toString(16).padStart(8, "0");
    })
    .join("");

const MAX_WORDS_LENGTH = 48;

const words = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_WORDS_LENGTH)
    .replace(/^-+|-+$/g, "");

const keyOf = (kind: "kube" | "number" | "title", text: string): string =>
  [`${UNMAPPED_PREFIX}${kind === "title" ? "" : `${kind}-`}${words(text.toLowerCase())}`.replace(/-$/, ""), hash(`${kind}\n${text}`)].join(
    "-",
  );

/**
 * The local slug of a result that is no known control: readable words of its title and a hash of all of it, so that the
 * same title is the same finding in every run and two titles never share one. A result without a title of its own goes by
 * its number.
 */
export const unmappedKey = ({ result, normalTitle, untitled }: ComparedResult): string =>
  untitled ? keyOf("number", result.id ?? "") : keyOf("title", normalTitle);

/** Numbers of the DISA STIG are unique, its titles are not. */
const STIG_NUMBER = /^V-\d+$/;

/**
 * The same for kube-bench, which prints one title for several components ("--profiling is set to false" for the API server,
 * the scheduler and the controller manager): there the component belongs to the key.
 */
export const unmappedKubeKey = ({ result, normalTitle, untitled }: ComparedResult, componentOf: (id: string) => string): string => {
  const id = result.id ?? "";
  const about = STIG_NUMBER.test(id) || untitled ? `${id} ${normalTitle}` : normalTitle;
  return keyOf("kube", `${componentOf(id)} ${about}`);
};
