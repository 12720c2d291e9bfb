import { Handle, type NodeProps, NodeResizer, Position } from "@xyflow/react";
import { classNames } from "@/components/ui/class-names";
import { curvePath } from "@/lib/threats/diagram/line-path";
import { useCanvasActions } from "./canvas-actions";
import type { BoundaryNode, ElementNode, LooseEndNode, NoteNode } from "./canvas-parts";
import { shapeBox } from "./move-edits";

const SIDES = [Position.Top, Position.Right, Position.Bottom, Position.Left];

/** The corners and sides that a pointer can pull. Keys do the same by the size fields of the form. */
function Resizer({ id, selected }: { readonly id: string; readonly selected: boolean }) {
  const { resize } = useCanvasActions();
  return (
    <NodeResizer
      isVisible={selected}
      minWidth={40}
      minHeight={24}
      onResize={(_event, box) => resize(id, box, false)}
      onResizeEnd={(_event, box) => resize(id, box, true)}
    />
  );
}

/** An actor, process or store. */
export function ElementShape({ id, data: { element }, selected }: NodeProps<ElementNode>) {
  return (
    <>
      <Resizer id={id} selected={selected} />
      <div className={classNames("editor-element", `editor-${element.kind}`, element.outOfScope !== null && "editor-out")}>
        <span className="editor-name">{element.name}</span>
      </div>
      {SIDES.map((side) => (
        <Handle key={side} id={side} type="source" position={side} />
      ))}
    </>
  );
}

/** A trust boundary: a dashed box, or a dashed curve. */
export function BoundaryShape({ id, data: { boundary }, selected }: NodeProps<BoundaryNode>) {
  const { shape } = boundary;
  if (shape.kind === "box") {
    return (
      <>
        <Resizer id={id} selected={selected} />
        <div className="editor-boundary">
          <span>{boundary.name}</span>
        </div>
      </>
    );
  }
  const { x, y, width, height } = shapeBox(boundary);
  return (
    <svg className="editor-curve" width={width} height={height} aria-hidden>
      <path d={curvePath(shape.points.map((point) => ({ x: point.x - x, y: point.y - y })))} />
      <text x={8} y={16}>
        {boundary.name}
      </text>
    </svg>
  );
}

/** Words on the diagram. */
export function NoteShape({ id, data: { note }, selected }: NodeProps<NoteNode>) {
  return (
    <>
      <Resizer id={id} selected={selected} />
      <div className="editor-note">{note.text}</div>
    </>
  );
}

/** The loose end of a flow. */
export function LooseEndShape(_props: NodeProps<LooseEndNode>) {
  return (
    <>
      <div className="editor-loose-end" />
      <Handle type="source" position={Position.Top} isConnectable={false} />
    </>
  );
}
