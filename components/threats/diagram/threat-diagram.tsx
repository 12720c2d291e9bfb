import { type CSSProperties, useId } from "react";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { type DiagramLayout, type DiagramParts, LABEL, layoutDiagram, type PlacedBoundary } from "@/lib/threats/diagram/diagram-layout";
import { badgeWords, type DiagramBadge } from "./diagram-badge";
import { DiagramLabel } from "./diagram-label";
import { DiagramNode } from "./diagram-node";
import { DiagramPill } from "./diagram-pill";

export interface ThreatDiagramProps {
  /** "Docker host": names the drawing for ears. */
  readonly title: string;
  /** Elements, boundaries, flows and notes of one diagram. */
  readonly parts: DiagramParts;
  /** By the id of an element, flow or boundary; only those with linked threats. */
  readonly badges: ReadonlyMap<string, DiagramBadge>;
  /** Where an element leads. */
  readonly elementHref: (id: string) => string;
}

/** A data flow diagram, drawn on the server. Its elements and badges are links; DiagramList is the same as a list. */
export function ThreatDiagram({ title, parts, badges, elementHref }: ThreatDiagramProps) {
  const hatch = `hatch${useId()}`;
  const words = new Map([...badges].map(([id, badge]) => [id, badgeWords(badge)]));
  const layout = layoutDiagram(parts, words);
  const { x, y, width, height } = layout.viewBox;
  return (
    <ScrollRegion label={`Data flow diagram of ${title}`} className="print:overflow-visible">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in; what holds links is a group, not an image. */}
      <svg
        viewBox={`${x} ${y} ${width} ${height}`}
        role="group"
        aria-label={`${title}: ${parts.elements.length} elements, ${parts.flows.length} flows, ${parts.boundaries.length} trust boundaries`}
        className="dfd"
        // Letters stay legible: it shrinks a little to fit, then it scrolls; it never grows much beyond its size.
        style={{ "--least": `${Math.round(width * 0.9)}px`, "--most": `${Math.round(width * 1.15)}px` } as CSSProperties}
      >
        <defs>
          <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0V6" className="dfd-hatch" />
          </pattern>
        </defs>
        {layout.boundaries.map(({ boundary, path }) => (
          <BoundaryLine key={boundary.id} boundary={boundary} path={path} />
        ))}
        <Lines flows={layout.flows} />
        {layout.boundaries.map(({ boundary, lines, label, badge }) => (
          <Words
            key={boundary.id}
            part={boundary}
            lines={lines}
            label={label}
            box={badge}
            badge={badges.get(boundary.id)}
            hatch={hatch}
            kind="boundary"
          />
        ))}
        {layout.notes.map(({ note, lines }) => (
          <text key={note.id} className="dfd-label dfd-note">
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines keep their places, and two may read the same.
              <tspan key={index} x={note.box.x + 4} y={note.box.y + index * LABEL.line + 12}>
                {line}
              </tspan>
            ))}
          </text>
        ))}
        {layout.elements.map((placed) => (
          <DiagramNode
            key={placed.element.id}
            placed={placed}
            badge={badges.get(placed.element.id)}
            href={elementHref(placed.element.id)}
            hatch={hatch}
          />
        ))}
        {layout.flows.map(({ flow, lines, label, badge }) => (
          <Words key={flow.id} part={flow} lines={lines} label={label} box={badge} badge={badges.get(flow.id)} hatch={hatch} kind="flow" />
        ))}
      </svg>
    </ScrollRegion>
  );
}

function BoundaryLine({ boundary: { shape }, path }: Pick<PlacedBoundary, "boundary" | "path">) {
  if (shape.kind === "curve") return path && <path d={path} className="dfd-boundary" />;
  return <rect x={shape.box.x} y={shape.box.y} width={shape.box.width} height={shape.box.height} rx={8} className="dfd-boundary" />;
}

function Lines({ flows }: { readonly flows: DiagramLayout["flows"] }) {
  return flows.map(({ flow, path, heads }) => (
    <g key={flow.id} data-out={flow.outOfScope !== null || undefined}>
      <path d={path} className="dfd-line" />
      <path d={heads.join("")} className="dfd-head" />
    </g>
  ));
}

interface WordsProps extends Pick<PlacedBoundary, "lines" | "label"> {
  readonly part: { readonly name: string };
  readonly box: PlacedBoundary["badge"];
  readonly badge: DiagramBadge | undefined;
  readonly hatch: string;
  readonly kind: "flow" | "boundary";
}

/** The name of a flow or boundary, with its badge. */
function Words({ part, lines, label, box, badge, hatch, kind }: WordsProps) {
  return (
    <g>
      {label && lines.length > 0 && <DiagramLabel lines={lines} box={label} kind={kind} />}
      {badge && box && (
        <DiagramPill badge={badge} box={box} on={part.name || (kind === "flow" ? "data flow" : "trust boundary")} hatch={hatch} />
      )}
    </g>
  );
}
