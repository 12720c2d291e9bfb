/** What ended a decision on a host before its day, by the kind of the finding's event. */
const WORDS: Readonly<Record<string, string>> = {
  passed: "A scan says that it passes",
  failed: "A scan says that it fails",
  regressed: "A scan says that it fails again",
  not_applicable_outgrown: "A scan fails it with a new item",
  reopened: "Somebody reopened it",
  acceptance_retired: "It was taken back",
  attestation_retired: "It was taken back",
  marked_not_applicable: "It was marked not applicable",
  attested: "Somebody attested it",
};

export const endWords = (kind: string): string => WORDS[kind] ?? "It ended";
