import type { ThreatModel } from "@/lib/threats/threat-model";

/** How the threats linked with an element, flow or boundary stand. Without a linked threat there is no badge at all. */
export interface DiagramBadge {
  /** Linked threats that are unmitigated on a host at least. */
  readonly open: number;
  /** Linked threats of which evidence says anything; 0 draws "no evidence". */
  readonly assessed: number;
  /** The threats it counts. */
  readonly href: string;
}

/** The parts of a model that one diagram draws. */
export type DiagramParts = Pick<ThreatModel, "elements" | "boundaries" | "flows" | "notes">;
