import { LABEL } from "@/lib/threats/diagram/diagram-layout";
import type { Box } from "@/lib/threats/threat-model";

export interface DiagramLabelProps {
  readonly lines: readonly string[];
  readonly box: Box;
  readonly kind: "flow" | "boundary";
}

/** Words on a plate of surface, so that they never lie on a line. */
export function DiagramLabel({ lines, box: { x, y, width }, kind }: DiagramLabelProps) {
  return (
    <>
      <rect x={x} y={y} width={width} height={lines.length * LABEL.line} rx={2} className="dfd-plate" />
      <text className={`dfd-label dfd-label-${kind}`}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines keep their places, and two may read the same.
          <tspan key={index} x={kind === "flow" ? x + width / 2 : x + 4} y={y + index * LABEL.line + 12}>
            {line}
          </tspan>
        ))}
      </text>
    </>
  );
}
