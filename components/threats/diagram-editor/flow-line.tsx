import { BaseEdge, type EdgeProps, useReactFlow } from "@xyflow/react";
import type { PointerEvent } from "react";
import { arrowHead, roundedPath } from "@/lib/threats/diagram/line-path";
import type { FlowEnd, Point } from "@/lib/threats/threat-model";
import { useCanvasActions } from "./canvas-actions";
import type { FlowEdge } from "./canvas-parts";

const BEND = 12;

/** A data flow: a line with an arrowhead at the end it flows to, or at both, and its name. */
export function FlowLine({ id, data, selected }: EdgeProps<FlowEdge>) {
  if (data === undefined) return null;
  const { points, flow, label } = data;
  const [start, second] = points;
  const [beforeLast, end] = points.slice(-2);
  if (!start || !second || !beforeLast || !end) return null;
  return (
    <>
      <BaseEdge id={id} path={roundedPath(points, BEND)} interactionWidth={20} />
      <path className="editor-arrow" d={arrowHead(end, beforeLast)} />
      {flow.bidirectional && <path className="editor-arrow" d={arrowHead(start, second)} />}
      {label && (
        <text className="editor-flow-name" x={label.x + label.width / 2} y={label.y + label.height / 2}>
          {flow.name}
        </text>
      )}
      {selected && (
        <>
          <EndGrip flow={id} side="from" at={start} />
          <EndGrip flow={id} side="to" at={end} />
        </>
      )}
    </>
  );
}

/** A grip at the end of the selected flow, to take the end to another element or to let it loose. */
function EndGrip({ flow, side, at }: { readonly flow: string; readonly side: "from" | "to"; readonly at: Point }) {
  const { moveEnd } = useCanvasActions();
  const { screenToFlowPosition } = useReactFlow();
  const endUnder = (event: PointerEvent): FlowEnd => {
    const element = elementUnder(event.clientX, event.clientY);
    if (element !== null) return { element };
    const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    return { point: { x: Math.round(x), y: Math.round(y) } };
  };
  return (
    <circle
      className="editor-grip nopan nodrag"
      cx={at.x}
      cy={at.y}
      r={6}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) moveEnd(flow, side, endUnder(event), false);
      }}
      onPointerUp={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) moveEnd(flow, side, endUnder(event), true);
      }}
    />
  );
}

const elementUnder = (x: number, y: number): string | null =>
  document
    .elementsFromPoint(x, y)
    .map((each) => each.closest(".react-flow__node-element")?.getAttribute("data-id") ?? null)
    .find((id) => id !== null) ?? null;
