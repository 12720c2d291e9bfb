import { AppLink } from "@/components/ui/app-link";
import type { Box } from "@/lib/threats/threat-model";
import { type BadgeLook, badgeLook, badgeSentence, badgeWords, type DiagramBadge } from "./diagram-badge";

/** Drawn in a square of 12: a triangle, a check, a dashed circle. */
const ICON: Readonly<Record<BadgeLook, string>> = {
  open: "M6 1.5 1 10.5h10zM6 5v2.2M6 9v.01",
  none: "m2 6.5 2.8 2.8L10 3.5",
  no_evidence: "M6 1.5a4.5 4.5 0 1 0 .01 0z",
};

export interface DiagramPillProps {
  readonly badge: DiagramBadge;
  readonly box: Box;
  /** What it belongs to: "dockerd". */
  readonly on: string;
  /** The id of the diagram's hatching. */
  readonly hatch: string;
}

/** The badge of an element, boundary or flow; leads to the threats it counts. */
export function DiagramPill({ badge, box: { x, y, width, height }, on, hatch }: DiagramPillProps) {
  const look = badgeLook(badge);
  const frame = { x, y, width, height, rx: height / 2 };
  return (
    <AppLink kind="bare" href={badge.href} aria-label={`${on}: ${badgeSentence(badge)}`} className="dfd-pill" data-look={look}>
      {/* Two pixels more on each side, so that it is 24 high for fingers. */}
      <rect x={x - 2} y={y - 2} width={width + 4} height={height + 4} rx={height / 2 + 2} className="dfd-ring" />
      <rect {...frame} className="dfd-pill-ground" />
      {look === "no_evidence" && (
        <>
          <rect {...frame} fill={`url(#${hatch})`} />
          <rect x={x + 6} y={y + 2} width={width - 12} height={height - 4} rx={4} className="dfd-plate" />
        </>
      )}
      <rect {...frame} className="dfd-pill-edge" />
      <path d={ICON[look]} transform={`translate(${x + 8} ${y + 4})`} className="dfd-icon" />
      <text x={x + 24} y={y + 14.2} className="dfd-pill-text">
        {badgeWords(badge)}
      </text>
    </AppLink>
  );
}
