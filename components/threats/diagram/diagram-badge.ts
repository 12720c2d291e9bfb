/** How the threats linked with an element, flow or boundary stand. Without a linked threat there is no badge at all. */
export interface DiagramBadge {
  /** Linked threats that are unmitigated on a host at least. */
  readonly open: number;
  /** Linked threats of which evidence says anything; 0 draws "no evidence". */
  readonly assessed: number;
  /** The threats it counts. */
  readonly href: string;
}

export type BadgeLook = "open" | "none" | "no_evidence";

export const badgeLook = ({ open, assessed }: DiagramBadge): BadgeLook => (open > 0 ? "open" : assessed > 0 ? "none" : "no_evidence");

/** What is printed on it. */
export function badgeWords(badge: DiagramBadge): string {
  const look = badgeLook(badge);
  if (look === "no_evidence") return "no evidence";
  return look === "open" ? `${badge.open} open` : `0 of ${badge.assessed} open`;
}

/** What is said of it, with the denominator: "4 threats unmitigated of 6 assessed". */
export function badgeSentence(badge: DiagramBadge | undefined): string {
  if (!badge) return "no threat linked";
  if (badgeLook(badge) === "no_evidence") return "no evidence yet";
  return `${badge.open} ${badge.open === 1 ? "threat" : "threats"} unmitigated of ${badge.assessed} assessed`;
}
