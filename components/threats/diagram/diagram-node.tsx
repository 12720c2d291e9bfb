import { AppLink } from "@/components/ui/app-link";
import { LABEL, NAME, type PlacedElement } from "@/lib/threats/diagram/diagram-layout";
import type { ElementKind } from "@/lib/threats/scales";
import { badgeSentence, type DiagramBadge } from "./diagram-badge";
import { DiagramPill } from "./diagram-pill";

const KIND: Readonly<Record<ElementKind, string>> = { actor: "external", process: "process", store: "data store" };

export interface DiagramNodeProps {
  readonly placed: PlacedElement;
  readonly badge: DiagramBadge | undefined;
  readonly href: string;
  readonly hatch: string;
}

/** An element: actors squared, processes rounded, stores between two lines. It is a link, and its badge another. */
export function DiagramNode({ placed, badge, href, hatch }: DiagramNodeProps) {
  const { element, lines, hasRemark, badge: badgeBox } = placed;
  const { name, kind, outOfScope, box } = element;
  const isOut = outOfScope !== null;
  const remark = isOut ? "out of scope" : KIND[kind];
  const height = lines.length * NAME.line + (hasRemark ? LABEL.line : 0);
  const centre = box.x + box.width / 2;
  const top = box.y + (box.height - height) / 2;
  return (
    <g>
      <AppLink
        kind="bare"
        href={href}
        aria-label={`${name}, ${KIND[kind]}, ${isOut ? "out of scope" : badgeSentence(badge)}`}
        className="dfd-node"
        data-kind={kind}
        data-out={isOut || undefined}
      >
        <title>{name}</title>
        <rect x={box.x - 4} y={box.y - 4} width={box.width + 8} height={box.height + 8} rx={10} className="dfd-ring" />
        <rect
          x={box.x}
          y={box.y}
          width={box.width}
          height={box.height}
          rx={kind === "process" ? 8 : kind === "actor" ? 2 : 0}
          className="dfd-ground"
        />
        {kind === "store" && (
          <path d={`M${box.x} ${box.y}h${box.width}M${box.x} ${box.y + box.height}h${box.width}`} className="dfd-edge" />
        )}
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines keep their places, and two may read the same.
          <text key={index} x={centre} y={top + index * NAME.line + 13.5} className="dfd-name">
            {line}
          </text>
        ))}
        {hasRemark && (
          <text x={centre} y={top + lines.length * NAME.line + 12} className="dfd-remark">
            {remark}
          </text>
        )}
      </AppLink>
      {badge && badgeBox && <DiagramPill badge={badge} box={badgeBox} on={name} hatch={hatch} />}
    </g>
  );
}
