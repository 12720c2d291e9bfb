/** The first `shown` of some names, and how many more there are. */
export const someOf = (names: readonly string[], shown: number): string =>
  names.length <= shown ? names.join(", ") : `${names.slice(0, shown).join(", ")} and ${names.length - shown} more`;
