import type { Finding } from "@/lib/hardening/finding";
import type { Standing } from "./exposure";
import { standingOf } from "./host-exposure";

/**
 * What a control says of a threat on one host: as for a required control, or why it does not count there. "not_applicable": somebody
 * said that it does not concern the host. "cannot_pass": the host's edition cannot say PASS of it, and nothing has decided it.
 */
export const CONTROL_STANDINGS = [
  "fail",
  "accepted",
  "unassessed",
  "attestable",
  "pass",
  "cannot_pass",
  "not_applicable",
] as const satisfies readonly (Standing | "not_applicable" | "cannot_pass")[];
export type ControlStanding = (typeof CONTROL_STANDINGS)[number];

/** Where a control stands on a host. `canPass`: the host's editions can say PASS of it in a default run. */
export function controlStanding(finding: Finding | undefined, canPass: boolean): ControlStanding {
  const standing = finding === undefined ? "unassessed" : standingOf(finding);
  if (standing === null) return "not_applicable";
  const undecided = standing === "unassessed" || standing === "attestable";
  return undecided && !canPass ? "cannot_pass" : standing;
}

/** Words for a standing: a label, and one sentence on what it means for the threat. */
export const CONTROL_STANDING_WORDS: Readonly<Record<ControlStanding, { readonly label: string; readonly meaning: string }>> = {
  fail: { label: "Fails", meaning: "The newest evidence says that it fails." },
  accepted: { label: "Accepted", meaning: "It fails, and a dated decision says to live with it." },
  unassessed: { label: "Not assessed", meaning: "No scan of this host has decided it." },
  attestable: { label: "Needs review", meaning: "The tool could not decide it; a person can attest the control." },
  pass: { label: "Passes", meaning: "The newest evidence says that it holds." },
  cannot_pass: { label: "Does not count here", meaning: "Not in this edition's default run, so it does not count here." },
  not_applicable: { label: "Not applicable", meaning: "Somebody said, with a reason, that it does not concern this host." },
};
