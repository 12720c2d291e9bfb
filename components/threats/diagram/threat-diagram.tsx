import { ScrollRegion } from "@/components/ui/scroll-region";
import type { DiagramBadge, DiagramParts } from "./diagram-badge";

export interface ThreatDiagramProps {
  /** "Docker host": names the drawing for ears. */
  readonly title: string;
  readonly parts: DiagramParts;
  /** By the id of an element, flow or boundary; only those with linked threats. */
  readonly badges: ReadonlyMap<string, DiagramBadge>;
  /** Where an element leads. */
  readonly elementHref: (id: string) => string;
}

/** A data flow diagram, drawn on the server. */
export function ThreatDiagram({ title, parts }: ThreatDiagramProps) {
  return (
    <ScrollRegion label={`Data flow diagram: ${title}`}>
      <p className="text-meta text-fg-muted">{parts.elements.map(({ name }) => name).join(", ")}</p>
    </ScrollRegion>
  );
}
